//! What is done without being asked. Any number of servers may do it side by side: the database says who was first.

use std::time::Duration;

use app::{drills::field::obstacles::publish_obstacles, storage::Database, uptake::close_weeks};

/// How often there may be something to do.
const EVERY: Duration = Duration::from_secs(60 * 60);

/// Closes weeks and publishes what was handed in for them, now and every hour, until aborted; what is not finished by then is rolled back, and done by the next one.
pub async fn run(db: Database, minimum_group: u32) {
    loop {
        let now = chrono::Utc::now().timestamp_millis();
        match close_weeks(&db, now, minimum_group).await {
            Ok(0) => {}
            Ok(weeks) => tracing::info!(weeks, "weeks closed"),
            Err(error) => tracing::warn!(%error, "weeks could not be closed; the next try is in an hour"),
        }
        match publish_obstacles(&db, now, minimum_group).await {
            Ok(0) => {}
            Ok(sites) => tracing::info!(sites, "what stopped people is published"),
            Err(error) => {
                tracing::warn!(%error, "what stopped people could not be published; the next try is in an hour")
            }
        }
        tokio::time::sleep(EVERY).await;
    }
}
