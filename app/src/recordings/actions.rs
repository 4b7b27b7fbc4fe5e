//! What is sent of recordings.

use leptos::prelude::*;

use super::{
    jobs::delete_soon,
    model::{Fault, MOST_KEPT, check},
    spoken::Spoken,
    store::{self, Recording},
    upload::{Sent, Upload},
};
use crate::{
    activity::model::week_of,
    drills::{
        open::Open,
        store::{Step, find_version},
    },
    error::{Error, Result},
    hex::sha256,
    routes::{Url, to},
    storage::Flash,
    visit::{Visit, act},
};

/// Seconds after which a place among one's recordings may have become free by itself.
const A_DAY: u64 = 24 * 60 * 60;

/// Answers an open drill with a recording: sound, row and step are durable when it answers. The same again counts once.
#[server(prefix = "/api", endpoint = "recordings", input = Upload, input_derive = (Clone,))]
pub async fn upload_recording(sent: Option<Sent>) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let sent = sent.ok_or(Error::BadRequest)?;
        match fitting(&visit, &sent).await? {
            Ok(kind) => record(&visit, sent, kind).await,
            Err(Fault::TooLarge) => Err(Error::TooLarge),
            Err(Fault::TooMany) if sent.form.is_empty() => Err(Error::TooMany { retry_after: A_DAY }),
            Err(_) if sent.form.is_empty() => Err(Error::Invalid),
            Err(fault) => {
                let mut flash = Flash::default();
                flash.refuse("file", fault.message());
                let back = match sent.item.split_once('/') {
                    Some((module, drill)) if sent.number == 1 => {
                        to::drill(module, drill).with("attempt", &sent.attempt)
                    }
                    _ => to::attempt(&sent.attempt),
                };
                visit.back_to(back, &sent.form, &flash).await
            }
        }
    })
    .await
}

/// The media type of what was sent, if there is room for it among the person's recordings.
async fn fitting(visit: &Visit, sent: &Sent) -> Result<Result<&'static str, Fault>> {
    let checked = check(&sent.file, sent.seconds);
    if checked.is_err() {
        return Ok(checked);
    }
    let db = visit.db().read();
    let has_room = store::count_kept(db, &visit.actor()?.permit_learning(), visit.now).await? < MOST_KEPT
        || store::find_known(db, &sent.recording).await?.is_some();
    Ok(if has_room { checked } else { Err(Fault::TooMany) })
}

/// First the sound, then row and step in one transaction: whatever fails leaves at most a sound without a row, which a job sweeps.
async fn record(visit: &Visit, sent: Sent, kind: &'static str) -> Result<Url> {
    let actor = visit.actor()?;
    let permit = actor.permit_learning();
    let drill = find_version(visit, &sent.item, &sent.version).await?;
    if drill.as_kind::<Open>().is_none() {
        return Err(Error::BadRequest);
    }
    let sha256 = sha256(&sent.file);
    let known = store::find_known(visit.db().read(), &sent.recording).await?;
    let object = match &known {
        Some(known) => {
            known.compare(&permit, &sent.attempt, &sha256)?;
            known.object.clone()
        }
        None => {
            let object = store::new_object(visit.db()).await?;
            visit.app.sounds.put(&object, sent.file.clone()).await?;
            object
        }
    };
    let recording = Recording {
        id: sent.recording,
        attempt_id: sent.attempt,
        item: sent.item,
        object: object.clone(),
        kind,
        bytes: i64::try_from(sent.file.len()).map_err(Error::internal)?,
        seconds: sent.seconds.map(i64::from),
        sha256,
    };
    let event = Open::spoken(&recording.id);
    let (attempt, week) = (recording.attempt_id.clone(), week_of(visit.now, &actor.time_zone));
    let (library, url) = (visit.library(), to::attempt(&attempt));
    let step = Step::new(permit.clone(), attempt, sent.number, event, drill, library, visit.now, week)?;
    let recorded = visit.app.recorder.record(Spoken { permit, step, recording, now: visit.now }).await;
    // Refused: the sound need not wait for the job. After a fault nobody knows whether the row is there.
    if known.is_none() && recorded.as_ref().is_err_and(|error| !error.is_fault()) {
        let _ = visit.app.sounds.delete(&object).await;
    }
    recorded.map(|()| url)
}

/// Takes away one of one's own recordings; what was decided about the attempt stays.
#[server(prefix = "/api", endpoint = "recordings/delete-recording")]
pub async fn delete_recording(recording: String) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let permit = visit.actor()?.permit_learning();
        store::delete_recording(visit.db(), &permit, &recording).await?;
        delete_soon(&visit).await;
        Ok(to::recordings().with("done", "deleted"))
    })
    .await
}
