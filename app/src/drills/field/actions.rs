//! What learners send: an intention, how it went, another day, words for themselves.

use chrono::NaiveDate;
use leptos::prelude::*;
use uuid::Uuid;

use super::{
    draft::Draft,
    model::{Change, Outcome, READY_MAX, day_fault, note_fault, obstacle_fault, one_line},
    practice::is_origin,
    store::{ChangeIntention, Deletion, NewIntention},
};
use crate::{
    activity::model::day_of,
    error::{Error, Result},
    language::plain_text,
    routes::{Url, to},
    storage::Flash,
    visit::{Visit, act},
};

/// Keeps an intention. `intention` is made with the form, so that a form sent twice counts once.
#[server(prefix = "/api", endpoint = "field/create-intention")]
pub async fn create_intention(
    form: String,
    intention: String,
    /// A module, `module/drill` of a field practice, or nothing.
    #[server(default)]
    item: String,
    /// A ready one, word for word.
    #[server(default)]
    ready: String,
    #[server(default)] condition: String,
    #[server(default)] deed: String,
    #[server(default)] day: String,
) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let id = parse_id(&intention)?;
        if !item.is_empty() && !is_origin(&visit.library(), &item) {
            return Err(Error::NotFound);
        }
        let ready = one_line(&ready);
        if ready.chars().count() > READY_MAX {
            return Err(Error::BadRequest);
        }
        let draft = Draft { ready, condition, deed, day };
        match draft.read(visit.language, today(&visit)?) {
            Ok((text, day)) => {
                let new = NewIntention::new(&visit, id.clone(), item, text, day)?;
                visit.app.recorder.record(new).await?;
                Ok(to::intention(&id).with("done", "kept"))
            }
            Err(flash) => visit.back_to(to::new_intention_from(&item), &form, &flash).await,
        }
    })
    .await
}

/// Says how it went, in one tap and, for whoever likes, a sentence. `revision`: of the intention that the form was made for.
#[server(prefix = "/api", endpoint = "field/answer-intention")]
pub async fn answer_intention(
    form: String,
    intention: String,
    revision: i64,
    outcome: String,
    #[server(default)] note: String,
) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let outcome = Outcome::from_answer(&outcome).ok_or(Error::BadRequest)?;
        let note = plain_text(&note);
        if let Some(fault) = note_fault(&note) {
            return refuse(&visit, &intention, &form, [("note", note, Some(fault))]).await;
        }
        let note = (!note.is_empty()).then_some(note);
        change(&visit, intention, revision, Change::Answer { outcome, note }, outcome.id()).await
    })
    .await
}

/// Sets another day for what was not tried so far.
#[server(prefix = "/api", endpoint = "field/move-intention")]
pub async fn move_intention(
    form: String,
    intention: String,
    revision: i64,
    #[server(default)] day: String,
) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let read = day.parse().ok();
        match (read, day_fault(read, today(&visit)?)) {
            (Some(day), None) => change(&visit, intention, revision, Change::Move { day }, "moved").await,
            (_, fault) => refuse(&visit, &intention, &form, [("day", day, fault)]).await,
        }
    })
    .await
}

/// Lets an intention go.
#[server(prefix = "/api", endpoint = "field/let-intention-go")]
pub async fn let_intention_go(intention: String, revision: i64) -> Result<(), ServerFnError> {
    act(async |visit: Visit| change(&visit, intention, revision, Change::LetGo, Outcome::LetGo.id()).await).await
}

/// Keeps words for oneself: how it went, and what stopped one.
#[server(prefix = "/api", endpoint = "field/keep-words")]
pub async fn keep_words(
    form: String,
    intention: String,
    revision: i64,
    #[server(default)] note: String,
    #[server(default)] obstacle: String,
) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let (note, obstacle) = (plain_text(&note), plain_text(&obstacle));
        let (note_fault, obstacle_fault) = (note_fault(&note), obstacle_fault(&obstacle));
        if note_fault.is_some() || obstacle_fault.is_some() {
            let fields = [("note", note, note_fault), ("obstacle", obstacle, obstacle_fault)];
            return refuse(&visit, &intention, &form, fields).await;
        }
        change(&visit, intention, revision, Change::Keep { note, obstacle }, "words").await
    })
    .await
}

/// Deletes an intention with all words about it. Once it is gone, the same again is fine.
#[server(prefix = "/api", endpoint = "field/delete-intention")]
pub async fn delete_intention(intention: String) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let permit = visit.actor()?.permit_learning();
        visit.app.recorder.record(Deletion::new(permit, intention)).await?;
        Ok(to::intentions().with("done", "deleted"))
    })
    .await
}

/// Records a change and leads to the intention, which says what was `done`.
async fn change(visit: &Visit, intention: String, revision: i64, change: Change, done: &str) -> Result<Url> {
    let url = to::intention(&intention).with("done", done);
    visit.app.recorder.record(ChangeIntention::new(visit, intention, revision, change)?).await?;
    Ok(url)
}

/// The way back to the intention, with what was typed and what is wrong with it.
async fn refuse<const N: usize>(
    visit: &Visit,
    intention: &str,
    form: &str,
    fields: [(&str, String, Option<&str>); N],
) -> Result<Url> {
    let mut flash = Flash::default();
    for (name, typed, fault) in fields {
        fault.into_iter().for_each(|fault| flash.refuse(name, fault));
        flash.values.insert(name.to_owned(), typed);
    }
    visit.back_to(to::intention(intention), form, &flash).await
}

fn parse_id(id: &str) -> Result<String> {
    Ok(Uuid::parse_str(id).map_err(|_| Error::BadRequest)?.to_string())
}

/// The day where the person is.
fn today(visit: &Visit) -> Result<NaiveDate> {
    Ok(day_of(visit.now, &visit.actor()?.time_zone))
}
