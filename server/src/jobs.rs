//! What is done without being asked. Any number of servers may do it side by side: the database says who was first.

use std::time::Duration;

use app::{
    detours::close_quarters,
    drills::field::obstacles::publish_obstacles,
    recordings::{
        Sounds,
        jobs::{delete_due, sweep},
    },
    storage::Database,
    uptake::close_weeks,
};

/// How often there may be something to do.
const EVERY: Duration = Duration::from_secs(60 * 60);

/// Closes weeks and quarters, publishes what was handed in for them and deletes recordings that are due, now and every hour, until aborted; what is not
/// finished by then is rolled back or tried again, and done by the next one.
pub async fn run(db: Database, minimum_group: u32, sounds: Sounds) {
    loop {
        let now = chrono::Utc::now().timestamp_millis();
        match close_weeks(&db, now, minimum_group).await {
            Ok(0) => {}
            Ok(weeks) => tracing::info!(weeks, "weeks closed"),
            Err(error) => tracing::warn!(%error, "weeks could not be closed; the next try is in an hour"),
        }
        match close_quarters(&db, now, minimum_group).await {
            Ok(0) => {}
            Ok(quarters) => tracing::info!(quarters, "quarters closed"),
            Err(error) => tracing::warn!(%error, "quarters could not be closed; the next try is in an hour"),
        }
        match publish_obstacles(&db, now, minimum_group).await {
            Ok(0) => {}
            Ok(sites) => tracing::info!(sites, "what stopped people is published"),
            Err(error) => {
                tracing::warn!(%error, "what stopped people could not be published; the next try is in an hour")
            }
        }
        match delete_due(&db, &sounds, now).await {
            Ok(0) => {}
            Ok(recordings) => tracing::info!(recordings, "recordings deleted"),
            Err(error) => tracing::warn!(%error, "recordings could not be deleted; the next try is in an hour"),
        }
        match sweep(&db, &sounds, now).await {
            Ok(0) => {}
            Ok(sounds) => tracing::info!(sounds, "sounds swept that no recording knows of"),
            Err(error) => tracing::warn!(%error, "sounds could not be swept; the next try is in an hour"),
        }
        tokio::time::sleep(EVERY).await;
    }
}
