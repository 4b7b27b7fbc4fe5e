//! Writing the demo organisation, in one transaction.

mod history;

use std::collections::HashMap;

pub use history::insert_history;

use super::{
    field::{Intention, Obstacle},
    organisation::{Assignment, Person, Plan, Team},
    phrases::Phrase,
};
use crate::{
    activity::model::start_of,
    coaching::store::{Teams, write_team_assignments},
    drills::field::model::Outcome,
    error::Result,
    language::fold,
    storage::{Connection, Database},
};

/// Whether the people in this database are invented.
pub async fn is_demo(db: &Database) -> Result<bool> {
    let mark: Option<String> =
        sqlx::query_scalar("SELECT value FROM organisation WHERE key = 'demo'").fetch_optional(db.read()).await?;
    Ok(mark.is_some())
}

/// Whether nobody is here yet.
pub async fn is_empty(db: &Database) -> Result<bool> {
    let somebody: Option<String> =
        sqlx::query_scalar("SELECT id FROM people LIMIT 1").fetch_optional(db.read()).await?;
    Ok(somebody.is_none())
}

pub async fn mark_as_demo(tx: &mut Connection, now: i64) -> Result<()> {
    let mark = sqlx::query("INSERT INTO organisation (key, value) VALUES ('demo', $1)");
    mark.bind(now.to_string()).execute(tx).await?;
    Ok(())
}

pub async fn insert_organisation(tx: &mut Connection, plan: &Plan, password_hash: &str, now: i64) -> Result<()> {
    for site in &plan.sites {
        sqlx::query("INSERT INTO sites (id, name, name_key, time_zone, region) VALUES ($1, $2, $3, $4, $5)")
            .bind(&site.id)
            .bind(site.name)
            .bind(fold(site.name))
            .bind(site.time_zone)
            .bind(site.region)
            .execute(&mut *tx)
            .await?;
    }
    for Team { id, site, name } in &plan.teams {
        sqlx::query("INSERT INTO teams (id, site_id, name, name_key) VALUES ($1, $2, $3, $4)")
            .bind(id)
            .bind(&plan.sites[*site].id)
            .bind(*name)
            .bind(fold(name))
            .execute(&mut *tx)
            .await?;
    }
    let mut taken = HashMap::new();
    for person in &plan.people {
        insert_person(tx, plan, person, password_hash, &mut taken).await?;
    }
    for assignment in &plan.assignments {
        insert_assignment(tx, plan, assignment, now).await?;
    }
    for team in &plan.teams {
        write_team_assignments(tx, Teams::One(&team.id)).await?;
    }
    Ok(())
}

async fn insert_person(
    tx: &mut Connection,
    plan: &Plan,
    person: &Person,
    password_hash: &str,
    taken: &mut HashMap<String, usize>,
) -> Result<()> {
    let zone = plan.sites[plan.teams[person.team].site].time_zone;
    let since = start_of(person.since, zone);
    let count = taken.entry(person.sign_in_name.clone()).or_insert(0);
    *count += 1;
    let sign_in_name =
        if *count == 1 { person.sign_in_name.clone() } else { format!("{}{count}", person.sign_in_name) };
    sqlx::query(
        "INSERT INTO people (id, sign_in_name, sign_in_key, name, name_key, team_id, password_hash, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(&person.id)
    .bind(&sign_in_name)
    .bind(fold(&sign_in_name))
    .bind(&person.name)
    .bind(fold(&person.name))
    .bind(&plan.teams[person.team].id)
    .bind(person.has_password.then_some(password_hash))
    .bind(since)
    .execute(&mut *tx)
    .await?;
    for (position, (role, team)) in person.roles.iter().enumerate() {
        sqlx::query("INSERT INTO grants (id, person_id, role, team_id, granted_at) VALUES ($1, $2, $3, $4, $5)")
            .bind(format!("{}-{position}", person.id))
            .bind(&person.id)
            .bind(role.id())
            .bind(team.map(|team| plan.teams[team].id.clone()))
            .bind(since)
            .execute(&mut *tx)
            .await?;
    }
    for (position, (first, last)) in person.absences.iter().enumerate() {
        sqlx::query("INSERT INTO absences (id, person_id, first_day, last_day) VALUES ($1, $2, $3, $4)")
            .bind(format!("{}-{position}", person.id))
            .bind(&person.id)
            .bind(first.to_string())
            .bind(last.to_string())
            .execute(&mut *tx)
            .await?;
    }
    Ok(())
}

async fn insert_assignment(tx: &mut Connection, plan: &Plan, assignment: &Assignment, now: i64) -> Result<()> {
    sqlx::query(
        "INSERT INTO assignments (id, created_by, team_id, kind, item, due_on, note, created_at, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)",
    )
    .bind(&assignment.id)
    .bind(&assignment.coach)
    .bind(&plan.teams[assignment.team].id)
    .bind(assignment.kind)
    .bind(&assignment.item)
    .bind(assignment.due_on.to_string())
    .bind(assignment.note)
    .bind(assignment.created_at.min(now))
    .execute(&mut *tx)
    .await?;
    Ok(())
}

pub async fn insert_intentions(tx: &mut Connection, person: &str, intentions: &[Intention], now: i64) -> Result<()> {
    for intention in intentions {
        sqlx::query(
            "INSERT INTO intentions (id, person_id, item, text, day, created_at, outcome, answered_at, note, obstacle, revision)
             VALUES ($1, $2, '', $3, $4, $5, $6, $7, $8, $9, 0)",
        )
        .bind(&intention.id)
        .bind(person)
        .bind(intention.text)
        .bind(intention.day.to_string())
        .bind(now)
        .bind(intention.outcome.map(Outcome::id))
        .bind(intention.outcome.map(|_| start_of(intention.day, "Europe/Zurich") + 18 * 60 * 60 * 1000))
        .bind(intention.note)
        .bind(intention.obstacle)
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}

pub async fn insert_obstacles(tx: &mut Connection, plan: &Plan, obstacles: &[Obstacle]) -> Result<()> {
    for obstacle in obstacles {
        sqlx::query("INSERT INTO obstacles (id, site_id, week, text, is_published) VALUES ($1, $2, $3, $4, 0)")
            .bind(&obstacle.id)
            .bind(&plan.sites[obstacle.site].id)
            .bind(obstacle.week.to_string())
            .bind(obstacle.text)
            .execute(&mut *tx)
            .await?;
    }
    Ok(())
}

pub async fn insert_phrases(tx: &mut Connection, person: &str, phrases: &[Phrase]) -> Result<()> {
    for phrase in phrases {
        sqlx::query("INSERT INTO phrase_book (id, person_id, item, text, created_at) VALUES ($1, $2, $3, $4, $5)")
            .bind(&phrase.id)
            .bind(person)
            .bind(phrase.item)
            .bind(phrase.text)
            .bind(phrase.created_at)
            .execute(&mut *tx)
            .await?;
    }
    Ok(())
}

/// Gives a team a decision card.
pub async fn give_card(tx: &mut Connection, team: &str, card: &str) -> Result<()> {
    let give = sqlx::query("UPDATE teams SET card_id = $2 WHERE id = $1");
    give.bind(team).bind(card).execute(tx).await?;
    Ok(())
}
