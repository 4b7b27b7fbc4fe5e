//! Content versions: what attempts were made against is kept, whatever authors change later.

use super::{Lesson, Library};
use crate::{
    activity::model::item,
    drills::{Drill, KINDS},
    error::{Error, Result},
    storage::{Database, Readers},
};

/// Stores every lesson, drill and card set by its version. Called at start-up and at every reload.
pub async fn save_versions(db: &Database, library: &Library, now: i64) -> Result<()> {
    let mut tx = db.begin().await?;
    for (version, kind, item, body) in versions(library)? {
        sqlx::query(
            "INSERT INTO content_versions (version, kind, item, body, created_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (version) DO NOTHING",
        )
        .bind(version)
        .bind(kind)
        .bind(item)
        .bind(body)
        .bind(now)
        .execute(&mut *tx)
        .await?;
    }
    Ok(tx.commit().await?)
}

type Version = (String, &'static str, String, String);

fn versions(library: &Library) -> Result<Vec<Version>> {
    let mut versions = Vec::new();
    for module in &library.modules {
        for lesson in &module.lessons {
            let item = item(&module.id, &lesson.id);
            versions.push((lesson.version.clone(), "lesson", item, serde_json::to_string(lesson)?));
        }
        for drill in &module.drills {
            versions.push((drill.head().version.clone(), drill.kind().id, drill.item(), drill.to_json()?));
        }
    }
    Ok(versions)
}

/// A drill as it was in a version.
pub async fn find_drill(db: &Readers, version: &str) -> Result<Drill> {
    let (kind, body) = find(db, version).await?;
    let kind = KINDS.iter().find(|known| known.id == kind).ok_or(Error::NotFound)?;
    Ok((kind.restore)(&body)?)
}

/// A lesson as it was in a version.
pub async fn find_lesson(db: &Readers, version: &str) -> Result<Lesson> {
    match find(db, version).await? {
        (kind, body) if kind == "lesson" => Ok(serde_json::from_str(&body)?),
        _ => Err(Error::NotFound),
    }
}

/// Its kind and its JSON.
async fn find(db: &Readers, version: &str) -> Result<(String, String)> {
    let found = sqlx::query_as("SELECT kind, body FROM content_versions WHERE version = $1");
    found.bind(version).fetch_optional(db).await?.ok_or(Error::NotFound)
}
