//! What weeks are counted from, and keeping what is published of them. For the server itself: nobody asks for it.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use sqlx::FromRow;

use super::day;
use crate::{
    coaching::model::Absence,
    error::Result,
    storage::{Database, Readers},
    uptake::{
        closing::{Assignment, Facts, Person, Team},
        disclosure::Published,
    },
};

/// The Monday of the first week with activity.
pub async fn find_first_week(db: &Readers) -> Result<Option<NaiveDate>> {
    let first: Option<String> = sqlx::query_scalar("SELECT MIN(week) FROM weekly_activity").fetch_one(db).await?;
    first.as_deref().map(day).transpose()
}

pub async fn list_closed(db: &Readers) -> Result<HashSet<NaiveDate>> {
    let weeks: Vec<String> = sqlx::query_scalar("SELECT week FROM closed_weeks").fetch_all(db).await?;
    weeks.iter().map(|week| day(week)).collect()
}

pub async fn list_time_zones(db: &Readers) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar("SELECT DISTINCT time_zone FROM sites ORDER BY time_zone").fetch_all(db).await?)
}

/// Milliseconds of practice in a week, by person.
pub async fn list_activity(db: &Readers, week: NaiveDate) -> Result<HashMap<String, i64>> {
    let activity: Vec<(String, i64)> = sqlx::query_as("SELECT person_id, millis FROM weekly_activity WHERE week = $1")
        .bind(week.to_string())
        .fetch_all(db)
        .await?;
    Ok(activity.into_iter().collect())
}

/// Everything else that weeks are counted from, as far as it was due by a day.
pub async fn load_facts(db: &Readers, last: NaiveDate) -> Result<Facts> {
    let teams = list_teams(db).await?;
    let people = list_people(db, &teams).await?;
    let assignments = list_assignments(db, last).await?;
    Ok(Facts { teams, people, assignments, completions: list_completions(db, last).await? })
}

async fn list_teams(db: &Readers) -> Result<Vec<Team>> {
    let teams: Vec<(String, String, String)> = sqlx::query_as(
        "SELECT t.id, t.site_id, s.time_zone FROM teams t JOIN sites s ON s.id = t.site_id WHERE t.is_active = 1 ORDER BY t.id",
    )
    .fetch_all(db)
    .await?;
    Ok(teams.into_iter().map(|(id, site_id, time_zone)| Team { id, site_id, time_zone }).collect())
}

#[derive(FromRow)]
struct PersonRow {
    id: String,
    team_id: String,
    created_at: i64,
}

async fn list_people(db: &Readers, teams: &[Team]) -> Result<Vec<Person>> {
    let rows: Vec<PersonRow> = sqlx::query_as(
        "SELECT p.id, p.team_id, p.created_at FROM people p JOIN teams t ON t.id = p.team_id
         WHERE p.is_active = 1 AND t.is_active = 1 ORDER BY p.id",
    )
    .fetch_all(db)
    .await?;
    let mut learns = list_learning(db).await?;
    let mut absences = list_absences(db).await?;
    let places: HashMap<&str, usize> =
        teams.iter().enumerate().map(|(place, team)| (team.id.as_str(), place)).collect();
    let person = |row: PersonRow| {
        let team = *places.get(row.team_id.as_str())?;
        let learns = learns.remove(&row.id).unwrap_or_default();
        let absences = absences.remove(&row.id).unwrap_or_default();
        Some(Person { id: row.id, team, created_at: row.created_at, learns, absences })
    };
    Ok(rows.into_iter().filter_map(person).collect())
}

/// From when to when people are meant to learn.
async fn list_learning(db: &Readers) -> Result<HashMap<String, Vec<(i64, Option<i64>)>>> {
    let rows: Vec<(String, i64, Option<i64>)> =
        sqlx::query_as("SELECT person_id, granted_at, ends_at FROM grants WHERE role = 'learner'")
            .fetch_all(db)
            .await?;
    let mut learning: HashMap<String, Vec<_>> = HashMap::new();
    for (person, from, to) in rows {
        learning.entry(person).or_default().push((from, to));
    }
    Ok(learning)
}

async fn list_absences(db: &Readers) -> Result<HashMap<String, Vec<Absence>>> {
    let rows: Vec<(String, String, String)> =
        sqlx::query_as("SELECT person_id, first_day, last_day FROM absences").fetch_all(db).await?;
    let mut absences: HashMap<String, Vec<Absence>> = HashMap::new();
    for (person, first, last) in rows {
        absences.entry(person).or_default().push((day(&first)?, day(&last)?));
    }
    Ok(absences)
}

#[derive(FromRow)]
struct AssignmentRow {
    team_id: Option<String>,
    person_id: Option<String>,
    kind: String,
    item: String,
    due_on: String,
    created_at: i64,
    withdrawn_at: Option<i64>,
}

async fn list_assignments(db: &Readers, last: NaiveDate) -> Result<Vec<Assignment>> {
    let rows: Vec<AssignmentRow> = sqlx::query_as(
        "SELECT team_id, person_id, kind, item, due_on, created_at, withdrawn_at FROM assignments WHERE due_on <= $1",
    )
    .bind(last.to_string())
    .fetch_all(db)
    .await?;
    let assignment = |row: AssignmentRow| {
        Ok(Assignment {
            team_id: row.team_id,
            person_id: row.person_id,
            what: (row.kind, row.item),
            due: day(&row.due_on)?,
            created_at: row.created_at,
            withdrawn_at: row.withdrawn_at,
        })
    };
    rows.into_iter().map(assignment).collect()
}

/// Who has finished something that was assigned, and when.
async fn list_completions(db: &Readers, last: NaiveDate) -> Result<HashMap<(String, String), HashMap<String, i64>>> {
    let rows: Vec<(String, String, String, i64)> = sqlx::query_as(
        "SELECT c.kind, c.item, c.person_id, c.done_at
         FROM completions c JOIN (SELECT DISTINCT kind, item FROM assignments WHERE due_on <= $1) a ON a.kind = c.kind AND a.item = c.item",
    )
    .bind(last.to_string())
    .fetch_all(db)
    .await?;
    let mut completions: HashMap<(String, String), HashMap<String, i64>> = HashMap::new();
    for (kind, item, person, done_at) in rows {
        completions.entry((kind, item)).or_default().insert(person, done_at);
    }
    Ok(completions)
}

/// Closes a week with what is published of it, once and for all: whether it was this server that did.
pub async fn save_week(db: &Database, week: NaiveDate, now: i64, minimum: i64, groups: &[Published]) -> Result<bool> {
    let week = week.to_string();
    let mut tx = db.begin().await?;
    let claim = sqlx::query(
        "INSERT INTO closed_weeks (week, closed_at, minimum_group) VALUES ($1, $2, $3) ON CONFLICT (week) DO NOTHING",
    );
    if claim.bind(&week).bind(now).bind(minimum).execute(&mut *tx).await?.rows_affected() == 0 {
        return Ok(false);
    }
    for group in groups {
        sqlx::query(
            "INSERT INTO uptake (week, level, group_id, site_id, people, reach, completion, minutes)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(&week)
        .bind(group.level.id())
        .bind(&group.group_id)
        .bind(&group.site_id)
        .bind(group.figures.people)
        .bind(group.figures.reach)
        .bind(group.figures.completion)
        .bind(group.figures.minutes)
        .execute(&mut *tx)
        .await?;
    }
    tx.commit().await?;
    Ok(true)
}
