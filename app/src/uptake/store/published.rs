//! What leaders see: published figures of the groups that they reach.

use chrono::NaiveDate;
use sqlx::FromRow;

use super::day;
use crate::{
    access::Scope,
    error::{Error, Result},
    storage::Readers,
    uptake::disclosure::{Figures, Level},
};

/// A closed week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    pub monday: NaiveDate,
    /// Groups with fewer people were not shown.
    pub minimum_group: i64,
}

/// All closed weeks, the latest first. That there are any is no secret.
pub async fn list_weeks(db: &Readers) -> Result<Vec<Week>> {
    let weeks: Vec<(String, i64)> =
        sqlx::query_as("SELECT week, minimum_group FROM closed_weeks ORDER BY week DESC").fetch_all(db).await?;
    weeks.into_iter().map(|(week, minimum_group)| Ok(Week { monday: day(&week)?, minimum_group })).collect()
}

/// A group in a week.
#[derive(Clone, Debug)]
pub struct Group {
    pub week: NaiveDate,
    pub level: Level,
    pub id: String,
    pub site_id: Option<String>,
    /// Of the team or site.
    pub name: String,
    /// Of the site.
    pub site: String,
    /// Whether all of it is within reach; of a site that is not, only the name is here.
    pub is_whole: bool,
    pub figures: Figures,
}

#[derive(FromRow)]
struct Row {
    week: String,
    level: String,
    group_id: String,
    site_id: Option<String>,
    name: String,
    site: String,
    is_whole: i64,
    people: Option<i64>,
    reach: Option<i64>,
    completion: Option<i64>,
    minutes: Option<i64>,
}

/// What to read: two weeks (one to compare with), the teams of one site or of all; not so many teams at once that nobody would read them.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    pub weeks: [NaiveDate; 2],
    pub site_id: Option<&'a str>,
    pub most_teams: i64,
}

/// Every group, by level, site and name, for whom no grant bounds; nothing for others. Teams of the first week alone.
pub async fn list_all_groups(db: &Readers, scope: &Scope, asked: Asked<'_>, now: i64) -> Result<Vec<Group>> {
    let rows = sqlx::query_as(
        "WITH groups AS (
             SELECT u.* FROM uptake u WHERE u.week IN ($4, $5) AND u.level IN ('organisation', 'site')
             UNION ALL
             SELECT u.* FROM uptake u WHERE u.week = $4 AND u.level = 'team' AND u.site_id = $6
             UNION ALL
             SELECT u.* FROM uptake u
             WHERE u.week = $4 AND u.level = 'team' AND $6 = ''
               AND (SELECT COUNT(*) FROM uptake c WHERE c.week = $4 AND c.level = 'team') <= $7
         )
         SELECT g.week, g.level, g.group_id, g.site_id, COALESCE(t.name, s.name, '') AS name, COALESCE(s.name, '') AS site,
                CAST(1 AS BIGINT) AS is_whole, g.people, g.reach, g.completion, g.minutes
         FROM groups g
         LEFT JOIN teams t ON g.level = 'team' AND t.id = g.group_id
         LEFT JOIN sites s ON s.id = g.site_id
         WHERE EXISTS (
             SELECT 1 FROM grants b WHERE b.person_id = $1 AND b.role = $2 AND b.team_id IS NULL AND b.site_id IS NULL
                 AND (b.ends_at IS NULL OR b.ends_at > $3))
         ORDER BY g.level, s.name_key, s.id, t.name_key, g.group_id",
    );
    fetch(db, rows, scope, asked, now).await
}

/// Groups within a bounded scope, by level, site and name: the teams in reach, and the sites that have some; a site with others too is not
/// whole, and has no figures.
pub async fn list_groups(db: &Readers, scope: &Scope, asked: Asked<'_>, now: i64) -> Result<Vec<Group>> {
    let rows = sqlx::query_as(
        "WITH reached AS MATERIALIZED (
             SELECT DISTINCT team_id FROM granted_teams WHERE person_id = $1 AND role = $2 AND ends_at > $3
         ), mine AS MATERIALIZED (
             SELECT u.* FROM uptake u WHERE u.week IN ($4, $5) AND u.level = 'team' AND u.group_id IN (SELECT team_id FROM reached)
         ), places AS MATERIALIZED (
             SELECT u.site_id, CAST(CASE WHEN COUNT(*) = COUNT(r.team_id) THEN 1 ELSE 0 END AS BIGINT) AS is_whole
             FROM uptake u LEFT JOIN reached r ON r.team_id = u.group_id
             WHERE u.week IN ($4, $5) AND u.level = 'team' AND u.site_id IN (SELECT site_id FROM mine)
             GROUP BY u.site_id
         ), groups AS (
             SELECT m.week, m.level, m.group_id, m.site_id, CAST(1 AS BIGINT) AS is_whole, m.people, m.reach, m.completion, m.minutes
             FROM mine m
             WHERE m.site_id = $6 OR ($6 = '' AND (SELECT COUNT(*) FROM mine c WHERE c.week = $4) <= $7)
             UNION ALL
             SELECT u.week, u.level, u.group_id, u.site_id, p.is_whole, CASE p.is_whole WHEN 1 THEN u.people END,
                    CASE p.is_whole WHEN 1 THEN u.reach END, CASE p.is_whole WHEN 1 THEN u.completion END,
                    CASE p.is_whole WHEN 1 THEN u.minutes END
             FROM places p JOIN uptake u ON u.site_id = p.site_id
             WHERE u.week IN ($4, $5) AND u.level = 'site'
         )
         SELECT g.week, g.level, g.group_id, g.site_id, COALESCE(t.name, s.name, '') AS name, COALESCE(s.name, '') AS site, g.is_whole,
                g.people, g.reach, g.completion, g.minutes
         FROM groups g
         LEFT JOIN teams t ON g.level = 'team' AND t.id = g.group_id
         LEFT JOIN sites s ON s.id = g.site_id
         ORDER BY g.level, s.name_key, s.id, t.name_key, g.group_id",
    );
    fetch(db, rows, scope, asked, now).await
}

type Rows<'q> = sqlx::query::QueryAs<'q, sqlx::Any, Row, sqlx::any::AnyArguments>;

async fn fetch(db: &Readers, rows: Rows<'_>, scope: &Scope, asked: Asked<'_>, now: i64) -> Result<Vec<Group>> {
    let rows = rows
        .bind(scope.person_id.clone())
        .bind(scope.role)
        .bind(now)
        .bind(asked.weeks[0].to_string())
        .bind(asked.weeks[1].to_string())
        .bind(asked.site_id.unwrap_or_default().to_owned())
        .bind(asked.most_teams)
        .fetch_all(db)
        .await?;
    rows.into_iter().map(group).collect()
}

fn group(row: Row) -> Result<Group> {
    let level = Level::from_id(&row.level).ok_or_else(|| Error::internal("an unknown level of uptake"))?;
    let figures = Figures { people: row.people, reach: row.reach, completion: row.completion, minutes: row.minutes };
    Ok(Group {
        week: day(&row.week)?,
        level,
        id: row.group_id,
        site_id: row.site_id,
        name: row.name,
        site: row.site,
        is_whole: row.is_whole != 0,
        figures,
    })
}

/// The reach of a group in the weeks up to its own, the latest first, as far as the group was within the scope; a week without a figure was
/// withheld.
pub async fn list_reach(
    db: &Readers,
    scope: &Scope,
    group: &Group,
    weeks: i64,
    now: i64,
) -> Result<Vec<(NaiveDate, Option<i64>)>> {
    let reach: Vec<(String, Option<i64>)> = sqlx::query_as(
        "WITH reached AS MATERIALIZED (
             SELECT DISTINCT team_id FROM granted_teams WHERE person_id = $1 AND role = $2 AND ends_at > $3
         )
         SELECT u.week, u.reach FROM uptake u
         WHERE u.level = $4 AND u.group_id = $5 AND u.week <= $6 AND (
             (u.level = 'team' AND u.group_id IN (SELECT team_id FROM reached))
             OR (u.level = 'site' AND NOT EXISTS (
                 SELECT 1 FROM uptake o WHERE o.week = u.week AND o.level = 'team' AND o.site_id = u.group_id
                     AND o.group_id NOT IN (SELECT team_id FROM reached)))
             OR (u.level = 'organisation' AND EXISTS (
                 SELECT 1 FROM grants g WHERE g.person_id = $1 AND g.role = $2 AND g.team_id IS NULL AND g.site_id IS NULL
                     AND (g.ends_at IS NULL OR g.ends_at > $3))))
         ORDER BY u.week DESC LIMIT $7",
    )
    .bind(&scope.person_id)
    .bind(scope.role)
    .bind(now)
    .bind(group.level.id())
    .bind(&group.id)
    .bind(group.week.to_string())
    .bind(weeks)
    .fetch_all(db)
    .await?;
    reach.into_iter().map(|(week, reach)| Ok((day(&week)?, reach))).collect()
}
