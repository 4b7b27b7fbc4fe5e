//! The week: on which days somebody practised, and how days are spoken of.

use chrono::{Datelike, NaiveDate};

use crate::activity::model::day_of;

/// Whole minutes, rounded; at least one for anything.
pub fn whole_minutes(millis: i64) -> i64 {
    if millis <= 0 { 0 } else { ((millis + 30_000) / 60_000).max(1) }
}

/// On which days of the week from `monday` on something was left on record.
pub fn days_practised(moments: impl Iterator<Item = i64>, monday: NaiveDate, time_zone: &str) -> [bool; 7] {
    let mut days = [false; 7];
    for moment in moments {
        let since = (day_of(moment, time_zone) - monday).num_days();
        if let Some(day) = usize::try_from(since).ok().and_then(|since| days.get_mut(since)) {
            *day = true;
        }
    }
    days
}

/// How to speak of a due date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    Today,
    Tomorrow,
    /// Within six days, by its weekday, from 1 for Monday.
    Weekday(u32),
    Day(NaiveDate),
    /// It was meant for a weekday of the last six days.
    LateWeekday(u32),
    LateDay(NaiveDate),
}

pub fn due_words(due: NaiveDate, today: NaiveDate) -> Due {
    match (due - today).num_days() {
        0 => Due::Today,
        1 => Due::Tomorrow,
        2..=6 => Due::Weekday(due.weekday().number_from_monday()),
        -6..=-1 => Due::LateWeekday(due.weekday().number_from_monday()),
        days if days < 0 => Due::LateDay(due),
        _ => Due::Day(due),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, number).unwrap()
    }

    #[test]
    fn near_days_go_by_their_weekday() {
        // 18 November 2026 is a Wednesday.
        let today = day(18);
        assert_eq!(due_words(day(18), today), Due::Today);
        assert_eq!(due_words(day(19), today), Due::Tomorrow);
        assert_eq!(due_words(day(20), today), Due::Weekday(5));
        assert_eq!(due_words(day(24), today), Due::Weekday(2));
        assert_eq!(due_words(day(25), today), Due::Day(day(25)));
        assert_eq!(due_words(day(17), today), Due::LateWeekday(2));
        assert_eq!(due_words(day(12), today), Due::LateWeekday(4));
        assert_eq!(due_words(day(11), today), Due::LateDay(day(11)));
    }

    #[test]
    fn days_are_those_of_the_site() {
        // Monday 23:30 UTC is Tuesday in Zürich; the Sunday before does not belong to the week.
        let monday = day(16);
        let at = |text: &str| chrono::DateTime::parse_from_rfc3339(text).unwrap().timestamp_millis();
        let moments = [at("2026-11-16T23:30:00Z"), at("2026-11-15T12:00:00Z"), at("2026-11-22T12:00:00Z")];
        let practised = days_practised(moments.into_iter(), monday, "Europe/Zurich");
        assert_eq!(practised, [false, true, false, false, false, false, true]);
    }

    #[test]
    fn a_little_is_a_minute() {
        assert_eq!([0, 1, 30_000, 89_999, 90_000].map(whole_minutes), [0, 1, 1, 1, 2]);
    }
}
