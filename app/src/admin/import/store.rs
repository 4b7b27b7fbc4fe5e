//! What a plan is made from, and carrying one out.

use std::collections::HashMap;

use sqlx::FromRow;
use uuid::Uuid;

use super::{
    model::{Counts, Fate, Known, Person, Row, Team, count, plan},
    reading::Line,
};
use crate::{
    access::{Administration, Permit, Role},
    admin::{
        model::{Bound, Reach},
        people::{
            grants::{model::Held, store::insert_grant},
            model::Entry,
            store::{Target, hold_what_changes, insert_person, write_entry},
        },
        store::{Work, find_reach},
    },
    error::Result,
    language::fold,
    storage::{Connection, Database},
};

/// What would happen, without doing it.
pub async fn dry_run(db: &Database, permit: &Permit<Administration>, lines: Vec<Line>, now: i64) -> Result<Vec<Row>> {
    let mut connection = db.read().acquire().await?;
    let reach = find_reach(&mut connection, permit, now).await?;
    Ok(plan(&find_known(&mut connection, reach, permit.person_id(), now).await?, lines))
}

/// Does all of it, or nothing if a single line is refused; says what was done, or was not.
pub async fn import(db: &Database, permit: &Permit<Administration>, lines: Vec<Line>, now: i64) -> Result<Counts> {
    let mut work = Work::begin(db, permit, now).await?;
    let reach = work.reach.clone();
    let known = find_known(&mut work.tx, reach, permit.person_id(), now).await?;
    let rows = plan(&known, lines);
    let counts = count(&rows);
    if counts.refused > 0 || counts.new + counts.changed == 0 {
        return Ok(counts);
    }
    let teams: HashMap<&str, &str> = known.teams.iter().map(|team| (team.id.as_str(), team.name.as_str())).collect();
    let changes = rows.iter().filter_map(|row| match &row.fate {
        Fate::Changed { target, entry, .. } => Some((target, entry)),
        _ => None,
    });
    hold_what_changes(db.engine, &mut work, changes).await?;
    for row in rows {
        carry_out(&mut work, row.fate, &teams).await?;
    }
    let by = work.by.clone();
    work.audit("people-imported", &by, &format!("{} {}", counts.new, counts.changed)).await?;
    work.commit().await?;
    Ok(counts)
}

async fn carry_out(work: &mut Work, fate: Fate, teams: &HashMap<&str, &str>) -> Result<()> {
    let team_name = |entry: &Entry| teams.get(entry.team.as_str()).copied().unwrap_or_default();
    let (person, role) = match fate {
        Fate::New(entry, role) => {
            let id = Uuid::now_v7().to_string();
            insert_person(work, &id, &entry, team_name(&entry)).await?;
            (id, role)
        }
        Fate::Changed { target, entry, role, .. } => {
            write_entry(work, &target, &entry, team_name(&entry)).await?;
            (target.id, role)
        }
        Fate::Same | Fate::Refused(_) => return Ok(()),
    };
    match role {
        Some(wanted) => insert_grant(work, &Uuid::now_v7().to_string(), &person, &wanted).await,
        None => Ok(()),
    }
}

async fn find_known(connection: &mut Connection, reach: Reach, by: &str, now: i64) -> Result<Known> {
    let teams = find_teams(connection, &reach).await?;
    let people = find_people(connection, now).await?;
    Ok(Known { teams, people, reach, by: by.to_owned() })
}

#[derive(FromRow)]
struct TeamRow {
    id: String,
    name: String,
    site_id: String,
    site_name: String,
}

async fn find_teams(connection: &mut Connection, reach: &Reach) -> Result<Vec<Team>> {
    let rows: Vec<TeamRow> = sqlx::query_as(
        "SELECT t.id, t.name, t.site_id, s.name AS site_name FROM teams t JOIN sites s ON s.id = t.site_id
         WHERE t.is_active = 1 AND s.is_active = 1",
    )
    .fetch_all(&mut *connection)
    .await?;
    let teams = rows.into_iter().map(|row| Team {
        key: fold(&row.name),
        site_key: fold(&row.site_name),
        id: row.id,
        name: row.name,
        site_id: row.site_id,
        site_name: row.site_name,
    });
    Ok(teams.filter(|team| reach.covers(&team.bound())).collect())
}

#[derive(FromRow)]
struct PersonRow {
    id: String,
    name: String,
    sign_in_name: String,
    sign_in_key: String,
    team_id: String,
    site_id: String,
    team_name: String,
    is_active: i64,
}

#[derive(FromRow)]
struct GrantRow {
    id: String,
    person_id: String,
    role: String,
    team_id: Option<String>,
    site_id: Option<String>,
    ends_at: Option<i64>,
}

/// Everybody, with the roles beside learning: two statements, however long the file is.
async fn find_people(connection: &mut Connection, now: i64) -> Result<HashMap<String, Person>> {
    let people: Vec<PersonRow> = sqlx::query_as(
        "SELECT p.id, p.name, p.sign_in_name, p.sign_in_key, p.team_id, t.site_id, t.name AS team_name, p.is_active
         FROM people p JOIN teams t ON t.id = p.team_id",
    )
    .fetch_all(&mut *connection)
    .await?;
    let grants: Vec<GrantRow> = sqlx::query_as(
        "SELECT g.id, g.person_id, g.role, g.team_id, COALESCE(g.site_id, t.site_id) AS site_id, g.ends_at
         FROM grants g LEFT JOIN teams t ON t.id = g.team_id
         WHERE g.role <> 'learner' AND (g.ends_at IS NULL OR g.ends_at > $1)",
    )
    .bind(now)
    .fetch_all(&mut *connection)
    .await?;
    let mut held: HashMap<String, Vec<Held>> = HashMap::new();
    for row in grants {
        let Some(role) = Role::from_id(&row.role) else { continue };
        let grant = Held { id: row.id, role, bound: Bound::from_ids(row.team_id, row.site_id), ends_at: row.ends_at };
        held.entry(row.person_id).or_default().push(grant);
    }
    let person = |row: PersonRow| {
        let held = held.remove(&row.id).unwrap_or_default();
        let target = Target {
            id: row.id,
            name: row.name,
            sign_in_name: row.sign_in_name,
            home: Bound::Team { team: row.team_id, site: row.site_id },
            team_name: row.team_name,
            is_active: row.is_active != 0,
        };
        (row.sign_in_key, Person { target, held })
    };
    Ok(people.into_iter().map(person).collect())
}
