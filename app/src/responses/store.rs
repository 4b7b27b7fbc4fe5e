//! Which answers are shared.

use sqlx::FromRow;

use crate::{
    access::{Learning, Permit, Scope},
    drills::Decision,
    error::Result,
    recordings::store::settle,
    storage::{Connection, Readers},
};

/// What was decided about an attempt holds from now on; with nothing decided any more it is the learner's own again.
pub(crate) async fn decide(
    tx: &mut Connection,
    (permit, attempt, item): (&Permit<Learning>, &str, &str),
    decision: Option<&Decision>,
    now: i64,
) -> Result<()> {
    match decision {
        Some(Decision { is_shared: true, .. }) => share(tx, permit, attempt, item, now).await?,
        _ => withdraw(tx, attempt).await?,
    }
    match decision {
        Some(decision) => settle(tx, attempt, decision.recording.as_deref(), now).await,
        None => Ok(()),
    }
}

async fn share(tx: &mut Connection, permit: &Permit<Learning>, attempt: &str, item: &str, now: i64) -> Result<()> {
    let insert = sqlx::query(
        "INSERT INTO responses (attempt_id, person_id, item, shared_at) VALUES ($1, $2, $3, $4) ON CONFLICT (attempt_id) DO NOTHING",
    );
    insert.bind(attempt).bind(permit.person_id()).bind(item).bind(now).execute(tx).await?;
    Ok(())
}

pub(crate) async fn withdraw(tx: &mut Connection, attempt: &str) -> Result<()> {
    sqlx::query("DELETE FROM responses WHERE attempt_id = $1").bind(attempt).execute(tx).await?;
    Ok(())
}

/// A shared answer as a coach gets it.
#[derive(Clone, Debug, FromRow)]
pub struct Response {
    pub person: String,
    pub team: String,
    /// `module/drill`.
    pub item: String,
    pub version: String,
    /// All events of the attempt, in one line.
    pub events: String,
    pub shared_at: i64,
    /// Whether there is a recording to play.
    pub has_sound: i64,
}

/// So many are shown at most.
const SHOWN: i64 = 50;

/// What people of the teams within a scope share, the latest first.
pub async fn list_responses(db: &Readers, scope: &Scope, now: i64) -> Result<Vec<Response>> {
    let responses = sqlx::query_as(
        "SELECT p.name AS person, t.name AS team, r.item, a.version, a.events, r.shared_at,
                CAST(CASE WHEN EXISTS (
                    SELECT 1 FROM recordings s WHERE s.attempt_id = r.attempt_id AND s.state = 'stored' AND s.delete_after > $3
                ) THEN 1 ELSE 0 END AS BIGINT) AS has_sound
         FROM responses r
         JOIN people p ON p.id = r.person_id
         JOIN teams t ON t.id = p.team_id
         JOIN attempts a ON a.id = r.attempt_id
         WHERE EXISTS (
             SELECT 1 FROM granted_teams g WHERE g.person_id = $1 AND g.role = $2 AND g.team_id = p.team_id AND g.ends_at > $3)
         ORDER BY r.shared_at DESC, r.attempt_id LIMIT $4",
    );
    Ok(responses.bind(&scope.person_id).bind(scope.role).bind(now).bind(SHOWN).fetch_all(db).await?)
}
