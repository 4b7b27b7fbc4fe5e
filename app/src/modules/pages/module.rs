//! A module: what it is for, its lessons and drills, and what to keep in mind.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::{day, minutes, share_words};
use crate::{
    error::{Error, Result},
    library::{Audience, Card, Module},
    modules::{
        model::{Part, Share, clamp_step, minutes_left, parts},
        store::{Learned, find_learned},
        test_out::is_offered,
    },
    routes::to,
    ui::{Page, Width, html, notice, progress_line},
    visit::Visit,
};

pub async fn show_module(visit: Visit) -> Result<Page> {
    let library = visit.library();
    let module = library.module(&visit.param("module")?).ok_or(Error::NotFound)?;
    let learned = find_learned(visit.db().read(), &visit.actor()?.permit_learning()).await?;
    let t = visit.language;
    let title = module.title.get(t.locale).clone();
    let competencies = module.competencies.iter().map(|id| library.competency_title(id, t.locale).to_owned());
    let body = view! {
        <div>
            {head(&visit, module, &learned)}
            {just_read(&visit, module, &learned)}
            {next(&visit, module, &learned)}
            {test_out(&visit, module, &learned)}
            {part_list(&visit, "lessons", parts(module).filter(|part| matches!(part, Part::Lesson(_))), &learned)?}
            {part_list(&visit, "drills", parts(module).filter(|part| matches!(part, Part::Drill(_))), &learned)?}
            {cards(&visit, &module.cards)}
        </div>
        <div>
            {plain_list(&visit, "situations", module.situations.get(t.locale).clone())}
            {plain_list(&visit, "competencies", competencies.collect())}
        </div>
    };
    Ok(Page::new(title, Width::Split, body))
}

fn head(visit: &Visit, module: &Module, learned: &Learned) -> AnyView {
    let t = visit.language;
    let share = Share::of(parts(module), &learned.finished);
    let left = minutes_left(module, &learned.finished);
    let left =
        (left > 0).then(|| format!(" · {}", t.with("module-minutes-left", &[("minutes", i64::from(left).into())])));
    let for_coaches = (module.audience == Audience::Coaches).then(|| format!(" · {}", t.t("modules-for-coaches")));
    view! {
        <div class="head">
            <p class="kicker"><a href=to::modules().into_string()>{t.t("nav-modules")}</a>{for_coaches}</p>
            <h1>{module.title.get(t.locale).clone()}</h1>
            <p class="lead">{module.summary.get(t.locale).clone()}</p>
            {progress_line(share.done, share.total)}
            <p class="meta">{share_words(t, share)}{left}</p>
        </div>
    }
    .into_any()
}

/// Says what has just been read, coming from the last step of a lesson.
fn just_read(visit: &Visit, module: &Module, learned: &Learned) -> Option<AnyView> {
    let read = visit.query("read")?;
    let lesson = module.lessons.iter().find(|lesson| lesson.id == read)?;
    let t = visit.language;
    let is_all = Share::of(parts(module), &learned.finished).is_full();
    let key = if is_all { "module-read-all" } else { "module-read" };
    Some(notice(t.with(key, &[("title", lesson.title.get(t.locale).as_str().into())])))
}

/// One way on: what was begun, then what is next in order.
fn next(visit: &Visit, module: &Module, learned: &Learned) -> Option<AnyView> {
    let t = visit.language;
    let is_begun = |part: &Part| learned.begun.contains_key(&part.item());
    let open = || parts(module).filter(|part| !learned.finished.has(*part));
    let part = open().find(is_begun).or_else(|| open().next())?;
    let title = ("title", part.title().get(t.locale).as_str().into());
    let words = match part {
        Part::Lesson(_) if is_begun(&part) => t.with("module-go-on", &[title]),
        Part::Lesson(_) => t.with("module-read-next", &[title]),
        Part::Drill(drill) => t.with("module-play-next", &[("begin", drill.kind().begin(t).into()), title]),
    };
    Some(
        view! { <p class="actions"><a class="button primary" href=part.url().into_string()>{words}</a></p> }.into_any(),
    )
}

/// The way to the checks, while nothing is begun; to what came of them, once they were taken.
fn test_out(visit: &Visit, module: &Module, learned: &Learned) -> Option<AnyView> {
    let t = visit.language;
    let url = to::test_out(&module.id).into_string();
    if learned.tested.contains_key(&module.id) {
        return Some(view! { <p><a href=url>{t.t("test-out-see")}</a></p> }.into_any());
    }
    let offer = view! { <p>{t.t("test-out-offer")}" "<a href=url>{t.t("test-out-begin")}</a></p> };
    is_offered(module, learned).then(|| offer.into_any())
}

fn part_list<'a>(
    visit: &Visit,
    id: &'static str,
    parts: impl Iterator<Item = Part<'a>>,
    learned: &Learned,
) -> Result<Option<AnyView>> {
    let t = visit.language;
    let rows = parts.map(|part| {
        let description = match part {
            Part::Lesson(_) => None,
            Part::Drill(drill) => Some(view! { <p class="meta">{drill.description(t)}</p> }),
        };
        let title = part.title().get(t.locale).clone();
        let state = part_state(visit, part, learned)?;
        Ok(view! { <li><a href=part.url().into_string()>{title}</a>{state}{description}</li> }.into_any())
    });
    let rows = rows.collect::<Result<Vec<_>>>()?;
    if rows.is_empty() {
        return Ok(None);
    }
    let title = t.t(&format!("module-{id}"));
    Ok(Some(
        view! { <section aria-labelledby=id><h2 id=id>{title}</h2><ul class="toc">{rows}</ul></section> }.into_any(),
    ))
}

/// Not begun: how long it takes; begun: where; finished: when.
fn part_state(visit: &Visit, part: Part, learned: &Learned) -> Result<AnyView> {
    let t = visit.language;
    if let Some(at) = learned.finished.part_at(part) {
        let key = match part {
            Part::Lesson(lesson) if learned.tested.get(&lesson.module) == Some(&at) => "module-lesson-known",
            Part::Lesson(_) => "module-lesson-read",
            Part::Drill(_) => "module-drill-played",
        };
        let words = t.with(key, &[("day", day(visit, at)?.into())]);
        return Ok(view! { <span class="done">{words}</span> }.into_any());
    }
    let words = match (part, learned.begun.get(&part.item())) {
        (Part::Lesson(lesson), Some(begun)) => {
            super::lesson::step_words(t, clamp_step(begun.step, lesson), lesson.steps.len())
        }
        _ => minutes(t, part.minutes()),
    };
    Ok(view! { <span class="meta">{words}</span> }.into_any())
}

/// Cards to recall: the front, and the back at a tap.
fn cards(visit: &Visit, cards: &[Card]) -> Option<AnyView> {
    if cards.is_empty() {
        return None;
    }
    let t = visit.language;
    let cards = cards.iter().map(|card| {
        let front = card.front.get(t.locale).clone();
        view! { <details><summary>{front}</summary>{html("prose", card.back.get(t.locale))}</details> }
    });
    Some(
        view! {
            <section aria-labelledby="cards">
                <h2 id="cards">{t.t("module-cards")}</h2>
                <p class="meta">{t.t("module-cards-text")}</p>
                {cards.collect_view()}
            </section>
        }
        .into_any(),
    )
}

fn plain_list(visit: &Visit, id: &'static str, lines: Vec<String>) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let title = visit.language.t(&format!("module-{id}"));
    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    Some(view! { <section aria-labelledby=id><h2 id=id>{title}</h2><ul>{lines}</ul></section> }.into_any())
}
