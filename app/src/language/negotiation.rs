//! Which locale a page comes in: the person's choice, then the browser's; Swiss spelling by the site's region.

use super::Locale;

/// `choice` is `de` or `en`; `accept_language` the browser's header; `region` the site's.
pub fn choose_locale(choice: Option<&str>, accept_language: Option<&str>, region: Option<&str>) -> Locale {
    let german = match choice {
        Some(choice) => choice == "de",
        None => accept_language.is_none_or(prefers_german),
    };
    let swiss_browser = || accept_language.is_some_and(|header| header.to_ascii_lowercase().starts_with("de-ch"));
    match (german, region) {
        (false, _) => Locale::En,
        (true, Some("CH")) => Locale::DeCh,
        (true, None) if swiss_browser() => Locale::DeCh,
        (true, _) => Locale::De,
    }
}

/// Whether German comes before English in an `Accept-Language` header; neither of them means English.
pub fn prefers_german(header: &str) -> bool {
    let weight = |language: &str| header.split(',').filter_map(|range| weigh(range, language)).fold(0.0_f32, f32::max);
    weight("de") > 0.0 && weight("de") >= weight("en")
}

fn weigh(range: &str, language: &str) -> Option<f32> {
    let mut parts = range.split(';');
    let tag = parts.next()?.trim().to_ascii_lowercase();
    let primary = tag.split('-').next()?;
    let quality = parts.find_map(|part| part.trim().strip_prefix("q=")?.parse().ok()).unwrap_or(1.0);
    (primary == language).then_some(quality)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_persons_choice_comes_before_the_browsers() {
        assert_eq!(choose_locale(Some("en"), Some("de-CH"), Some("CH")), Locale::En);
        assert_eq!(choose_locale(Some("de"), Some("en"), Some("DE")), Locale::De);
    }

    #[test]
    fn swiss_spelling_follows_the_site_then_the_browser() {
        assert_eq!(choose_locale(None, Some("de-DE,de;q=0.9"), Some("CH")), Locale::DeCh);
        assert_eq!(choose_locale(None, Some("de-CH"), None), Locale::DeCh);
        assert_eq!(choose_locale(None, Some("de-CH"), Some("DE")), Locale::De);
    }

    #[test]
    fn weights_decide_between_languages() {
        assert_eq!(choose_locale(None, Some("en;q=0.8,de;q=0.7"), None), Locale::En);
        assert_eq!(choose_locale(None, Some("fr, de;q=0.4"), None), Locale::De);
        assert_eq!(choose_locale(None, Some("fr"), None), Locale::En);
        assert_eq!(choose_locale(None, None, None), Locale::De);
    }
}
