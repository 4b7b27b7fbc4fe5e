//! Content versions: what attempts were made against is kept, whatever authors change later.

use serde::de::DeserializeOwned;

use super::{Dialogue, Lesson, Library};
use crate::{
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
            let item = format!("{}/{}", module.id, lesson.id);
            versions.push((lesson.version.clone(), "lesson", item, serde_json::to_string(lesson)?));
        }
        for drill in &module.drills {
            let item = format!("{}/{}", module.id, drill.id);
            versions.push((drill.version.clone(), "dialogue", item, serde_json::to_string(drill)?));
        }
    }
    Ok(versions)
}

/// A dialogue as it was in a version.
pub async fn find_dialogue(db: &Readers, version: &str) -> Result<Dialogue> {
    find(db, version, "dialogue").await
}

/// A lesson as it was in a version.
pub async fn find_lesson(db: &Readers, version: &str) -> Result<Lesson> {
    find(db, version, "lesson").await
}

async fn find<T: DeserializeOwned>(db: &Readers, version: &str, kind: &str) -> Result<T> {
    let body: Option<String> = sqlx::query_scalar("SELECT body FROM content_versions WHERE version = $1 AND kind = $2")
        .bind(version)
        .bind(kind)
        .fetch_optional(db)
        .await?;
    Ok(serde_json::from_str(&body.ok_or(Error::NotFound)?)?)
}
