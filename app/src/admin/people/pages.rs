//! Pages about people: the list, a new person, one person.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::actions::CreatePerson;
pub use super::{list_page::show_people, person_page::show_person};
use crate::{
    access::Role,
    admin::sites::store::{TeamChoice, list_teams},
    error::Result,
    routes::to,
    ui::{Control, Form, Page, Width, hidden},
    visit::Visit,
};

pub async fn show_new_person(visit: Visit) -> Result<Page> {
    let scope = visit.actor()?.scope(Role::Admin)?;
    let flash = visit.flash().await?;
    let teams = list_teams(visit.db().read(), &scope, visit.now).await?;
    let t = visit.language;
    let form = Form { language: t, flash: &flash };
    let (form_id, person_id) = (Uuid::new_v4(), Uuid::now_v7());
    let body = if teams.is_empty() {
        view! { <p>{t.t("admin-no-team-yet")} " " <a href=to::admin_sites().into_string()>{t.t("admin-sites")}</a></p> }
            .into_any()
    } else {
        view! {
            {form.error_summary()}
            <form method="post" action=CreatePerson::PATH>
                {hidden("form", form_id)}
                {hidden("person", person_id)}
                {entry_fields(&form, ["", "", ""].map(str::to_owned), &teams)}
                <p class="hint">{t.t("admin-new-person-hint")}</p>
                <div class="actions">
                    <button class="primary">{t.t("admin-create")}</button>
                    <a href=to::admin_people().into_string()>{t.t("admin-cancel")}</a>
                </div>
            </form>
        }
        .into_any()
    };
    let body = view! {
        <div class="head">
            <p class="kicker"><a href=to::admin_people().into_string()>{t.t("admin-people")}</a></p>
            <h1>{t.t("admin-new-person")}</h1>
        </div>
        {body}
    };
    Ok(Page::new(t.t("admin-new-person"), Width::Reading, body))
}

/// Name, sign-in name and team of a person.
pub(super) fn entry_fields(form: &Form, [name, sign_in_name, team]: [String; 3], teams: &[TeamChoice]) -> AnyView {
    let line = |field, label, hint, value, longest: usize| {
        let max_length = u32::try_from(longest).ok();
        let autocomplete = Some("off");
        form.input(Control {
            name: field,
            label,
            hint,
            value,
            autocomplete,
            max_length,
            is_required: true,
            ..Control::default()
        })
    };
    let team = Control { name: "team", label: "admin-team", value: team, is_required: true, ..Control::default() };
    view! {
        {line("name", "admin-name", None, name, crate::admin::model::NAME_MAX)}
        {line("sign_in_name", "sign-in-name", Some("admin-sign-in-name-hint"), sign_in_name, crate::admin::model::SIGN_IN_NAME_MAX)}
        {form.select(team, team_options(teams, ""))}
    }
    .into_any()
}

/// Teams by site, as a select has them; `prefix` stands before each value.
pub(super) fn team_options(teams: &[TeamChoice], prefix: &str) -> Vec<(String, Vec<(String, String)>)> {
    let by_site = teams.chunk_by(|one, other| one.site_id == other.site_id);
    let option = |team: &TeamChoice| (format!("{prefix}{}", team.team_id), team.team_name.clone());
    let group = |group: &[TeamChoice]| Some((group.first()?.site_name.clone(), group.iter().map(option).collect()));
    by_site.filter_map(group).collect()
}
