//! The box to look for something.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::{Control, Form};
use crate::{language::Language, routes::Url, storage::Flash};

/// The most characters of a search.
pub const LONGEST_SEARCH: u32 = 200;

/// Sends what is typed as `q`. `label` and `go` are messages; `words`: what was looked for.
pub fn search_box(t: Language, action: Url, label: &str, go: &str, words: &str) -> AnyView {
    let flash = Flash::default();
    let control = Control {
        name: "q",
        label,
        kind: "search",
        value: words.to_owned(),
        max_length: Some(LONGEST_SEARCH),
        ..Control::default()
    };
    view! {
        <form class="filters search" method="get" action=action.into_string() role="search">
            {Form { language: t, flash: &flash }.input(control)}
            <button>{t.t(go)}</button>
        </form>
    }
    .into_any()
}
