//! What a coach sees: teams within the scope, their people, and what was assigned to them.

use std::collections::HashMap;

use chrono::NaiveDate;
use sqlx::FromRow;

use super::{day, what};
use crate::{
    access::Scope,
    activity::model::day_of,
    coaching::model::{Absence, Assignment, Member, Team, Whom, done},
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
struct Row {
    name: String,
    site: String,
    time_zone: String,
    members: Option<String>,
    absences: Option<String>,
    asked: Option<String>,
    done: Option<String>,
}

/// A team, its people with their absences, and what it or somebody in it was asked for that fulfils a condition on `a` and `$5`, each with who
/// has finished it: all in one row, because a statement costs more than what it finds. CROSS JOIN fixes the order for SQLite, which would read
/// everybody's assignments first; PostgreSQL plans it as any join.
macro_rules! team {
    ($condition:literal) => {
        concat!(
            "WITH members AS MATERIALIZED (
                 SELECT p.id, p.name, p.name_key, p.created_at FROM people p
                 WHERE p.team_id = $1 AND p.is_active = 1 AND EXISTS (
                     SELECT 1 FROM grants g WHERE g.person_id = p.id AND g.role = 'learner' AND (g.ends_at IS NULL OR g.ends_at > $4))
             ), asked AS MATERIALIZED (
                 SELECT a.id, a.person_id, a.kind, a.item, a.due_on, a.note, a.created_at, a.withdrawn_at, coach.name AS coach
                 FROM (
                     SELECT * FROM assignments WHERE team_id = $1
                     UNION ALL
                     SELECT own.* FROM members m CROSS JOIN assignments own WHERE own.person_id = m.id
                 ) a
                 JOIN people coach ON coach.id = a.created_by
                 WHERE ",
            $condition,
            ")
             SELECT t.name, s.name AS site, s.time_zone,
                    (SELECT string_agg(concat_ws('\u{1f}', m.id, m.name, m.created_at), '\u{1e}' ORDER BY m.name_key, m.id)
                     FROM members m) AS members,
                    (SELECT string_agg(concat_ws('\u{1f}', b.person_id, b.first_day, b.last_day), '\u{1e}')
                     FROM members m CROSS JOIN absences b WHERE b.person_id = m.id) AS absences,
                    (SELECT string_agg(concat_ws('\u{1f}', a.id, COALESCE(a.person_id, ''), a.kind, a.item, a.due_on, a.note, a.created_at,
                                                 COALESCE(CAST(a.withdrawn_at AS TEXT), ''), a.coach), '\u{1e}')
                     FROM asked a) AS asked,
                    (SELECT string_agg(concat_ws('\u{1f}', a.id, c.person_id, c.done_at), '\u{1e}')
                     FROM asked a CROSS JOIN assignment_completions c WHERE c.assignment_id = a.id) AS done
             FROM teams t JOIN sites s ON s.id = t.site_id
             WHERE t.id = $1 AND t.is_active = 1 AND EXISTS (
                 SELECT 1 FROM granted_teams g WHERE g.person_id = $2 AND g.role = $3 AND g.team_id = $1 AND g.ends_at > $4)"
        )
    };
}

/// A team, and what it or somebody in it was asked for, due on a day or later, and not withdrawn.
pub async fn find_team(
    db: &Readers,
    scope: &Scope,
    team_id: &str,
    due_from: NaiveDate,
    now: i64,
) -> Result<(Team, Vec<Assignment>)> {
    find_due(db, scope, team_id, &due_from.to_string(), now).await
}

/// A team with its people alone.
pub async fn find_members(db: &Readers, scope: &Scope, team_id: &str, now: i64) -> Result<Team> {
    // Nothing is due so late.
    Ok(find_due(db, scope, team_id, "9999-12-31", now).await?.0)
}

async fn find_due(
    db: &Readers,
    scope: &Scope,
    team_id: &str,
    due_from: &str,
    now: i64,
) -> Result<(Team, Vec<Assignment>)> {
    let row = sqlx::query_as::<_, Row>(team!("a.withdrawn_at IS NULL AND a.due_on >= $5"));
    let row = row.bind(team_id).bind(&scope.person_id).bind(scope.role).bind(now).bind(due_from);
    read(team_id, row.fetch_optional(db).await?)
}

/// A team and one assignment to it or to somebody in it, withdrawn or not.
pub async fn find_assignment(
    db: &Readers,
    scope: &Scope,
    team_id: &str,
    id: &str,
    now: i64,
) -> Result<(Team, Assignment)> {
    let row = sqlx::query_as::<_, Row>(team!("a.id = $5"));
    let row = row.bind(team_id).bind(&scope.person_id).bind(scope.role).bind(now).bind(id);
    let (team, assignments) = read(team_id, row.fetch_optional(db).await?)?;
    Ok((team, assignments.into_iter().next().ok_or(Error::NotFound)?))
}

fn read(team_id: &str, row: Option<Row>) -> Result<(Team, Vec<Assignment>)> {
    let row = row.ok_or(Error::NotFound)?;
    let (members, assignments) = (members(&row)?, assignments(&row)?);
    Ok((
        Team { id: team_id.to_owned(), name: row.name, site: row.site, time_zone: row.time_zone, members },
        assignments,
    ))
}

fn members(row: &Row) -> Result<Vec<Member>> {
    let mut absences: HashMap<&str, Vec<Absence>> = HashMap::new();
    for absence in strung::rows(row.absences.as_deref()) {
        let [person, first, last] = absence?;
        absences.entry(person).or_default().push((day(first)?, day(last)?));
    }
    let member = |columns: Result<[&str; 3]>| {
        let [id, name, joined_at] = columns?;
        let absences = absences.remove(id).unwrap_or_default();
        let joined_on = day_of(strung::number(joined_at)?, &row.time_zone);
        Ok(Member { id: id.to_owned(), name: name.to_owned(), joined_on, absences })
    };
    strung::rows(row.members.as_deref()).map(member).collect()
}

fn assignments(row: &Row) -> Result<Vec<Assignment>> {
    let mut finished: HashMap<&str, Vec<(&str, i64)>> = HashMap::new();
    for done in strung::rows(row.done.as_deref()) {
        let [assignment, person, at] = done?;
        finished.entry(assignment).or_default().push((person, strung::number(at)?));
    }
    let assignment = |columns: Result<[&str; 9]>| {
        let [id, person, kind, item, due_on, note, created_at, withdrawn_at, coach] = columns?;
        let created_at = strung::number(created_at)?;
        let finished = finished.remove(id).unwrap_or_default().into_iter();
        let finished = finished.map(|(person, at)| (person.to_owned(), done(at, created_at, &row.time_zone)));
        Ok(Assignment {
            id: id.to_owned(),
            whom: if person.is_empty() { Whom::Team } else { Whom::Person(person.to_owned()) },
            what: what(kind, item.to_owned())?,
            due: day(due_on)?,
            note: note.to_owned(),
            assigned_on: day_of(created_at, &row.time_zone),
            withdrawn_at: strung::number_if_any(withdrawn_at)?,
            coach: coach.to_owned(),
            finished: finished.collect(),
        })
    };
    strung::rows(row.asked.as_deref()).map(assignment).collect()
}
