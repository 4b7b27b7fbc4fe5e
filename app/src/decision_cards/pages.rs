//! The card: for whoever reads it, beside a drill, and for admins who write it.

mod given;
mod list;
mod own;
mod write;

pub use given::given_section;
pub use list::show_cards;
pub use own::{at_hand, find_written, show_own_card};
pub use write::{show_card, show_new_card};

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::model::{Card, Line, job};
use crate::{
    admin::pages::may_write_for_all,
    language::Language,
    routes::to,
    ui::{said, said_at_length},
    visit::Visit,
};

/// All that stands on a card.
fn said_on(t: Language, card: &Card) -> AnyView {
    let table = (!card.lines.is_empty()).then(|| lines(t, card));
    view! { {table} {said_at_length(&card.note, t.locale)} }.into_any()
}

/// The way to all cards.
fn to_all(visit: &Visit) -> AnyView {
    let key = if may_write_for_all(visit) { "card-admin-link" } else { "card-admin" };
    view! { <a href=to::admin_cards().into_string()>{visit.language.t(key)}</a> }.into_any()
}

/// What may be granted, line by line.
fn lines(t: Language, card: &Card) -> AnyView {
    let line = |line: &Line| {
        let tell = match line.tell.is_empty() {
            true => t.t("card-tell-nobody").into_owned().into_any(),
            false => said(&line.tell, t.locale),
        };
        view! {
            <tr>
                <th scope="row">{said(&line.what, t.locale)}</th>
                <td data-label=t.t("card-limit")>{said(&line.limit, t.locale)}</td>
                <td data-label=t.t("card-tell")>{tell}</td>
            </tr>
        }
    };
    view! {
        <table class="stack">
            <thead>
                <tr>
                    <th scope="col">{t.t("card-what")}</th>
                    <th scope="col">{t.t("card-limit")}</th>
                    <th scope="col">{t.t("card-tell")}</th>
                </tr>
            </thead>
            <tbody>{card.lines.iter().map(line).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
