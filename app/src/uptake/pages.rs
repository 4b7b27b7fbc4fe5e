//! Uptake as leaders see it: groups in closed weeks.

mod chart;
mod groups;
mod trend;

use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};
use leptos::{
    prelude::*,
    tachys::{html::InertElement, view::any_view::AnyView},
};

use super::{
    disclosure::Level,
    kept,
    store::{self, Asked, Group, Week},
};
use crate::{
    access::{Role, Scope},
    error::{Error, Result},
    language::Language,
    routes::to,
    ui::{Page, Width},
    visit::Visit,
};

/// More teams than this are shown site by site.
const MOST_TEAMS: i64 = 60;
/// So many weeks make a trend.
const TREND_WEEKS: i64 = 12;

pub async fn show_uptake(visit: Visit) -> Result<Page> {
    let actor = visit.actor()?;
    actor.permit_leading()?;
    let scope = actor.scope(Role::Leader)?;
    let db = visit.db().read();
    let (state, reach) = store::find_state(db, &scope, visit.now).await?;
    let asked =
        kept::Key { reach, week: visit.query("week"), site: visit.query("site"), locale: visit.language.locale };
    let html = match visit.app.uptake.find(&state, &asked) {
        Some(html) => html,
        None => {
            let html: Arc<str> = load(&visit, &scope, &asked).await?.to_html().into();
            // Only if nothing was changed meanwhile does the page belong to the state.
            if store::find_state(db, &scope, visit.now).await? == (state.clone(), asked.reach.clone()) {
                visit.app.uptake.keep(&state, asked, Arc::clone(&html));
            }
            html
        }
    };
    Ok(Page::new(visit.language.t("uptake-title"), Width::Full, InertElement::new(html.to_string())))
}

async fn load(visit: &Visit, scope: &Scope, asked: &kept::Key) -> Result<AnyView> {
    let (t, db, site) = (visit.language, visit.db().read(), asked.site.clone());
    let weeks = store::list_weeks(db).await?;
    let Some(place) = choose(&weeks, asked.week.as_deref())? else {
        return Ok(empty(visit, asked.reach.is_everything()));
    };
    let (week, before) = (weeks[place], weeks.get(place + 1).map(|before| before.monday));
    let groups = Asked { week: week.monday, before, site_id: site.as_deref(), most_teams: MOST_TEAMS };
    let groups = if asked.reach.is_everything() {
        store::list_all_groups(db, scope, groups, visit.now).await?
    } else {
        store::list_groups(db, scope, groups, visit.now).await?
    };
    if site.is_some() && !groups.iter().any(|group| group.site_id == site) {
        return Err(Error::NotFound);
    }
    let seen = Seen { language: t, week, site, groups };
    let trend = match seen.largest() {
        Some(group) => {
            let reach = store::list_reach(db, scope, (group, week.monday), TREND_WEEKS, visit.now).await?;
            trend::section(t, group, &reach)
        }
        None => None,
    };
    let body = view! { {head(t, asked.reach.is_everything())}{filters(&seen, &weeks)}{groups::overview(&seen)}{trend}{groups::teams(&seen)}{why(&seen)} };
    Ok(body.into_any())
}

/// The place of the week asked for; the latest one where none was. `None`: no week is closed yet.
fn choose(weeks: &[Week], asked: Option<&str>) -> Result<Option<usize>> {
    let Some(asked) = asked else { return Ok((!weeks.is_empty()).then_some(0)) };
    let monday: NaiveDate = asked.parse().map_err(|_| Error::BadRequest)?;
    weeks.iter().position(|week| week.monday == monday).map(Some).ok_or(Error::NotFound)
}

/// All that the page shows, but the trend.
struct Seen {
    language: Language,
    week: Week,
    /// The site chosen; all if none is.
    site: Option<String>,
    groups: Vec<Group>,
}

impl Seen {
    fn level(&self, level: Level) -> impl Iterator<Item = &Group> {
        self.groups.iter().filter(move |group| group.level == level && group.is_whole)
    }

    /// The group with most people whose reach is shown; within the site, if one is chosen.
    fn largest(&self) -> Option<&Group> {
        let is_asked = |group: &&Group| self.site.is_none() || group.site_id == self.site;
        let shown = self.groups.iter().filter(|group| group.figures.reach.is_some()).filter(is_asked);
        // Of equals the first: the organisation before its only site.
        shown.rev().max_by_key(|group| group.figures.people)
    }
}

/// A group's name as a heading of its own.
fn name(t: Language, group: &Group) -> String {
    match group.level {
        Level::Organisation => t.t("uptake-all-sites").into_owned(),
        Level::Site => group.name.clone(),
        Level::Team => format!("{}, {}", group.name, group.site),
    }
}

fn last_day(monday: NaiveDate) -> NaiveDate {
    monday + Days::new(6)
}

/// `Woche 47, 17. November 2025 bis 23. November 2025`.
fn week_caption(t: Language, week: Week) -> String {
    let (first, last) = (t.day(week.monday), t.day(last_day(week.monday)));
    let number = week.monday.iso_week().week().to_string();
    t.with("uptake-week-caption", &[("number", number.into()), ("first", first.into()), ("last", last.into())])
}

/// What concerns the whole organisation is linked for those who lead all of it.
fn head(t: Language, is_everything: bool) -> AnyView {
    let detours = || view! { " · " <a href=to::detours().into_string()>{t.t("detours-title")}</a> };
    view! {
        <div class="head">
            <h1>{t.t("uptake-title")}</h1>
            <p class="lead">{t.t("uptake-lead")}</p>
            <p><a href=to::obstacles().into_string()>{t.t("obstacles-title")}</a>{is_everything.then(detours)}</p>
            <p><a href=to::worksheet().into_string()>{t.t("worksheet-title")}</a></p>
        </div>
    }
    .into_any()
}

fn empty(visit: &Visit, is_everything: bool) -> AnyView {
    let t = visit.language;
    let minimum = t.number(visit.app.settings.minimum_group.into());
    view! {
        {head(t, is_everything)}
        <div class="notice">
            <h2>{t.t("uptake-none")}</h2>
            <p>{t.with("uptake-none-text", &[("minimum", minimum.into())])}</p>
            <p><a href=to::who_sees_what().into_string()>{t.t("who-sees-what")}</a></p>
        </div>
    }
    .into_any()
}

fn filters(seen: &Seen, weeks: &[Week]) -> AnyView {
    let t = seen.language;
    let week = |week: &Week| {
        let text = format!("{} – {}", t.day(week.monday), t.day(last_day(week.monday)));
        view! { <option value=week.monday.to_string() selected={*week == seen.week}>{text}</option> }
    };
    let sites: Vec<&Group> = seen.groups.iter().filter(|group| group.level == Level::Site).collect();
    let site = |site: &&Group| {
        let is_chosen = seen.site.as_ref() == Some(&site.id);
        view! { <option value=site.id.clone() selected=is_chosen>{site.name.clone()}</option> }
    };
    let site = (sites.len() > 1).then(|| {
        view! {
            <div>
                <label for="site">{t.t("uptake-site")}</label>
                <select id="site" name="site">
                    <option value="">{t.t("uptake-all-sites")}</option>
                    {sites.iter().map(site).collect_view()}
                </select>
            </div>
        }
    });
    view! {
        <form class="filters" method="get" action=to::uptake().into_string()>
            <div>
                <label for="week">{t.t("uptake-week")}</label>
                <select id="week" name="week">{weeks.iter().map(week).collect_view()}</select>
            </div>
            {site}
            <button>{t.t("uptake-show")}</button>
        </form>
    }
    .into_any()
}

/// What the figures are, and why some are not there: one explanation for all of them.
fn why(seen: &Seen) -> AnyView {
    let t = seen.language;
    let minimum = t.number(seen.week.minimum_group);
    let [five, most] = [5, 95].map(|percent| t.percent(percent));
    view! {
        <div class="notice" id="why">
            <h2>{t.t("uptake-why")}</h2>
            <p>{t.t("uptake-why-figures")}</p>
            <p>{t.with("uptake-why-withheld", &[("minimum", minimum.into())])}</p>
            <p>{t.with("uptake-why-rounded", &[("least", five.into()), ("most", most.into())])}</p>
            <p><a href=to::who_sees_what().into_string()>{t.t("who-sees-what")}</a></p>
        </div>
    }
    .into_any()
}
