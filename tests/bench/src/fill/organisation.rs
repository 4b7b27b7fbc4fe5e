//! Sites, teams, people, roles, absences, and what coaches asked for.

use std::ops::Range;

use app::{
    activity::model::{day_of, start_of},
    coaching::store::{Teams, write_team_assignments},
    language::fold,
    library::Library,
    people::password::{hash_token, make_token},
    storage::{Connection, Database},
};
use chrono::{Days, NaiveDate};

use super::{Filled, WEEKS};

const SITES: usize = 10;
/// People a team; the first team has the size of a large one.
const SIZES: [usize; 10] = [25, 12, 18, 28, 10, 22, 30, 14, 24, 17];
/// Employees who are signed in.
const SIGNED_IN: usize = 500;
/// Sessions of whoever stands for many.
const SESSIONS: usize = 64;
const HOUR: i64 = 60 * 60 * 1000;
const FIRST: [&str; 12] =
    ["Ana", "Beat", "Chiara", "Dilan", "Elif", "Felix", "Georg", "Hana", "Ivo", "Jana", "Kemal", "Lüthi"];
const LAST: [&str; 12] =
    ["Aebi", "Bühler", "Çelik", "Demir", "Egli", "Fässler", "Graf", "Huber", "Jovanović", "Keller", "Lang", "Meier"];

pub fn site_id(site: usize) -> String {
    format!("site-{site:02}")
}

pub fn team_id(team: usize) -> String {
    format!("team-{team:03}")
}

/// Not in the order of their teams, as in life.
pub fn person_id(person: usize) -> String {
    format!("{:08x}-0000-4000-8000-{person:012}", (person as u32).wrapping_mul(2_654_435_761))
}

pub async fn insert(db: &Database, library: &Library, people: usize, now: i64) -> anyhow::Result<()> {
    let mut tx = db.begin().await?;
    for site in 0..SITES {
        let insert =
            "INSERT INTO sites (id, name, name_key, time_zone, region) VALUES ($1, $2, $3, 'Europe/Zurich', 'CH')";
        let name = format!("Standort {site:02}");
        sqlx::query(insert).bind(site_id(site)).bind(&name).bind(fold(&name)).execute(&mut *tx).await?;
    }
    let teams = teams(people);
    for (team, members) in teams.iter().enumerate() {
        insert_team(&mut tx, team).await?;
        for member in members.clone() {
            insert_person(&mut tx, member, team, member == members.start, now).await?;
        }
        ask(&mut tx, library, team, members.start, now).await?;
    }
    // The second person leads everything, the third one the first site; the coach of the first team has two more.
    grant(&mut tx, 1, "leader", (None, None)).await?;
    grant(&mut tx, 2, "leader", (None, Some(site_id(0)))).await?;
    grant(&mut tx, 3, "admin", (None, None)).await?;
    for more in [1, 2].into_iter().filter(|more| *more < teams.len()) {
        grant(&mut tx, 0, "coach", (Some(team_id(more)), None)).await?;
    }
    Ok(tx.commit().await?)
}

/// Who is in which team; the first of each is its coach.
fn teams(people: usize) -> Vec<Range<usize>> {
    let mut first = 0;
    let sizes = SIZES.iter().cycle().map_while(|size| {
        let members = first..people.min(first + size);
        first = members.end;
        (!members.is_empty()).then_some(members)
    });
    sizes.collect()
}

async fn insert_team(tx: &mut Connection, team: usize) -> anyhow::Result<()> {
    let name = format!("Team {team:03}");
    sqlx::query("INSERT INTO teams (id, site_id, name, name_key) VALUES ($1, $2, $3, $4)")
        .bind(team_id(team))
        .bind(site_id(team % SITES))
        .bind(&name)
        .bind(fold(&name))
        .execute(tx)
        .await?;
    Ok(())
}

async fn insert_person(
    tx: &mut Connection,
    person: usize,
    team: usize,
    is_coach: bool,
    now: i64,
) -> anyhow::Result<()> {
    let name = format!("{} {}", FIRST[person % FIRST.len()], LAST[person / FIRST.len() % LAST.len()]);
    let sign_in_name = format!("p{person}");
    let since = now - (WEEKS as i64 + 1) * 7 * 24 * HOUR;
    sqlx::query(
        "INSERT INTO people (id, sign_in_name, sign_in_key, name, name_key, team_id, created_at) VALUES ($1, $2, $2, $3, $4, $5, $6)",
    )
    .bind(person_id(person))
    .bind(&sign_in_name)
    .bind(&name)
    .bind(fold(&name))
    .bind(team_id(team))
    .bind(since)
    .execute(&mut *tx)
    .await?;
    grant(tx, person, "learner", (None, None)).await?;
    if is_coach {
        grant(tx, person, "coach", (Some(team_id(team)), None)).await?;
    }
    // Holidays half a year ago, and some days off within half a year.
    for (number, ago) in [180 + person as i64 % 90, person as i64 % 180 - 90].into_iter().enumerate() {
        let first = day_of(now - ago * 24 * HOUR, "UTC");
        let last = first + Days::new(3 + person as u64 % 12);
        sqlx::query("INSERT INTO absences (id, person_id, first_day, last_day) VALUES ($1, $2, $3, $4)")
            .bind(format!("{person}-{number}"))
            .bind(person_id(person))
            .bind(first.to_string())
            .bind(last.to_string())
            .execute(&mut *tx)
            .await?;
    }
    Ok(())
}

type Bounds = (Option<String>, Option<String>);

async fn grant(tx: &mut Connection, person: usize, role: &str, (team, site): Bounds) -> anyhow::Result<()> {
    sqlx::query(
        "INSERT INTO grants (id, person_id, role, team_id, site_id, granted_at) VALUES ($1, $2, $3, $4, $5, 0)",
    )
    .bind(uuid::Uuid::now_v7().to_string())
    .bind(person_id(person))
    .bind(role)
    .bind(team)
    .bind(site)
    .execute(tx)
    .await?;
    Ok(())
}

/// Every five weeks a team is asked for something; the first one for twelve things around today.
async fn ask(tx: &mut Connection, library: &Library, team: usize, coach: usize, now: i64) -> anyhow::Result<()> {
    let modules = library.modules.iter().map(|module| ("module", module.id.clone()));
    let drills = library.modules.iter().flat_map(|module| &module.drills);
    let drills = drills.map(|drill| ("drill", drill.item()));
    let things: Vec<(&str, String)> = modules.chain(drills).collect();
    let today = day_of(now, "Europe/Zurich");
    let dues: Vec<NaiveDate> = match team {
        0 => (0..12).map(|number| today + Days::new(5 * number + 1) - Days::new(20)).collect(),
        _ => (0..12).map(|number| today + Days::new(14) - Days::new(35 * number)).collect(),
    };
    for (number, due) in dues.into_iter().enumerate() {
        let (kind, item) = &things[(team + number) % things.len()];
        sqlx::query(
            "INSERT INTO assignments (id, created_by, team_id, kind, item, due_on, note, created_at, changed_at)
             VALUES ($1, $2, $3, $4, $5, $6, 'Zehn Minuten reichen.', $7, $7)",
        )
        .bind(uuid::Uuid::now_v7().to_string())
        .bind(person_id(coach))
        .bind(team_id(team))
        .bind(*kind)
        .bind(item)
        .bind(due.to_string())
        .bind(start_of(due - Days::new(21), "Europe/Zurich"))
        .execute(&mut *tx)
        .await?;
    }
    write_team_assignments(tx, Teams::One(&team_id(team))).await?;
    Ok(())
}

/// Makes the sessions that the load comes from.
pub async fn sign_in(db: &Database, library: Library, now: i64) -> anyhow::Result<Filled> {
    let people: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM people").fetch_one(db.read()).await?;
    let mut tx = db.begin().await?;
    let mut employees = Vec::new();
    let step = (people as usize / SIGNED_IN).max(1);
    for person in (4..people as usize).step_by(step) {
        employees.push(begin_session(&mut tx, person, now).await?);
    }
    let mut coaches = Vec::new();
    for (team, members) in teams(people as usize).into_iter().enumerate().skip(1) {
        coaches.push((begin_session(&mut tx, members.start, now).await?, team_id(team)));
    }
    let filled = Filled {
        library,
        employees,
        coaches,
        large_team: team_id(0),
        large_team_coach: begin_sessions(&mut tx, 0, now).await?,
        leader: begin_sessions(&mut tx, 1, now).await?,
        site_leader: begin_sessions(&mut tx, 2, now).await?,
    };
    tx.commit().await?;
    Ok(filled)
}

async fn begin_sessions(tx: &mut Connection, person: usize, now: i64) -> anyhow::Result<Vec<String>> {
    let mut sessions = Vec::new();
    for _ in 0..SESSIONS {
        sessions.push(begin_session(tx, person, now).await?);
    }
    Ok(sessions)
}

async fn begin_session(tx: &mut Connection, person: usize, now: i64) -> anyhow::Result<String> {
    let token = make_token();
    sqlx::query(
        "INSERT INTO sessions (token_hash, id, person_id, created_at, seen_at, expires_at, must_renew, agent) VALUES ($1, $2, $3, $4, $4, $5, 0, '')",
    )
    .bind(hash_token(&token))
    .bind(uuid::Uuid::now_v7().to_string())
    .bind(person_id(person))
    .bind(now)
    .bind(now + 24 * HOUR)
    .execute(tx)
    .await?;
    Ok(token)
}
