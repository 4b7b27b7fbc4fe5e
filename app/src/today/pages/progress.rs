//! One's own progress: by module, by week. Nobody else sees it.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::share_words;
use crate::{
    activity::{model::day_of, store::list_weeks},
    error::Result,
    language::{Language, count},
    library::{Library, Module},
    modules::{
        model::{Finished, Part, Share, parts},
        store::find_learned,
    },
    routes::to,
    today::model::{latest, whole_minutes},
    ui::{Page, Width, own_tabs},
    visit::Visit,
};

/// So many weeks are shown, and so many things that were finished last.
const WEEKS: i64 = 8;
const LATEST: usize = 5;

pub async fn show_progress(visit: Visit) -> Result<Page> {
    let actor = visit.actor()?;
    let (db, permit) = (visit.db().read(), actor.permit_learning());
    let finished = find_learned(db, &permit).await?.finished;
    let weeks = list_weeks(db, &permit, WEEKS).await?;
    let library = visit.library();
    let t = visit.language;
    // What somebody did in a module that is not meant for them (any more) stays theirs.
    let is_shown =
        |module: &&Module| module.is_meant_for(actor.guides()) || parts(module).any(|part| finished.has(part));
    let modules = library.modules.iter().filter(is_shown);
    let modules = modules.map(|module| module_line(t, module, &finished)).collect::<Vec<_>>();
    let body = view! {
        <div class="head">
            <h1>{t.t("nav-progress")}</h1>
            <p class="lead">{t.t("progress-lead")}" "<a href=to::who_sees_what().into_string()>{t.t("who-sees-what")}</a></p>
        </div>
        {own_tabs(&visit)}
        <section aria-labelledby="by-module">
            <h2 id="by-module">{t.t("progress-by-module")}</h2>
            <ul class="lines">{modules}</ul>
        </section>
        {minutes_by_week(t, &weeks)}
        {lately(t, &library, &finished, &actor.time_zone)}
    };
    Ok(Page::new(t.t("nav-progress"), Width::Full, body))
}

fn module_line(t: Language, module: &Module, finished: &Finished) -> AnyView {
    let share_of =
        |lessons: bool| Share::of(parts(module).filter(|part| matches!(part, Part::Lesson(_)) == lessons), finished);
    let (lessons, drills) = (share_of(true), share_of(false));
    let words = t.with(
        "progress-parts",
        &[
            ("lessons", count(lessons.done)),
            ("all_lessons", count(lessons.total)),
            ("drills", count(drills.done)),
            ("all_drills", count(drills.total)),
        ],
    );
    let share = Share { done: lessons.done + drills.done, total: lessons.total + drills.total };
    view! {
        <li>
            <span>
                <a href=to::module(&module.id).into_string()>{module.title.get(t.locale).clone()}</a>
                <br/>
                <span class="meta">{words}</span>
            </span>
            {share_line(share)}
            <span class="num">{state(t, share, "progress-module-full")}</span>
        </li>
    }
    .into_any()
}

/// `3 of 7`, or the message that all of it is done.
fn state(t: Language, share: Share, full: &str) -> String {
    if share.is_full() { t.t(full).into_owned() } else { share_words(t, share) }
}

/// A share as a dot along the eye line.
fn share_line(share: Share) -> AnyView {
    let at = format!("{:.1}%", 1.0 + 98.0 * share.done as f64 / share.total.max(1) as f64);
    view! {
        <svg class="eye" height="20" aria-hidden="true">
            <line x1="0" x2="100%" y1="10" y2="10"/>
            <line class="gone" x1="0" x2=at.clone() y1="10" y2="10"/>
            <circle class="you" cx=at cy="10" r="7"/>
        </svg>
    }
    .into_any()
}

/// Only weeks in which there was something: a pause is not a debt.
fn minutes_by_week(t: Language, weeks: &[(String, i64)]) -> AnyView {
    let rows = weeks.iter().filter_map(|(week, millis)| {
        let monday = week.parse().ok()?;
        let name = t.with("progress-week-of", &[("day", t.day(monday).into())]);
        let minutes = t.number(whole_minutes(*millis));
        Some(view! { <tr><th scope="row">{name}</th><td class="num" data-label=t.t("progress-minutes")>{minutes}</td></tr> })
    });
    let rows: Vec<_> = rows.collect();
    let table = match rows.is_empty() {
        true => view! { <p>{t.t("progress-no-weeks")}</p> }.into_any(),
        false => view! {
            <table class="stack">
                <caption>{t.t("progress-weeks-caption")}</caption>
                <thead><tr><th scope="col">{t.t("progress-week")}</th><th scope="col" class="num">{t.t("progress-minutes")}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any(),
    };
    view! { <section aria-labelledby="by-week"><h2 id="by-week">{t.t("progress-by-week")}</h2>{table}</section> }
        .into_any()
}

fn lately(t: Language, library: &Library, finished: &Finished, time_zone: &str) -> Option<AnyView> {
    let rows: Vec<_> = latest(library, finished, LATEST)
        .into_iter()
        .map(|(part, at)| {
            let title = part.title().get(t.locale).clone();
            let day = t.day(day_of(at, time_zone));
            view! { <li><a href=part.url().into_string()>{title}</a><span class="meta">{day}</span></li> }
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    Some(view! { <section aria-labelledby="lately"><h2 id="lately">{t.t("progress-lately")}</h2><ul class="toc">{rows}</ul></section> }.into_any())
}
