//! One sheet of paper.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::store::{Completed, find_completed};
use crate::{
    activity::model::day_of,
    error::Result,
    language::{Language, count},
    library::Library,
    ui::{Page, Width, own_tabs},
    visit::Visit,
};

pub async fn show_confirmation(visit: Visit) -> Result<Page> {
    let actor = visit.actor()?;
    let completed = find_completed(visit.db().read(), &actor.permit_learning()).await?;
    let (t, zone, library) = (visit.language, &actor.time_zone, visit.library());
    let place = match visit.app.settings.organisation.clone() {
        Some(organisation) => format!("{organisation}, {}", completed.site),
        None => completed.site.clone(),
    };
    let today = t.day(day_of(visit.now, zone));
    let body = view! {
        {own_tabs(&visit)}
        <article class="sheet">
            <div class="head">
                <p class="kicker">{place.clone()}</p>
                <h1>{t.t("confirmation-title")}</h1>
                <p class="lead">{t.with("confirmation-for", &[("name", actor.name.as_str().into())])}</p>
            </div>
            {modules(t, &library, &completed, zone)}
            {sums(t, &completed)}
            <p>{t.with("confirmation-day", &[("place", completed.site.as_str().into()), ("day", today.into())])}</p>
            <p class="meta">{t.t("confirmation-made-from")}</p>
        </article>
        <p class="hint screen">{t.t("confirmation-print")}</p>
    };
    Ok(Page::new(t.t("confirmation"), Width::Reading, body))
}

fn modules(t: Language, library: &Library, completed: &Completed, zone: &str) -> AnyView {
    if completed.modules.is_empty() {
        return view! { <p>{t.t("confirmation-no-modules")}</p> }.into_any();
    }
    let rows = completed.modules.iter().map(|(id, at)| {
        let module = library.module(id);
        let title = module.map_or(id, |module| module.title.get(t.locale)).to_owned();
        let parts = module.map(|module| parts_words(t, module.lessons.len(), module.drills.len()));
        view! {
            <tr>
                <th scope="row">{title}</th>
                <td data-label=t.t("confirmation-parts-head")>{parts}</td>
                <td data-label=t.t("confirmation-on")>{t.day(day_of(*at, zone))}</td>
            </tr>
        }
    });
    view! {
        <table class="stack">
            <caption>{t.t("confirmation-modules")}</caption>
            <thead>
                <tr>
                    <th scope="col">{t.t("confirmation-module")}</th>
                    <th scope="col">{t.t("confirmation-parts-head")}</th>
                    <th scope="col">{t.t("confirmation-on")}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn parts_words(t: Language, lessons: usize, drills: usize) -> String {
    t.with("confirmation-parts", &[("lessons", count(lessons)), ("drills", count(drills))])
}

/// What was completed altogether, modules that are not whole yet included.
fn sums(t: Language, completed: &Completed) -> AnyView {
    let (hours, minutes) = hours_and_minutes(completed.millis);
    let time = t.with("confirmation-time", &[("hours", hours.into()), ("minutes", minutes.into())]);
    let facts = [
        ("confirmation-lessons", t.number(completed.lessons)),
        ("confirmation-drills", t.number(completed.drills)),
        ("confirmation-learning-time", time),
    ];
    let facts = facts.map(|(key, value)| view! { <dt>{t.t(key)}</dt><dd>{value}</dd> });
    view! { <dl>{facts.collect_view()}</dl> }.into_any()
}

/// Whole minutes, rounded.
fn hours_and_minutes(millis: i64) -> (i64, i64) {
    let minutes = (millis.max(0) + 30_000) / 60_000;
    (minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::hours_and_minutes;

    #[test]
    fn time_is_in_hours_and_whole_minutes() {
        let of = |minutes: i64| hours_and_minutes(minutes * 60_000);
        assert_eq!([of(0), of(59), of(60), of(200)], [(0, 0), (0, 59), (1, 0), (3, 20)]);
        assert_eq!([hours_and_minutes(29_999), hours_and_minutes(3_570_000)], [(0, 0), (1, 0)]);
    }
}
