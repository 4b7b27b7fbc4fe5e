//! Detours in the database: what attempts are counted from, and what is published of them.

use futures::{StreamExt, TryStreamExt, stream::BoxStream};
use sqlx::FromRow;

use super::{disclosure::Figures, model::Quarter};
use crate::{
    access::Scope,
    error::{Error, Result},
    storage::{Database, Reader, Readers},
};

/// An attempt to be counted.
#[derive(Debug, FromRow)]
pub struct Attempt {
    pub person_id: String,
    pub item: String,
    pub version: String,
    pub events: String,
}

/// What is published of a version of a dialogue in a quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// `module/drill`.
    pub item: String,
    pub version: String,
    pub figures: Figures,
}

/// The attempts at dialogues that were begun in a quarter, one by one: person by person, each person's in their order. For the closing of
/// the quarter itself: nobody asks for it.
pub fn attempts(reader: &mut Reader, quarter: Quarter) -> BoxStream<'_, Result<Attempt>> {
    let (from, to) = quarter.bounds();
    let attempts = sqlx::query_as(
        "SELECT a.person_id, a.item, a.version, a.events
         FROM attempts a JOIN content_versions v ON v.version = a.version
         WHERE v.kind = 'dialogue' AND a.started_at >= $1 AND a.started_at < $2
         ORDER BY a.person_id, a.started_at, a.id",
    );
    attempts.bind(from).bind(to).fetch(&mut **reader).map_err(Error::from).boxed()
}

/// All closed quarters, the latest first. That there are any is no secret.
pub async fn list_closed(db: &Readers) -> Result<Vec<Quarter>> {
    let quarters: Vec<String> =
        sqlx::query_scalar("SELECT quarter FROM closed_quarters ORDER BY quarter DESC").fetch_all(db).await?;
    quarters.iter().map(|quarter| stored(quarter)).collect()
}

fn stored(quarter: &str) -> Result<Quarter> {
    quarter.parse().map_err(|_| Error::internal("a stored quarter that is none"))
}

/// Closes a quarter with what is published of it, once and for all: whether it was this server that did.
pub async fn save_quarter(
    db: &Database,
    quarter: Quarter,
    now: i64,
    minimum: i64,
    published: &[Published],
) -> Result<bool> {
    let quarter = quarter.to_string();
    let mut tx = db.begin().await?;
    let claim = sqlx::query(
        "INSERT INTO closed_quarters (quarter, closed_at, minimum_group) VALUES ($1, $2, $3) ON CONFLICT (quarter) DO NOTHING",
    );
    if claim.bind(&quarter).bind(now).bind(minimum).execute(&mut *tx).await?.rows_affected() == 0 {
        return Ok(false);
    }
    for Published { item, version, figures } in published {
        sqlx::query("INSERT INTO detours (quarter, version, item, figures) VALUES ($1, $2, $3, $4)")
            .bind(&quarter)
            .bind(version)
            .bind(item)
            .bind(serde_json::to_string(figures)?)
            .execute(&mut *tx)
            .await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// Whether a role reaches everything. Figures of the whole organisation are for nobody else.
pub async fn is_everything(db: &Readers, scope: &Scope, now: i64) -> Result<bool> {
    let grant: Option<String> = sqlx::query_scalar(
        "SELECT id FROM grants
         WHERE person_id = $1 AND role = $2 AND team_id IS NULL AND site_id IS NULL AND (ends_at IS NULL OR ends_at > $3) LIMIT 1",
    )
    .bind(&scope.person_id)
    .bind(scope.role)
    .bind(now)
    .fetch_optional(db)
    .await?;
    Ok(grant.is_some())
}

/// Figures with where they belong.
#[derive(Clone, Debug)]
pub struct Detours {
    pub published: Published,
    /// The fewest people of a group when the quarter was closed.
    pub minimum_group: i64,
    /// Since when the version has been there.
    pub since: i64,
}

#[derive(FromRow)]
struct Row {
    item: String,
    version: String,
    figures: String,
    minimum_group: i64,
    since: i64,
}

/// All that is published of a quarter, or of one drill in it, the latest version of each first; nothing for whom a grant bounds.
pub async fn list_detours(
    db: &Readers,
    scope: &Scope,
    (quarter, item): (Quarter, Option<&str>),
    now: i64,
) -> Result<Vec<Detours>> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT d.item, d.version, d.figures, q.minimum_group, v.created_at AS since
         FROM detours d
         JOIN closed_quarters q ON q.quarter = d.quarter
         JOIN content_versions v ON v.version = d.version
         WHERE d.quarter = $4 AND ($5 = '' OR d.item = $5)
           AND EXISTS (
               SELECT 1 FROM grants g WHERE g.person_id = $1 AND g.role = $2 AND g.team_id IS NULL AND g.site_id IS NULL
                   AND (g.ends_at IS NULL OR g.ends_at > $3))
         ORDER BY d.item, v.created_at DESC, d.version",
    )
    .bind(&scope.person_id)
    .bind(scope.role)
    .bind(now)
    .bind(quarter.to_string())
    .bind(item.unwrap_or_default())
    .fetch_all(db)
    .await?;
    let detours = |row: Row| {
        let published =
            Published { item: row.item, version: row.version, figures: serde_json::from_str(&row.figures)? };
        Ok(Detours { published, minimum_group: row.minimum_group, since: row.since })
    };
    rows.into_iter().map(detours).collect()
}
