//! What a drill records.

use leptos::prelude::*;

/// Records one step of an attempt: durable when it answers. The same step again counts once.
#[server(prefix = "/api", endpoint = "drills/record-step")]
pub async fn record_step(
    attempt: String,
    item: String,
    version: String,
    number: i64,
    event: String,
) -> Result<(), ServerFnError> {
    use super::store::{Step, find_version};
    use crate::{activity::model::week_of, error::Error, routes::to, visit::act};

    act(async |visit| {
        let actor = visit.actor()?;
        let event = event.parse().map_err(|_| Error::BadRequest)?;
        let dialogue = find_version(&visit, &item, &version).await?;
        let url = to::attempt(&attempt);
        let week = week_of(visit.now, &actor.time_zone);
        let step =
            Step::new(actor.permit_learning(), attempt, number, event, dialogue, visit.library(), visit.now, week)?;
        visit.app.recorder.record(step).await?;
        Ok(url)
    })
    .await
}
