//! One team as its coach sees it: its people, and what it or somebody in it was asked for.

use std::collections::HashMap;

use chrono::NaiveDate;
use sqlx::FromRow;

use super::{absences, what};
use crate::{
    access::{Role, Scope},
    activity::model::day_of,
    coaching::model::{Assignment, Done, Member, Team, Whom, done},
    error::{Error, Result},
    people::store::{ReadAhead, about, session_with},
    storage::{
        Found, Lookup, Readers,
        strung::{self, number},
    },
};

#[derive(FromRow)]
struct Row {
    /// Nothing, if the person coaches no such team.
    reached: Option<String>,
    team_name: Option<String>,
    site_name: Option<String>,
    site_zone: Option<String>,
    members: Option<String>,
    asked: Option<String>,
}

/// With whoever holds the session, who is the one that it was read for.
#[derive(FromRow)]
struct ReadAlong {
    person_id: String,
    #[sqlx(flatten)]
    row: Row,
}

/// Whether the team is somebody's to coach.
macro_rules! is_coached_by {
    ($person:literal) => {
        concat!(
            "team.is_active = 1 AND EXISTS (SELECT 1 FROM granted_teams g WHERE g.person_id = ",
            $person,
            " AND g.role = 'coach' AND g.team_id = team.id AND g.ends_at > $1)"
        )
    };
}

/// Of the `team` at its `team_site`: its people with their absences, and what it or somebody in it was asked for that fulfils a condition on `a`,
/// each with who has finished it. Either comes in one text, because a row costs more than what it says.
macro_rules! columns {
    ($($condition:tt)*) => {
        concat!(
            "team.id AS reached, team.name AS team_name, team_site.name AS site_name, team_site.time_zone AS site_zone,
             (SELECT string_agg(concat_ws('\u{1f}', m.id, m.name, m.name_key, m.created_at, m.away), '\u{1e}')
              FROM people m WHERE m.team_id = team.id AND m.is_active = 1 AND m.learns_until > $1) AS members,
             (SELECT string_agg(concat_ws('\u{1f}', a.id, COALESCE(a.person_id, ''), a.kind, a.item, a.due_on, a.note, a.created_at,
                                          COALESCE(CAST(a.withdrawn_at AS TEXT), ''), coach.name,
                                          COALESCE((SELECT string_agg(concat_ws(' ', c.person_id, c.done_at), ',') FROM assignment_completions c
                                                    WHERE c.assignment_id = a.id), '')), '\u{1e}')
              FROM assignments a JOIN people coach ON coach.id = a.created_by
              WHERE a.in_team_id = team.id AND ", concat!($($condition)*), ") AS asked"
        )
    };
}

/// A team, and what is not withdrawn and due on a day or later: the page is [`about`] that day and, behind it, the team.
static TEAM: Lookup = Lookup::in_parts(session_with!(
    [columns!("a.withdrawn_at IS NULL AND a.due_on >= substr(", about!(), ", 1, 10)")]
    [" LEFT JOIN teams team ON team.id = substr(", about!(), ", 11) AND ", is_coached_by!("s.person_id"),
     " LEFT JOIN sites team_site ON team_site.id = team.site_id"]
));

/// For [`read_team`].
pub fn ask_for_team(team_id: &str, due_from: NaiveDate) -> ReadAhead {
    ReadAhead { lookup: &TEAM, about: format!("{due_from}{team_id}") }
}

/// What was asked for by [`ask_for_team`] and found with the session.
pub fn read_team(found: &Found, scope: &Scope) -> Result<(Team, Vec<Assignment>)> {
    let ReadAlong { person_id, row } = found.read()?;
    if (&*person_id, Role::Coach.id()) != (&*scope.person_id, scope.role) {
        return Err(Error::NotFound);
    }
    read(&row)
}

/// A team with its people alone.
pub async fn find_members(db: &Readers, scope: &Scope, team_id: &str, now: i64) -> Result<Team> {
    // No assignment is named so.
    Ok(find(db, scope, (team_id, ""), now).await?.0)
}

/// A team and one assignment to it or to somebody in it, withdrawn or not.
pub async fn find_assignment(
    db: &Readers,
    scope: &Scope,
    team_id: &str,
    id: &str,
    now: i64,
) -> Result<(Team, Assignment)> {
    let (team, assignments) = find(db, scope, (team_id, id), now).await?;
    Ok((team, assignments.into_iter().next().ok_or(Error::NotFound)?))
}

async fn find(db: &Readers, scope: &Scope, (team_id, id): (&str, &str), now: i64) -> Result<(Team, Vec<Assignment>)> {
    let row = sqlx::query_as(concat!(
        "SELECT ",
        columns!("a.id = $4"),
        " FROM teams team JOIN sites team_site ON team_site.id = team.site_id WHERE team.id = $3 AND ",
        is_coached_by!("$2"),
    ));
    let row: Option<Row> = row.bind(now).bind(&scope.person_id).bind(team_id).bind(id).fetch_optional(db).await?;
    read(&row.ok_or(Error::NotFound)?)
}

fn read(row: &Row) -> Result<(Team, Vec<Assignment>)> {
    let (Some(id), Some(name), Some(site), Some(time_zone)) =
        (&row.reached, &row.team_name, &row.site_name, &row.site_zone)
    else {
        return Err(Error::NotFound);
    };
    let members = read_members(row.members.as_deref(), time_zone)?;
    let mut assignments: Vec<Assignment> =
        strung::rows(row.asked.as_deref()).map(|row| read_assignment(row?, time_zone)).collect::<Result<_>>()?;
    // Of those who are no learners (any more), nothing is shown.
    let is_here = |person: &str| members.iter().any(|member| member.id == person);
    assignments.retain(|assignment| assignment.whom.person_id().is_none_or(is_here));
    let [id, name, site, time_zone] = [id, name, site, time_zone].map(Clone::clone);
    Ok((Team { id, name, site, time_zone, members }, assignments))
}

/// By name.
fn read_members(strung: Option<&str>, time_zone: &str) -> Result<Vec<Member>> {
    let mut rows: Vec<[&str; 5]> = strung::rows(strung).collect::<Result<_>>()?;
    rows.sort_unstable_by_key(|[id, _, name_key, ..]| (*name_key, *id));
    let member = |[id, name, _, joined_at, away]: [&str; 5]| {
        let joined_on = day_of(number(joined_at)?, time_zone);
        Ok(Member { id: id.to_owned(), name: name.to_owned(), joined_on, absences: absences(away)? })
    };
    rows.into_iter().map(member).collect()
}

fn read_assignment(row: [&str; 10], time_zone: &str) -> Result<Assignment> {
    let [id, person, kind, item, due_on, note, created_at, withdrawn_at, coach, finished] = row;
    let created_at = number(created_at)?;
    let finished_at = |row: Result<[&str; 2]>| {
        let [person, at] = row?;
        Ok((person.to_owned(), done(number(at)?, created_at, time_zone)))
    };
    Ok(Assignment {
        id: id.to_owned(),
        whom: if person.is_empty() { Whom::Team } else { Whom::Person(person.to_owned()) },
        what: what(kind, item.to_owned())?,
        due: strung::day(due_on)?,
        note: note.to_owned(),
        assigned_on: day_of(created_at, time_zone),
        withdrawn_at: strung::number_if_any(withdrawn_at)?,
        coach: coach.to_owned(),
        finished: strung::pairs(finished).map(finished_at).collect::<Result<HashMap<String, Done>>>()?,
    })
}
