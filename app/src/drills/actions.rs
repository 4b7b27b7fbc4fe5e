//! What a drill records.
#![allow(clippy::too_many_arguments, reason = "each is a field of a form")]

use leptos::prelude::*;

/// Records one step of an attempt: durable when it answers. The same step again counts once. `said` and `marks` are what forms without
/// wasm send beside the event's name: a text, and the positions of ticked boxes.
#[server(prefix = "/api", endpoint = "drills/record-step")]
pub async fn record_step(
    attempt: String,
    item: String,
    version: String,
    number: i64,
    event: String,
    #[server(default)] said: String,
    #[server(default)] marks: Vec<u32>,
    #[server(default)] form: String,
) -> Result<(), ServerFnError> {
    use super::{
        Said, Unfit,
        store::{Step, find_version},
    };
    use crate::{activity::model::week_of, error::Error, routes::to, storage::Flash, visit::act};

    act(async |visit| {
        let actor = visit.actor()?;
        let drill = find_version(&visit, &item, &version).await?;
        let head = drill.head();
        let back = match number {
            1 => to::drill(&head.module, &head.id).with("attempt", &attempt),
            _ => to::attempt(&attempt),
        };
        let event = match drill.event(&event, Said { text: said.clone(), marks }) {
            Ok(event) => event,
            // An island checks before it sends, and has no form to go back to.
            Err(Unfit::Text(message)) if !form.is_empty() => {
                let mut flash = Flash::default();
                flash.refuse("said", message);
                flash.values.insert("said".to_owned(), said);
                return visit.back_to(back, &form, &flash).await;
            }
            Err(_) => return Err(Error::BadRequest),
        };
        let url = to::attempt(&attempt);
        let week = week_of(visit.now, &actor.time_zone);
        let step = Step::new(actor.permit_learning(), attempt, number, event, drill, visit.library(), visit.now, week)?;
        visit.app.recorder.record(step).await?;
        Ok(url)
    })
    .await
}

/// Takes back a whole attempt, whatever its kind: its steps, what they say about competencies, and its recordings. Completed stays completed.
#[server(prefix = "/api", endpoint = "drills/delete-attempt")]
pub async fn delete_attempt(attempt: String) -> Result<(), ServerFnError> {
    use super::store;
    use crate::{error::Error, recordings::jobs::delete_soon, routes::to, visit::act};

    act(async |visit| {
        let permit = visit.actor()?.permit_learning();
        let item = store::delete_attempt(visit.db(), &permit, &attempt).await?;
        delete_soon(&visit).await;
        let (module, drill) = item.split_once('/').ok_or_else(|| Error::internal("an attempt at nothing"))?;
        // A drill may have left the contents since; its module hardly.
        Ok(match visit.library().drill(module, drill) {
            Some(_) => to::drill(module, drill),
            None => to::module(module),
        }
        .with("done", "deleted"))
    })
    .await
}
