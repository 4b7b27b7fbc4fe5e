//! Which of the things asked for are still shown.

use chrono::{Days, NaiveDate};

use super::Assigned;

/// What is later than so many days is let go on this page: never a debt. The coach still sees that it is open.
const SHOWN_LATE: u64 = 28;

/// Of everything asked for (the one due next first), what is not long past; the same thing asked for twice is shown once.
pub fn still_asked(assigned: Vec<Assigned>, today: NaiveDate) -> Vec<Assigned> {
    let mut kept: Vec<Assigned> = Vec::new();
    for one in assigned {
        // An absence without an end moves a due date to the end of time, after which there is no day.
        let is_recent = one.due.checked_add_days(Days::new(SHOWN_LATE)).is_none_or(|last| last >= today);
        if is_recent && kept.iter().all(|known| known.what != one.what) {
            kept.push(one);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{activity::model::Kind, coaching::model::What};

    #[test]
    fn long_past_things_are_let_go_and_doubles_shown_once() {
        let today = NaiveDate::from_ymd_opt(2026, 3, 30).unwrap();
        let asked = |item: &str, days_ago: u64| Assigned {
            what: What { kind: Kind::Module, item: item.to_owned() },
            due: today - Days::new(days_ago),
            note: String::new(),
            coach: String::new(),
        };
        let kept = still_asked(vec![asked("old", 29), asked("late", 28), asked("new", 3), asked("late", 0)], today);
        assert_eq!(kept, [asked("late", 28), asked("new", 3)]);
        let endless = vec![Assigned { due: NaiveDate::MAX, ..asked("endless", 0) }];
        assert_eq!(still_asked(endless.clone(), today), endless);
    }
}
