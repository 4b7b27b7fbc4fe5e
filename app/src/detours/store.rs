//! Detours in the database: what attempts are counted from, and what is published of them.

use futures::{StreamExt, TryStreamExt, stream::BoxStream};
use sqlx::FromRow;

use super::{disclosure::Figures, model::Quarter};
use crate::{
    access::{Scope, reaches_everything},
    drills::Drill,
    error::{Error, Result},
    library::{Library, store::find_drill},
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

/// What is published of a quarter.
#[derive(Clone, Debug)]
pub struct Closed {
    /// The fewest people of a group when it was closed.
    pub minimum_group: i64,
    /// Of each drill the latest version first.
    pub detours: Vec<Detours>,
}

/// Figures with the dialogue as it was.
#[derive(Clone, Debug)]
pub struct Detours {
    pub published: Published,
    pub drill: Drill,
    /// Since when the version has been there.
    pub since: i64,
}

/// A quarter, with a version of which something is published, or without any.
#[derive(FromRow)]
struct Row {
    minimum_group: i64,
    item: Option<String>,
    version: Option<String>,
    figures: Option<String>,
    since: Option<i64>,
}

/// All that is published of a quarter, or of one drill in it. `None` for whom a grant bounds, and where the quarter is not closed.
pub async fn list_detours(
    db: &Readers,
    scope: &Scope,
    library: &Library,
    (quarter, item): (Quarter, Option<&str>),
    now: i64,
) -> Result<Option<Closed>> {
    let rows: Vec<Row> = sqlx::query_as(concat!(
        "SELECT q.minimum_group, d.item, d.version, d.figures, v.created_at AS since
         FROM closed_quarters q
         LEFT JOIN detours d ON d.quarter = q.quarter AND ($5 = '' OR d.item = $5)
         LEFT JOIN content_versions v ON v.version = d.version
         WHERE q.quarter = $4 AND ",
        reaches_everything!(),
        " ORDER BY d.item, v.created_at DESC, d.version"
    ))
    .bind(&scope.person_id)
    .bind(scope.role)
    .bind(now)
    .bind(quarter.to_string())
    .bind(item.unwrap_or_default())
    .fetch_all(db)
    .await?;
    let Some(minimum_group) = rows.first().map(|row| row.minimum_group) else { return Ok(None) };
    let mut detours = Vec::new();
    for row in rows {
        detours.extend(row.read(db, library).await?);
    }
    Ok(Some(Closed { minimum_group, detours }))
}

/// The latest version that can be read of a drill of which something was published in any quarter; nothing for whom a grant bounds.
pub async fn find_published_drill(db: &Readers, scope: &Scope, item: &str, now: i64) -> Result<Option<Drill>> {
    let versions: Vec<String> = sqlx::query_scalar(concat!(
        "SELECT d.version
         FROM detours d
         JOIN content_versions v ON v.version = d.version
         WHERE d.item = $4 AND ",
        reaches_everything!(),
        " GROUP BY d.version, v.created_at ORDER BY MAX(d.quarter) DESC, v.created_at DESC, d.version"
    ))
    .bind(&scope.person_id)
    .bind(scope.role)
    .bind(now)
    .bind(item)
    .fetch_all(db)
    .await?;
    for version in versions {
        if let Some(drill) = readable(&version, find_drill(db, &version).await)? {
            return Ok(Some(drill));
        }
    }
    Ok(None)
}

impl Row {
    /// The dialogue is asked for by itself where it is not the one of today: most are, and each is tens of kilobytes.
    async fn read(self, db: &Readers, library: &Library) -> Result<Option<Detours>> {
        let Row { item: Some(item), version: Some(version), figures: Some(figures), since: Some(since), .. } = self
        else {
            return Ok(None);
        };
        let Some(figures) = readable(&version, serde_json::from_str(&figures).map_err(Error::from))? else {
            return Ok(None);
        };
        let today = item.split_once('/').and_then(|(module, id)| library.drill(module, id));
        let drill = match today.filter(|drill| drill.head().version == version) {
            Some(today) => Some(today.clone()),
            None => readable(&version, find_drill(db, &version).await)?,
        };
        Ok(drill.map(|drill| Detours { published: Published { item, version, figures }, drill, since }))
    }
}

/// What cannot be read any more is left out; all others are still shown. A database that does not answer says nothing of what it holds.
fn readable<T>(version: &str, read: Result<T>) -> Result<Option<T>> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(error @ Error::Unavailable(_)) => Err(error),
        Err(error) => {
            tracing::warn!(version, %error, "a version of a dialogue cannot be read; it is not shown");
            Ok(None)
        }
    }
}
