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
