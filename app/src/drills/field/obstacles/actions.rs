//! Handing in.

use leptos::prelude::*;
use uuid::Uuid;

use super::store::HandIn;
use crate::{
    drills::field::model::obstacle_fault,
    error::Error,
    language::plain_text,
    routes::to,
    storage::Flash,
    visit::{Visit, act},
};

/// Hands in what stopped somebody, without a name. `obstacle` is made with the form, at random.
#[server(prefix = "/api", endpoint = "field/hand-in-obstacle")]
pub async fn hand_in_obstacle(
    form: String,
    obstacle: String,
    intention: String,
    #[server(default)] text: String,
) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let id = Uuid::parse_str(&obstacle).map_err(|_| Error::BadRequest)?;
        // An id that holds a time would say when.
        if id.get_version_num() != 4 {
            return Err(Error::BadRequest);
        }
        let text = plain_text(&text);
        let fault = if text.is_empty() { Some("field-hand-in-missing") } else { obstacle_fault(&text) };
        if let Some(fault) = fault {
            let mut flash = Flash::default();
            flash.refuse("text", fault);
            flash.values.insert("text".to_owned(), text);
            return visit.back_to(to::hand_in(&intention), &form, &flash).await;
        }
        let url = to::intention(&intention).with("done", "handed-in");
        visit.app.recorder.record(HandIn::new(&visit, id.to_string(), intention, text)?).await?;
        Ok(url)
    })
    .await
}
