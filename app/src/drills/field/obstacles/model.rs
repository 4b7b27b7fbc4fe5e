//! When words that were handed in may be read.

use chrono::{Days, NaiveDate};

/// Words are kept for so many weeks, read or not.
const KEPT_WEEKS: u64 = 26;

/// What waits at a site, from weeks that are closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub site_id: String,
    pub texts: i64,
    /// The site's learners: those who can have written it.
    pub people: i64,
}

impl Waiting {
    /// Whether it is enough of both to be published together.
    pub fn may_be_published(&self, minimum: i64) -> bool {
        self.texts >= minimum && self.people >= minimum
    }
}

/// The first week that is still kept, in the week of a Monday.
pub fn first_kept(monday: NaiveDate) -> NaiveDate {
    monday.checked_sub_days(Days::new(7 * KEPT_WEEKS)).unwrap_or(monday)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_texts_wait_and_few_people_are_never_published() {
        let waiting = |texts, people| Waiting { site_id: "s".to_owned(), texts, people };
        assert!(waiting(8, 8).may_be_published(8));
        assert!(!waiting(7, 100).may_be_published(8));
        assert!(!waiting(100, 7).may_be_published(8));
    }

    #[test]
    fn half_a_year_is_kept() {
        let monday = NaiveDate::from_ymd_opt(2026, 11, 16).unwrap();
        assert_eq!(first_kept(monday), NaiveDate::from_ymd_opt(2026, 5, 18).unwrap());
    }
}
