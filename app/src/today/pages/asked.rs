//! What coaches asked for.

use chrono::NaiveDate;
use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::weekday;
use crate::{
    activity::model::Kind,
    language::{Language, count},
    library::Library,
    modules::model::{Finished, Share, parts},
    routes::{Url, to},
    today::model::{Assigned, Due, due_words as due_of},
};

pub(super) fn asked_section(
    t: Language,
    library: &Library,
    finished: &Finished,
    assigned: &[Assigned],
    today: NaiveDate,
) -> AnyView {
    let rows = assigned.iter().filter_map(|assigned| row(t, library, finished, assigned, today)).collect::<Vec<_>>();
    let list = match rows.is_empty() {
        true => view! { <p>{t.t("today-asked-nothing")}</p> }.into_any(),
        false => view! { <ul class="toc">{rows}</ul> }.into_any(),
    };
    view! { <section aria-labelledby="asked"><h2 id="asked">{t.t("today-asked")}</h2>{list}</section> }.into_any()
}

/// Nothing for what authors have taken away.
fn row(t: Language, library: &Library, finished: &Finished, assigned: &Assigned, today: NaiveDate) -> Option<AnyView> {
    let (url, what) = describe(t, library, finished, assigned)?;
    let title = assigned.what.title(library, t.locale).to_owned();
    let (due, is_late) = due_words(t, assigned.due, today);
    let from = [("coach", assigned.coach.as_str().into()), ("note", assigned.note.as_str().into())];
    let from = match &from {
        [coach, _] if assigned.note.is_empty() => t.with("today-from", std::slice::from_ref(coach)),
        from => t.with("today-from-note", from),
    };
    let class = if is_late { "late" } else { "meta" };
    Some(
        view! {
            <li>
                <a href=url.into_string()>{title}</a>
                <span class=class>{due}</span>
                <p class="meta">{format!("{what} · {from}")}</p>
            </li>
        }
        .into_any(),
    )
}

/// Where it is, and what kind of thing it is with how much of it is done.
fn describe(t: Language, library: &Library, finished: &Finished, assigned: &Assigned) -> Option<(Url, String)> {
    let id = assigned.what.item.as_str();
    let share_of = |share: Share| [("done", count(share.done)), ("total", count(share.total))];
    match assigned.what.kind {
        Kind::Module => {
            let share = Share::of(parts(library.module(id)?), finished);
            Some((to::module(id), t.with("today-asked-module", &share_of(share))))
        }
        Kind::Path => {
            let modules = library.path(id)?.modules.iter().filter_map(|id| library.module(id));
            let share = Share::of(modules.flat_map(parts), finished);
            Some((to::modules(), t.with("today-asked-path", &share_of(share))))
        }
        Kind::Drill => {
            let (module, drill) = assigned.what.parts()?;
            let found = library.drill(module, drill)?;
            let kind = ("kind", found.kind().name(t).into());
            let minutes = ("minutes", i64::from(found.head().minutes).into());
            Some((to::drill(module, drill), t.with("today-asked-drill", &[kind, minutes])))
        }
        Kind::Lesson => {
            let (module, lesson) = assigned.what.parts()?;
            library.lesson(module, lesson)?;
            Some((to::lesson(module, lesson), t.t("today-lesson").into_owned()))
        }
    }
}

/// The due date in words, and whether it is past.
pub(super) fn due_words(t: Language, due: NaiveDate, today: NaiveDate) -> (String, bool) {
    let by_weekday = |key, number| t.with(key, &[("weekday", weekday(t, number).into())]);
    let by_day = |key, day| t.with(key, &[("day", t.day(day).into())]);
    match due_of(due, today) {
        Due::Today => (t.t("today-due-today").into_owned(), false),
        Due::Tomorrow => (t.t("today-due-tomorrow").into_owned(), false),
        Due::Weekday(number) => (by_weekday("today-due-weekday", number), false),
        Due::Day(day) => (by_day("today-due-day", day), false),
        Due::LateWeekday(number) => (by_weekday("today-late-weekday", number), true),
        Due::LateDay(day) => (by_day("today-late-day", day), true),
    }
}
