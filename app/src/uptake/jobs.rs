//! What the server does by itself.

use chrono::{Days, NaiveDate};

use super::{
    closing::weeks_to_close,
    disclosure::{SMALLEST_GROUP, publish},
    store,
};
use crate::{error::Result, storage::Database};

/// Closes every week that has ended and is not closed yet, since the first one with activity, and publishes its figures: how many weeks
/// were closed here. A week that another server closes meanwhile is left to it.
pub async fn close_weeks(db: &Database, now: i64, minimum_group: u32) -> Result<usize> {
    let weeks = list_weeks(db, now).await?;
    let Some(last) = weeks.last() else { return Ok(0) };
    let minimum = i64::from(minimum_group).max(SMALLEST_GROUP);
    let facts = store::load_facts(db.read(), *last + Days::new(6)).await?;
    let due = facts.due_in(&weeks);
    let mut closed = 0;
    for week in weeks {
        let activity = store::list_activity(db.read(), week).await?;
        let published = publish(&facts.count(week, &activity, &due), minimum);
        closed += usize::from(store::save_week(db, week, now, minimum, &published).await?);
    }
    Ok(closed)
}

async fn list_weeks(db: &Database, now: i64) -> Result<Vec<NaiveDate>> {
    let Some(first) = store::find_first_week(db.read()).await? else { return Ok(Vec::new()) };
    let closed = store::list_closed(db.read()).await?;
    let time_zones = store::list_time_zones(db.read()).await?;
    Ok(weeks_to_close(first, &closed, &time_zones, now))
}
