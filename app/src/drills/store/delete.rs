//! Taking back a whole attempt.

use crate::{
    access::{Learning, Permit},
    error::{Error, Result},
    recordings::store::leave_attempt,
    responses::store::withdraw,
    storage::Database,
};

/// Deletes one of one's own attempts with its steps, what it says about competencies, and its recordings. What was completed by it stays
/// completed. Returns what it was an attempt at, `module/drill`.
pub async fn delete_attempt(db: &Database, permit: &Permit<Learning>, attempt: &str) -> Result<String> {
    let mut tx = db.begin().await?;
    // Takes hold of the row: a step on its way waits, and then finds no attempt.
    let item: Option<String> =
        sqlx::query_scalar("UPDATE attempts SET last_at = last_at WHERE id = $1 AND person_id = $2 RETURNING item")
            .bind(attempt)
            .bind(permit.person_id())
            .fetch_optional(&mut *tx)
            .await?;
    let item = item.ok_or(Error::NotFound)?;
    withdraw(&mut tx, attempt).await?;
    leave_attempt(&mut tx, attempt).await?;
    sqlx::query("DELETE FROM evidence WHERE person_id = $1 AND source = $2")
        .bind(permit.person_id())
        .bind(attempt)
        .execute(&mut *tx)
        .await?;
    sqlx::query("DELETE FROM steps WHERE attempt_id = $1").bind(attempt).execute(&mut *tx).await?;
    sqlx::query("DELETE FROM attempts WHERE id = $1").bind(attempt).execute(&mut *tx).await?;
    tx.commit().await?;
    Ok(item)
}
