//! What the forms about a person's roles send.

use leptos::prelude::*;

use super::{
    model::{Wanted, end_of},
    store,
};
use crate::{
    access::Role,
    admin::{
        answer::{lead, made_id, typed},
        model::Bound,
    },
    error::{Error, Result},
    routes::to,
    storage::Flash,
    visit::{Visit, act},
};

/// Gives a role; `bound` is `everything`, `site:ID` or `team:ID`, and `until` the last day, or nothing.
#[server(prefix = "/api", endpoint = "admin/give-grant")]
pub async fn give_grant(
    form: String,
    grant: String,
    person: String,
    role: String,
    bound: String,
    #[server(default)] until: String,
) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let actor = visit.actor()?;
        let permit = actor.permit_administration()?;
        let page = to::admin_person(&person);
        let flash = typed([("role", &role), ("bound", &bound), ("until", &until)]);
        let ends_at = match end_of(&until, visit.now, &actor.time_zone) {
            Ok(ends_at) => ends_at,
            Err(fault) => return lead(&visit, Err(fault), (page.clone(), &form), flash, page).await,
        };
        let wanted =
            Wanted { role: Role::from_id(&role).ok_or(Error::BadRequest)?, bound: read_bound(&bound)?, ends_at };
        let outcome = store::give(visit.db(), &permit, (made_id(&grant)?, &person), &wanted, visit.now).await?;
        lead(&visit, outcome, (page.clone(), &form), flash, page.with("done", "granted")).await
    })
    .await
}

/// Ends a role of a person.
#[server(prefix = "/api", endpoint = "admin/end-grant")]
pub async fn end_grant(form: String, grant: String, person: String) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let permit = visit.actor()?.permit_administration()?;
        let page = to::admin_person(&person);
        let outcome = store::end(visit.db(), &permit, (&person, &grant), visit.now).await?;
        lead(&visit, outcome, (page.clone(), &form), Flash::default(), page.with("done", "grant-ended")).await
    })
    .await
}

/// A team's site is looked up where it is written.
fn read_bound(value: &str) -> Result<Bound> {
    match value.split_once(':') {
        None if value == "everything" => Ok(Bound::Everything),
        Some(("site", id)) => Ok(Bound::Site(id.to_owned())),
        Some(("team", id)) => Ok(Bound::Team { team: id.to_owned(), site: String::new() }),
        _ => Err(Error::BadRequest),
    }
}
