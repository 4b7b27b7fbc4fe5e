//! Today, and one's own progress.

mod asked;
mod next;
mod plan;
mod progress;
mod today;
mod week;

pub use progress::show_progress;
pub use today::show_today;

use super::store::OVERVIEW;
use crate::{
    language::{Language, count},
    modules::model::Share,
    people::store::ReadAhead,
};

/// What the day follows from is read with the session.
pub fn read_ahead(path: &str, _query: &str, _now: i64) -> Option<ReadAhead> {
    (path == "/today").then(|| ReadAhead::own(&OVERVIEW))
}

fn share_words(t: Language, share: Share) -> String {
    t.with("today-share", &[("done", count(share.done)), ("total", count(share.total))])
}

/// `Monday` for 1.
fn weekday(t: Language, number: u32) -> std::borrow::Cow<'static, str> {
    t.t(&format!("today-weekday-{number}"))
}
