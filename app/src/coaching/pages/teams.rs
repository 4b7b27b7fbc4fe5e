//! The teams of a coach.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use crate::{
    access::Role,
    activity::model::day_of,
    coaching::store::{TeamLine, list_teams},
    error::{Error, Result},
    language::Language,
    routes::to,
    ui::{Page, Width},
    visit::Visit,
};

pub async fn show_teams(visit: Visit) -> Result<Page> {
    let actor = visit.actor()?;
    let today = day_of(visit.now, &actor.time_zone);
    let teams = list_teams(visit.db().read(), &actor.scope(Role::Coach)?, today, visit.now).await?;
    let t = visit.language;
    let list = if teams.is_empty() {
        view! { <p>{t.t("coach-no-teams")}</p> }.into_any()
    } else {
        let lines = teams.into_iter().map(|team| line(t, team)).collect::<Result<Vec<_>>>()?;
        view! { <ul class="toc">{lines}</ul> }.into_any()
    };
    let body = view! {
        <div class="head"><h1>{t.t("coach-teams")}</h1></div>
        {list}
        <p><a href=to::responses().into_string()>{t.t("responses")}</a></p>
    };
    Ok(Page::new(t.t("coach-teams"), Width::Full, body))
}

fn line(t: Language, team: TeamLine) -> Result<AnyView> {
    let people = t.with("coach-people", &[("people", team.people.into())]);
    let open = match team.next_due {
        Some(next) => {
            let next = t.day(next.parse().map_err(Error::internal)?);
            t.with("coach-open", &[("open", team.open.into()), ("day", next.into())])
        }
        None => t.t("coach-nothing-open").into_owned(),
    };
    let line = view! {
        <li>
            <a href=to::team(&team.id).into_string()>{team.name}</a>
            <span class="meta">{people}</span>
            <p class="meta">{format!("{} · {open}", team.site)}</p>
        </li>
    };
    Ok(line.into_any())
}
