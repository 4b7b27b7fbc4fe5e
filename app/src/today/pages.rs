//! Today, and one's own progress.

mod asked;
mod next;
mod plan;
mod progress;
mod today;
mod week;

pub use progress::show_progress;
pub use today::show_today;

use crate::{
    language::{Language, count},
    modules::model::Share,
};

fn share_words(t: Language, share: Share) -> String {
    t.with("today-share", &[("done", count(share.done)), ("total", count(share.total))])
}

/// `Monday` for 1.
fn weekday(t: Language, number: u32) -> std::borrow::Cow<'static, str> {
    t.t(&format!("today-weekday-{number}"))
}
