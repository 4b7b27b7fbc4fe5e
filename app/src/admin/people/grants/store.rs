//! Grants as administration keeps them.

use sqlx::FromRow;
use uuid::Uuid;

use super::model::{Held, Wanted, giving_fault, is_keystone, may_end};
use crate::{
    access::{Administration, Permit, Role, Scope},
    admin::{
        model::{Bound, Refusal},
        people::store::find_target,
        store::Work,
    },
    error::{Error, Result},
    storage::{Database, Readers},
};

/// A grant with the name of what it is bounded by.
#[derive(Clone, Debug)]
pub struct Named {
    pub held: Held,
    pub bound_name: String,
}

#[derive(FromRow)]
struct GrantRow {
    id: String,
    role: String,
    team_id: Option<String>,
    site_id: Option<String>,
    bound_name: Option<String>,
    ends_at: Option<i64>,
}

impl GrantRow {
    fn named(self) -> Option<Named> {
        let bound = Bound::from_ids(self.team_id, self.site_id);
        let held = Held { id: self.id, role: Role::from_id(&self.role)?, bound, ends_at: self.ends_at };
        Some(Named { held, bound_name: self.bound_name.unwrap_or_default() })
    }
}

/// The grants in force of a person in reach.
pub async fn list_grants(db: &Readers, scope: &Scope, person: &str, now: i64) -> Result<Vec<Named>> {
    let rows: Vec<GrantRow> = sqlx::query_as(
        "SELECT g.id, g.role, g.team_id, COALESCE(g.site_id, t.site_id) AS site_id, COALESCE(t.name, s.name) AS bound_name, g.ends_at
         FROM grants g
         JOIN people p ON p.id = g.person_id
         LEFT JOIN teams t ON t.id = g.team_id
         LEFT JOIN sites s ON s.id = g.site_id
         WHERE g.person_id = $1 AND (g.ends_at IS NULL OR g.ends_at > $2)
           AND p.team_id IN (SELECT team_id FROM granted_teams WHERE person_id = $3 AND role = $4 AND ends_at > $2)
         ORDER BY g.granted_at, g.id",
    )
    .bind(person)
    .bind(now)
    .bind(scope.person_id.as_str())
    .bind(scope.role)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().filter_map(GrantRow::named).collect())
}

/// The grants in force of a person whom the write has found in reach.
pub async fn list_held(work: &mut Work, person: &str) -> Result<Vec<Held>> {
    let rows: Vec<GrantRow> = sqlx::query_as(
        "SELECT g.id, g.role, g.team_id, COALESCE(g.site_id, t.site_id) AS site_id, COALESCE(t.name, s.name) AS bound_name, g.ends_at
         FROM grants g LEFT JOIN teams t ON t.id = g.team_id LEFT JOIN sites s ON s.id = g.site_id
         WHERE g.person_id = $1 AND (g.ends_at IS NULL OR g.ends_at > $2)",
    )
    .bind(person)
    .bind(work.now)
    .fetch_all(&mut *work.tx)
    .await?;
    Ok(rows.into_iter().filter_map(GrantRow::named).map(|named| named.held).collect())
}

/// Gives a role. The same form again succeeds; something else under the same id is a conflict.
pub async fn give(
    db: &Database,
    permit: &Permit<Administration>,
    (id, person): (Uuid, &str),
    wanted: &Wanted,
    now: i64,
) -> Result<Result<(), Refusal>> {
    let mut work = Work::begin(db, permit, now).await?;
    let target = find_target(&mut work, person).await?;
    let bound = locate(&mut work, &wanted.bound).await?;
    let bound = if wanted.role == Role::Learner { Bound::Everything } else { bound };
    let wanted = Wanted { bound, ..wanted.clone() };
    let held = list_held(&mut work, person).await?;
    let id = id.to_string();
    if let Some(known) = find_holder(&mut work, &id).await? {
        let is_same = known == person
            && held.iter().any(|grant| grant.id == id && grant.bound == wanted.bound && grant.role == wanted.role);
        return if is_same { Ok(Ok(())) } else { Err(Error::Conflict) };
    }
    if let Some(fault) = giving_fault(&work.reach, (&work.by, person), &target.home, &held, &wanted) {
        return Ok(Err(fault));
    }
    insert_grant(&mut work, &id, person, &wanted).await?;
    work.commit().await?;
    Ok(Ok(()))
}

/// Writes and notes a grant that the rules allow.
pub async fn insert_grant(work: &mut Work, id: &str, person: &str, wanted: &Wanted) -> Result<()> {
    let (team, site) = wanted.bound.ids();
    let by = work.by_person().map(str::to_owned);
    sqlx::query(
        "INSERT INTO grants (id, person_id, role, team_id, site_id, granted_by, granted_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(id)
    .bind(person)
    .bind(wanted.role.id())
    .bind(team.map(str::to_owned))
    .bind(site.map(str::to_owned))
    .bind(by)
    .bind(work.now)
    .bind(wanted.ends_at)
    .execute(&mut *work.tx)
    .await?;
    let detail = describe(work, wanted.role, &wanted.bound).await?;
    work.audit("grant-given", person, &detail).await
}

/// Ends a grant. One that is gone has ended already.
pub async fn end(
    db: &Database,
    permit: &Permit<Administration>,
    (person, id): (&str, &str),
    now: i64,
) -> Result<Result<(), Refusal>> {
    let mut work = Work::begin(db, permit, now).await?;
    let target = find_target(&mut work, person).await?;
    let held = list_held(&mut work, person).await?;
    let Some(grant) = held.into_iter().find(|grant| grant.id == id) else { return Ok(Ok(())) };
    if !may_end(&work.reach, &target.home, &grant) {
        return Ok(Err(("roles", "admin-grant-beyond")));
    }
    if is_keystone(&grant) && !has_other_keystone(&mut work, "", id).await? {
        return Ok(Err(("roles", "admin-last-admin")));
    }
    sqlx::query("DELETE FROM grants WHERE id = $1").bind(id).execute(&mut *work.tx).await?;
    let detail = describe(&mut work, grant.role, &grant.bound).await?;
    work.audit("grant-ended", person, &detail).await?;
    work.commit().await?;
    Ok(Ok(()))
}

/// Whether an active person keeps everything, without an end, beside this person or this grant.
pub async fn has_other_keystone(work: &mut Work, person: &str, grant: &str) -> Result<bool> {
    let others: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) FROM grants g JOIN people p ON p.id = g.person_id AND p.is_active = 1
         WHERE g.role = 'admin' AND g.team_id IS NULL AND g.site_id IS NULL AND g.ends_at IS NULL AND g.person_id <> $1 AND g.id <> $2",
    )
    .bind(person)
    .bind(grant)
    .fetch_one(&mut *work.tx)
    .await?;
    Ok(others > 0)
}

async fn find_holder(work: &mut Work, id: &str) -> Result<Option<String>> {
    let holder = sqlx::query_scalar("SELECT person_id FROM grants WHERE id = $1");
    Ok(holder.bind(id).fetch_optional(&mut *work.tx).await?)
}

/// The bound with the site that its team belongs to; one that does not exist is not found.
async fn locate(work: &mut Work, bound: &Bound) -> Result<Bound> {
    let (team, site) = bound.ids();
    let found: Option<String> = match (team, site) {
        (Some(team), _) => {
            sqlx::query_scalar("SELECT site_id FROM teams WHERE id = $1")
                .bind(team)
                .fetch_optional(&mut *work.tx)
                .await?
        }
        (None, Some(site)) => {
            sqlx::query_scalar("SELECT id FROM sites WHERE id = $1").bind(site).fetch_optional(&mut *work.tx).await?
        }
        (None, None) => return Ok(Bound::Everything),
    };
    let site = found.ok_or(Error::NotFound)?;
    Ok(Bound::from_ids(team.map(str::to_owned), Some(site)))
}

/// A grant as the audit log keeps it: the role, the kind of bound, and its name at the time.
async fn describe(work: &mut Work, role: Role, bound: &Bound) -> Result<String> {
    let (team, site) = bound.ids();
    let (kind, name): (_, Option<String>) = match (team, site) {
        (Some(team), _) => (
            "team",
            sqlx::query_scalar("SELECT name FROM teams WHERE id = $1").bind(team).fetch_optional(&mut *work.tx).await?,
        ),
        (None, Some(site)) => (
            "site",
            sqlx::query_scalar("SELECT name FROM sites WHERE id = $1").bind(site).fetch_optional(&mut *work.tx).await?,
        ),
        (None, None) => ("everything", None),
    };
    Ok(format!("{} {kind} {}", role.id(), name.unwrap_or_default()).trim_end().to_owned())
}
