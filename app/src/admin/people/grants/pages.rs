//! A person's roles, on the person's page.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{
    actions::{EndGrant, GiveGrant},
    model::{last_day, may_end},
    store::Named,
};
use crate::{
    access::Role,
    admin::{
        model::{Bound, Reach},
        pages::refused,
        people::{pages::team_options, store::Person},
        sites::store::TeamChoice,
    },
    language::Language,
    ui::{Control, Form, hidden},
    visit::Visit,
};

pub fn section(visit: &Visit, form: &Form, person: &Person, grants: &[Named], teams: &[TeamChoice]) -> AnyView {
    let t = visit.language;
    let heads = ["admin-role", "admin-bound", "admin-until", "admin-grant-end"];
    let table = if grants.is_empty() {
        view! { <p>{t.t("admin-no-roles")}</p> }.into_any()
    } else {
        view! {
            <table class="stack">
                <thead><tr>{heads.map(|key| view! { <th scope="col">{t.t(key)}</th> }).collect_view()}</tr></thead>
                <tbody>{grants.iter().map(|grant| line(visit, person, grant)).collect_view()}</tbody>
            </table>
        }
        .into_any()
    };
    let is_oneself = visit.actor.as_ref().is_some_and(|actor| actor.person_id == person.id);
    let give = if is_oneself {
        view! { <p class="meta">{t.t("admin-grant-oneself")}</p> }.into_any()
    } else {
        give_form(visit, form, person, teams)
    };
    view! {
        <section aria-labelledby="roles-head">
            <h2 id="roles-head">{t.t("admin-roles")}</h2>
            {refused(visit, form.flash.error("roles"), "roles")}
            {table}
            {give}
        </section>
    }
    .into_any()
}

fn line(visit: &Visit, person: &Person, grant: &Named) -> AnyView {
    let t = visit.language;
    let (reach, zone) = match &visit.actor {
        Some(actor) => (Reach::of(&actor.grants), actor.time_zone.as_str()),
        None => (Reach::default(), "UTC"),
    };
    let held = &grant.held;
    let role = t.t(&format!("admin-does-{}", held.role.id()));
    let bound = bound_name(t, held.role, &held.bound, &grant.bound_name);
    let until = held.ends_at.map_or(t.t("admin-endless").into_owned(), |at| t.day(last_day(at, zone)));
    let end = may_end(&reach, &person.home(), held).then(|| {
        let label = t.with("admin-grant-end-label", &[("role", role.clone().into()), ("bound", bound.clone().into())]);
        view! {
            <form method="post" action=EndGrant::PATH>
                {hidden("form", Uuid::new_v4())}
                {hidden("grant", held.id.clone())}
                {hidden("person", person.id.clone())}
                <button class="text" aria-label=label>{t.t("admin-grant-end")}</button>
            </form>
        }
    });
    view! {
        <tr>
            <th scope="row">{role.clone()}</th>
            <td data-label=t.t("admin-bound")>{bound.clone()}</td>
            <td data-label=t.t("admin-until")>{until}</td>
            <td>{end}</td>
        </tr>
    }
    .into_any()
}

/// A bound in words: `Team Service Bern`, `everything`; learning is one's own.
pub fn bound_name(t: Language, role: Role, bound: &Bound, name: &str) -> String {
    let name = [("name", name.to_owned().into())];
    match bound {
        _ if role == Role::Learner => t.t("admin-bound-own").into_owned(),
        Bound::Everything => t.t("admin-bound-everything").into_owned(),
        Bound::Site(_) => t.with("admin-bound-site", &name),
        Bound::Team { .. } => t.with("admin-bound-team", &name),
    }
}

fn give_form(visit: &Visit, form: &Form, person: &Person, teams: &[TeamChoice]) -> AnyView {
    let t = visit.language;
    let role = |role: Role| (role.id().to_owned(), t.t(&format!("admin-does-{}", role.id())).into_owned());
    let roles = [Role::Coach, Role::Leader, Role::Admin, Role::Learner].map(role);
    let reach = visit.actor.as_ref().map(|actor| Reach::of(&actor.grants)).unwrap_or_default();
    let own_team = format!("team:{}", person.team_id);
    let control = |name, label| Control { name, label, ..Control::default() };
    view! {
        <form class="row" method="post" action=GiveGrant::PATH aria-labelledby="roles-head">
            {hidden("form", Uuid::new_v4())}
            {hidden("grant", Uuid::now_v7())}
            {hidden("person", person.id.clone())}
            {form.select(control("role", "admin-role"), vec![(String::new(), roles.into())])}
            {form.select(Control { value: own_team, ..control("bound", "admin-bound") }, bounds(t, &reach, teams))}
            {form.input(Control { kind: "date", ..control("until", "admin-until-optional") })}
            <button>{t.t("admin-grant-give")}</button>
        </form>
    }
    .into_any()
}

/// The bounds that an admin may give: teams, then sites, then everything.
fn bounds(t: Language, reach: &Reach, teams: &[TeamChoice]) -> Vec<(String, Vec<(String, String)>)> {
    let mut sites: Vec<(String, String)> =
        teams.iter().map(|team| (team.site_id.clone(), team.site_name.clone())).collect();
    sites.dedup();
    let sites = sites.into_iter().filter(|(id, _)| reach.covers_site(id));
    let sites: Vec<_> = sites.map(|(id, name)| (format!("site:{id}"), name)).collect();
    let mut groups = team_options(teams, "team:");
    if !sites.is_empty() {
        groups.push((t.t("admin-sites-whole").into_owned(), sites));
    }
    if reach.is_everything() {
        groups.push((String::new(), vec![("everything".to_owned(), t.t("admin-bound-everything").into_owned())]));
    }
    groups
}
