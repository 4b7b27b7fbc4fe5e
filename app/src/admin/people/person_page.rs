//! One person: entry, roles, absences, sign-in, and whether they may sign in at all.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{
    absences,
    actions::{ChangePerson, DeactivatePerson, ReactivatePerson, ResetSignIn},
    grants::{self, model::may_manage},
    pages::entry_fields,
    store::{Person, find_person},
};
use crate::{
    access::Role,
    admin::{
        model::Reach,
        pages::{done_notice, refused},
        sites::store::{TeamChoice, list_teams},
    },
    decision_cards::{
        pages::given_section,
        store::{Whose, list_choices},
    },
    error::Result,
    routes::to,
    storage::Flash,
    ui::{Form, Page, Width, hidden},
    visit::Visit,
};

pub async fn show_person(visit: Visit) -> Result<Page> {
    let actor = visit.actor()?;
    let scope = actor.scope(Role::Admin)?;
    let (id, db, now) = (visit.param("person")?, visit.db().read(), visit.now);
    let person = find_person(db, &scope, &id, now).await?;
    let (grants, absences, teams, cards) = tokio::try_join!(
        grants::store::list_grants(db, &scope, &id, now),
        absences::store::list_absences(db, &scope, &id, now),
        list_teams(db, &scope, now),
        list_choices(db, &scope),
    )?;
    let flash = visit.flash().await?;
    let t = visit.language;
    let form = Form { language: t, flash: &flash };
    let reach = Reach::of(&actor.grants);
    let held: Vec<_> = grants.iter().map(|named| named.held.clone()).collect();
    let is_manageable = actor.person_id != person.id && may_manage(&reach, &held);
    let body = view! {
        <div>
            {head(&visit, &person)}
            {done_notice(&visit)}
            {form.error_summary()}
            {entry(&form, &person, &teams)}
            {given_section(&visit, &form, Whose::Person(&person.id), person.card_id.as_deref(), &cards)}
            {grants::pages::section(&visit, &form, &person, &grants, &teams)}
            {absences::pages::section(&visit, &form, &person, &absences)}
        </div>
        <div>
            {sign_in(&visit, &flash, &person, is_manageable)}
            {state(&visit, &flash, &person, is_manageable)}
        </div>
    };
    Ok(Page::new(person.name.clone(), Width::Split, body))
}

fn head(visit: &Visit, person: &Person) -> AnyView {
    let t = visit.language;
    let zone = visit.actor.as_ref().map_or("UTC", |actor| &actor.time_zone);
    let created = t.with("admin-created-at", &[("moment", t.moment(person.created_at, zone).into())]);
    let seen = person
        .signed_in_at
        .map(|at| format!(" · {}", t.with("admin-signed-in-at", &[("moment", t.moment(at, zone).into())])));
    let inactive = (person.is_active == 0).then(|| view! { <p class="meta">{t.t("admin-is-inactive")}</p> });
    view! {
        <div class="head">
            <p class="kicker"><a href=to::admin_people().into_string()>{t.t("admin-people")}</a></p>
            <h1>{person.name.clone()}</h1>
            <p class="meta">{created}{seen}</p>
            {inactive}
        </div>
    }
    .into_any()
}

fn entry(form: &Form, person: &Person, teams: &[TeamChoice]) -> AnyView {
    let t = form.language;
    let teams = with_own(person, teams);
    view! {
        <form method="post" action=ChangePerson::PATH aria-labelledby="entry">
            <h2 id="entry">{t.t("admin-entry")}</h2>
            {hidden("form", Uuid::new_v4())}
            {hidden("person", person.id.clone())}
            {entry_fields(form, [&person.name, &person.sign_in_name, &person.team_id].map(String::clone), &teams)}
            <div class="actions">
                <button class="primary">{t.t("admin-save")}</button>
                <a href=to::admin_people().into_string()>{t.t("admin-cancel")}</a>
            </div>
        </form>
    }
    .into_any()
}

/// The teams to choose from, and the person's own although it may be closed: otherwise saving a name would move them.
fn with_own(person: &Person, teams: &[TeamChoice]) -> Vec<TeamChoice> {
    let own = (!teams.iter().any(|team| team.team_id == person.team_id)).then(|| TeamChoice {
        site_id: person.site_id.clone(),
        site_name: person.site_name.clone(),
        team_id: person.team_id.clone(),
        team_name: person.team_name.clone(),
    });
    own.into_iter().chain(teams.iter().cloned()).collect()
}

/// Issuing a one-time code, and the code itself on the one page after.
fn sign_in(visit: &Visit, flash: &Flash, person: &Person, is_manageable: bool) -> AnyView {
    let t = visit.language;
    let zone = visit.actor.as_ref().map_or("UTC", |actor| &actor.time_zone);
    let until = |at: i64| [("moment", t.moment(at, zone).into())];
    let waiting = person.code_until.map(|at| match flash.value("code") {
        Some(code) => view! {
            <div class="notice" role="status">
                <p>{t.with("admin-code-shown", &until(at))}</p>
                <p class="code once">{code.to_owned()}</p>
            </div>
        }
        .into_any(),
        None => view! { <p class="meta">{t.with("admin-code-waits", &until(at))}</p> }.into_any(),
    });
    let may = is_manageable && person.is_active != 0;
    let text = if may {
        t.with("admin-reset-text", &[("name", person.name.clone().into())])
    } else {
        why_not(visit, person).to_string()
    };
    let reset = may.then(|| {
        view! {
            <form method="post" action=ResetSignIn::PATH>
                {hidden("form", Uuid::new_v4())}
                {hidden("person", person.id.clone())}
                <button>{t.t("admin-reset")}</button>
            </form>
        }
    });
    view! {
        <section aria-labelledby="sign-in-head">
            <h2 id="sign-in-head">{t.t("admin-sign-in")}</h2>
            {refused(visit, flash.error("reset"), "reset")}
            {waiting}
            <p>{text}</p>
            {reset}
        </section>
    }
    .into_any()
}

/// Why there is no button.
fn why_not(visit: &Visit, person: &Person) -> std::borrow::Cow<'static, str> {
    let is_oneself = visit.actor.as_ref().is_some_and(|actor| actor.person_id == person.id);
    visit.language.t(match (is_oneself, person.is_active) {
        (true, _) => "admin-reset-oneself",
        (false, 0) => "admin-reset-inactive",
        (false, _) => "admin-person-beyond",
    })
}

/// Locking out, or letting in again.
fn state(visit: &Visit, flash: &Flash, person: &Person, is_manageable: bool) -> Option<AnyView> {
    let t = visit.language;
    let refusal = refused(visit, flash.error("state"), "state");
    if !is_manageable && refusal.is_none() {
        return None;
    }
    let (action, title, text) = match person.is_active {
        0 => (ReactivatePerson::PATH, "admin-reactivate", "admin-reactivate-text"),
        _ => (DeactivatePerson::PATH, "admin-deactivate", "admin-deactivate-text"),
    };
    Some(
        view! {
            <section aria-labelledby="state-head">
                <h2 id="state-head">{t.t(title)}</h2>
                {refusal}
                <p>{t.t(text)}</p>
                <form method="post" action=action>
                    {hidden("form", Uuid::new_v4())}
                    {hidden("person", person.id.clone())}
                    <button>{t.t(title)}</button>
                </form>
            </section>
        }
        .into_any(),
    )
}
