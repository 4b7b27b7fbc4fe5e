//! Today: one button, three minutes.

use std::{collections::BTreeSet, ops::Range};

use chrono::{Datelike, Days, NaiveDate};
use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};

use super::{asked::asked_section, plan::plan_section, week::week_section, weekday};
use crate::{
    access::{Actor, Role},
    activity::model::{day_of, monday_of, start_of},
    drills::field::pages::ask_section,
    error::Result,
    language::Language,
    library::Library,
    modules::model::{Part, parts},
    people::{
        actions::SeeNotice,
        store::{Notice, list_notices},
    },
    rhythm::pages::rhythm_line,
    routes::to,
    today::{
        model::{
            Assigned, Situation, Today, days_practised, is_enough, latest_field_practice, longest_ago, next_step,
            still_asked,
        },
        store::{Overview, find_last_played, read_overview},
    },
    ui::{Page, Width, hidden},
    visit::Visit,
};

pub async fn show_today(visit: Visit) -> Result<Page> {
    let actor = visit.actor()?;
    let t = visit.language;
    let library = visit.library();
    let today = day_of(visit.now, &actor.time_zone);
    let monday = monday_of(today);
    let (overview, assigned) = load(&visit, actor, today, monday)?;
    let guides = actor.guides();
    let finished = &overview.deck.finished;
    let situation = Situation {
        library: &library,
        finished,
        begun: &overview.begun,
        attempt: overview.attempt.as_ref(),
        assigned: &assigned,
        guides,
        now: visit.now,
    };
    let next = match next_step(&situation) {
        // Everything has been done once: only then it is worth asking what was played when.
        None => longest_ago(&library, guides, &find_last_played(visit.db().read(), &actor.permit_learning()).await?),
        next => next,
    };
    let midnight = |day| start_of(day, &actor.time_zone);
    let done = done_today(&library, &overview, midnight(today)..midnight(today + Days::new(1)), t);
    let plan = Today {
        has_cards: !overview.deck.session(&library, guides, today).is_empty(),
        has_recalled: overview.deck.count_today(today) > 0,
        is_enough: is_enough(!done.is_empty(), &assigned, today),
        next,
        has_learned: finished.parts().next().is_some(),
        has_intention: overview.intentions.iter().any(|intention| intention.state.day >= today),
        field_practice: latest_field_practice(&library, finished),
    }
    .plan();
    let first = plan_section(t, &library, &plan, &done, next, today);
    let asks = overview.intentions.iter().find(|intention| intention.asking(today).is_asked());
    let practised = days_practised(overview.moments.iter().copied(), monday, &actor.time_zone);
    let notices = notices(&visit, actor).await?;
    let date = t.with(
        "today-date",
        &[("weekday", weekday(t, today.weekday().number_from_monday()).into()), ("day", t.day(today).into())],
    );
    let body = view! {
        <div>
            <div class="head">
                <p class="kicker">{date}</p>
                <h1>{t.with("today-greeting", &[("name", first_name(actor).into())])}</h1>
            </div>
            {notices}
            {asks.map(|intention| ask_section(t, intention))}
            {first}
        </div>
        <div>
            {asked_section(t, &library, finished, &assigned, today)}
            {week_section(t, practised, overview.millis)}
            {rhythm_line(t, overview.rhythm, practised.iter().filter(|is_practised| **is_practised).count())}
            {more(t)}
        </div>
    };
    Ok(Page::new(t.t("nav-today"), Width::Split, body))
}

/// What the person has done, and what is asked of them.
fn load(visit: &Visit, actor: &Actor, today: NaiveDate, monday: NaiveDate) -> Result<(Overview, Vec<Assigned>)> {
    let week = (monday.to_string(), start_of(monday, &actor.time_zone));
    let mut overview = read_overview(visit.found()?, &actor.permit_learning(), (&week.0, week.1), &actor.time_zone)?;
    let asked = if actor.has(Role::Learner) { std::mem::take(&mut overview.asked) } else { Vec::new() };
    let assigned = asked.into_iter();
    let assigned = assigned.map(|own| Assigned { what: own.what, due: own.due, note: own.note, coach: own.coach });
    Ok((overview, still_asked(assigned.collect(), today)))
}

/// What belongs to the day and is not part of it.
fn more(t: Language) -> AnyView {
    let links = [
        (to::phrases(), "phrases-title"),
        (to::intentions(), "field-intentions"),
        (to::competencies(), "mastery"),
        (to::receipt(), "receipt-title"),
        (to::decision_card(), "card-title"),
        (to::our_values(), "values-title"),
        (to::help(), "handbook-help"),
    ];
    let links = links.map(|(url, words)| view! { <li><a href=url.into_string()>{t.t(words)}</a></li> });
    view! { <ul class="more">{links.into_iter().collect_view()}</ul> }.into_any()
}

fn first_name(actor: &Actor) -> &str {
    actor.name.split_whitespace().next().unwrap_or(&actor.name)
}

/// Titles of what was finished today, for the first time or again.
fn done_today(library: &Library, overview: &Overview, today: Range<i64>, t: Language) -> Vec<String> {
    let finished = &overview.deck.finished;
    let again: BTreeSet<&str> =
        overview.again.iter().filter(|(_, at)| today.contains(at)).map(|(item, _)| item.as_str()).collect();
    if again.is_empty() && !finished.moments().any(|at| today.contains(&at)) {
        return Vec::new();
    }
    let is_done = |part: &Part| {
        let is_first = finished.part_at(*part).is_some_and(|at| today.contains(&at));
        is_first || (!again.is_empty() && again.contains(part.item().as_str()))
    };
    let all = library.modules.iter().flat_map(parts);
    all.filter(is_done).map(|part| part.title().get(t.locale).clone()).collect()
}

/// What the person is told once.
async fn notices(visit: &Visit, actor: &Actor) -> Result<Vec<AnyView>> {
    if !actor.has_notices {
        return Ok(Vec::new());
    }
    let t = visit.language;
    let notices = list_notices(visit.db().read(), &actor.permit_learning()).await?;
    let view = |notice: Notice| {
        let moment = t.moment(notice.at, &actor.time_zone);
        view! {
            <div class="notice">
                <p>{t.t(&format!("notice-{}", notice.kind))}</p>
                <form method="post" action=SeeNotice::PATH>
                    {hidden("notice", notice.id)}
                    <p class="meta">{moment}</p>
                    <button>{t.t("notice-understood")}</button>
                </form>
            </div>
        }
        .into_any()
    };
    Ok(notices.into_iter().map(view).collect())
}
