//! One's own competencies, and why each stands where it does.

mod competency;
mod list;
mod picture;
mod why;

pub use competency::show_competency;
pub use list::show_competencies;

use super::model::Level;
use crate::language::Language;

/// A level in words.
fn level_words(t: Language, level: Option<Level>) -> String {
    t.t(level.map_or("mastery-too-little", |level| level.step().message())).into_owned()
}
