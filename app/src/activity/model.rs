//! Weeks, minutes, and when something counts as finished.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeZone, Utc};

use crate::library::Library;

/// The longest gap between two submissions that counts as time spent, in milliseconds (three minutes).
pub(super) const LONGEST_GAP: i64 = 3 * 60 * 1000;
/// What the first submission after a pause counts as, in milliseconds (half a minute): something was read before it.
const FIRST: i64 = 30 * 1000;

/// Milliseconds that a submission at `now` adds, the last one having been at `last_at`.
pub fn credited_millis(last_at: Option<i64>, now: i64) -> i64 {
    match last_at.map(|last_at| now - last_at) {
        Some(gap) if (0..=LONGEST_GAP).contains(&gap) => gap,
        _ => FIRST,
    }
}

/// The calendar day of a moment (UTC milliseconds) in an IANA time zone.
pub fn day_of(now: i64, time_zone: &str) -> NaiveDate {
    let zone: chrono_tz::Tz = time_zone.parse().unwrap_or(chrono_tz::UTC);
    let utc = DateTime::from_timestamp_millis(now).unwrap_or(DateTime::<Utc>::MIN_UTC);
    zone.from_utc_datetime(&utc.naive_utc()).date_naive()
}

/// The Monday of a day's week.
pub fn monday_of(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday()))).unwrap_or(day)
}

/// The week of a moment, as it is stored: its Monday, `YYYY-MM-DD`.
pub fn week_of(now: i64, time_zone: &str) -> String {
    monday_of(day_of(now, time_zone)).to_string()
}

/// The first moment of a day in an IANA time zone, in UTC milliseconds. Where clocks skip midnight, the next hour.
pub fn start_of(day: NaiveDate, time_zone: &str) -> i64 {
    let zone: chrono_tz::Tz = time_zone.parse().unwrap_or(chrono_tz::UTC);
    let hours = (0..4).filter_map(|hour| day.and_hms_opt(hour, 0, 0));
    let first = hours.filter_map(|time| zone.from_local_datetime(&time).earliest()).next();
    first.map_or(0, |first| first.timestamp_millis())
}

/// What can be finished.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Lesson,
    Drill,
    Module,
    Path,
}

impl Kind {
    /// As it stands in the database and in forms.
    pub fn id(self) -> &'static str {
        match self {
            Kind::Lesson => "lesson",
            Kind::Drill => "drill",
            Kind::Module => "module",
            Kind::Path => "path",
        }
    }

    pub fn from_id(id: &str) -> Option<Kind> {
        [Kind::Lesson, Kind::Drill, Kind::Module, Kind::Path].into_iter().find(|kind| kind.id() == id)
    }
}

/// A lesson's or drill's name in the database: `module/lesson`, `module/drill`.
pub fn item(module: &str, part: &str) -> String {
    format!("{module}/{part}")
}

/// What is finished by now and was not before: a module once all of its lessons and drills are, a path once all of its modules are.
/// `is_done` knows what is finished, the latest included.
pub fn newly_finished(library: &Library, is_done: impl Fn(Kind, &str) -> bool) -> Vec<(Kind, String)> {
    let is_module_done = |id: &str| {
        library.module(id).is_some_and(|module| {
            let has_parts = !module.lessons.is_empty() || !module.drills.is_empty();
            has_parts
                && module.lessons.iter().all(|lesson| is_done(Kind::Lesson, &item(id, &lesson.id)))
                && module.drills.iter().all(|drill| is_done(Kind::Drill, &drill.item()))
        })
    };
    let modules = library.modules.iter().filter(|module| is_module_done(&module.id));
    let modules = modules.map(|module| (Kind::Module, module.id.clone()));
    let paths = library.paths.iter().filter(|path| {
        !path.modules.is_empty() && path.modules.iter().all(|id| is_done(Kind::Module, id) || is_module_done(id))
    });
    let paths = paths.map(|path| (Kind::Path, path.id.clone()));
    modules.chain(paths).filter(|(kind, id)| !is_done(*kind, id)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_count_up_to_three_minutes() {
        assert_eq!(credited_millis(None, 1_000_000), FIRST);
        assert_eq!(credited_millis(Some(1_000_000), 1_060_000), 60_000);
        assert_eq!(credited_millis(Some(0), LONGEST_GAP), LONGEST_GAP);
        assert_eq!(credited_millis(Some(0), LONGEST_GAP + 1), FIRST);
        assert_eq!(credited_millis(Some(5_000), 4_000), FIRST, "a clock set back adds what a first submission adds");
    }

    #[test]
    fn a_week_begins_on_monday_at_the_site() {
        // Sunday 23:30 UTC is Monday in Zürich.
        let sunday_night = DateTime::parse_from_rfc3339("2026-03-01T23:30:00Z").unwrap().timestamp_millis();
        assert_eq!(week_of(sunday_night, "Europe/Zurich"), "2026-03-02");
        assert_eq!(week_of(sunday_night, "UTC"), "2026-02-23");
    }

    #[test]
    fn a_day_begins_at_midnight_of_the_site_in_summer_too() {
        let day = NaiveDate::from_ymd_opt(2026, 7, 1).unwrap();
        assert_eq!(
            start_of(day, "Europe/Zurich"),
            DateTime::parse_from_rfc3339("2026-06-30T22:00:00Z").unwrap().timestamp_millis()
        );
        assert_eq!(day_of(start_of(day, "Europe/Zurich"), "Europe/Zurich"), day);
    }
}
