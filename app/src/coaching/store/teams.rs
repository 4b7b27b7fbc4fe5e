//! The teams that a coach chooses from.

use chrono::NaiveDate;
use sqlx::FromRow;

use crate::{access::Scope, error::Result, storage::Readers};

/// A team in the list of a coach's teams.
#[derive(Clone, Debug, FromRow)]
pub struct TeamLine {
    pub id: String,
    pub name: String,
    pub site: String,
    pub people: i64,
    /// Assignments that are not past, to the team or to somebody in it.
    pub open: i64,
    /// The next due date among them.
    pub next_due: Option<String>,
}

/// The active teams that a scope reaches, by site and name.
pub async fn list_teams(db: &Readers, scope: &Scope, today: NaiveDate, now: i64) -> Result<Vec<TeamLine>> {
    let teams = sqlx::query_as(
        "WITH mine AS MATERIALIZED (
             SELECT t.id, t.name, t.name_key, s.name AS site, s.name_key AS site_key
             FROM teams t JOIN sites s ON s.id = t.site_id
             WHERE t.is_active = 1 AND EXISTS (
                 SELECT 1 FROM granted_teams g WHERE g.person_id = $1 AND g.role = $2 AND g.team_id = t.id AND g.ends_at > $3)
         ), members AS MATERIALIZED (
             SELECT p.id, p.team_id FROM mine CROSS JOIN people p
             WHERE p.team_id = mine.id AND p.is_active = 1 AND EXISTS (
                 SELECT 1 FROM grants g WHERE g.person_id = p.id AND g.role = 'learner' AND (g.ends_at IS NULL OR g.ends_at > $3))
         ), asked AS (
             SELECT a.team_id, a.due_on FROM mine JOIN assignments a ON a.team_id = mine.id
             WHERE a.withdrawn_at IS NULL AND a.due_on >= $4
             UNION ALL
             SELECT m.team_id, a.due_on FROM members m CROSS JOIN assignments a
             WHERE a.person_id = m.id AND a.withdrawn_at IS NULL AND a.due_on >= $4
         )
         SELECT mine.id, mine.name, mine.site, CAST(COALESCE(m.people, 0) AS BIGINT) AS people,
                CAST(COALESCE(a.open, 0) AS BIGINT) AS open, a.next_due
         FROM mine
         LEFT JOIN (SELECT team_id, COUNT(*) AS people FROM members GROUP BY team_id) m ON m.team_id = mine.id
         LEFT JOIN (SELECT team_id, COUNT(*) AS open, MIN(due_on) AS next_due FROM asked GROUP BY team_id) a ON a.team_id = mine.id
         ORDER BY mine.site_key, mine.name_key, mine.id",
    );
    let teams = teams.bind(&scope.person_id).bind(scope.role).bind(now).bind(today.to_string());
    Ok(teams.fetch_all(db).await?)
}
