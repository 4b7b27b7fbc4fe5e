//! What admins write.

use leptos::prelude::*;

use super::{
    model::{Topic, fault},
    store::save_texts,
};
use crate::{
    error::Error,
    language::Bilingual,
    storage::Flash,
    visit::{Visit, act},
};

/// Writes one of the organisation's pages.
#[server(prefix = "/api", endpoint = "handbook/write-page")]
pub async fn write_page(form: String, topic: String, de: String, en: String) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let permit = visit.actor()?.permit_administration()?;
        let topic = Topic::from_id(&topic).ok_or(Error::NotFound)?;
        let texts = Bilingual::typed(&de, &en);
        let mut flash = Flash::default();
        for (field, text) in [("de", &texts.de), ("en", &texts.en)] {
            if let Some(message) = fault(text) {
                flash.refuse(field, message);
            }
        }
        if !flash.is_empty() {
            flash.values = [("de".to_owned(), de), ("en".to_owned(), en)].into();
            return visit.back_to(topic.url(), &form, &flash).await;
        }
        save_texts(visit.db(), &permit, topic, &texts, visit.now).await?;
        Ok(topic.url().with("done", "written"))
    })
    .await
}
