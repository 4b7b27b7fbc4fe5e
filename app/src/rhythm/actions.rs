//! Choosing a rhythm.

use leptos::prelude::*;

use super::{model::Rhythm, store::Chosen};
use crate::{
    error::Error,
    routes::to,
    storage::Flash,
    visit::{Visit, act},
};

/// Chooses how often in a week, 0 for no rhythm. The same again changes nothing.
#[server(prefix = "/api", endpoint = "rhythm/choose-rhythm")]
pub async fn choose_rhythm(form: String, #[server(default)] times: String) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        if times.is_empty() {
            let mut flash = Flash::default();
            flash.refuse("times", "rhythm-missing");
            return visit.back_to(to::rhythm(), &form, &flash).await;
        }
        let rhythm = times.parse().ok().and_then(Rhythm::new).ok_or(Error::BadRequest)?;
        let chosen = Chosen::new(visit.actor()?.permit_learning(), rhythm);
        visit.app.recorder.record(chosen).await?;
        Ok(to::rhythm().with("done", "kept"))
    })
    .await
}
