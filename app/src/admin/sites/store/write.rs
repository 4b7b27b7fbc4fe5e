//! Creating, changing, closing and opening sites and teams.

use sqlx::FromRow;
use uuid::Uuid;

use crate::{
    access::{Administration, Permit},
    admin::{
        model::{Bound, Refusal},
        people::store::find_team,
        sites::model::SiteEntry,
        store::Work,
    },
    error::{Error, Result},
    language::fold,
    storage::{Database, is_unique_violation},
};

#[derive(FromRow)]
struct SiteRow {
    name: String,
    time_zone: String,
    region: String,
    is_active: i64,
}

/// A site in reach of a write; one that is outside does not exist.
async fn find_site(work: &mut Work, id: &str) -> Result<SiteRow> {
    let site: Option<SiteRow> = sqlx::query_as("SELECT name, time_zone, region, is_active FROM sites WHERE id = $1")
        .bind(id)
        .fetch_optional(&mut *work.tx)
        .await?;
    site.filter(|_| work.reach.covers_site(id)).ok_or(Error::NotFound)
}

/// Creates a site: only for an admin of everything. The same form again succeeds; something else under the same id is a conflict.
pub async fn create_site(
    db: &Database,
    permit: &Permit<Administration>,
    (id, entry): (Uuid, &SiteEntry),
    now: i64,
) -> Result<Result<(), Refusal>> {
    let mut work = Work::begin_for_all(db, permit, now).await?;
    let id = id.to_string();
    match find_site(&mut work, &id).await {
        Err(Error::NotFound) => {}
        known => {
            let known = known?;
            let is_same =
                (&known.name, &known.time_zone, &known.region) == (&entry.name, &entry.time_zone, &entry.region);
            return if is_same { Ok(Ok(())) } else { Err(Error::Conflict) };
        }
    }
    let inserted = sqlx::query(
        "INSERT INTO sites (id, name, name_key, time_zone, region, is_active) VALUES ($1, $2, $3, $4, $5, 1)",
    )
    .bind(id.as_str())
    .bind(entry.name.as_str())
    .bind(fold(&entry.name))
    .bind(entry.time_zone.as_str())
    .bind(entry.region.as_str())
    .execute(&mut *work.tx)
    .await;
    if is_taken(inserted)? {
        return Ok(Err(("site_name", "admin-site-name-taken")));
    }
    work.audit("site-created", &id, "").await?;
    work.commit().await?;
    Ok(Ok(()))
}

/// Whether a name that must be unique was taken.
fn is_taken(written: sqlx::Result<sqlx::any::AnyQueryResult>) -> Result<bool> {
    match written {
        Err(error) if is_unique_violation(&error) => Ok(true),
        written => Ok(written.map(|_| false)?),
    }
}

/// Changes name, time zone and region.
pub async fn change_site(
    db: &Database,
    permit: &Permit<Administration>,
    (id, entry): (&str, &SiteEntry),
    now: i64,
) -> Result<Result<(), Refusal>> {
    let mut work = Work::begin(db, permit, now).await?;
    let known = find_site(&mut work, id).await?;
    let written = sqlx::query("UPDATE sites SET name = $2, name_key = $3, time_zone = $4, region = $5 WHERE id = $1")
        .bind(id)
        .bind(entry.name.as_str())
        .bind(fold(&entry.name))
        .bind(entry.time_zone.as_str())
        .bind(entry.region.as_str())
        .execute(&mut *work.tx)
        .await;
    if is_taken(written)? {
        return Ok(Err(("site_name", "admin-site-name-taken")));
    }
    let detail = format!("{} → {}, {}, {}", known.name, entry.name, entry.time_zone, entry.region);
    work.audit("site-changed", id, &detail).await?;
    work.commit().await?;
    Ok(Ok(()))
}

/// Closes a site that has no open team any more, or opens it again.
pub async fn set_site_open(
    db: &Database,
    permit: &Permit<Administration>,
    (id, is_open): (&str, bool),
    now: i64,
) -> Result<Result<(), Refusal>> {
    let mut work = Work::begin(db, permit, now).await?;
    let site = find_site(&mut work, id).await?;
    let teams: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM teams WHERE site_id = $1 AND is_active = 1")
        .bind(id)
        .fetch_one(&mut *work.tx)
        .await?;
    if !is_open && teams > 0 {
        return Ok(Err(("state", "admin-site-has-teams")));
    }
    if (site.is_active != 0) != is_open {
        let set = sqlx::query("UPDATE sites SET is_active = $2 WHERE id = $1");
        set.bind(id).bind(i64::from(is_open)).execute(&mut *work.tx).await?;
        work.audit(if is_open { "site-opened" } else { "site-closed" }, id, "").await?;
        work.commit().await?;
    }
    Ok(Ok(()))
}

/// Creates a team at an open site. The same form again succeeds; something else under the same id is a conflict.
pub async fn create_team(
    db: &Database,
    permit: &Permit<Administration>,
    (id, name, site): (Uuid, &str, &str),
    now: i64,
) -> Result<Result<(), Refusal>> {
    let mut work = Work::begin(db, permit, now).await?;
    let at = find_site(&mut work, site).await?;
    let id = id.to_string();
    match find_team(&mut work, &id).await {
        Err(Error::NotFound) => {}
        known => {
            let (bound, known, _) = known?;
            let is_same = known == name && bound == (Bound::Team { team: id, site: site.to_owned() });
            return if is_same { Ok(Ok(())) } else { Err(Error::Conflict) };
        }
    }
    if at.is_active == 0 {
        return Ok(Err(("team_site", "admin-site-closed")));
    }
    let inserted = sqlx::query("INSERT INTO teams (id, site_id, name, name_key, is_active) VALUES ($1, $2, $3, $4, 1)")
        .bind(id.as_str())
        .bind(site)
        .bind(name)
        .bind(fold(name))
        .execute(&mut *work.tx)
        .await;
    if is_taken(inserted)? {
        return Ok(Err(("team_name", "admin-team-name-taken")));
    }
    work.audit("team-created", &id, &at.name).await?;
    work.commit().await?;
    Ok(Ok(()))
}

/// Renames a team, or moves it to another open site.
pub async fn change_team(
    db: &Database,
    permit: &Permit<Administration>,
    (id, name, site): (&str, &str, &str),
    now: i64,
) -> Result<Result<(), Refusal>> {
    let mut work = Work::begin(db, permit, now).await?;
    let (bound, known, is_open) = find_team(&mut work, id).await?;
    let is_moved = bound != (Bound::Team { team: id.to_owned(), site: site.to_owned() });
    let mut moved_to = None;
    if is_moved {
        let there = find_site(&mut work, site).await?;
        if is_open && there.is_active == 0 {
            return Ok(Err(("team_site", "admin-site-closed")));
        }
        moved_to = Some(there.name);
    }
    let written = sqlx::query("UPDATE teams SET name = $2, name_key = $3, site_id = $4 WHERE id = $1");
    let written = written.bind(id).bind(name).bind(fold(name)).bind(site).execute(&mut *work.tx).await;
    if is_taken(written)? {
        return Ok(Err(("team_name", "admin-team-name-taken")));
    }
    if known != name {
        work.audit("team-changed", id, &format!("{known} → {name}")).await?;
    }
    if let Some(site) = moved_to {
        work.audit("team-moved", id, &format!("→ {site}")).await?;
    }
    work.commit().await?;
    Ok(Ok(()))
}

/// Closes a team that nobody active is in any more, or opens it again.
pub async fn set_team_open(
    db: &Database,
    permit: &Permit<Administration>,
    (id, is_open): (&str, bool),
    now: i64,
) -> Result<Result<(), Refusal>> {
    let mut work = Work::begin(db, permit, now).await?;
    let (_, _, was_open) = find_team(&mut work, id).await?;
    let (people, site_open): (i64, i64) = sqlx::query_as(
        "SELECT (SELECT COUNT(*) FROM people p WHERE p.team_id = t.id AND p.is_active = 1), s.is_active
         FROM teams t JOIN sites s ON s.id = t.site_id WHERE t.id = $1",
    )
    .bind(id)
    .fetch_one(&mut *work.tx)
    .await?;
    if !is_open && people > 0 {
        return Ok(Err(("state", "admin-team-has-people")));
    }
    if is_open && site_open == 0 {
        return Ok(Err(("state", "admin-site-closed")));
    }
    if was_open != is_open {
        let set = sqlx::query("UPDATE teams SET is_active = $2 WHERE id = $1");
        set.bind(id).bind(i64::from(is_open)).execute(&mut *work.tx).await?;
        work.audit(if is_open { "team-opened" } else { "team-closed" }, id, "").await?;
        work.commit().await?;
    }
    Ok(Ok(()))
}
