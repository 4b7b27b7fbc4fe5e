//! The sentences: to read, to write, and to check.

mod read;
mod sheet;
mod write;

pub use read::show_values;
pub use sheet::{show_check, show_worksheet};
pub use write::show_write_values;

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::model::{Kind, Statement};
use crate::{language::Language, ui::said};

/// What a sentence is called: the value's name, or what it is.
fn title(t: Language, statement: &Statement) -> AnyView {
    match statement.kind {
        Kind::Value => said(&statement.name, t.locale),
        kind => t.t(&format!("values-{}", kind.id())).into_owned().into_any(),
    }
}

/// The sentence itself.
fn sentence(t: Language, statement: &Statement) -> AnyView {
    view! { <blockquote class="says">{said(&statement.words, t.locale)}</blockquote> }.into_any()
}
