//! The list of people.

use sqlx::FromRow;

use crate::{
    access::{Role, Scope},
    admin::people::model::{PAGE, Search},
    error::Result,
    storage::Readers,
};

/// One line of the list.
#[derive(Clone, Debug)]
pub struct Row {
    pub id: String,
    pub name: String,
    pub team: String,
    pub site: String,
    pub is_active: bool,
    /// The last day of an absence that lasts.
    pub away_until: Option<String>,
    pub roles: Vec<Role>,
}

#[derive(FromRow)]
struct RoleRow {
    id: String,
    name: String,
    team: String,
    site: String,
    is_active: i64,
    away_until: Option<String>,
    role: Option<String>,
}

/// How many people in reach a search finds.
pub async fn count_people(db: &Readers, scope: &Scope, search: &Search, now: i64) -> Result<i64> {
    let [first, second, third, fourth] = search.patterns();
    let (least, greatest) = search.state.flags();
    let count = sqlx::query_scalar(
        "SELECT COUNT(*) FROM people p JOIN teams t ON t.id = p.team_id
         WHERE p.team_id IN (SELECT team_id FROM granted_teams WHERE person_id = $1 AND role = $2 AND ends_at > $3)
           AND (p.name_key LIKE $4 ESCAPE '!' OR p.sign_in_key LIKE $4 ESCAPE '!')
           AND (p.name_key LIKE $5 ESCAPE '!' OR p.sign_in_key LIKE $5 ESCAPE '!')
           AND (p.name_key LIKE $6 ESCAPE '!' OR p.sign_in_key LIKE $6 ESCAPE '!')
           AND (p.name_key LIKE $7 ESCAPE '!' OR p.sign_in_key LIKE $7 ESCAPE '!')
           AND ($8 = '' OR t.site_id = $8) AND ($9 = '' OR t.id = $9)
           AND p.is_active BETWEEN $10 AND $11",
    );
    let count = count
        .bind(scope.person_id.as_str())
        .bind(scope.role)
        .bind(now)
        .bind(first)
        .bind(second)
        .bind(third)
        .bind(fourth);
    let count = count.bind(search.site.as_str()).bind(search.team.as_str()).bind(least).bind(greatest);
    Ok(count.fetch_one(db).await?)
}

/// A page of the people in reach whom a search finds, by name; `today` says who is away.
pub async fn list_people(
    db: &Readers,
    scope: &Scope,
    search: &Search,
    page: i64,
    (now, today): (i64, &str),
) -> Result<Vec<Row>> {
    let [first, second, third, fourth] = search.patterns();
    let (least, greatest) = search.state.flags();
    let list = sqlx::query_as(
        "WITH found AS (
             SELECT p.id, p.name, p.name_key, p.is_active, t.name AS team, s.name AS site
             FROM people p JOIN teams t ON t.id = p.team_id JOIN sites s ON s.id = t.site_id
             WHERE p.team_id IN (SELECT team_id FROM granted_teams WHERE person_id = $1 AND role = $2 AND ends_at > $3)
               AND (p.name_key LIKE $4 ESCAPE '!' OR p.sign_in_key LIKE $4 ESCAPE '!')
               AND (p.name_key LIKE $5 ESCAPE '!' OR p.sign_in_key LIKE $5 ESCAPE '!')
               AND (p.name_key LIKE $6 ESCAPE '!' OR p.sign_in_key LIKE $6 ESCAPE '!')
               AND (p.name_key LIKE $7 ESCAPE '!' OR p.sign_in_key LIKE $7 ESCAPE '!')
               AND ($8 = '' OR t.site_id = $8) AND ($9 = '' OR t.id = $9)
               AND p.is_active BETWEEN $10 AND $11
             ORDER BY p.name_key, p.id LIMIT $12 OFFSET $13)
         SELECT found.id, found.name, found.team, found.site, found.is_active, g.role,
                (SELECT MAX(a.last_day) FROM absences a WHERE a.person_id = found.id AND a.first_day <= $14 AND a.last_day >= $14)
                    AS away_until
         FROM found LEFT JOIN grants g ON g.person_id = found.id AND (g.ends_at IS NULL OR g.ends_at > $3)
         ORDER BY found.name_key, found.id",
    );
    let list = list
        .bind(scope.person_id.as_str())
        .bind(scope.role)
        .bind(now)
        .bind(first)
        .bind(second)
        .bind(third)
        .bind(fourth);
    let list = list.bind(search.site.as_str()).bind(search.team.as_str()).bind(least).bind(greatest);
    let rows: Vec<RoleRow> = list.bind(PAGE).bind((page - 1) * PAGE).bind(today).fetch_all(db).await?;
    Ok(gather(rows))
}

/// One line a person, from one row a role.
fn gather(rows: Vec<RoleRow>) -> Vec<Row> {
    let mut people: Vec<Row> = Vec::new();
    for row in rows {
        let role = row.role.as_deref().and_then(Role::from_id);
        match people.last_mut() {
            Some(person) if person.id == row.id => person.roles.extend(role),
            _ => people.push(Row {
                id: row.id,
                name: row.name,
                team: row.team,
                site: row.site,
                is_active: row.is_active != 0,
                away_until: row.away_until,
                roles: role.into_iter().collect(),
            }),
        }
    }
    for person in &mut people {
        person.roles.sort();
        person.roles.dedup();
    }
    people
}
