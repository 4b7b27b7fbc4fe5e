//! Pages about sites and teams: all of them, one site, one team.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{
    actions::{ChangeSite, ChangeTeam, SetSiteOpen, SetTeamOpen},
    model::{REGIONS, TIME_ZONES},
    store::{Team, find_site, find_team, list_places},
};
use crate::{
    access::Role,
    admin::{
        model::{NAME_MAX, Reach},
        pages::{done_notice, refused},
    },
    decision_cards::{
        pages::given_section,
        store::{Whose, list_choices},
    },
    error::Result,
    language::Language,
    routes::to,
    ui::{Control, Form, Page, Width, hidden},
    visit::Visit,
};

pub use super::places_page::show_sites;

pub async fn show_site(visit: Visit) -> Result<Page> {
    let scope = visit.actor()?.scope(Role::Admin)?;
    let site = find_site(visit.db().read(), &scope, &visit.param("site")?, visit.now).await?;
    let flash = visit.flash().await?;
    let t = visit.language;
    let form = Form { language: t, flash: &flash };
    let words = Words::of_site(site.is_active != 0);
    let body = view! {
        {head(t, &site.name, site.is_active != 0)}
        {done_notice(&visit)}
        {form.error_summary()}
        <form method="post" action=ChangeSite::PATH>
            {hidden("form", Uuid::new_v4())}
            {hidden("site", site.id.clone())}
            {site_fields(&form, [site.name.clone(), site.time_zone.clone(), site.region.clone()])}
            {save_row(t)}
        </form>
        {open_form(&visit, &form, (SetSiteOpen::PATH, "site", &site.id), words)}
    };
    Ok(Page::new(site.name.clone(), Width::Reading, body))
}

pub async fn show_team(visit: Visit) -> Result<Page> {
    let actor = visit.actor()?;
    let scope = actor.scope(Role::Admin)?;
    let team = find_team(visit.db().read(), &scope, &visit.param("team")?, visit.now).await?;
    let sites = site_choices(&visit, Some(&team)).await?;
    let cards = list_choices(visit.db().read(), &scope).await?;
    let flash = visit.flash().await?;
    let t = visit.language;
    let form = Form { language: t, flash: &flash };
    let site = Control { name: "team_site", label: "admin-site", value: team.site_id.clone(), ..Control::default() };
    let words = Words::of_team(team.is_active != 0);
    let people = [("count", team.people.into()), ("number", t.number(team.people).into())];
    let list = to::admin_people().with("team", &team.id);
    let body = view! {
        {head(t, &team.name, team.is_active != 0)}
        {done_notice(&visit)}
        {form.error_summary()}
        <p><a href=list.into_string()>{t.with("admin-team-people", &people)}</a></p>
        <form method="post" action=ChangeTeam::PATH>
            {hidden("form", Uuid::new_v4())}
            {hidden("team", team.id.clone())}
            {name_field(&form, "team_name", team.name.clone())}
            {form.select(site, vec![(String::new(), sites)])}
            {save_row(t)}
        </form>
        {given_section(&visit, &form, Whose::Team(&team.id), team.card_id.as_deref(), &cards)}
        {open_form(&visit, &form, (SetTeamOpen::PATH, "team", &team.id), words)}
    };
    Ok(Page::new(team.name.clone(), Width::Reading, body))
}

/// The open sites in whose teams the admin has a say; a team's own site is always among them.
pub(super) async fn site_choices(visit: &Visit, team: Option<&Team>) -> Result<Vec<(String, String)>> {
    let actor = visit.actor()?;
    let reach = Reach::of(&actor.grants);
    let places = list_places(visit.db().read(), &actor.scope(Role::Admin)?, visit.now).await?;
    let is_own = |id: &str| team.is_some_and(|team| team.site_id == id);
    let sites = places
        .iter()
        .filter(|place| is_own(&place.site_id) || place.site_open != 0 && reach.covers_site(&place.site_id));
    let mut sites: Vec<_> = sites.map(|place| (place.site_id.clone(), place.site_name.clone())).collect();
    sites.dedup();
    Ok(sites)
}

fn head(t: Language, name: &str, is_open: bool) -> AnyView {
    let closed = (!is_open).then(|| view! { <p class="meta">{t.t("admin-is-closed")}</p> });
    view! {
        <div class="head">
            <p class="kicker"><a href=to::admin_sites().into_string()>{t.t("admin-sites")}</a></p>
            <h1>{name.to_owned()}</h1>
            {closed}
        </div>
    }
    .into_any()
}

fn save_row(t: Language) -> AnyView {
    view! {
        <div class="actions">
            <button class="primary">{t.t("admin-save")}</button>
            <a href=to::admin_sites().into_string()>{t.t("admin-cancel")}</a>
        </div>
    }
    .into_any()
}

pub(super) fn name_field(form: &Form, name: &str, value: String) -> AnyView {
    let label = if name == "team_name" { "admin-team-name" } else { "admin-site-name" };
    let max_length = u32::try_from(NAME_MAX).ok();
    form.input(Control {
        name,
        label,
        value,
        max_length,
        autocomplete: Some("off"),
        is_required: true,
        ..Control::default()
    })
}

/// Name, time zone and region of a site.
pub(super) fn site_fields(form: &Form, [name, time_zone, region]: [String; 3]) -> AnyView {
    let t = form.language;
    let mut zones: Vec<(String, String)> =
        TIME_ZONES.iter().map(|zone| ((*zone).to_owned(), (*zone).to_owned())).collect();
    if !time_zone.is_empty() && !TIME_ZONES.contains(&time_zone.as_str()) {
        zones.push((time_zone.clone(), time_zone.clone()));
    }
    let regions = REGIONS.map(|region| (region.to_owned(), t.t(&format!("admin-region-{region}")).into_owned()));
    let control = |name, label, hint, value| Control { name, label, hint: Some(hint), value, ..Control::default() };
    view! {
        {name_field(form, "site_name", name)}
        {form.select(control("time_zone", "admin-time-zone", "admin-time-zone-hint", time_zone), vec![(String::new(), zones)])}
        {form.select(control("region", "admin-region", "admin-region-hint", region), vec![(String::new(), regions.into())])}
    }
    .into_any()
}

/// How closing or opening is called.
struct Words {
    title: &'static str,
    text: &'static str,
    /// What the form asks for.
    open: &'static str,
}

impl Words {
    fn of_site(is_open: bool) -> Words {
        if is_open {
            Words { title: "admin-site-close", text: "admin-site-close-text", open: "no" }
        } else {
            Words { title: "admin-site-open", text: "admin-site-open-text", open: "yes" }
        }
    }

    fn of_team(is_open: bool) -> Words {
        if is_open {
            Words { title: "admin-team-close", text: "admin-team-close-text", open: "no" }
        } else {
            Words { title: "admin-team-open", text: "admin-team-open-text", open: "yes" }
        }
    }
}

fn open_form(visit: &Visit, form: &Form, (action, field, id): (&'static str, &str, &str), words: Words) -> AnyView {
    let t = visit.language;
    view! {
        <section aria-labelledby="state-head">
            <h2 id="state-head">{t.t(words.title)}</h2>
            {refused(visit, form.flash.error("state"), "state")}
            <p>{t.t(words.text)}</p>
            <form method="post" action=action>
                {hidden("form", Uuid::new_v4())}
                {hidden(field, id)}
                {hidden("open", words.open)}
                <button>{t.t(words.title)}</button>
            </form>
        </section>
    }
    .into_any()
}
