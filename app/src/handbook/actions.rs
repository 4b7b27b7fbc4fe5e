//! What admins write.

use leptos::prelude::*;

use super::{model, store::save_texts};
use crate::{
    language::Bilingual,
    routes::to,
    visit::{Visit, act},
};

/// Writes the page on who helps.
#[server(prefix = "/api", endpoint = "handbook/write-page")]
pub async fn write_page(form: String, de: String, en: String) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let permit = visit.actor()?.permit_administration()?;
        let (texts, flash) = model::read(&Bilingual { de, en });
        if !flash.is_empty() {
            return visit.back_to(to::help(), &form, &flash).await;
        }
        save_texts(visit.db(), &permit, &texts, visit.now).await?;
        Ok(to::help().with("done", "written"))
    })
    .await
}
