//! This week: seven days along the eye line, and the same in words.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::weekday;
use crate::{language::Language, today::model::whole_minutes};

pub(super) fn week_section(t: Language, practised: [bool; 7], millis: i64) -> AnyView {
    let stops = practised.iter().zip(1_u32..).map(|(is_practised, number)| {
        let at = format!("{}%", 4 + 15 * (number - 1));
        let (class, radius) = if *is_practised { ("you", "7") } else { ("open", "3") };
        view! {
            <circle class=class cx=at.clone() cy="10" r=radius/>
            <text x=at y="36" text-anchor="middle">{t.t(&format!("today-weekday-short-{number}"))}</text>
        }
    });
    view! {
        <section aria-labelledby="week">
            <h2 id="week">{t.t("today-week")}</h2>
            <svg class="eye" height="44" aria-hidden="true">
                <line x1="0" x2="100%" y1="10" y2="10"/>
                {stops.collect_view()}
            </svg>
            <p class="meta">{words(t, practised, millis)}</p>
        </section>
    }
    .into_any()
}

fn words(t: Language, practised: [bool; 7], millis: i64) -> String {
    let days = practised.iter().zip(1_u32..).filter(|(is_practised, _)| **is_practised);
    let days: Vec<_> = days.map(|(_, number)| weekday(t, number)).collect();
    let minutes = whole_minutes(millis);
    let days = match days.as_slice() {
        [] => return t.t("today-week-nothing").into_owned(),
        [day] => day.to_string(),
        [first @ .., last] => {
            t.with("today-week-and", &[("days", first.join(", ").into()), ("last", last.as_ref().into())])
        }
    };
    t.with("today-week-practised", &[("days", days.into()), ("minutes", minutes.into())])
}
