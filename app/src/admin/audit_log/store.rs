//! Reading the audit log. What is written there is each room's own doing.

use sqlx::FromRow;

use super::model::PAGE;
use crate::{
    access::{Scope, reaches_everything},
    error::Result,
    storage::Readers,
};

/// One entry.
#[derive(Clone, Debug, FromRow)]
pub struct Entry {
    pub at: i64,
    pub actor_id: Option<String>,
    pub actor: Option<String>,
    pub action: String,
    /// The person, team or site that it was about.
    pub subject: Option<String>,
    pub detail: String,
}

/// How many entries are in reach: all for an admin of everything; otherwise one's own, and those about people and teams in reach.
pub async fn count_entries(db: &Readers, scope: &Scope, now: i64) -> Result<i64> {
    let count = sqlx::query_scalar(concat!(
        "SELECT COUNT(*) FROM audit_log a
         WHERE ",
        reaches_everything!(),
        " OR a.actor_id = $1
            OR a.subject_id IN (SELECT team_id FROM granted_teams WHERE person_id = $1 AND role = $2 AND ends_at > $3)
            OR a.subject_id IN (SELECT p.id FROM people p WHERE p.team_id IN (
                SELECT team_id FROM granted_teams WHERE person_id = $1 AND role = $2 AND ends_at > $3))"
    ));
    Ok(count.bind(scope.person_id.as_str()).bind(scope.role).bind(now).fetch_one(db).await?)
}

/// A page of them, the newest first.
pub async fn list_entries(db: &Readers, scope: &Scope, page: i64, now: i64) -> Result<Vec<Entry>> {
    let list = sqlx::query_as(concat!(
        "SELECT a.at, a.actor_id, actor.name AS actor, a.action, COALESCE(p.name, t.name, s.name) AS subject, a.detail
         FROM (SELECT * FROM audit_log a
               WHERE ",
        reaches_everything!(),
        " OR a.actor_id = $1
                  OR a.subject_id IN (SELECT team_id FROM granted_teams WHERE person_id = $1 AND role = $2 AND ends_at > $3)
                  OR a.subject_id IN (SELECT p.id FROM people p WHERE p.team_id IN (
                      SELECT team_id FROM granted_teams WHERE person_id = $1 AND role = $2 AND ends_at > $3))
               ORDER BY a.at DESC, a.id DESC LIMIT $4 OFFSET $5) a
         LEFT JOIN people actor ON actor.id = a.actor_id
         LEFT JOIN people p ON p.id = a.subject_id
         LEFT JOIN teams t ON t.id = a.subject_id
         LEFT JOIN sites s ON s.id = a.subject_id
         ORDER BY a.at DESC, a.id DESC"
    ));
    let list = list.bind(scope.person_id.as_str()).bind(scope.role).bind(now);
    Ok(list.bind(PAGE).bind((page - 1) * PAGE).fetch_all(db).await?)
}
