//! What somebody does with their own sentences.

use leptos::prelude::*;

#[cfg(feature = "ssr")]
use {
    super::{
        model::{fault, is_item, kept_id},
        store::{Deed, PhraseRecord},
    },
    crate::{
        error::{Error, Result},
        language::plain_text,
        routes::{Url, to},
        storage::Flash,
        visit::{Visit, act},
    },
    uuid::Uuid,
};

/// Keeps what was written in an attempt; `number` is the step that said it.
#[server(prefix = "/api", endpoint = "phrases/keep")]
pub async fn keep_phrase(attempt: String, number: i64, item: String, text: String) -> Result<(), ServerFnError> {
    act(async |visit| {
        let attempt = Uuid::parse_str(&attempt).map_err(|_| Error::BadRequest)?.to_string();
        let text = plain_text(&text);
        if fault(&text).is_some() || !is_item(&item) {
            return Err(Error::BadRequest);
        }
        record(&visit, kept_id(&attempt, number), Deed::Keep { item, text }).await?;
        Ok(to::attempt(&attempt))
    })
    .await
}

/// Writes down a sentence that was found elsewhere; `phrase` is its new id.
#[server(prefix = "/api", endpoint = "phrases/add")]
pub async fn add_phrase(form: String, phrase: String, #[server(default)] said: String) -> Result<(), ServerFnError> {
    act(async |visit| {
        let id = Uuid::parse_str(&phrase).map_err(|_| Error::BadRequest)?.to_string();
        let text = plain_text(&said);
        if let Some(message) = fault(&text) {
            return back(&visit, to::new_phrase(), &form, message, said).await;
        }
        record(&visit, id, Deed::Keep { item: String::new(), text }).await?;
        Ok(to::phrases().with("done", "added"))
    })
    .await
}

#[server(prefix = "/api", endpoint = "phrases/change")]
pub async fn change_phrase(form: String, phrase: String, #[server(default)] said: String) -> Result<(), ServerFnError> {
    act(async |visit| {
        let text = plain_text(&said);
        if let Some(message) = fault(&text) {
            return back(&visit, to::phrase(&phrase), &form, message, said).await;
        }
        record(&visit, phrase, Deed::Change { text }).await?;
        Ok(to::phrases().with("done", "changed"))
    })
    .await
}

#[server(prefix = "/api", endpoint = "phrases/remove")]
pub async fn remove_phrase(phrase: String) -> Result<(), ServerFnError> {
    act(async |visit| {
        record(&visit, phrase, Deed::Remove).await?;
        Ok(to::phrases().with("done", "removed"))
    })
    .await
}

#[cfg(feature = "ssr")]
async fn record(visit: &Visit, id: String, deed: Deed) -> Result<()> {
    visit.app.recorder.record(PhraseRecord::new(visit, id, deed)?).await
}

#[cfg(feature = "ssr")]
async fn back(visit: &Visit, page: Url, form: &str, message: &str, said: String) -> Result<Url> {
    let mut flash = Flash::default();
    flash.refuse("said", message);
    flash.values.insert("said".to_owned(), said);
    visit.back_to(page, form, &flash).await
}
