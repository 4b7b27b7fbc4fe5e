//! What leaders see: published figures of the groups that they reach.

use chrono::NaiveDate;

use super::day;
use crate::{
    access::{Scope, reaches_everything},
    error::{Error, Result},
    storage::{
        Readers,
        strung::{self, number, number_if_any},
    },
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
    let weeks: Option<String> = sqlx::query_scalar(
        "SELECT string_agg(concat_ws('\u{1f}', week, minimum_group), '\u{1e}' ORDER BY week DESC) FROM closed_weeks",
    )
    .fetch_one(db)
    .await?;
    let week = |row: Result<[&str; 2]>| {
        let [week, minimum] = row?;
        Ok(Week { monday: day(week)?, minimum_group: number(minimum)? })
    };
    strung::rows(weeks.as_deref()).map(week).collect()
}

/// How far a leader's grants in force reach: teams and sites, or everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Reach(String);

impl Reach {
    pub fn is_everything(&self) -> bool {
        strung::rows(Some(&self.0)).any(|grant| matches!(grant, Ok(["", ""])))
    }
}

/// The state of all that pages show (another one after each week that is closed and after each administrative change), and the reach in it.
pub async fn find_state(db: &Readers, scope: &Scope, now: i64) -> Result<(String, Reach)> {
    let (state, reach): (String, Option<String>) = sqlx::query_as(
        "SELECT COALESCE((SELECT value FROM organisation WHERE key = 'administration'), '') || ' ' || CAST(COUNT(*) AS TEXT) || ' '
                    || COALESCE(CAST(MAX(closed_at) AS TEXT), '') AS state,
                (SELECT string_agg(concat_ws('\u{1f}', COALESCE(g.team_id, ''), COALESCE(g.site_id, '')), '\u{1e}' ORDER BY g.team_id, g.site_id)
                 FROM grants g
                 WHERE g.person_id = $1 AND g.role = $2 AND (g.ends_at IS NULL OR g.ends_at > $3)) AS reach
         FROM closed_weeks",
    )
    .bind(&scope.person_id)
    .bind(scope.role)
    .bind(now)
    .fetch_one(db)
    .await?;
    Ok((state, Reach(reach.unwrap_or_default())))
}

/// A group in a week.
#[derive(Clone, Debug)]
pub struct Group {
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
    /// Reach in the week before.
    pub reach_before: Option<i64>,
}

/// What to read: a week and one to compare with, the teams of one site or of all; not so many teams at once that nobody would read them.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    pub week: NaiveDate,
    pub before: Option<NaiveDate>,
    pub site_id: Option<&'a str>,
    pub most_teams: i64,
}

/// Strings together groups `g` of teams `t` and sites `s`, in the order of [`group`]; by level, site and name.
macro_rules! groups {
    ($($groups:tt)+) => {
        concat!(
            $($groups)+,
            "SELECT string_agg(
                 concat_ws('\u{1f}', g.level, g.group_id, COALESCE(g.site_id, ''), COALESCE(t.name, s.name, ''), COALESCE(s.name, ''), g.is_whole,
                           COALESCE(CAST(g.people AS TEXT), ''), COALESCE(CAST(g.reach AS TEXT), ''),
                           COALESCE(CAST(g.completion AS TEXT), ''), COALESCE(CAST(g.minutes AS TEXT), ''),
                           COALESCE(CAST(g.reach_before AS TEXT), '')),
                 '\u{1e}' ORDER BY g.level, s.name_key, s.id, t.name_key, g.group_id)
             FROM groups g
             LEFT JOIN teams t ON g.level = 'team' AND t.id = g.group_id
             LEFT JOIN sites s ON s.id = g.site_id"
        )
    };
}

/// Every group for whom no grant bounds; nothing for others.
pub async fn list_all_groups(db: &Readers, scope: &Scope, asked: Asked<'_>, now: i64) -> Result<Vec<Group>> {
    let groups = groups!(
        "WITH groups AS (
             SELECT u.level, u.group_id, u.site_id, 1 AS is_whole, u.people, u.reach, u.completion, u.minutes, before.reach AS reach_before
             FROM uptake u
             LEFT JOIN uptake before ON before.week = $5 AND before.level = u.level AND before.group_id = u.group_id
             WHERE u.week = $4
               AND (u.level IN ('organisation', 'site') OR (u.level = 'team' AND (
                    u.site_id = $6 OR ($6 = '' AND (SELECT COUNT(*) FROM uptake c WHERE c.week = $4 AND c.level = 'team') <= $7))))
               AND ",
        reaches_everything!(),
        ") "
    );
    fetch(db, groups, scope, asked, now).await
}

/// Groups within a bounded scope: the teams in reach, and the sites that have some; a site with others too, in one of the two weeks, is not
/// whole, and has no figures.
pub async fn list_groups(db: &Readers, scope: &Scope, asked: Asked<'_>, now: i64) -> Result<Vec<Group>> {
    let groups = groups!(
        "WITH reached AS MATERIALIZED (
             SELECT DISTINCT team_id FROM granted_teams WHERE person_id = $1 AND role = $2 AND ends_at > $3
         ), mine AS MATERIALIZED (
             SELECT u.group_id, u.site_id, u.people, u.reach, u.completion, u.minutes, before.reach AS reach_before
             FROM reached r
             CROSS JOIN uptake u
             LEFT JOIN uptake before ON before.week = $5 AND before.level = 'team' AND before.group_id = u.group_id
             WHERE u.week = $4 AND u.level = 'team' AND u.group_id = r.team_id
         ), places AS MATERIALIZED (
             SELECT m.site_id, CASE WHEN EXISTS (
                    SELECT 1 FROM uptake other WHERE other.week IN ($4, $5) AND other.level = 'team' AND other.site_id = m.site_id
                        AND other.group_id NOT IN (SELECT team_id FROM reached)) THEN 0 ELSE 1 END AS is_whole
             FROM (SELECT DISTINCT site_id FROM mine) m
         ), groups AS (
             SELECT 'team' AS level, m.group_id, m.site_id, 1 AS is_whole, m.people, m.reach, m.completion, m.minutes, m.reach_before
             FROM mine m
             WHERE m.site_id = $6 OR ($6 = '' AND (SELECT COUNT(*) FROM mine c) <= $7)
             UNION ALL
             SELECT 'site', p.site_id, p.site_id, p.is_whole, u.people, u.reach, u.completion, u.minutes, before.reach
             FROM places p
             LEFT JOIN uptake u ON p.is_whole = 1 AND u.week = $4 AND u.level = 'site' AND u.group_id = p.site_id
             LEFT JOIN uptake before ON p.is_whole = 1 AND before.week = $5 AND before.level = 'site' AND before.group_id = p.site_id
         ) "
    );
    fetch(db, groups, scope, asked, now).await
}

async fn fetch(db: &Readers, groups: &'static str, scope: &Scope, asked: Asked<'_>, now: i64) -> Result<Vec<Group>> {
    let groups: Option<String> = sqlx::query_scalar(groups)
        .bind(&scope.person_id)
        .bind(scope.role)
        .bind(now)
        .bind(asked.week.to_string())
        .bind(asked.before.map(|before| before.to_string()).unwrap_or_default())
        .bind(asked.site_id.unwrap_or_default())
        .bind(asked.most_teams)
        .fetch_one(db)
        .await?;
    strung::rows(groups.as_deref()).map(|row| group(row?)).collect()
}

fn group(
    [level, id, site_id, name, site, is_whole, people, reach, completion, minutes, reach_before]: [&str; 11],
) -> Result<Group> {
    let figures = Figures {
        people: number_if_any(people)?,
        reach: number_if_any(reach)?,
        completion: number_if_any(completion)?,
        minutes: number_if_any(minutes)?,
    };
    Ok(Group {
        level: Level::from_id(level).ok_or_else(|| Error::internal("an unknown level of uptake"))?,
        id: id.to_owned(),
        site_id: (!site_id.is_empty()).then(|| site_id.to_owned()),
        name: name.to_owned(),
        site: site.to_owned(),
        is_whole: is_whole == "1",
        figures,
        reach_before: number_if_any(reach_before)?,
    })
}

/// The reach of a group in the weeks up to one, the latest first, as far as the group was within the scope; a week without a figure was
/// withheld.
pub async fn list_reach(
    db: &Readers,
    scope: &Scope,
    (group, last): (&Group, NaiveDate),
    weeks: i64,
    now: i64,
) -> Result<Vec<(NaiveDate, Option<i64>)>> {
    let reach: Option<String> = sqlx::query_scalar(concat!(
        "WITH reached AS MATERIALIZED (
             SELECT DISTINCT team_id FROM granted_teams WHERE person_id = $1 AND role = $2 AND ends_at > $3
         )
         SELECT string_agg(concat_ws('\u{1f}', w.week, COALESCE(CAST(w.reach AS TEXT), '')), '\u{1e}' ORDER BY w.week DESC) FROM (
         SELECT u.week, u.reach FROM uptake u
         WHERE u.level = $4 AND u.group_id = $5 AND u.week <= $6 AND (
             (u.level = 'team' AND u.group_id IN (SELECT team_id FROM reached))
             OR (u.level = 'site' AND NOT EXISTS (
                 SELECT 1 FROM uptake o WHERE o.week = u.week AND o.level = 'team' AND o.site_id = u.group_id
                     AND o.group_id NOT IN (SELECT team_id FROM reached)))
             OR (u.level = 'organisation' AND ",
        reaches_everything!(),
        "))
         ORDER BY u.week DESC LIMIT $7) w"
    ))
    .bind(&scope.person_id)
    .bind(scope.role)
    .bind(now)
    .bind(group.level.id())
    .bind(&group.id)
    .bind(last.to_string())
    .bind(weeks)
    .fetch_one(db)
    .await?;
    let reach = strung::rows(reach.as_deref());
    reach.map(|row| row.and_then(|[week, reach]| Ok((day(week)?, number_if_any(reach)?)))).collect()
}
