//! The one rule by which a level follows from evidence.
//!
//! Everything that says something about a competency is evidence with a score from 0 to 100. A rehearsal weighs as much as two answers to
//! checks or eight to cards, and everything half as much after [`HALF_LIFE`] days; after [`LONGEST`] days it no longer counts. Of one thing done several times
//! on a day, the last time counts. The level is the weighted average, as long as there is enough of it ([`ENOUGH`]).

use std::collections::HashMap;

use chrono::{Days, NaiveDate};

/// After so many days evidence weighs half.
pub const HALF_LIFE: u32 = 60;
/// What is older than so many days does not count.
pub const LONGEST: i64 = 365;
/// The least weight from which a level follows: one rehearsal and one answer of today, or three answers.
pub const ENOUGH: f64 = 1.5;
/// So many weeks are drawn: half a year.
pub const WEEKS: u64 = 26;

/// Where evidence comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// An attempt at a drill that has ended.
    Rehearsal,
    /// An answered check of a lesson.
    Check,
    /// An answer to a recall card.
    Card,
}

impl Source {
    /// What it weighs on the day itself.
    fn weight(self) -> f64 {
        match self {
            Source::Rehearsal => 1.0,
            Source::Check => 0.5,
            // As many as a session has make one rehearsal.
            Source::Card => 0.125,
        }
    }
}

/// What one thing that was done says about a competency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    pub competency: String,
    pub source: Source,
    /// `module/drill`, `module/lesson/check` or `module/card`.
    pub item: String,
    /// From 0 to 100.
    pub score: u32,
    /// UTC milliseconds …
    pub at: i64,
    /// … and the day that it was at the person's site.
    pub day: NaiveDate,
}

/// Evidence that counts, and how much of what it weighed on its day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counted<'a> {
    pub evidence: &'a Evidence,
    /// From 0 to 1.
    pub weight: f64,
}

/// How well a competency is practised, in words that say nothing of the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    First,
    Growing,
    Practised,
    Assured,
}

impl Step {
    pub const ALL: [Step; 4] = [Step::First, Step::Growing, Step::Practised, Step::Assured];

    /// The lowest average that is this step.
    pub fn from(self) -> u32 {
        match self {
            Step::First => 0,
            Step::Growing => 40,
            Step::Practised => 65,
            Step::Assured => 85,
        }
    }

    /// The message that says it.
    pub fn message(self) -> &'static str {
        match self {
            Step::First => "mastery-first",
            Step::Growing => "mastery-growing",
            Step::Practised => "mastery-practised",
            Step::Assured => "mastery-assured",
        }
    }
}

/// Where a competency stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// The weighted average, from 0 to 100.
    pub average: u32,
}

impl Level {
    pub fn step(self) -> Step {
        Step::ALL.into_iter().rev().find(|step| step.from() <= self.average).unwrap_or(Step::First)
    }
}

/// What of one competency's evidence counts on a day, the latest first.
pub fn counted<'a>(evidence: impl IntoIterator<Item = &'a Evidence>, today: NaiveDate) -> Vec<Counted<'a>> {
    let mut last: HashMap<(Source, &str, NaiveDate), &Evidence> = HashMap::new();
    for one in evidence.into_iter().filter(|one| (0..=LONGEST).contains(&age(one, today))) {
        let kept = last.entry((one.source, &one.item, one.day)).or_insert(one);
        if kept.at <= one.at {
            *kept = one;
        }
    }
    let mut counted: Vec<_> =
        last.into_values().map(|evidence| Counted { evidence, weight: faded(age(evidence, today)) }).collect();
    counted.sort_by_key(|one| (std::cmp::Reverse(one.evidence.at), &one.evidence.item));
    counted
}

fn age(evidence: &Evidence, today: NaiveDate) -> i64 {
    (today - evidence.day).num_days()
}

fn faded(days: i64) -> f64 {
    0.5_f64.powf(days as f64 / f64::from(HALF_LIFE))
}

/// The level that follows from what counts; `None` while that is too little to say.
pub fn level(counted: &[Counted]) -> Option<Level> {
    let weight = |one: &Counted| one.evidence.source.weight() * one.weight;
    let total: f64 = counted.iter().map(weight).sum();
    let score: f64 = counted.iter().map(|one| weight(one) * f64::from(one.evidence.score.min(100))).sum();
    // Sums of fractions: what makes exactly enough should be enough in whatever order it is added.
    (total > ENOUGH - 1e-9).then(|| Level { average: (score / total).round() as u32 })
}

/// The level as it was week by week, the earliest first, today's last.
pub fn weekly(evidence: &[&Evidence], today: NaiveDate) -> Vec<(NaiveDate, Option<Level>)> {
    let days = (0..WEEKS).rev().filter_map(|weeks| today.checked_sub_days(Days::new(7 * weeks)));
    days.map(|day| (day, level(&counted(evidence.iter().copied(), day)))).collect()
}

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
