//! Until when a person has time.

use chrono::{Days, NaiveDate};

/// First and last day of an absence, both of them absent days.
pub type Absence = (NaiveDate, NaiveDate);

/// Until when a person has time for what was assigned on one day and is due on another.
///
/// Who is absent gets as many days of presence as everybody else: each absent day from the day assigned to the due date moves the date by
/// one day, and so does each absent day that the date passes or meets as it moves. Hence the date never comes earlier, never falls on an
/// absent day, and stays where it is without absences in between. Absences may overlap and come in any order; days count once.
pub fn effective_due(assigned: NaiveDate, due: NaiveDate, absences: &[Absence]) -> NaiveDate {
    let mut absences = absences.to_vec();
    absences.sort_unstable();
    // The first day that has not been looked at.
    let mut next = assigned.min(due);
    let mut moved = due;
    for (first, last) in absences {
        let first = first.max(next);
        if first > moved {
            break;
        }
        if last < first {
            continue;
        }
        let days = (last - first).num_days().unsigned_abs() + 1;
        moved = moved.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX);
        next = last.succ_opt().unwrap_or(NaiveDate::MAX);
    }
    moved
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A day of a year that does not matter.
    fn day(number: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(number - 1)
    }

    #[test]
    fn absent_days_before_the_due_date_move_it() {
        assert_eq!(effective_due(day(1), day(10), &[]), day(10));
        assert_eq!(effective_due(day(1), day(10), &[(day(4), day(6))]), day(13));
        assert_eq!(effective_due(day(1), day(10), &[(day(8), day(20))]), day(23), "three days of time were left");
    }

    #[test]
    fn absences_outside_do_not_count() {
        let outside = [(day(1), day(4)), (day(11), day(30))];
        assert_eq!(effective_due(day(5), day(10), &outside), day(10));
        let reaching_in = [(day(1), day(6))];
        assert_eq!(effective_due(day(5), day(10), &reaching_in), day(12), "only the days since it was assigned");
    }

    #[test]
    fn a_date_that_meets_another_absence_moves_on() {
        let two = [(day(12), day(14)), (day(4), day(6))];
        assert_eq!(effective_due(day(1), day(10), &two), day(16));
    }

    #[test]
    fn days_in_two_absences_count_once() {
        let overlapping = [(day(4), day(6)), (day(5), day(7)), (day(5), day(5))];
        assert_eq!(effective_due(day(1), day(10), &overlapping), day(14));
    }

    #[test]
    fn an_endless_absence_is_endless() {
        assert_eq!(effective_due(day(1), day(10), &[(day(2), NaiveDate::MAX)]), NaiveDate::MAX);
    }

    fn absences() -> impl Strategy<Value = Vec<Absence>> {
        let absence = (1..400_u64, 0..40_u64).prop_map(|(first, more)| (day(first), day(first + more)));
        proptest::collection::vec(absence, 0..12)
    }

    fn is_absent(absences: &[Absence], on: NaiveDate) -> bool {
        absences.iter().any(|(first, last)| (*first..=*last).contains(&on))
    }

    proptest! {
        #[test]
        fn never_earlier_never_on_an_absent_day(assigned in 1..400_u64, time in 0..100_u64, absences in absences()) {
            let (assigned, due) = (day(assigned), day(assigned + time));
            let moved = effective_due(assigned, due, &absences);
            prop_assert!(moved >= due);
            prop_assert!(!is_absent(&absences, moved));
        }

        #[test]
        fn everybody_gets_the_same_days_of_presence(assigned in 1..400_u64, time in 0..100_u64, absences in absences()) {
            let (assigned, due) = (day(assigned), day(assigned + time));
            let moved = effective_due(assigned, due, &absences);
            let present = assigned.iter_days().take_while(|on| *on <= moved).filter(|on| !is_absent(&absences, *on)).count();
            prop_assert_eq!(present as u64, time + 1);
        }

        #[test]
        fn the_order_of_absences_does_not_matter(assigned in 1..400_u64, time in 0..100_u64, mut absences in absences()) {
            let moved = effective_due(day(assigned), day(assigned + time), &absences);
            absences.reverse();
            prop_assert_eq!(effective_due(day(assigned), day(assigned + time), &absences), moved);
        }

        #[test]
        fn without_absences_in_between_nothing_moves(assigned in 1..400_u64, time in 0..100_u64, absences in absences()) {
            let (assigned, due) = (day(assigned), day(assigned + time));
            let outside: Vec<_> = absences.into_iter().filter(|(first, last)| *last < assigned || *first > due).collect();
            prop_assert_eq!(effective_due(assigned, due, &outside), due);
        }
    }
}
