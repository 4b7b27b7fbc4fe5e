//! What the forms about a person's absences send.

use leptos::prelude::*;

use super::{model::Span, store};
use crate::{
    admin::answer::{made_id, typed},
    error::Result,
    routes::to,
    visit::{Visit, act},
};

/// Adds an absence from the first to the last day.
#[server(prefix = "/api", endpoint = "admin/add-absence")]
pub async fn add_absence(
    form: String,
    absence: String,
    person: String,
    first_day: String,
    last_day: String,
) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let permit = visit.actor()?.permit_administration()?;
        let page = to::admin_person(&person);
        let span = match Span::read(&first_day, &last_day) {
            Ok(span) => span,
            Err(mut flash) => {
                flash.values = typed([("first_day", &first_day), ("last_day", &last_day)]).values;
                return visit.back_to(page, &form, &flash).await;
            }
        };
        store::add(visit.db(), &permit, (made_id(&absence)?, &person), span, visit.now).await?;
        Ok(page.with("done", "absence-added"))
    })
    .await
}

/// Removes an absence.
#[server(prefix = "/api", endpoint = "admin/remove-absence")]
pub async fn remove_absence(absence: String, person: String) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let permit = visit.actor()?.permit_administration()?;
        store::remove(visit.db(), &permit, (&person, &absence), visit.now).await?;
        Ok(to::admin_person(&person).with("done", "absence-removed"))
    })
    .await
}
