//! Rules of absences: days without a reason, never two that touch.

use chrono::{Datelike, NaiveDate};

use crate::storage::Flash;

/// The longest absence in days (three years): parental leave fits, a slip of the keyboard does not.
const LONGEST: i64 = 3 * 366;

/// From the first to the last day, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub first: NaiveDate,
    pub last: NaiveDate,
}

impl Span {
    /// As two fields were filled in; otherwise what is wrong with them.
    pub fn read(first: &str, last: &str) -> Result<Span, Flash> {
        let mut flash = Flash::default();
        let mut read = |field: &str, typed: &str| {
            let day = NaiveDate::parse_from_str(typed, "%Y-%m-%d").ok();
            match day.filter(|day| (2000..=2100).contains(&day.year())) {
                None => {
                    flash.refuse(field, "admin-day-unclear");
                    None
                }
                known => known,
            }
        };
        let (first, last) = (read("first_day", first), read("last_day", last));
        if let (Some(first), Some(last)) = (first, last) {
            match (last - first).num_days() {
                ..0 => flash.refuse("last_day", "admin-absence-backwards"),
                LONGEST.. => flash.refuse("last_day", "admin-absence-too-long"),
                _ => return Ok(Span { first, last }),
            }
        }
        Err(flash)
    }

    pub fn contains(&self, other: &Span) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// Whether two share a day, or one begins the day after the other ends.
    fn touches(&self, other: &Span) -> bool {
        (self.first - other.last).num_days() <= 1 && (other.first - self.last).num_days() <= 1
    }
}

/// One span of a new absence and all that it touches, with the ids of those that it replaces.
pub fn merge(known: &[(String, Span)], new: Span) -> (Span, Vec<String>) {
    let mut whole = new;
    let mut replaced = Vec::new();
    let mut rest: Vec<&(String, Span)> = known.iter().collect();
    // What has grown may touch more than what was typed.
    while let Some(at) = rest.iter().position(|(_, span)| whole.touches(span)) {
        let (id, span) = rest.swap_remove(at);
        whole = Span { first: whole.first.min(span.first), last: whole.last.max(span.last) };
        replaced.push(id.clone());
    }
    (whole, replaced)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(first: &str, last: &str) -> Span {
        Span::read(first, last).unwrap()
    }

    #[test]
    fn an_absence_ends_after_it_begins_and_within_three_years() {
        assert!(Span::read("2026-03-01", "2026-03-01").is_ok());
        let error = |first, last, field: &str| Span::read(first, last).unwrap_err().error(field).map(str::to_owned);
        assert_eq!(error("2026-03-02", "2026-03-01", "last_day").as_deref(), Some("admin-absence-backwards"));
        assert_eq!(error("2026-03-02", "2030-03-01", "last_day").as_deref(), Some("admin-absence-too-long"));
        assert_eq!(error("", "2026-03-01", "first_day").as_deref(), Some("admin-day-unclear"));
        assert_eq!(error("2026-03-01", "12026-03-01", "last_day").as_deref(), Some("admin-day-unclear"));
    }

    #[test]
    fn what_touches_becomes_one() {
        let known =
            [("a".to_owned(), span("2026-03-01", "2026-03-05")), ("b".to_owned(), span("2026-03-10", "2026-03-12"))];
        let (whole, mut replaced) = merge(&known, span("2026-03-06", "2026-03-09"));
        replaced.sort();
        assert_eq!((whole, replaced), (span("2026-03-01", "2026-03-12"), vec!["a".to_owned(), "b".to_owned()]));
        let (whole, replaced) = merge(&known, span("2026-03-07", "2026-03-08"));
        assert_eq!((whole, replaced), (span("2026-03-07", "2026-03-08"), vec![]));
        let (whole, replaced) = merge(&known, span("2026-03-02", "2026-03-03"));
        assert_eq!((whole, replaced), (span("2026-03-01", "2026-03-05"), vec!["a".to_owned()]));
    }
}
