//! Messages from the Fluent files beside this one: one file a room and language. Swiss German follows from German.

use std::{borrow::Cow, collections::HashMap, sync::LazyLock};

use chrono::{DateTime, Datelike, NaiveDate, TimeZone, Timelike};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_syntax::ast::{Entry, PatternElement};
use unic_langid::langid;

use super::{Locale, swiss};

/// Named values of a message.
pub type Args<'a> = &'a [(&'a str, FluentValue<'a>)];

macro_rules! files {
    ($($room:literal),* $(,)?) => {
        const FILES: &[(&str, &str, &str)] = &[$(
            ($room, include_str!(concat!("de/", $room, ".ftl")), include_str!(concat!("en/", $room, ".ftl"))),
        )*];
    };
}
files!(
    "ui",
    "errors",
    "access",
    "people",
    "handbook",
    "decision_cards",
    "our_values",
    "today",
    "mastery",
    "confirmation",
    "my_data",
    "modules",
    "search",
    "drills",
    "recall",
    "field",
    "phrases",
    "recordings",
    "responses",
    "coaching",
    "uptake",
    "detours",
    "rhythm",
    "admin"
);

/// All messages of one locale: those without values ready to use, the others as patterns.
struct Catalogue {
    plain: HashMap<String, String>,
    patterns: FluentBundle<FluentResource>,
}

static CATALOGUES: LazyLock<[Catalogue; 3]> = LazyLock::new(|| Locale::ALL.map(load));

fn catalogue(locale: Locale) -> &'static Catalogue {
    match locale {
        Locale::De => &CATALOGUES[0],
        Locale::DeCh => &CATALOGUES[1],
        Locale::En => &CATALOGUES[2],
    }
}

fn source(locale: Locale, german: &str, english: &str) -> String {
    match locale {
        Locale::De => german.to_owned(),
        Locale::DeCh => swiss::respell(german),
        Locale::En => english.to_owned(),
    }
}

fn load(locale: Locale) -> Catalogue {
    let tag = match locale {
        Locale::De => langid!("de"),
        Locale::DeCh => langid!("de-CH"),
        Locale::En => langid!("en"),
    };
    let mut patterns = FluentBundle::new_concurrent(vec![tag]);
    patterns.set_use_isolating(false);
    let mut plain = HashMap::new();
    for (room, german, english) in FILES {
        let resource = FluentResource::try_new(source(locale, german, english)).unwrap_or_else(|(partly, errors)| {
            tracing::error!(room, ?errors, "a message file has errors");
            partly
        });
        plain.extend(resource.entries().filter_map(plain_message));
        patterns.add_resource_overriding(resource);
    }
    Catalogue { plain, patterns }
}

/// A message without values: ready to use.
fn plain_message(entry: &Entry<&str>) -> Option<(String, String)> {
    let Entry::Message(message) = entry else { return None };
    let elements = &message.value.as_ref()?.elements;
    let texts = elements.iter().map(|element| match element {
        PatternElement::TextElement { value } => Some(*value),
        PatternElement::Placeable { .. } => None,
    });
    Some((message.id.name.to_owned(), texts.collect::<Option<String>>()?))
}

/// A number of things, as a message takes it.
pub fn count(number: usize) -> FluentValue<'static> {
    i64::try_from(number).unwrap_or(i64::MAX).into()
}

#[rustfmt::skip]
const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6",
    "month-7", "month-8", "month-9", "month-10", "month-11", "month-12",
];

/// How a page speaks: messages, days and numbers of one locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    pub locale: Locale,
}

impl Language {
    /// A message without values. An unknown key is shown as it is and logged: no page fails for a word.
    pub fn t(self, key: &str) -> Cow<'static, str> {
        match catalogue(self.locale).plain.get(key) {
            Some(text) => Cow::Borrowed(text),
            None => Cow::Owned(self.with(key, &[])),
        }
    }

    /// Whether there is such a message.
    pub fn knows(self, key: &str) -> bool {
        catalogue(self.locale).patterns.has_message(key)
    }

    /// A message with values.
    pub fn with(self, key: &str, values: Args) -> String {
        let patterns = &catalogue(self.locale).patterns;
        let Some(pattern) = patterns.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, locale = self.locale.tag(), "a message is missing");
            return key.to_owned();
        };
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            args.set(*name, value.clone());
        }
        let mut errors = Vec::new();
        let text = patterns.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::error!(key, ?errors, "a message could not be filled in");
        }
        text
    }

    /// `21. November 2026`, `21 November 2026`.
    pub fn day(self, day: NaiveDate) -> String {
        let month = self.month(day);
        match self.locale {
            Locale::En => format!("{} {month} {}", day.day(), day.year()),
            Locale::De | Locale::DeCh => format!("{}. {month} {}", day.day(), day.year()),
        }
    }

    /// The name of a day's month: `November`.
    pub fn month(self, day: NaiveDate) -> Cow<'static, str> {
        self.t(MONTHS[day.month0() as usize])
    }

    /// Day and time (`21. November 2026, 14:05`) of a moment in UTC milliseconds, in an IANA time zone.
    pub fn moment(self, at: i64, time_zone: &str) -> String {
        let zone: chrono_tz::Tz = time_zone.parse().unwrap_or(chrono_tz::UTC);
        let Some(at) = DateTime::from_timestamp_millis(at) else { return String::new() };
        let local = zone.from_utc_datetime(&at.naive_utc());
        format!("{}, {:02}:{:02}", self.day(local.date_naive()), local.hour(), local.minute())
    }

    /// A whole number with the locale's thousands: `1.234`, `1’234`, `1,234`.
    pub fn number(self, number: i64) -> String {
        let separator = match self.locale {
            Locale::De => '.',
            Locale::DeCh => '’',
            Locale::En => ',',
        };
        let digits = number.unsigned_abs().to_string();
        let mut grouped = String::from(if number < 0 { "−" } else { "" });
        for (position, digit) in digits.chars().enumerate() {
            if position > 0 && (digits.len() - position).is_multiple_of(3) {
                grouped.push(separator);
            }
            grouped.push(digit);
        }
        grouped
    }

    /// A share in percent: `73 %`, `73%`.
    pub fn percent(self, percent: i64) -> String {
        match self.locale {
            Locale::En => format!("{percent}%"),
            Locale::De | Locale::DeCh => format!("{percent}\u{a0}%"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Every message of a text with the values that it uses.
    fn signatures(text: &str) -> BTreeMap<String, BTreeSet<String>> {
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
        let message = |entry: &Entry<&str>| match entry {
            Entry::Message(message) => {
                let values = format!("{:?}", message.value);
                let used = values.split("VariableReference { id: Identifier { name: \"").skip(1);
                let used = used.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect();
                Some((message.id.name.to_owned(), used))
            }
            _ => None,
        };
        resource.entries().filter_map(message).collect()
    }

    #[test]
    fn both_languages_say_the_same_things() {
        for (room, german, english) in FILES {
            assert_eq!(signatures(german), signatures(english), "messages of {room}");
        }
    }

    #[test]
    fn no_message_has_two_homes() {
        let mut seen = BTreeMap::new();
        for (room, german, _) in FILES {
            for name in signatures(german).into_keys() {
                assert_eq!(seen.insert(name.clone(), room), None, "{name} stands twice");
            }
        }
    }

    #[test]
    fn swiss_messages_have_no_sharp_s_and_their_own_quotation_marks() {
        for (_, german, _) in FILES {
            let swiss = source(Locale::DeCh, german, "");
            assert!(!swiss.contains('ß') && !swiss.contains('„'), "{swiss}");
        }
    }

    #[test]
    fn numbers_and_days_follow_the_locale() {
        let [de, ch, en] = Locale::ALL.map(|locale| Language { locale });
        assert_eq!([de, ch, en].map(|language| language.number(1_234_567)), ["1.234.567", "1’234’567", "1,234,567"]);
        assert_eq!(en.number(-1000), "−1,000");
        let day = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
        assert_eq!(de.day(day), "1. März 2026");
        assert_eq!(en.day(day), "1 March 2026");
        assert_eq!(en.moment(0, "Europe/Zurich"), "1 January 1970, 01:00");
    }
}
