//! What everybody reads of their own: asked of them, and not finished yet.

use chrono::NaiveDate;
use sqlx::FromRow;

use super::{absences, day, what};
use crate::{
    access::{Learning, Permit},
    activity::model::day_of,
    coaching::model::{What, concerns, effective_due},
    error::Result,
    storage::Readers,
};

/// What a person was asked for, alone or with the team.
#[derive(Clone, Debug)]
pub struct OwnAssignment {
    pub id: String,
    pub what: What,
    /// When it was assigned, in UTC milliseconds.
    pub assigned_at: i64,
    /// The person's own due date: moved by absences.
    pub due: NaiveDate,
    pub note: String,
    /// The name of the coach who asked.
    pub coach: String,
}

#[derive(FromRow)]
struct Row {
    id: String,
    kind: String,
    item: String,
    due_on: String,
    note: String,
    created_at: i64,
    is_own: i64,
    joined_at: i64,
    coach: String,
    absences: Option<String>,
}

/// All that a person was asked for, alone or with the team, that is neither finished nor withdrawn: the next due date first.
pub async fn list_own_assignments(
    db: &Readers,
    permit: &Permit<Learning>,
    time_zone: &str,
    now: i64,
) -> Result<Vec<OwnAssignment>> {
    let rows: Vec<Row> = sqlx::query_as(
        "WITH me AS MATERIALIZED (
             SELECT p.id, p.team_id, p.created_at AS joined_at FROM people p
             WHERE p.id = $1 AND p.is_active = 1 AND EXISTS (
                 SELECT 1 FROM grants g WHERE g.person_id = p.id AND g.role = 'learner' AND (g.ends_at IS NULL OR g.ends_at > $2))
         )
         SELECT a.id, a.kind, a.item, a.due_on, a.note, a.created_at, a.is_own, a.joined_at, coach.name AS coach,
                (SELECT string_agg(b.first_day || '\u{1f}' || b.last_day, '\u{1e}') FROM absences b WHERE b.person_id = $1) AS absences
         FROM (
             SELECT team.*, CAST(0 AS BIGINT) AS is_own, me.joined_at FROM me JOIN assignments team ON team.team_id = me.team_id
             UNION ALL
             SELECT own.*, CAST(1 AS BIGINT) AS is_own, me.joined_at FROM me JOIN assignments own ON own.person_id = $1
         ) a
         JOIN people coach ON coach.id = a.created_by
         WHERE a.withdrawn_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM completions c WHERE c.person_id = $1 AND c.kind = a.kind AND c.item = a.item)",
    )
    .bind(permit.person_id())
    .bind(now)
    .fetch_all(db)
    .await?;
    let mut own =
        rows.into_iter().filter_map(|row| own_assignment(row, time_zone).transpose()).collect::<Result<Vec<_>>>()?;
    own.sort_by(|a, b| a.due.cmp(&b.due).then(a.id.cmp(&b.id)));
    Ok(own)
}

/// `None` where the team was asked before the person came.
fn own_assignment(row: Row, time_zone: &str) -> Result<Option<OwnAssignment>> {
    let due = day(&row.due_on)?;
    if row.is_own == 0 && !concerns(day_of(row.joined_at, time_zone), due) {
        return Ok(None);
    }
    let absences = absences(row.absences.as_deref())?;
    Ok(Some(OwnAssignment {
        due: effective_due(day_of(row.created_at, time_zone), due, &absences),
        id: row.id,
        what: what(&row.kind, row.item)?,
        assigned_at: row.created_at,
        note: row.note,
        coach: row.coach,
    }))
}
