//! The organisation's pages in the database.

use super::model::Topic;
use crate::{
    access::{Administration, Permit},
    error::Result,
    language::Bilingual,
    storage::{Database, Readers},
};

/// What stands on a page; nothing where nobody has written it.
pub async fn find_texts(db: &Readers, topic: Topic) -> Result<Bilingual> {
    let found: Option<(String, String)> =
        sqlx::query_as("SELECT de, en FROM handbook WHERE page = $1").bind(topic.id()).fetch_optional(db).await?;
    Ok(found.map(|(de, en)| Bilingual { de, en }).unwrap_or_default())
}

/// Writes a page anew; the latest counts.
pub async fn save_texts(
    db: &Database,
    _permit: &Permit<Administration>,
    topic: Topic,
    texts: &Bilingual,
    now: i64,
) -> Result<()> {
    let mut tx = db.begin().await?;
    sqlx::query(
        "INSERT INTO handbook (page, de, en, changed_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (page) DO UPDATE SET de = excluded.de, en = excluded.en, changed_at = excluded.changed_at",
    )
    .bind(topic.id())
    .bind(&texts.de)
    .bind(&texts.en)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}
