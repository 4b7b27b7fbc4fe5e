//! Today: one clear next step first.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};

use super::{
    asked::asked_section,
    next::{enough_section, next_section},
    week::week_section,
    weekday,
};
use crate::{
    access::{Actor, Role},
    activity::model::{day_of, monday_of, start_of},
    error::Result,
    library::Library,
    modules::model::parts,
    people::{
        actions::SeeNotice,
        store::{Notice, list_notices},
    },
    today::{
        model::{Assigned, Situation, days_practised, is_enough, longest_ago, next_step, still_asked},
        store::{Overview, find_last_played, find_overview},
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
    let (overview, assigned) = load(&visit, actor, today, monday).await?;
    let situation = Situation {
        library: &library,
        finished: &overview.finished,
        begun: &overview.begun,
        attempt: overview.attempt.as_ref(),
        assigned: &assigned,
        is_coach: actor.has(Role::Coach),
        now: visit.now,
    };
    let next = match next_step(&situation) {
        // Everything has been done once: only then it is worth asking what was played when.
        None => longest_ago(
            &library,
            situation.is_coach,
            &find_last_played(visit.db().read(), &actor.permit_learning()).await?,
        ),
        next => next,
    };
    let done = done_today(&library, &overview, |at| day_of(at, &actor.time_zone) == today, t);
    let first = match is_enough(!done.is_empty(), &assigned, today) {
        true => enough_section(t, &done, next),
        false => next_section(t, &library, next, today),
    };
    let practised = days_practised(overview.moments.iter().copied(), monday, &actor.time_zone);
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
            {notices(&visit, actor).await?}
            {first}
        </div>
        <div>
            {asked_section(t, &library, &overview.finished, &assigned, today)}
            {week_section(t, practised, overview.millis)}
        </div>
    };
    Ok(Page::new(t.t("nav-today"), Width::Split, body))
}

/// What the person has done, and what is asked of them.
async fn load(visit: &Visit, actor: &Actor, today: NaiveDate, monday: NaiveDate) -> Result<(Overview, Vec<Assigned>)> {
    let (db, permit) = (visit.db().read(), actor.permit_learning());
    let week = (monday.to_string(), start_of(monday, &actor.time_zone));
    let mut overview = find_overview(db, &permit, (&week.0, week.1), &actor.time_zone, visit.now).await?;
    let assigned = std::mem::take(&mut overview.asked).into_iter();
    let assigned = assigned.map(|own| Assigned { what: own.what, due: own.due, note: own.note, coach: own.coach });
    Ok((overview, still_asked(assigned.collect(), today)))
}

fn first_name(actor: &Actor) -> &str {
    actor.name.split_whitespace().next().unwrap_or(&actor.name)
}

/// Titles of what was finished today, for the first time or again.
fn done_today(
    library: &Library,
    overview: &Overview,
    is_today: impl Fn(i64) -> bool,
    t: crate::language::Language,
) -> Vec<String> {
    let first = overview.finished.parts().filter(|(.., at)| is_today(*at)).map(|(_, item, _)| item);
    let again = overview.again.iter().filter(|(_, at)| is_today(*at)).map(|(item, _)| item.as_str());
    let items: BTreeSet<&str> = first.chain(again).collect();
    if items.is_empty() {
        return Vec::new();
    }
    let all = library.modules.iter().flat_map(parts);
    all.filter(|part| items.contains(part.item().as_str())).map(|part| part.title().get(t.locale).clone()).collect()
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
