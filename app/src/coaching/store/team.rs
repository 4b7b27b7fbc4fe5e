//! What a coach sees: teams within the scope, their people, and what was assigned to them.

use chrono::{Days, NaiveDate};
use sqlx::FromRow;

use super::{absences, day, pairs, what};
use crate::{
    access::Scope,
    activity::model::day_of,
    coaching::model::{Assignment, Member, Team, Whom},
    error::{Error, Result},
    storage::Readers,
};

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

#[derive(FromRow)]
struct MemberRow {
    team: String,
    site: String,
    time_zone: String,
    person_id: Option<String>,
    person: Option<String>,
    joined_at: Option<i64>,
    absences: Option<String>,
}

/// A team and its people with their absences, as far as what was assigned at `earliest` or later can be touched by them.
pub async fn find_team(db: &Readers, scope: &Scope, team_id: &str, earliest: i64, now: i64) -> Result<Team> {
    // A day before: the team's time zone is not known yet.
    let since = day_of(earliest, "UTC").checked_sub_days(Days::new(1)).unwrap_or_default();
    let rows: Vec<MemberRow> = sqlx::query_as(
        "SELECT t.name AS team, s.name AS site, s.time_zone, p.id AS person_id, p.name AS person, p.created_at AS joined_at,
                (SELECT string_agg(b.first_day || ' ' || b.last_day, ',') FROM absences b
                 WHERE b.person_id = p.id AND b.last_day >= $5) AS absences
         FROM teams t
         JOIN sites s ON s.id = t.site_id
         LEFT JOIN people p ON p.team_id = t.id AND p.is_active = 1 AND EXISTS (
             SELECT 1 FROM grants g WHERE g.person_id = p.id AND g.role = 'learner' AND (g.ends_at IS NULL OR g.ends_at > $4))
         WHERE t.id = $1 AND t.is_active = 1 AND EXISTS (
             SELECT 1 FROM granted_teams g WHERE g.person_id = $2 AND g.role = $3 AND g.team_id = $1 AND g.ends_at > $4)
         ORDER BY p.name_key, p.id",
    )
    .bind(team_id)
    .bind(&scope.person_id)
    .bind(scope.role)
    .bind(now)
    .bind(since.to_string())
    .fetch_all(db)
    .await?;
    let first = rows.first().ok_or(Error::NotFound)?;
    let (name, site, time_zone) = (first.team.clone(), first.site.clone(), first.time_zone.clone());
    // A team without people is one row without a person.
    let members = rows.into_iter().filter_map(member).collect::<Result<_>>()?;
    Ok(Team { id: team_id.to_owned(), name, site, time_zone, members })
}

fn member(row: MemberRow) -> Option<Result<Member>> {
    let (id, name, joined_at) = (row.person_id?, row.person?, row.joined_at?);
    Some(absences(row.absences.as_deref()).map(|absences| Member { id, name, joined_at, absences }))
}

#[derive(FromRow)]
struct AssignmentRow {
    id: String,
    person_id: Option<String>,
    kind: String,
    item: String,
    due_on: String,
    note: String,
    created_at: i64,
    withdrawn_at: Option<i64>,
    coach: String,
    finished: Option<String>,
}

/// A team's assignments that fulfil a condition on `a` and `$5`, each with who has finished it, and when: `person moment,person moment`.
/// CROSS JOIN fixes the order for SQLite, which would read everybody's assignments first; PostgreSQL plans it as any join.
macro_rules! assignments {
    ($condition:literal) => {
        concat!(
            "WITH members AS MATERIALIZED (
                 SELECT p.id FROM people p
                 WHERE p.team_id = $1 AND p.is_active = 1 AND EXISTS (
                     SELECT 1 FROM grants g WHERE g.person_id = p.id AND g.role = 'learner' AND (g.ends_at IS NULL OR g.ends_at > $4))
             )
             SELECT a.id, a.person_id, a.kind, a.item, a.due_on, a.note, a.created_at, a.withdrawn_at, coach.name AS coach,
                    (SELECT string_agg(c.person_id || ' ' || CAST(c.done_at AS TEXT), ',')
                     FROM members m JOIN completions c ON c.person_id = m.id AND c.kind = a.kind AND c.item = a.item
                     WHERE a.person_id IS NULL OR a.person_id = m.id) AS finished
             FROM (
                 SELECT * FROM assignments WHERE team_id = $1
                 UNION ALL
                 SELECT own.* FROM members m CROSS JOIN assignments own WHERE own.person_id = m.id
             ) a
             JOIN people coach ON coach.id = a.created_by
             JOIN teams t ON t.id = $1 AND t.is_active = 1
             WHERE EXISTS (
                 SELECT 1 FROM granted_teams g WHERE g.person_id = $2 AND g.role = $3 AND g.team_id = $1 AND g.ends_at > $4)
               AND ",
            $condition
        )
    };
}

/// What a team or somebody in it was asked for, due on a day or later, and not withdrawn.
pub async fn list_assignments(
    db: &Readers,
    scope: &Scope,
    team_id: &str,
    due_from: NaiveDate,
    now: i64,
) -> Result<Vec<Assignment>> {
    let rows = sqlx::query_as::<_, AssignmentRow>(assignments!("a.withdrawn_at IS NULL AND a.due_on >= $5"));
    let rows = rows.bind(team_id).bind(&scope.person_id).bind(scope.role).bind(now).bind(due_from.to_string());
    rows.fetch_all(db).await?.into_iter().map(assignment).collect()
}

/// One assignment to a team or somebody in it, withdrawn or not.
pub async fn find_assignment(db: &Readers, scope: &Scope, team_id: &str, id: &str, now: i64) -> Result<Assignment> {
    let row = sqlx::query_as::<_, AssignmentRow>(assignments!("a.id = $5"));
    let row = row.bind(team_id).bind(&scope.person_id).bind(scope.role).bind(now).bind(id);
    assignment(row.fetch_optional(db).await?.ok_or(Error::NotFound)?)
}

fn assignment(row: AssignmentRow) -> Result<Assignment> {
    let finished = pairs(row.finished.as_deref());
    let finished = finished.map(|(person, at)| Ok((person.to_owned(), at.parse().map_err(Error::internal)?)));
    Ok(Assignment {
        finished: finished.collect::<Result<_>>()?,
        id: row.id,
        whom: row.person_id.map_or(Whom::Team, Whom::Person),
        what: what(&row.kind, row.item)?,
        due: day(&row.due_on)?,
        note: row.note,
        created_at: row.created_at,
        withdrawn_at: row.withdrawn_at,
        coach: row.coach,
    })
}
