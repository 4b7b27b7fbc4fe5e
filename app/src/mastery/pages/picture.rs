//! Levels at the eye line. Decoration: the same stands in words and tables beside it.

use chrono::{Datelike, NaiveDate};
use leptos::{prelude::*, tachys::view::any_view::AnyView};

use crate::{
    language::Language,
    mastery::model::{Level, Step},
};

/// The level as a dot along the line, between the places where steps begin; an empty circle where there is too little to say.
pub fn line(level: Option<Level>) -> AnyView {
    let at = |average: u32| format!("{:.1}%", 1.0 + 0.98 * f64::from(average));
    let bounds = Step::ALL.map(|step| view! { <circle cx=at(step.from()) cy="10" r="3"/> });
    let gone = level.map(|level| view! { <line class="gone" x1="0" x2=at(level.average) y1="10" y2="10"/> });
    let (class, here) = level.map_or(("open", 0), |level| ("you", level.average));
    view! {
        <svg class="eye" height="20" aria-hidden="true">
            <line x1="0" x2="100%" y1="10" y2="10"/>
            {gone}
            {bounds.collect_view()}
            <circle class=class cx=at(here) cy="10" r="7"/>
        </svg>
    }
    .into_any()
}

/// Levels week by week, over a line where each step begins.
pub fn weeks(t: Language, weeks: &[(NaiveDate, Option<Level>)]) -> AnyView {
    let of = weeks.len().saturating_sub(1).max(1) as f64;
    let x = |place: usize| format!("{:.1}%", LEFT + (99.0 - LEFT) * place as f64 / of);
    let bounds = Step::ALL.map(|step| {
        let y = height(step.from());
        view! {
            <line x1="0" x2="100%" y1=y y2=y/>
            <text x="0" y=y - 5>{t.t(step.message())}</text>
        }
    });
    let lines = weeks.windows(2).enumerate().filter_map(|(place, pair)| {
        let (from, to) = (height(pair[0].1?.average), height(pair[1].1?.average));
        Some(view! { <line class="you" x1=x(place) y1=from x2=x(place + 1) y2=to/> })
    });
    let last = weeks.len().saturating_sub(1);
    let marks = weeks.iter().enumerate().filter_map(|(place, (_, level))| {
        let radius = if place == last { 7 } else { 3 };
        Some(view! { <circle class="you" cx=x(place) cy=height((*level)?.average) r=radius/> })
    });
    view! {
        <svg class="eye" height="200" aria-hidden="true">
            {bounds.collect_view()}
            {lines.collect_view()}
            {marks.collect_view()}
            {months(t, weeks).into_iter().map(|(place, name)| view! { <text x=x(place) y="196" text-anchor="middle">{name}</text> }).collect_view()}
        </svg>
    }
    .into_any()
}

/// The steps' names stand left of here, in percent of the width.
const LEFT: f64 = 28.0;

/// 0 to 100 from 170 up to 20.
fn height(average: u32) -> i64 {
    170 - i64::from(average) * 3 / 2
}

/// Where a month begins, in short; the one that the weeks begin in only where there is room for it.
fn months(t: Language, weeks: &[(NaiveDate, Option<Level>)]) -> Vec<(usize, String)> {
    let begins = weeks.windows(2).enumerate().filter(|(_, pair)| pair[0].0.month() != pair[1].0.month());
    let name = |day: NaiveDate| t.month(day).chars().take(3).collect();
    begins.map(|(place, pair)| (place + 1, name(pair[1].0))).collect()
}
