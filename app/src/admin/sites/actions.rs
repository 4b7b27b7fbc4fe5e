//! What the forms about sites and teams send.

use leptos::prelude::*;

use super::{model::SiteEntry, store};
use crate::{
    admin::{
        answer::{lead, made_id, typed},
        model::{name_fault, tidy},
    },
    error::{Error, Result},
    routes::to,
    storage::Flash,
    visit::{Visit, act},
};

/// Creates a site.
#[server(prefix = "/api", endpoint = "admin/create-site")]
pub async fn create_site(
    form: String,
    site: String,
    site_name: String,
    time_zone: String,
    region: String,
) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let permit = visit.actor()?.permit_administration()?;
        let (entry, flash) = SiteEntry::read(site_name, time_zone, region);
        if !flash.is_empty() {
            return visit.back_to(to::admin_sites(), &form, &flash).await;
        }
        let outcome = store::create_site(visit.db(), &permit, (made_id(&site)?, &entry), visit.now).await?;
        lead(&visit, outcome, (to::admin_sites(), &form), flash, to::admin_sites().with("done", "saved")).await
    })
    .await
}

/// Changes a site's name, time zone and region.
#[server(prefix = "/api", endpoint = "admin/change-site")]
pub async fn change_site(
    form: String,
    site: String,
    site_name: String,
    time_zone: String,
    region: String,
) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let permit = visit.actor()?.permit_administration()?;
        let page = to::admin_site(&site);
        let (entry, flash) = SiteEntry::read(site_name, time_zone, region);
        if !flash.is_empty() {
            return visit.back_to(page, &form, &flash).await;
        }
        let outcome = store::change_site(visit.db(), &permit, (&site, &entry), visit.now).await?;
        lead(&visit, outcome, (page.clone(), &form), flash, page.with("done", "saved")).await
    })
    .await
}

/// Closes a site (`open` is `no`) or opens it again (`yes`).
#[server(prefix = "/api", endpoint = "admin/set-site-open")]
pub async fn set_site_open(form: String, site: String, open: String) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let permit = visit.actor()?.permit_administration()?;
        let page = to::admin_site(&site);
        let outcome = store::set_site_open(visit.db(), &permit, (&site, is_yes(&open)?), visit.now).await?;
        lead(&visit, outcome, (page.clone(), &form), Flash::default(), page.with("done", "saved")).await
    })
    .await
}

/// Creates a team at a site.
#[server(prefix = "/api", endpoint = "admin/create-team")]
pub async fn create_team(
    form: String,
    team: String,
    team_name: String,
    team_site: String,
) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let permit = visit.actor()?.permit_administration()?;
        let (name, flash) = read_team(&team_name, &team_site);
        if !flash.is_empty() {
            return visit.back_to(to::admin_sites(), &form, &flash).await;
        }
        let outcome = store::create_team(visit.db(), &permit, (made_id(&team)?, &name, &team_site), visit.now).await?;
        lead(&visit, outcome, (to::admin_sites(), &form), flash, to::admin_sites().with("done", "saved")).await
    })
    .await
}

/// Renames a team or moves it to another site.
#[server(prefix = "/api", endpoint = "admin/change-team")]
pub async fn change_team(
    form: String,
    team: String,
    team_name: String,
    team_site: String,
) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let permit = visit.actor()?.permit_administration()?;
        let page = to::admin_team(&team);
        let (name, flash) = read_team(&team_name, &team_site);
        if !flash.is_empty() {
            return visit.back_to(page, &form, &flash).await;
        }
        let outcome = store::change_team(visit.db(), &permit, (&team, &name, &team_site), visit.now).await?;
        lead(&visit, outcome, (page.clone(), &form), flash, page.with("done", "saved")).await
    })
    .await
}

/// Closes a team (`open` is `no`) or opens it again (`yes`).
#[server(prefix = "/api", endpoint = "admin/set-team-open")]
pub async fn set_team_open(form: String, team: String, open: String) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let permit = visit.actor()?.permit_administration()?;
        let page = to::admin_team(&team);
        let outcome = store::set_team_open(visit.db(), &permit, (&team, is_yes(&open)?), visit.now).await?;
        lead(&visit, outcome, (page.clone(), &form), Flash::default(), page.with("done", "saved")).await
    })
    .await
}

/// A team's name, tidied, and what is wrong with it.
fn read_team(name: &str, site: &str) -> (String, Flash) {
    let mut flash = typed([("team_name", name), ("team_site", site)]);
    let name = tidy(name);
    if let Some(fault) = name_fault(&name) {
        flash.refuse("team_name", fault);
    }
    (name, flash)
}

fn is_yes(value: &str) -> Result<bool> {
    match value {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(Error::BadRequest),
    }
}
