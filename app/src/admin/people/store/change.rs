//! Changes to a person's entry, and to whether and how they may sign in.

use uuid::Uuid;

use super::{Target, create::is_name_taken, find_target, find_team};
use crate::{
    access::{Administration, Permit},
    admin::{
        model::{Bound, Refusal},
        people::{
            grants::{
                model::{is_keystone, may_manage},
                store::{has_other_keystone, list_held},
            },
            model::Entry,
        },
        store::Work,
    },
    coaching::store::{
        Meeting, Teams, hold_completions, hold_team_assignments, write_assignment_completions, write_team_assignments,
    },
    error::{Error, Result},
    language::fold,
    people::model::{CODE_LASTS, sign_in_key},
    storage::{Database, Engine, is_unique_violation},
};

/// Changes name, sign-in name and team.
pub async fn change_person(
    db: &Database,
    permit: &Permit<Administration>,
    (id, entry): (&str, &Entry),
    now: i64,
) -> Result<Result<(), Refusal>> {
    let mut work = Work::begin(db, permit, now).await?;
    let target = find_target(&mut work, id).await?;
    let (team, team_name, is_open) = find_team(&mut work, &entry.team).await?;
    if team != target.home && !is_open {
        return Ok(Err(("team", "admin-team-closed")));
    }
    if is_name_taken(&mut work, id, &entry.sign_in_name).await? {
        return Ok(Err(("sign_in_name", "admin-sign-in-name-taken")));
    }
    hold_what_changes(db.engine, &mut work, [(&target, entry)]).await?;
    match write_entry(&mut work, &target, entry, &team_name).await {
        Err(Error::Conflict) => return Ok(Err(("sign_in_name", "admin-sign-in-name-taken"))),
        written => written?,
    }
    work.commit().await?;
    Ok(Ok(()))
}

/// Comes before the first [`write_entry`], and speaks of all of them: whoever finishes or assigns something waits only if somebody is moved or renamed.
pub async fn hold_what_changes<'a>(
    engine: Engine,
    work: &mut Work,
    changes: impl IntoIterator<Item = (&'a Target, &'a Entry)> + Clone,
) -> Result<()> {
    if changes.clone().into_iter().any(|(target, entry)| moves(target, entry)) {
        hold_completions(engine, &mut work.tx).await?;
    }
    if changes.into_iter().any(|(target, entry)| renames(target, entry)) {
        hold_team_assignments(engine, &mut work.tx).await?;
    }
    Ok(())
}

fn moves(target: &Target, entry: &Entry) -> bool {
    !matches!(&target.home, Bound::Team { team, .. } if *team == entry.team)
}

fn renames(target: &Target, entry: &Entry) -> bool {
    target.name != entry.name
}

/// Writes what differs, and notes it. A sign-in name that is taken is a conflict.
pub async fn write_entry(work: &mut Work, target: &Target, entry: &Entry, team_name: &str) -> Result<()> {
    let written = sqlx::query(
        "UPDATE people SET name = $2, name_key = $3, sign_in_name = $4, sign_in_key = $5, team_id = $6 WHERE id = $1",
    )
    .bind(target.id.as_str())
    .bind(entry.name.as_str())
    .bind(fold(&entry.name))
    .bind(entry.sign_in_name.as_str())
    .bind(sign_in_key(&entry.sign_in_name))
    .bind(entry.team.as_str())
    .execute(&mut *work.tx)
    .await;
    match written {
        Err(error) if is_unique_violation(&error) => return Err(Error::Conflict),
        written => written?,
    };
    if renames(target, entry) {
        write_team_assignments(&mut work.tx, Teams::AskedBy(&target.id)).await?;
    }
    if (&target.name, &target.sign_in_name) != (&entry.name, &entry.sign_in_name) {
        let detail = format!("{} ({}) → {} ({})", target.name, target.sign_in_name, entry.name, entry.sign_in_name);
        work.audit("person-changed", &target.id, &detail).await?;
    }
    if moves(target, entry) {
        write_assignment_completions(&mut work.tx, Meeting::Joined(&target.id)).await?;
        work.audit("person-moved", &target.id, &format!("{} → {team_name}", target.team_name)).await?;
    }
    Ok(())
}

/// Locks a person out: no sign-in, no session, no code. What they have done stays theirs.
pub async fn deactivate(
    db: &Database,
    permit: &Permit<Administration>,
    id: &str,
    now: i64,
) -> Result<Result<(), Refusal>> {
    let mut work = Work::begin(db, permit, now).await?;
    let target = find_target(&mut work, id).await?;
    let held = list_held(&mut work, id).await?;
    if work.by == id {
        return Ok(Err(("state", "admin-deactivate-oneself")));
    }
    if !may_manage(&work.reach, &held) {
        return Ok(Err(("state", "admin-person-beyond")));
    }
    if held.iter().any(is_keystone) && !has_other_keystone(&mut work, id, "").await? {
        return Ok(Err(("state", "admin-last-admin")));
    }
    if target.is_active {
        sqlx::query("UPDATE people SET is_active = 0 WHERE id = $1").bind(id).execute(&mut *work.tx).await?;
        sqlx::query("DELETE FROM one_time_codes WHERE person_id = $1").bind(id).execute(&mut *work.tx).await?;
        sqlx::query("DELETE FROM sessions WHERE person_id = $1").bind(id).execute(&mut *work.tx).await?;
        work.audit("person-deactivated", id, "").await?;
        work.commit().await?;
    }
    Ok(Ok(()))
}

/// Lets a person in again, with the password and the roles they had.
pub async fn reactivate(
    db: &Database,
    permit: &Permit<Administration>,
    id: &str,
    now: i64,
) -> Result<Result<(), Refusal>> {
    let mut work = Work::begin(db, permit, now).await?;
    let target = find_target(&mut work, id).await?;
    let Bound::Team { team, .. } = &target.home else { return Err(Error::NotFound) };
    let held = list_held(&mut work, id).await?;
    if !may_manage(&work.reach, &held) {
        return Ok(Err(("state", "admin-person-beyond")));
    }
    let (.., is_open) = find_team(&mut work, team).await?;
    if !is_open {
        return Ok(Err(("state", "admin-reactivate-team-closed")));
    }
    if !target.is_active {
        sqlx::query("UPDATE people SET is_active = 1 WHERE id = $1").bind(id).execute(&mut *work.tx).await?;
        work.audit("person-reactivated", id, "").await?;
        work.commit().await?;
    }
    Ok(Ok(()))
}

/// Takes the password away, ends every session, and leaves a one-time code in its place. The person is told at the next page, so that nobody
/// slips into somebody else's practice unseen.
pub async fn reset_sign_in(
    db: &Database,
    permit: &Permit<Administration>,
    (id, code_hash): (&str, &str),
    now: i64,
) -> Result<Result<(), Refusal>> {
    let mut work = Work::begin(db, permit, now).await?;
    let target = find_target(&mut work, id).await?;
    let held = list_held(&mut work, id).await?;
    if work.by == id {
        return Ok(Err(("reset", "admin-reset-oneself")));
    }
    if !may_manage(&work.reach, &held) {
        return Ok(Err(("reset", "admin-person-beyond")));
    }
    if !target.is_active {
        return Ok(Err(("reset", "admin-reset-inactive")));
    }
    sqlx::query("UPDATE people SET password_hash = NULL WHERE id = $1").bind(id).execute(&mut *work.tx).await?;
    sqlx::query("DELETE FROM sessions WHERE person_id = $1").bind(id).execute(&mut *work.tx).await?;
    sqlx::query("INSERT INTO notices (id, person_id, kind, at) VALUES ($1, $2, 'sign-in-reset', $3)")
        .bind(Uuid::now_v7().to_string())
        .bind(id)
        .bind(now)
        .execute(&mut *work.tx)
        .await?;
    put_code(&mut work, id, code_hash).await?;
    work.audit("sign-in-reset", id, "").await?;
    work.commit().await?;
    Ok(Ok(()))
}

/// The code that works from now on; an earlier one does not any more.
pub(super) async fn put_code(work: &mut Work, person: &str, code_hash: &str) -> Result<()> {
    let by = work.by_person().map(str::to_owned);
    sqlx::query(
        "INSERT INTO one_time_codes (person_id, code_hash, created_at, expires_at, created_by) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (person_id) DO UPDATE SET code_hash = excluded.code_hash, created_at = excluded.created_at,
             expires_at = excluded.expires_at, created_by = excluded.created_by",
    )
    .bind(person)
    .bind(code_hash)
    .bind(work.now)
    .bind(work.now + CODE_LASTS)
    .bind(by)
    .execute(&mut *work.tx)
    .await?;
    Ok(())
}
