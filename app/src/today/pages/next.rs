//! The next piece as it is offered.

use chrono::NaiveDate;
use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::asked::due_words;
use crate::{
    language::Language,
    library::Library,
    modules::model::{Part, minutes_from},
    routes::{Url, to},
    today::{
        model::{Next, Why},
        pages::count,
    },
    ui::progress_line,
};

/// The next piece as the first thing of the day.
pub(super) fn piece(t: Language, library: &Library, next: &Next, today: NaiveDate) -> AnyView {
    let line = match (next.part, next.step) {
        (Part::Lesson(lesson), Some(step)) => Some(progress_line(step, lesson.steps.len())),
        _ => None,
    };
    view! {
        <section class="next" aria-labelledby="next">
            <p class="kicker">{why(t, next, today)}</p>
            <h2 id="next">{next.part.title().get(t.locale).clone()}</h2>
            {line}
            {note(t, next)}
            <p class="meta">{what(t, library, next)}</p>
            <p class="actions"><a class="button primary" href=url(next).into_string()>{verb(t, next)}</a></p>
        </section>
    }
    .into_any()
}

fn why(t: Language, next: &Next, today: NaiveDate) -> String {
    let (minutes, key) = match (next.part, next.step) {
        (Part::Lesson(lesson), Some(step)) => (minutes_from(step, lesson), "today-minutes-left"),
        (part, _) => (part.minutes(), "today-minutes"),
    };
    let minutes = t.with(key, &[("minutes", i64::from(minutes).into())]);
    match next.why {
        // How much of a drill is left nobody knows.
        Why::GoOn if next.attempt.is_some() => t.t("today-go-on").into_owned(),
        Why::GoOn => format!("{} · {minutes}", t.t("today-go-on")),
        Why::Assigned(assigned) => {
            let from = t.with("today-asked-by", &[("coach", assigned.coach.as_str().into())]);
            format!("{from} · {} · {minutes}", due_words(t, assigned.due, today).0)
        }
        Why::InOrder => format!("{} · {minutes}", t.t("today-in-order")),
        Why::Again => format!("{} · {minutes}", t.t("today-again")),
    }
}

fn note(t: Language, next: &Next) -> Option<AnyView> {
    let Why::Assigned(assigned) = next.why else { return None };
    if assigned.note.is_empty() {
        return None;
    }
    let note = t.with("today-note", &[("note", assigned.note.as_str().into())]);
    Some(view! { <p>{note}</p> }.into_any())
}

fn what(t: Language, library: &Library, next: &Next) -> String {
    let (module, kind) = match (next.part, next.step) {
        (Part::Lesson(lesson), Some(step)) => {
            let at = [("step", count(step)), ("total", count(lesson.steps.len()))];
            (&lesson.module, t.with("today-lesson-at", &at))
        }
        (Part::Lesson(lesson), None) => (&lesson.module, t.t("today-lesson").into_owned()),
        (Part::Drill(drill), _) => (&drill.head().module, drill.description(t)),
    };
    let module = library.module(module).map(|module| module.title.get(t.locale).as_str());
    match module {
        Some(title) => format!("{kind} · {}", t.with("today-module", &[("title", title.into())])),
        None => kind,
    }
}

fn verb(t: Language, next: &Next) -> String {
    match (next.part, next.step, next.attempt) {
        (Part::Lesson(_), Some(_), _) => t.t("today-read-on").into_owned(),
        (Part::Lesson(_), None, _) => t.t("today-read").into_owned(),
        (Part::Drill(drill), _, Some(_)) => drill.kind().go_on(t),
        (Part::Drill(drill), _, None) => drill.kind().begin(t),
    }
}

pub(super) fn url(next: &Next) -> Url {
    next.attempt.map_or_else(|| next.part.url(), to::attempt)
}
