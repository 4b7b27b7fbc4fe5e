//! The organisation's page in the database.

use crate::{
    access::{Administration, Permit},
    admin::store::Work,
    error::Result,
    language::Bilingual,
    storage::{Database, Readers},
};

const FIND: &str = "SELECT de, en FROM handbook WHERE page = 'help'";

/// What stands on the page; nothing where nobody has written it.
pub async fn find_texts(db: &Readers) -> Result<Bilingual> {
    let found: Option<(String, String)> = sqlx::query_as(FIND).fetch_optional(db).await?;
    Ok(found.map(|(de, en)| Bilingual { de, en }).unwrap_or_default())
}

/// Writes the page anew; the latest counts.
pub async fn save_texts(db: &Database, permit: &Permit<Administration>, texts: &Bilingual, now: i64) -> Result<()> {
    let mut work = Work::begin_for_all(db, permit, now).await?;
    let known: Option<(String, String)> = sqlx::query_as(FIND).fetch_optional(&mut *work.tx).await?;
    if known.is_some_and(|(de, en)| Bilingual { de, en } == *texts) {
        return Ok(());
    }
    sqlx::query(
        "INSERT INTO handbook (page, de, en, changed_at) VALUES ('help', $1, $2, $3)
         ON CONFLICT (page) DO UPDATE SET de = excluded.de, en = excluded.en, changed_at = excluded.changed_at",
    )
    .bind(&texts.de)
    .bind(&texts.en)
    .bind(now)
    .execute(&mut *work.tx)
    .await?;
    work.audit("help-written", "", "").await?;
    work.commit().await
}
