//! Intentions as their person sees them, and how Today asks about one.

mod ask;
mod intention;
mod list;
mod new;

pub use ask::ask_section;
pub use intention::show_intention;
pub use list::show_intentions;
pub use new::{intention_form, show_new_intention};

use chrono::NaiveDate;

use crate::{activity::model::day_of, error::Result, language::Language, visit::Visit};

/// The day where the visitor is.
fn today(visit: &Visit) -> Result<NaiveDate> {
    Ok(day_of(visit.now, &visit.actor()?.time_zone))
}

/// `heute`, `morgen`, or the date.
fn day_words(t: Language, day: NaiveDate, today: NaiveDate) -> String {
    match (day - today).num_days() {
        0 => t.t("field-today").into_owned(),
        1 => t.t("field-tomorrow").into_owned(),
        _ => t.day(day),
    }
}

/// `Für heute vorgenommen`.
fn meant_words(t: Language, day: NaiveDate, today: NaiveDate) -> String {
    match (day - today).num_days() {
        0 => t.t("field-meant-today").into_owned(),
        1 => t.t("field-meant-tomorrow").into_owned(),
        _ => t.with("field-meant-day", &[("day", t.day(day).into())]),
    }
}
