//! What is to be deleted.

use sqlx::FromRow;

use crate::{
    error::Result,
    storage::{Database, Readers},
};

/// A recording whose sound is to be deleted, and then its row.
#[derive(Clone, Debug, FromRow)]
pub struct Due {
    pub id: String,
    pub object: String,
}

/// Takes away whatever is past its time, from everybody.
pub async fn expire_recordings(db: &Database, now: i64) -> Result<()> {
    let mut tx = db.begin().await?;
    sqlx::query("UPDATE recordings SET state = 'deleting' WHERE state = 'stored' AND delete_after <= $1")
        .bind(now)
        .execute(&mut *tx)
        .await?;
    Ok(tx.commit().await?)
}

pub async fn list_due(db: &Readers) -> Result<Vec<Due>> {
    Ok(sqlx::query_as("SELECT id, object FROM recordings WHERE state = 'deleting' ORDER BY id").fetch_all(db).await?)
}

/// After its sound is gone.
pub async fn remove_recording(db: &Database, due: &Due) -> Result<()> {
    let mut tx = db.begin().await?;
    sqlx::query("DELETE FROM recordings WHERE id = $1 AND object = $2 AND state = 'deleting'")
        .bind(&due.id)
        .bind(&due.object)
        .execute(&mut *tx)
        .await?;
    Ok(tx.commit().await?)
}

/// Everything that a row knows of.
pub async fn list_objects(db: &Readers) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar("SELECT object FROM recordings").fetch_all(db).await?)
}
