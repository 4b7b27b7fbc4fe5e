//! What is deleted without being asked. Any number of servers may do it side by side: what one has deleted is deleted for the other too.

use std::{collections::HashSet, time::Duration};

use super::{
    Sounds,
    store::{
        due::{expire_recordings, list_due, list_objects, remove_recording},
        find_folder,
    },
};
use crate::{error::Result, storage::Database, visit::Visit};

/// A sound without a row that is older than this was left by a request that came to nothing.
const FORGOTTEN: i64 = 24 * 60 * 60 * 1000;

/// How long whoever has deleted something waits for the sound to be gone.
const PATIENCE: Duration = Duration::from_secs(2);

/// Deletes recordings that are past their time or were taken away: how many.
pub async fn delete_due(db: &Database, sounds: &Sounds, now: i64) -> Result<usize> {
    expire_recordings(db, now).await?;
    let due = list_due(db.read()).await?;
    for recording in &due {
        // First the sound: a row without one is tried again, a sound without a row would stay.
        sounds.delete(&recording.object).await?;
        remove_recording(db, recording).await?;
    }
    Ok(due.len())
}

/// Deletes what has just been taken away. If that fails or takes long nobody gets it all the same, and the job tries again.
pub async fn delete_soon(visit: &Visit) {
    let deleting = delete_due(visit.db(), &visit.app.sounds, visit.now);
    match tokio::time::timeout(PATIENCE, deleting).await {
        Ok(Ok(_)) => {}
        Ok(Err(error)) => tracing::warn!(%error, "sounds could not be deleted; the next try is in an hour"),
        Err(_) => tracing::warn!("deleting sounds takes long; the next try is in an hour"),
    }
}

/// Deletes sounds that no row knows of: how many. What is on its way in right now is younger; no place is used twice.
pub async fn sweep(db: &Database, sounds: &Sounds, now: i64) -> Result<usize> {
    let Some(folder) = find_folder(db.read()).await? else { return Ok(0) };
    let older = sounds.list_older(&folder, now - FORGOTTEN).await?;
    if older.is_empty() {
        return Ok(0);
    }
    // After the list of sounds: whatever got its row meanwhile is among them.
    let known: HashSet<String> = list_objects(db.read()).await?.into_iter().collect();
    let mut swept = 0;
    for object in older.iter().filter(|object| !known.contains(*object)) {
        sounds.delete(object).await?;
        swept += 1;
    }
    Ok(swept)
}
