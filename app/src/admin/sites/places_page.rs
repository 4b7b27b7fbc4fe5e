//! All sites with their teams.

use std::collections::HashMap;

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{
    actions::{CreateSite, CreateTeam},
    pages::{name_field, site_fields},
    store::{Coach, Place, list_coaches, list_places},
};
use crate::{
    access::Role,
    admin::{
        model::Reach,
        pages::{admin_tabs, done_notice},
    },
    error::Result,
    language::Language,
    routes::to,
    ui::{Control, Form, Page, Width, hidden},
    visit::Visit,
};

pub async fn show_sites(visit: Visit) -> Result<Page> {
    let actor = visit.actor()?;
    let scope = actor.scope(Role::Admin)?;
    let db = visit.db().read();
    let (places, coaches) = tokio::try_join!(list_places(db, &scope, visit.now), list_coaches(db, &scope, visit.now))?;
    let flash = visit.flash().await?;
    let t = visit.language;
    let form = Form { language: t, flash: &flash };
    let reach = Reach::of(&actor.grants);
    let coaches = by_team(&coaches);
    let sites = places.chunk_by(|one, other| one.site_id == other.site_id);
    let sites = sites.filter_map(|site| section(t, &reach, site, &coaches)).collect_view();
    let body = view! {
        <div class="head"><h1>{t.t("admin-sites")}</h1></div>
        {admin_tabs(&visit, &to::admin_sites())}
        {done_notice(&visit)}
        {form.error_summary()}
        {sites}
        {new_team(&form, &reach, &places)}
        {reach.is_everything().then(|| new_site(&form))}
    };
    Ok(Page::new(t.t("admin-sites"), Width::Full, body))
}

fn by_team(coaches: &[Coach]) -> HashMap<&str, Vec<&str>> {
    let mut teams: HashMap<&str, Vec<&str>> = HashMap::new();
    for coach in coaches {
        teams.entry(&coach.team_id).or_default().push(&coach.name);
    }
    teams
}

fn section(t: Language, reach: &Reach, places: &[Place], coaches: &HashMap<&str, Vec<&str>>) -> Option<AnyView> {
    let site = places.first()?;
    let id = format!("site-{}", site.site_id);
    let change = reach.covers_site(&site.site_id).then(|| {
        let label = t.with("admin-site-change-label", &[("name", site.site_name.clone().into())]);
        view! { " · " <a href=to::admin_site(&site.site_id).into_string() aria-label=label>{t.t("admin-change")}</a> }
    });
    let about =
        [("zone", site.time_zone.clone().into()), ("region", t.t(&format!("admin-region-{}", site.region)).into())];
    let closed = (site.site_open == 0).then(|| format!(" · {}", t.t("admin-is-closed")));
    let teams: Vec<_> = places.iter().filter_map(|place| line(t, place, coaches)).collect();
    let teams = if teams.is_empty() {
        view! { <p>{t.t("admin-no-teams")}</p> }.into_any()
    } else {
        view! {
            <table class="stack">
                <thead><tr>
                    <th scope="col">{t.t("admin-team")}</th>
                    <th scope="col" class="num">{t.t("admin-people")}</th>
                    <th scope="col">{t.t("admin-coached-by")}</th>
                </tr></thead>
                <tbody>{teams}</tbody>
            </table>
        }
        .into_any()
    };
    Some(
        view! {
            <section aria-labelledby=id.clone()>
                <h2 id=id.clone()>{site.site_name.clone()}</h2>
                <p class="meta">{t.with("admin-site-about", &about)}{closed}{change}</p>
                {teams}
            </section>
        }
        .into_any(),
    )
}

fn line(t: Language, place: &Place, coaches: &HashMap<&str, Vec<&str>>) -> Option<AnyView> {
    let (id, name) = (place.team_id.as_deref()?, place.team_name.clone()?);
    let closed = (place.team_open == Some(0)).then(|| view! { " " <span class="meta">{t.t("admin-is-closed")}</span> });
    let coached_by = coaches.get(id).map_or(t.t("admin-coached-by-nobody").into_owned(), |names| names.join(", "));
    Some(
        view! {
            <tr>
                <th scope="row"><a href=to::admin_team(id).into_string()>{name}</a>{closed}</th>
                <td data-label=t.t("admin-people") class="num">{t.number(place.people)}</td>
                <td data-label=t.t("admin-coached-by")>{coached_by}</td>
            </tr>
        }
        .into_any(),
    )
}

fn new_team(form: &Form, reach: &Reach, places: &[Place]) -> Option<AnyView> {
    let t = form.language;
    let open = places.iter().filter(|place| place.site_open != 0 && reach.covers_site(&place.site_id));
    let mut sites: Vec<_> = open.map(|place| (place.site_id.clone(), place.site_name.clone())).collect();
    sites.dedup();
    let site = Control { name: "team_site", label: "admin-site", ..Control::default() };
    (!sites.is_empty()).then(|| {
        view! {
            <section aria-labelledby="new-team">
                <h2 id="new-team">{t.t("admin-new-team")}</h2>
                <form class="row" method="post" action=CreateTeam::PATH>
                    {hidden("form", Uuid::new_v4())}
                    {hidden("team", Uuid::now_v7())}
                    {name_field(form, "team_name", String::new())}
                    {form.select(site, vec![(String::new(), sites)])}
                    <button>{t.t("admin-create")}</button>
                </form>
            </section>
        }
        .into_any()
    })
}

fn new_site(form: &Form) -> AnyView {
    let t = form.language;
    view! {
        <section aria-labelledby="new-site">
            <h2 id="new-site">{t.t("admin-new-site")}</h2>
            <form method="post" action=CreateSite::PATH>
                {hidden("form", Uuid::new_v4())}
                {hidden("site", Uuid::now_v7())}
                {site_fields(form, ["", "", ""].map(str::to_owned))}
                <div class="actions"><button>{t.t("admin-create")}</button></div>
            </form>
        </section>
    }
    .into_any()
}
