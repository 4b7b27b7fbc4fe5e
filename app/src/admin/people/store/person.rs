//! One person: as a page shows them, and as a write finds them.

use sqlx::FromRow;

use crate::{
    access::Scope,
    admin::{model::Bound, store::Work},
    error::{Error, Result},
    storage::Readers,
};

/// A person's entry.
#[derive(Clone, Debug, FromRow)]
pub struct Person {
    pub id: String,
    pub name: String,
    pub sign_in_name: String,
    pub team_id: String,
    pub team_name: String,
    pub site_id: String,
    pub site_name: String,
    pub is_active: i64,
    pub created_at: i64,
    /// When the latest session began that has not been cleared away.
    pub signed_in_at: Option<i64>,
    /// Until when a one-time code works that waits to be used.
    pub code_until: Option<i64>,
    /// The decision card that the person was given; nothing where they have the team's.
    pub card_id: Option<String>,
}

impl Person {
    pub fn home(&self) -> Bound {
        Bound::Team { team: self.team_id.clone(), site: self.site_id.clone() }
    }
}

/// A person in reach.
pub async fn find_person(db: &Readers, scope: &Scope, id: &str, now: i64) -> Result<Person> {
    let person = sqlx::query_as(
        "SELECT p.id, p.name, p.sign_in_name, p.team_id, t.name AS team_name, t.site_id, site.name AS site_name, p.is_active, p.created_at, p.card_id,
                (SELECT MAX(s.created_at) FROM sessions s WHERE s.person_id = p.id) AS signed_in_at,
                (SELECT c.expires_at FROM one_time_codes c WHERE c.person_id = p.id AND c.expires_at > $4) AS code_until
         FROM people p JOIN teams t ON t.id = p.team_id JOIN sites site ON site.id = t.site_id
         WHERE p.id = $1
           AND p.team_id IN (SELECT team_id FROM granted_teams WHERE person_id = $2 AND role = $3 AND ends_at > $4)",
    );
    let person = person.bind(id).bind(scope.person_id.as_str()).bind(scope.role).bind(now);
    person.fetch_optional(db).await?.ok_or(Error::NotFound)
}

/// A person as a write finds them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    pub id: String,
    pub name: String,
    pub sign_in_name: String,
    /// The person's team.
    pub home: Bound,
    pub team_name: String,
    pub is_active: bool,
}

#[derive(FromRow)]
struct TargetRow {
    id: String,
    name: String,
    sign_in_name: String,
    team_id: String,
    site_id: String,
    team_name: String,
    is_active: i64,
}

/// A person in reach of a write; one who is outside does not exist.
pub async fn find_target(work: &mut Work, id: &str) -> Result<Target> {
    let row: Option<TargetRow> = sqlx::query_as(
        "SELECT p.id, p.name, p.sign_in_name, p.team_id, t.site_id, t.name AS team_name, p.is_active
         FROM people p JOIN teams t ON t.id = p.team_id WHERE p.id = $1",
    )
    .bind(id)
    .fetch_optional(&mut *work.tx)
    .await?;
    let target = row.map(|row| Target {
        id: row.id,
        name: row.name,
        sign_in_name: row.sign_in_name,
        home: Bound::Team { team: row.team_id, site: row.site_id },
        team_name: row.team_name,
        is_active: row.is_active != 0,
    });
    target.filter(|target| work.reach.covers(&target.home)).ok_or(Error::NotFound)
}

/// A team in reach of a write: its bound, its name, and whether people may be in it.
pub async fn find_team(work: &mut Work, id: &str) -> Result<(Bound, String, bool)> {
    let row: Option<(String, String, String, i64)> =
        sqlx::query_as("SELECT id, site_id, name, is_active FROM teams WHERE id = $1")
            .bind(id)
            .fetch_optional(&mut *work.tx)
            .await?;
    let team = row.map(|(team, site, name, is_active)| (Bound::Team { team, site }, name, is_active != 0));
    team.filter(|(bound, ..)| work.reach.covers(bound)).ok_or(Error::NotFound)
}
