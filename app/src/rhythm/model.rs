//! How often, and how much time: no debt follows from either.

use chrono::{Datelike, Days, NaiveDate};

use crate::today::model::whole_minutes;

/// So many times a week at most.
const MOST: i64 = 5;

/// How often in a week somebody means to practise; 0 for whoever chose none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rhythm(i64);

impl Rhythm {
    /// All that can be chosen, none first.
    pub fn all() -> impl Iterator<Item = Rhythm> {
        (0..=MOST).map(Rhythm)
    }

    pub fn new(times: i64) -> Option<Rhythm> {
        (0..=MOST).contains(&times).then_some(Rhythm(times))
    }

    pub fn times(self) -> i64 {
        self.0
    }

    /// How a week with so many days of practice stands to it; `None` for whoever has no rhythm.
    pub fn compare(self, practised: usize) -> Option<Standing> {
        let practised = i64::try_from(practised).unwrap_or(i64::MAX);
        match self.0 {
            0 => None,
            times if practised >= times => Some(Standing::Met),
            times => Some(Standing::Open { practised, times }),
        }
    }
}

/// How a week stands to a rhythm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Open { practised: i64, times: i64 },
    Met,
}

/// A week of the receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    pub monday: NaiveDate,
    pub minutes: i64,
}

impl Week {
    /// From stored milliseconds.
    pub fn new(monday: NaiveDate, millis: i64) -> Week {
        Week { monday, minutes: whole_minutes(millis) }
    }

    pub fn sunday(self) -> NaiveDate {
        self.monday.checked_add_days(Days::new(6)).unwrap_or(self.monday)
    }

    /// The first day of the month that the week counts for: the one in which its Thursday lies, and with it most of its days.
    pub fn month(self) -> NaiveDate {
        let thursday = self.monday.checked_add_days(Days::new(3)).unwrap_or(self.monday);
        thursday.with_day(1).unwrap_or(thursday)
    }
}

/// Minutes by month, in the order of the weeks. They add up to those of the weeks as they are shown.
pub fn by_month(weeks: &[Week]) -> Vec<(NaiveDate, i64)> {
    let months = weeks.chunk_by(|a, b| a.month() == b.month());
    months.filter_map(|weeks| Some((weeks.first()?.month(), total(weeks)))).collect()
}

pub fn total(weeks: &[Week]) -> i64 {
    weeks.iter().map(|week| week.minutes).sum()
}

/// The years that weeks count for, as they come.
pub fn years(weeks: &[Week]) -> Vec<i32> {
    let mut years: Vec<i32> = weeks.iter().map(|week| week.month().year()).collect();
    years.dedup();
    years
}

#[cfg(test)]
mod tests {
    use super::*;

    fn week(monday: &str, minutes: i64) -> Week {
        Week::new(monday.parse().unwrap(), minutes * 60_000)
    }

    #[test]
    fn a_week_counts_once_for_the_month_of_its_thursday() {
        let month = |monday: &str| week(monday, 1).month().to_string();
        // 2026 ends on a Thursday; July 1 of it is a Wednesday.
        assert_eq!(month("2026-12-28"), "2026-12-01");
        assert_eq!(month("2026-06-29"), "2026-07-01");
        assert_eq!(month("2027-01-04"), "2027-01-01");
        // 1 January 2027 is a Friday: its week belongs to December; 1 January 2026 is a Thursday.
        assert_eq!(month("2025-12-29"), "2026-01-01");
    }

    #[test]
    fn months_add_up_to_their_weeks() {
        let weeks = [week("2026-11-16", 20), week("2026-11-02", 5), week("2026-10-26", 7), week("2025-12-22", 1)];
        let months: Vec<_> = by_month(&weeks).into_iter().map(|(month, sum)| (month.to_string(), sum)).collect();
        let expected = [("2026-11-01", 25), ("2026-10-01", 7), ("2025-12-01", 1)];
        assert_eq!(months, expected.map(|(month, sum)| (month.to_owned(), sum)));
        assert_eq!(total(&weeks), 33);
        assert_eq!(years(&weeks), [2026, 2025]);
        assert_eq!(by_month(&[]), []);
    }

    #[test]
    fn a_rhythm_is_met_or_open_and_never_more() {
        let three = Rhythm::new(3).unwrap();
        assert_eq!(three.compare(0), Some(Standing::Open { practised: 0, times: 3 }));
        assert_eq!(three.compare(3), Some(Standing::Met));
        assert_eq!(three.compare(7), Some(Standing::Met));
        assert_eq!(Rhythm::new(0).unwrap().compare(0), None);
        assert_eq!((Rhythm::new(6), Rhythm::new(-1)), (None, None));
        assert_eq!(Rhythm::all().count(), 6);
    }
}
