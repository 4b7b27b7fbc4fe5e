//! What the forms about a person send.

use leptos::prelude::*;

use super::{model::Entry, store};
use crate::{
    admin::answer::{lead, made_id},
    error::Result,
    people::password::{hash_password, make_code},
    routes::{Url, to},
    storage::Flash,
    visit::{Visit, act},
};

/// Creates a person in a team; the next page shows a one-time code, once.
#[server(prefix = "/api", endpoint = "admin/create-person")]
pub async fn create_person(
    form: String,
    person: String,
    name: String,
    sign_in_name: String,
    team: String,
) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let permit = visit.actor()?.permit_administration()?;
        let id = made_id(&person)?;
        let (entry, flash) = Entry::read(name, sign_in_name, team);
        if !flash.is_empty() {
            return visit.back_to(to::admin_new_person(), &form, &flash).await;
        }
        let (code, code_hash) = issue_code().await?;
        let new = store::NewPerson { id, entry: &entry, code_hash: &code_hash };
        match store::create_person(visit.db(), &permit, new, visit.now).await? {
            Ok(()) => show_code(&visit, &id.to_string(), &form, code, "created").await,
            refused => lead(&visit, refused, (to::admin_new_person(), &form), flash, to::admin_people()).await,
        }
    })
    .await
}

/// Changes name, sign-in name or team.
#[server(prefix = "/api", endpoint = "admin/change-person")]
pub async fn change_person(
    form: String,
    person: String,
    name: String,
    sign_in_name: String,
    team: String,
) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let permit = visit.actor()?.permit_administration()?;
        let page = to::admin_person(&person);
        let (entry, flash) = Entry::read(name, sign_in_name, team);
        if !flash.is_empty() {
            return visit.back_to(page, &form, &flash).await;
        }
        let outcome = store::change_person(visit.db(), &permit, (&person, &entry), visit.now).await?;
        lead(&visit, outcome, (page.clone(), &form), flash, page.with("done", "saved")).await
    })
    .await
}

/// Locks a person out.
#[server(prefix = "/api", endpoint = "admin/deactivate-person")]
pub async fn deactivate_person(form: String, person: String) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let permit = visit.actor()?.permit_administration()?;
        let page = to::admin_person(&person);
        let outcome = store::deactivate(visit.db(), &permit, &person, visit.now).await?;
        lead(&visit, outcome, (page.clone(), &form), Flash::default(), page.with("done", "deactivated")).await
    })
    .await
}

/// Lets a person in again.
#[server(prefix = "/api", endpoint = "admin/reactivate-person")]
pub async fn reactivate_person(form: String, person: String) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let permit = visit.actor()?.permit_administration()?;
        let page = to::admin_person(&person);
        let outcome = store::reactivate(visit.db(), &permit, &person, visit.now).await?;
        lead(&visit, outcome, (page.clone(), &form), Flash::default(), page.with("done", "reactivated")).await
    })
    .await
}

/// Takes a person's password and sessions away and issues a one-time code, which the next page shows, once.
#[server(prefix = "/api", endpoint = "admin/reset-sign-in")]
pub async fn reset_sign_in(form: String, person: String) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let permit = visit.actor()?.permit_administration()?;
        let (code, code_hash) = issue_code().await?;
        match store::reset_sign_in(visit.db(), &permit, (&person, &code_hash), visit.now).await? {
            Ok(()) => show_code(&visit, &person, &form, code, "code").await,
            refused => {
                let page = to::admin_person(&person);
                lead(&visit, refused, (page.clone(), &form), Flash::default(), page).await
            }
        }
    })
    .await
}

async fn issue_code() -> Result<(String, String)> {
    let code = make_code();
    Ok((code.clone(), hash_password(code).await?))
}

/// The code travels like a form's values: kept for this session alone, and gone once it was shown.
async fn show_code(visit: &Visit, person: &str, form: &str, code: String, done: &str) -> Result<Url> {
    let flash = Flash { values: [("code".to_owned(), code)].into(), ..Flash::default() };
    Ok(visit.back_to(to::admin_person(person), form, &flash).await?.with("done", done))
}
