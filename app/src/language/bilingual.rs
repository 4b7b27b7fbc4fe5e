//! What an organisation writes about itself: in German, in English, or in both.

use serde::{Deserialize, Serialize};

use super::{Locale, plain_text};

/// A text as it was typed, empty where nobody has written it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bilingual {
    pub de: String,
    pub en: String,
}

/// A text to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    pub text: &'a str,
    /// The language it is in, where that is not the page's.
    pub lang: Option<&'static str>,
}

impl Bilingual {
    pub fn new(de: impl Into<String>, en: impl Into<String>) -> Bilingual {
        Bilingual { de: de.into(), en: en.into() }
    }

    /// As it is kept of what fields of several lines send.
    pub fn tidied(&self) -> Bilingual {
        Bilingual { de: plain_text(&self.de), en: plain_text(&self.en) }
    }

    /// As it is kept of what fields of one line send: what was pasted with breaks and doubled blanks becomes one.
    pub fn in_one_line(&self) -> Bilingual {
        let line = |typed: &str| plain_text(typed).split_whitespace().collect::<Vec<_>>().join(" ");
        Bilingual { de: line(&self.de), en: line(&self.en) }
    }

    /// Each text, with what the name of its field ends in.
    pub fn each(&self) -> [(&'static str, &str); 2] {
        [("de", &self.de), ("en", &self.en)]
    }

    pub fn is_empty(&self) -> bool {
        self.de.trim().is_empty() && self.en.trim().is_empty()
    }

    /// In a language, or in the other one where there is none.
    pub fn get(&self, locale: Locale) -> Option<Shown<'_>> {
        let own = |text, lang| Some(Shown { text, lang }).filter(|shown| !shown.text.trim().is_empty());
        match locale {
            Locale::En => own(&self.en, None).or(own(&self.de, Some("de"))),
            Locale::De | Locale::DeCh => own(&self.de, None).or(own(&self.en, Some("en"))),
        }
    }

    /// The words alone; nothing where there are none.
    pub fn words(&self, locale: Locale) -> &str {
        self.get(locale).map_or("", |shown| shown.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_in_the_language_there_is() {
        let german = Bilingual::new("Hallo", " ");
        assert_eq!(german.get(Locale::En), Some(Shown { text: "Hallo", lang: Some("de") }));
        assert_eq!(german.get(Locale::DeCh), Some(Shown { text: "Hallo", lang: None }));
        assert_eq!(Bilingual::new("", "Hello").get(Locale::De), Some(Shown { text: "Hello", lang: Some("en") }));
        assert_eq!((Bilingual::default().get(Locale::De), Bilingual::default().words(Locale::En)), (None, ""));
        assert!(Bilingual::new(" ", "\n").is_empty() && !german.is_empty());
        assert_eq!(Bilingual::new("größer", "big").each(), [("de", "größer"), ("en", "big")]);
    }

    #[test]
    fn lines_are_made_of_what_was_pasted() {
        assert_eq!(Bilingual::new(" bis\r\n 50  Euro ", "\u{7}").in_one_line().de, "bis 50 Euro");
        assert_eq!(Bilingual::new("a\r\nb ", "").tidied().de, "a\nb");
    }
}
