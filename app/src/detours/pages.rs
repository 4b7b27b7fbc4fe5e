//! Detours as those see them who lead the whole organisation.

mod drill;
mod list;
mod scenes;
mod words;

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::{
    disclosure::least,
    model::Quarter,
    store::{self, Closed, Detours},
};
use crate::{
    access::{Role, Scope},
    activity::model::day_of,
    drills::Head,
    error::{Error, Result},
    language::Language,
    routes::{Url, to},
    ui::{Page, Width},
    visit::Visit,
};

pub use drill::show_detour;
pub use list::show_detours;

/// What both pages begin with.
struct Asked {
    scope: Scope,
    /// The latest first.
    quarters: Vec<Quarter>,
    /// The one that was asked for, or the latest.
    quarter: Quarter,
    closed: Closed,
}

/// Who asks, for which quarter, and what is published of it or of one drill in it; or the page that says why there is nothing to ask for.
async fn ask(visit: &Visit, item: Option<&str>) -> Result<Result<Asked, Page>> {
    let actor = visit.actor()?;
    actor.permit_leading()?;
    let (scope, db) = (actor.scope(Role::Leader)?, visit.db().read());
    let quarters = store::list_closed(db).await?;
    let asked = visit.query("quarter").map(|quarter| quarter.parse::<Quarter>()).transpose()?;
    let part = ["detours-part", "detours-part-text"];
    let Some(quarter) = asked.or_else(|| quarters.first().copied()) else {
        let none = ["detours-none", "detours-none-text"];
        return Ok(Err(nothing(visit, if actor.has_everywhere(Role::Leader) { none } else { part })));
    };
    if !quarters.contains(&quarter) {
        return Err(Error::NotFound);
    }
    let closed = store::list_detours(db, &scope, &visit.library(), (quarter, item), visit.now).await?;
    Ok(match closed {
        Some(closed) => Ok(Asked { scope, quarters, quarter, closed }),
        None => Err(nothing(visit, part)),
    })
}

fn nothing(visit: &Visit, [title, text]: [&'static str; 2]) -> Page {
    let t = visit.language;
    let body = view! {
        {head(t)}
        <div class="notice">
            <h2>{t.t(title)}</h2>
            <p>{t.t(text)}</p>
            <p><a href=to::who_sees_what().into_string()>{t.t("who-sees-what")}</a></p>
        </div>
    };
    Page::new(t.t("detours-title"), Width::Full, body)
}

fn head(t: Language) -> AnyView {
    view! {
        <div class="head">
            <p class="kicker"><a href=to::uptake().into_string()>{t.t("uptake-title")}</a></p>
            <h1>{t.t("detours-title")}</h1>
            <p class="lead">{t.t("detours-lead")}</p>
        </div>
    }
    .into_any()
}

/// Whether it is the version that people play now.
fn is_today(visit: &Visit, head: &Head) -> bool {
    visit.library().drill(&head.module, &head.id).is_some_and(|drill| drill.head().version == head.version)
}

/// The day since which a version has been there.
fn since(visit: &Visit, detours: &Detours) -> String {
    let zone = visit.actor.as_ref().map_or("UTC", |actor| actor.time_zone.as_str());
    visit.language.day(day_of(detours.since, zone))
}

/// Chooses another quarter of the same page.
fn choose_quarter(t: Language, asked: &Asked, page: Url) -> AnyView {
    let option = |quarter: &Quarter| {
        let is_chosen = *quarter == asked.quarter;
        view! { <option value=quarter.to_string() selected=is_chosen>{words::quarter(t, *quarter)}</option> }
    };
    view! {
        <form class="filters" method="get" action=page.into_string()>
            <div class="quarter">
                <label for="quarter">{t.t("detours-quarter")}</label>
                <select id="quarter" name="quarter">{asked.quarters.iter().map(option).collect_view()}</select>
            </div>
            <button>{t.t("uptake-show")}</button>
        </form>
    }
    .into_any()
}

/// What the figures are, and why some are not there.
fn why(t: Language, minimum: i64) -> AnyView {
    let few = [("least", t.number(least(minimum)).into()), ("minimum", t.number(minimum).into())];
    view! {
        <div class="notice" id="why">
            <h2>{t.t("uptake-why")}</h2>
            <p>{t.t("detours-why-counted")}</p>
            <p>{t.with("detours-why-few", &few)}</p>
            <p>{t.t("detours-why-chance")}</p>
            <p>{t.t("detours-why-final")}</p>
            <p><a href=to::who_sees_what().into_string()>{t.t("who-sees-what")}</a></p>
        </div>
    }
    .into_any()
}
