//! Sites and teams in reach.

use sqlx::FromRow;

use crate::{
    access::Scope,
    error::{Error, Result},
    storage::Readers,
};

/// A site with one of its teams in reach, or without any.
#[derive(Clone, Debug, FromRow)]
pub struct Place {
    pub site_id: String,
    pub site_name: String,
    pub time_zone: String,
    pub region: String,
    pub site_open: i64,
    pub team_id: Option<String>,
    pub team_name: Option<String>,
    pub team_open: Option<i64>,
    /// Active people in the team.
    pub people: i64,
}

/// Every site that is in reach itself or has a team in reach, with these teams.
pub async fn list_places(db: &Readers, scope: &Scope, now: i64) -> Result<Vec<Place>> {
    let list = sqlx::query_as(
        "SELECT s.id AS site_id, s.name AS site_name, s.time_zone, s.region, s.is_active AS site_open,
                t.id AS team_id, t.name AS team_name, t.is_active AS team_open,
                (SELECT COUNT(*) FROM people p WHERE p.team_id = t.id AND p.is_active = 1) AS people
         FROM sites s
         LEFT JOIN teams t ON t.site_id = s.id
             AND t.id IN (SELECT team_id FROM granted_teams WHERE person_id = $1 AND role = $2 AND ends_at > $3)
         WHERE t.id IS NOT NULL OR EXISTS (
             SELECT 1 FROM grants g WHERE g.person_id = $1 AND g.role = $2 AND (g.ends_at IS NULL OR g.ends_at > $3)
                 AND g.team_id IS NULL AND (g.site_id IS NULL OR g.site_id = s.id))
         ORDER BY s.is_active DESC, s.name_key, s.id, t.is_active DESC, t.name_key, t.id",
    );
    Ok(list.bind(scope.person_id.as_str()).bind(scope.role).bind(now).fetch_all(db).await?)
}

/// A team that people can be in.
#[derive(Clone, Debug, FromRow)]
pub struct TeamChoice {
    pub site_id: String,
    pub site_name: String,
    pub team_id: String,
    pub team_name: String,
}

/// The open teams in reach, by site.
pub async fn list_teams(db: &Readers, scope: &Scope, now: i64) -> Result<Vec<TeamChoice>> {
    let list = sqlx::query_as(
        "SELECT s.id AS site_id, s.name AS site_name, t.id AS team_id, t.name AS team_name
         FROM teams t JOIN sites s ON s.id = t.site_id
         WHERE t.is_active = 1 AND t.id IN (SELECT team_id FROM granted_teams WHERE person_id = $1 AND role = $2 AND ends_at > $3)
         ORDER BY s.name_key, s.id, t.name_key, t.id",
    );
    Ok(list.bind(scope.person_id.as_str()).bind(scope.role).bind(now).fetch_all(db).await?)
}

/// Who coaches a team.
#[derive(Clone, Debug, FromRow)]
pub struct Coach {
    pub team_id: String,
    pub name: String,
}

/// The active coaches of every team in reach, by name.
pub async fn list_coaches(db: &Readers, scope: &Scope, now: i64) -> Result<Vec<Coach>> {
    let list = sqlx::query_as(
        "SELECT DISTINCT coaching.team_id, p.name, p.name_key, p.id
         FROM granted_teams coaching JOIN people p ON p.id = coaching.person_id AND p.is_active = 1
         WHERE coaching.role = 'coach' AND coaching.ends_at > $3
           AND coaching.team_id IN (SELECT team_id FROM granted_teams WHERE person_id = $1 AND role = $2 AND ends_at > $3)
         ORDER BY p.name_key, p.id",
    );
    Ok(list.bind(scope.person_id.as_str()).bind(scope.role).bind(now).fetch_all(db).await?)
}

/// A site.
#[derive(Clone, Debug, FromRow)]
pub struct Site {
    pub id: String,
    pub name: String,
    pub time_zone: String,
    pub region: String,
    pub is_active: i64,
}

/// A site that is in reach itself, not only some of its teams.
pub async fn find_site(db: &Readers, scope: &Scope, id: &str, now: i64) -> Result<Site> {
    let site = sqlx::query_as(
        "SELECT s.id, s.name, s.time_zone, s.region, s.is_active FROM sites s
         WHERE s.id = $4 AND EXISTS (
             SELECT 1 FROM grants g WHERE g.person_id = $1 AND g.role = $2 AND (g.ends_at IS NULL OR g.ends_at > $3)
                 AND g.team_id IS NULL AND (g.site_id IS NULL OR g.site_id = s.id))",
    );
    let site = site.bind(scope.person_id.as_str()).bind(scope.role).bind(now).bind(id);
    site.fetch_optional(db).await?.ok_or(Error::NotFound)
}

/// A team.
#[derive(Clone, Debug, FromRow)]
pub struct Team {
    pub id: String,
    pub name: String,
    pub site_id: String,
    pub site_name: String,
    pub is_active: i64,
    /// The decision card that the team was given; nothing where it has the common one.
    pub card_id: Option<String>,
    /// Active people in it.
    pub people: i64,
}

/// A team in reach.
pub async fn find_team(db: &Readers, scope: &Scope, id: &str, now: i64) -> Result<Team> {
    let team = sqlx::query_as(
        "SELECT t.id, t.name, t.site_id, s.name AS site_name, t.is_active, t.card_id,
                (SELECT COUNT(*) FROM people p WHERE p.team_id = t.id AND p.is_active = 1) AS people
         FROM teams t JOIN sites s ON s.id = t.site_id
         WHERE t.id = $4 AND t.id IN (SELECT team_id FROM granted_teams WHERE person_id = $1 AND role = $2 AND ends_at > $3)",
    );
    let team = team.bind(scope.person_id.as_str()).bind(scope.role).bind(now).bind(id);
    team.fetch_optional(db).await?.ok_or(Error::NotFound)
}
