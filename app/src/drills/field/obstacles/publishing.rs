//! What the server does by itself with what was handed in.

use super::{model::first_kept, store};
use crate::{
    activity::model::{day_of, monday_of},
    error::Result,
    storage::Database,
    uptake::{disclosure::SMALLEST_GROUP, store::list_closed},
};

/// Publishes what waits from closed weeks, site by site, and forgets what is old: how many sites have something new to read.
pub async fn publish_obstacles(db: &Database, now: i64, minimum_group: u32) -> Result<usize> {
    store::forget(db, first_kept(monday_of(day_of(now, "UTC")))).await?;
    let Some(last) = list_closed(db.read()).await?.into_iter().max() else { return Ok(0) };
    let minimum = i64::from(minimum_group).max(SMALLEST_GROUP);
    let mut published = 0;
    for waiting in store::list_waiting(db.read(), last, now).await? {
        if waiting.may_be_published(minimum) {
            published += usize::from(store::publish(db, &waiting.site_id, last, minimum).await?);
        }
    }
    Ok(published)
}
