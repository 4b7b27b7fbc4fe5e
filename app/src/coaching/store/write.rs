//! What coaches write: assigning, changing, withdrawing. Each statement reaches only teams that a grant in force names.

use chrono::NaiveDate;
use sqlx::FromRow;

use super::{
    Meeting, Teams, hold_completions, hold_team_assignments, write_assignment_completions, write_team_assignments,
};
use crate::{
    access::{Coaching, Permit},
    coaching::model::{NewAssignment, Whom},
    error::{Error, Result},
    storage::{Connection, Database},
};

/// Assigns. The same assignment sent again counts once; another one under the same id is a conflict.
pub async fn create_assignment(db: &Database, permit: &Permit<Coaching>, new: &NewAssignment, now: i64) -> Result<()> {
    let mut tx = db.begin().await?;
    hold_completions(db.engine, &mut tx).await?;
    hold_team_assignments(db.engine, &mut tx).await?;
    demand_asked(&mut tx, permit, new, now).await?;
    let inserted = sqlx::query(
        "INSERT INTO assignments (id, created_by, team_id, person_id, kind, item, due_on, note, created_at, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) ON CONFLICT (id) DO NOTHING",
    )
    .bind(&new.id)
    .bind(permit.person_id())
    .bind((new.whom == Whom::Team).then_some(&new.team_id))
    .bind(new.whom.person_id())
    .bind(new.what.kind.id())
    .bind(&new.what.item)
    .bind(new.due.to_string())
    .bind(&new.note)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    if inserted.rows_affected() == 0 && !is_stored(&mut tx, permit, new).await? {
        return Err(Error::Conflict);
    }
    write_team_assignments(&mut tx, Teams::One(&new.team_id)).await?;
    write_assignment_completions(&mut tx, Meeting::Assigned(&new.id)).await?;
    Ok(tx.commit().await?)
}

/// The team is the coach's and active; the person is in it, active, and meant to learn.
async fn demand_asked(tx: &mut Connection, permit: &Permit<Coaching>, new: &NewAssignment, now: i64) -> Result<()> {
    let asked: Option<String> = sqlx::query_scalar(
        "SELECT t.id FROM teams t
         WHERE t.id = $1 AND t.is_active = 1
           AND EXISTS (SELECT 1 FROM granted_teams g
                       WHERE g.person_id = $2 AND g.role = 'coach' AND g.team_id = t.id AND g.ends_at > $3)
           AND ($4 = '' OR EXISTS (
               SELECT 1 FROM people p JOIN grants g ON g.person_id = p.id
               WHERE p.id = $4 AND p.team_id = t.id AND p.is_active = 1
                 AND g.role = 'learner' AND (g.ends_at IS NULL OR g.ends_at > $3)))",
    )
    .bind(&new.team_id)
    .bind(permit.person_id())
    .bind(now)
    .bind(new.whom.person_id().unwrap_or_default())
    .fetch_optional(&mut *tx)
    .await?;
    asked.map(|_| ()).ok_or(Error::NotFound)
}

#[derive(FromRow)]
struct Stored {
    created_by: String,
    team_id: Option<String>,
    person_id: Option<String>,
    kind: String,
    item: String,
    due_on: String,
    note: String,
}

/// Whether exactly this was assigned by this coach before.
async fn is_stored(tx: &mut Connection, permit: &Permit<Coaching>, new: &NewAssignment) -> Result<bool> {
    let stored = sqlx::query_as(
        "SELECT created_by, team_id, person_id, kind, item, due_on, note FROM assignments WHERE id = $1",
    );
    let stored: Stored = stored.bind(&new.id).fetch_one(&mut *tx).await?;
    let is_for_same = match &new.whom {
        Whom::Team => stored.team_id.as_ref() == Some(&new.team_id),
        Whom::Person(id) => stored.person_id.as_ref() == Some(id),
    };
    let is_same_thing = stored.kind == new.what.kind.id() && stored.item == new.what.item;
    let has_same_words = stored.due_on == new.due.to_string() && stored.note == new.note;
    Ok(stored.created_by == permit.person_id() && is_for_same && is_same_thing && has_same_words)
}

/// Changes due date and note. What was withdrawn meanwhile stays withdrawn: a conflict.
pub async fn change_assignment(
    db: &Database,
    permit: &Permit<Coaching>,
    (team_id, id): (&str, &str),
    (due, note): (NaiveDate, &str),
    now: i64,
) -> Result<()> {
    let mut tx = db.begin().await?;
    hold_team_assignments(db.engine, &mut tx).await?;
    demand_within_reach(&mut tx, permit, team_id, id, now).await?;
    let changed = sqlx::query(
        "UPDATE assignments SET due_on = $2, note = $3, changed_at = $4 WHERE id = $1 AND withdrawn_at IS NULL",
    );
    let changed = changed.bind(id).bind(due.to_string()).bind(note).bind(now).execute(&mut *tx).await?;
    if changed.rows_affected() == 0 {
        return Err(Error::Conflict);
    }
    write_team_assignments(&mut tx, Teams::One(team_id)).await?;
    Ok(tx.commit().await?)
}

/// Withdraws; what was withdrawn before stays as it is.
pub async fn withdraw_assignment(
    db: &Database,
    permit: &Permit<Coaching>,
    (team_id, id): (&str, &str),
    now: i64,
) -> Result<()> {
    let mut tx = db.begin().await?;
    hold_team_assignments(db.engine, &mut tx).await?;
    demand_within_reach(&mut tx, permit, team_id, id, now).await?;
    let withdrawn =
        sqlx::query("UPDATE assignments SET withdrawn_at = $2, changed_at = $2 WHERE id = $1 AND withdrawn_at IS NULL");
    withdrawn.bind(id).bind(now).execute(&mut *tx).await?;
    write_team_assignments(&mut tx, Teams::One(team_id)).await?;
    Ok(tx.commit().await?)
}

/// The assignment is to a team of this coach, or to somebody who is in it now.
async fn demand_within_reach(
    tx: &mut Connection,
    permit: &Permit<Coaching>,
    team_id: &str,
    id: &str,
    now: i64,
) -> Result<()> {
    let found: Option<String> = sqlx::query_scalar(
        "SELECT a.id FROM assignments a
         LEFT JOIN people p ON p.id = a.person_id
         JOIN teams t ON t.id = COALESCE(a.team_id, p.team_id)
         WHERE a.id = $1 AND t.id = $2 AND t.is_active = 1
           AND EXISTS (SELECT 1 FROM granted_teams g
                       WHERE g.person_id = $3 AND g.role = 'coach' AND g.team_id = t.id AND g.ends_at > $4)",
    )
    .bind(id)
    .bind(team_id)
    .bind(permit.person_id())
    .bind(now)
    .fetch_optional(&mut *tx)
    .await?;
    found.map(|_| ()).ok_or(Error::NotFound)
}
