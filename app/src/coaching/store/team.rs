//! What a coach sees: teams within the scope, their people, and what was assigned to them.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use sqlx::FromRow;

use super::{day, what};
use crate::{
    access::Scope,
    activity::model::day_of,
    coaching::model::{Absence, Assignment, Member, Team, Whom},
    error::{Error, Result},
    storage::{Readers, strung},
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
struct TeamRow {
    name: String,
    site: String,
    time_zone: String,
    members: Option<String>,
    absences: Option<String>,
}

/// A team and its people with their absences, as far as what was assigned at `earliest` or later can be touched by them.
pub async fn find_team(db: &Readers, scope: &Scope, team_id: &str, earliest: i64, now: i64) -> Result<Team> {
    // A day before: the team's time zone is not known yet.
    let since = day_of(earliest, "UTC").checked_sub_days(Days::new(1)).unwrap_or_default();
    let row: Option<TeamRow> = sqlx::query_as(
        "WITH members AS MATERIALIZED (
             SELECT p.id, p.name, p.name_key, p.created_at FROM people p
             WHERE p.team_id = $1 AND p.is_active = 1 AND EXISTS (
                 SELECT 1 FROM grants g WHERE g.person_id = p.id AND g.role = 'learner' AND (g.ends_at IS NULL OR g.ends_at > $4))
         )
         SELECT t.name, s.name AS site, s.time_zone,
                (SELECT string_agg(m.id || '\u{1f}' || m.name || '\u{1f}' || CAST(m.created_at AS TEXT), '\u{1e}' ORDER BY m.name_key, m.id)
                 FROM members m) AS members,
                (SELECT string_agg(b.person_id || '\u{1f}' || b.first_day || '\u{1f}' || b.last_day, '\u{1e}')
                 FROM members m CROSS JOIN absences b WHERE b.person_id = m.id AND b.last_day >= $5) AS absences
         FROM teams t JOIN sites s ON s.id = t.site_id
         WHERE t.id = $1 AND t.is_active = 1 AND EXISTS (
             SELECT 1 FROM granted_teams g WHERE g.person_id = $2 AND g.role = $3 AND g.team_id = $1 AND g.ends_at > $4)",
    )
    .bind(team_id)
    .bind(&scope.person_id)
    .bind(scope.role)
    .bind(now)
    .bind(since.to_string())
    .fetch_optional(db)
    .await?;
    let row = row.ok_or(Error::NotFound)?;
    let members = members(&row)?;
    Ok(Team { id: team_id.to_owned(), name: row.name, site: row.site, time_zone: row.time_zone, members })
}

fn members(row: &TeamRow) -> Result<Vec<Member>> {
    let mut absences: HashMap<&str, Vec<Absence>> = HashMap::new();
    for absence in strung::rows(row.absences.as_deref()) {
        let [person, first, last] = absence?;
        absences.entry(person).or_default().push((day(first)?, day(last)?));
    }
    let member = |row: Result<[&str; 3]>| {
        let [id, name, joined_at] = row?;
        let absences = absences.remove(id).unwrap_or_default();
        Ok(Member { id: id.to_owned(), name: name.to_owned(), joined_at: strung::number(joined_at)?, absences })
    };
    strung::rows(row.members.as_deref()).map(member).collect()
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

/// A team's assignments that fulfil a condition on `a` and `$5`, each with who has finished it, and when.
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
                    (SELECT string_agg(c.person_id || '\u{1f}' || CAST(c.done_at AS TEXT), '\u{1e}')
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
    let finished = strung::rows(row.finished.as_deref());
    let finished = finished.map(|row| row.and_then(|[person, at]| Ok((person.to_owned(), strung::number(at)?))));
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
