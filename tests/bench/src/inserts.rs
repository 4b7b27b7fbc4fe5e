//! What recording is measured by: rows inserted one after another, each durable before the next, with the settings of the program.

use std::time::{Duration, Instant};

use app::storage::Database;
use sqlx::raw_sql;
use uuid::Uuid;

/// Rows a second.
pub async fn insert_one_by_one(db: &Database, duration: Duration) -> anyhow::Result<f64> {
    // Readers have the writer's settings; each statement commits for itself.
    let mut connection = db.read().acquire().await?;
    raw_sql("CREATE TABLE IF NOT EXISTS bench_inserts (id TEXT PRIMARY KEY, at BIGINT NOT NULL)")
        .execute(&mut *connection)
        .await?;
    let (began, mut rows) = (Instant::now(), 0_u32);
    while began.elapsed() < duration {
        sqlx::query("INSERT INTO bench_inserts (id, at) VALUES ($1, $2)")
            .bind(Uuid::now_v7().to_string())
            .bind(i64::from(rows))
            .execute(&mut *connection)
            .await?;
        rows += 1;
    }
    let elapsed = began.elapsed();
    raw_sql("DROP TABLE bench_inserts").execute(&mut *connection).await?;
    Ok(f64::from(rows) / elapsed.as_secs_f64())
}
