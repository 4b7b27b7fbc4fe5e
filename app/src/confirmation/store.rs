//! What a confirmation is made of.

use sqlx::FromRow;

use crate::{
    access::{Learning, Permit},
    error::Result,
    storage::{
        Readers,
        strung::{self, number},
    },
};

/// What a person has completed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completed {
    /// Ids with the moment, the earliest first.
    pub modules: Vec<(String, i64)>,
    pub lessons: i64,
    pub drills: i64,
    /// Learning time in milliseconds.
    pub millis: i64,
    /// The person's site.
    pub site: String,
}

#[derive(FromRow)]
struct Row {
    modules: Option<String>,
    lessons: i64,
    drills: i64,
    millis: i64,
    site: String,
}

/// In one statement.
pub async fn find_completed(db: &Readers, permit: &Permit<Learning>) -> Result<Completed> {
    let row: Row = sqlx::query_as(
        "SELECT (SELECT string_agg(concat_ws('\u{1f}', item, done_at), '\u{1e}')
                 FROM completions WHERE person_id = $1 AND kind = 'module') AS modules,
                (SELECT COUNT(*) FROM completions WHERE person_id = $1 AND kind = 'lesson') AS lessons,
                (SELECT COUNT(*) FROM completions WHERE person_id = $1 AND kind = 'drill') AS drills,
                (SELECT CAST(COALESCE(SUM(millis), 0) AS BIGINT) FROM weekly_activity WHERE person_id = $1) AS millis,
                s.name AS site
         FROM people p JOIN teams t ON t.id = p.team_id JOIN sites s ON s.id = t.site_id WHERE p.id = $1",
    )
    .bind(permit.person_id())
    .fetch_one(db)
    .await?;
    let modules = strung::rows(row.modules.as_deref()).map(|module| {
        let [id, at] = module?;
        Ok((id.to_owned(), number(at)?))
    });
    let mut modules = modules.collect::<Result<Vec<_>>>()?;
    modules.sort_by_key(|(_, at)| *at);
    Ok(Completed { modules, lessons: row.lessons, drills: row.drills, millis: row.millis, site: row.site })
}
