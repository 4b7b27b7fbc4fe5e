//! The box to look for something in all that can be learned.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::{Control, Form};
use crate::{language::Language, routes::to, storage::Flash};

/// With what was looked for.
pub fn search_box(t: Language, words: &str) -> AnyView {
    let flash = Flash::default();
    let control = Control {
        name: "q",
        label: "search-label",
        kind: "search",
        value: words.to_owned(),
        max_length: Some(200),
        ..Control::default()
    };
    view! {
        <form class="filters search" method="get" action=to::search().into_string() role="search">
            {Form { language: t, flash: &flash }.input(control)}
            <button>{t.t("search-go")}</button>
        </form>
    }
    .into_any()
}
