//! What stands around tables: tabs between sibling pages, and pages of a long list.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use crate::{language::Language, routes::Url};

/// Links between sibling pages; `here` is the current one's URL.
pub fn tabs(label: String, links: Vec<(Url, String)>, here: &str) -> AnyView {
    let link = |(url, text): (Url, String)| {
        let is_here = url.as_str() == here;
        view! { <li><a href=url.into_string() aria-current=is_here.then_some("page")>{text}</a></li> }
    };
    view! { <nav aria-label=label><ul class="tabs">{links.into_iter().map(link).collect_view()}</ul></nav> }.into_any()
}

/// The page that is shown when `asked` is, and the number of pages.
pub fn page_of(asked: Option<String>, total: i64, size: i64) -> (i64, i64) {
    let pages = ((total + size - 1) / size).max(1);
    let page = asked.and_then(|asked| asked.parse().ok()).unwrap_or(1);
    (page.clamp(1, pages), pages)
}

/// Links to the pages of a list, the first being 1; nothing where there is only one.
pub fn pages_nav(t: Language, url: &Url, page: i64, pages: i64) -> Option<AnyView> {
    if pages <= 1 {
        return None;
    }
    let near = (1..=pages).filter(|number| *number == 1 || *number == pages || (number - page).abs() <= 2);
    let link = |number: i64| {
        let label = t.with("page-number", &[("number", number.into())]);
        let url = url.clone().with("page", &number.to_string());
        view! {
            <li><a href=url.into_string() aria-label=label aria-current=(number == page).then_some("page")>{number}</a></li>
        }
    };
    Some(view! { <nav aria-label=t.t("pages")><ul class="pages">{near.map(link).collect_view()}</ul></nav> }.into_any())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_stay_within_the_list() {
        let page = |asked: &str, total| page_of(Some(asked.to_owned()), total, 25);
        assert_eq!([page_of(None, 0, 25), page("1", 25), page("2", 26)], [(1, 1), (1, 1), (2, 2)]);
        assert_eq!([page("3", 51), page("4", 51), page("-1", 51), page("0", 51)], [(3, 3), (3, 3), (1, 3), (1, 3)]);
        assert_eq!([page("x", 50), page("9223372036854775808", 50)], [(1, 2), (1, 2)]);
    }
}
