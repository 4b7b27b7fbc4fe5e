//! What admins write.

use leptos::prelude::*;

use super::{model, store::save_texts};
use crate::{
    admin::answer::lead,
    language::Bilingual,
    routes::to,
    visit::{Visit, act},
};

/// Writes the page on who helps.
#[server(prefix = "/api", endpoint = "handbook/write-page")]
pub async fn write_page(form: String, seen: i64, text: Bilingual) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let permit = visit.actor()?.permit_administration()?;
        let (texts, flash) = model::read(&text);
        let flash = flash.with("seen", seen);
        if !flash.is_empty() {
            return visit.back_to(to::help(), &form, &flash).await;
        }
        let outcome = save_texts(visit.db(), &permit, (&texts, seen), visit.now).await?;
        lead(&visit, outcome, (to::help(), &form), flash, to::help().with("done", "written")).await
    })
    .await
}
