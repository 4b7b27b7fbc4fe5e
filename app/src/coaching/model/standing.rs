//! Where a person stands with what was assigned: done or not, and when. Nothing else is for coaches.

use chrono::NaiveDate;

use super::{Absence, effective_due};
use crate::activity::model::day_of;

/// When a person finished what was assigned, as far as it is a coach's business.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// Before it was assigned: when is the person's own business.
    Already,
    /// On this day, after it was assigned.
    On(NaiveDate),
}

/// Where a person stands with an assignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Done(Done),
    /// Until this day, which absences may have moved.
    OpenUntil(NaiveDate),
    /// It was meant to be finished by this day.
    Late(NaiveDate),
}

/// What was finished at one moment, having been assigned at another (UTC milliseconds), in the time zone of the person's site.
pub fn done(done_at: i64, assigned_at: i64, time_zone: &str) -> Done {
    if done_at < assigned_at { Done::Already } else { Done::On(day_of(done_at, time_zone)) }
}

/// Where a person with these absences stands `today` with what was assigned on one day and is due on another.
pub fn standing(
    done: Option<Done>,
    (assigned, due): (NaiveDate, NaiveDate),
    absences: &[Absence],
    today: NaiveDate,
) -> Standing {
    match done {
        Some(done) => Standing::Done(done),
        None => match effective_due(assigned, due, absences) {
            due if today <= due => Standing::OpenUntil(due),
            due => Standing::Late(due),
        },
    }
}

/// Whether what a whole team was asked for concerns somebody who joined on a day: whoever comes later is asked too, but begins without a debt.
pub fn concerns(joined: NaiveDate, due: NaiveDate) -> bool {
    joined <= due
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, number).unwrap()
    }

    #[test]
    fn done_has_a_day_but_not_if_it_was_before_the_assignment() {
        let noon = 1_800_000_000_000;
        assert_eq!(done(noon - 1, noon, "UTC"), Done::Already, "the same day, but before");
        assert_eq!(done(noon, noon, "UTC"), Done::On(day_of(noon, "UTC")));
        let times = (day(5), day(8));
        assert_eq!(
            standing(Some(Done::On(day(9))), times, &[], day(20)),
            Standing::Done(Done::On(day(9))),
            "late or not"
        );
    }

    #[test]
    fn open_until_the_end_of_the_last_day_which_absences_move() {
        let times = (day(5), day(8));
        assert_eq!(standing(None, times, &[], day(8)), Standing::OpenUntil(day(8)));
        assert_eq!(standing(None, times, &[], day(9)), Standing::Late(day(8)));
        assert_eq!(standing(None, times, &[(day(7), day(10))], day(9)), Standing::OpenUntil(day(12)));
    }

    #[test]
    fn who_joins_after_the_due_date_is_not_asked() {
        assert!(concerns(day(8), day(8)));
        assert!(!concerns(day(9), day(8)));
    }
}
