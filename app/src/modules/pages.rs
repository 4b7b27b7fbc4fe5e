//! A module and its lessons.

pub(super) mod check;
mod glossary;
mod lesson;
mod module;
mod reflection;
mod terms;

pub use glossary::show_glossary;
pub use lesson::show_lesson;
pub use module::show_module;

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::model::{Finished, Share, parts};
use crate::{
    activity::model::{Kind, day_of},
    error::Result,
    language::{Language, count},
    library::Module,
    visit::Visit,
};

/// The day of a moment where the visitor works, as it is written.
fn day(visit: &Visit, at: i64) -> Result<String> {
    Ok(visit.language.day(day_of(at, &visit.actor()?.time_zone)))
}

/// `7 minutes`.
pub(super) fn minutes(t: Language, minutes: u32) -> String {
    t.with("modules-minutes", &[("minutes", i64::from(minutes).into())])
}

/// `3 of 7 done`.
pub(super) fn share_words(t: Language, share: Share) -> String {
    t.with("modules-share", &[("done", count(share.done)), ("total", count(share.total))])
}

/// How far somebody is with a module, in a few words at the right of its title.
pub(super) fn module_state(visit: &Visit, module: &Module, finished: &Finished) -> Result<AnyView> {
    let t = visit.language;
    let share = Share::of(parts(module), finished);
    Ok(match finished.at(Kind::Module, &module.id) {
        Some(at) if share.is_full() => {
            let words = t.with("modules-finished-on", &[("day", day(visit, at)?.into())]);
            view! { <span class="done">{words}</span> }.into_any()
        }
        _ if share.done == 0 => view! { <span class="meta">{minutes(t, module.minutes)}</span> }.into_any(),
        _ => view! { <span class="meta">{share_words(t, share)}</span> }.into_any(),
    })
}
