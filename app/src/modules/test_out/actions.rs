//! What is sent once all checks are answered, or some.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::{
    model::{Sent, asking, judge_all},
    store::TestOutRecord,
};
use crate::{
    error::Error,
    routes::to,
    storage::Flash,
    visit::{Visit, act},
};

/// Takes a module's checks, once. `versions`: what was shown, by lesson.
#[server(prefix = "/api", endpoint = "modules/test-out")]
pub async fn take_test_out(
    form: String,
    test: String,
    module: String,
    #[server(default)] versions: BTreeMap<String, String>,
    #[server(default)] answers: Sent,
) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let library = visit.library();
        let module = library.module(&module).ok_or(Error::NotFound)?;
        let page = to::test_out(&module.id);
        if asking(module).any(|lesson| versions.get(&lesson.id) != Some(&lesson.version)) {
            // The positions that were sent may mean other options now.
            return Ok(page.with("done", "changed"));
        }
        let judged = judge_all(module, &answers).ok_or(Error::BadRequest)?;
        if judged.iter().all(|lesson| lesson.answers.is_empty()) {
            let mut flash = Flash::default();
            flash.refuse(FIRST_FIELD, "test-out-none");
            return visit.back_to(page, &form, &flash).await;
        }
        visit.app.recorder.record(TestOutRecord::new(&visit, &test, &module.id, &judged)?).await?;
        Ok(page)
    })
    .await
}

/// The id of the form's first input.
pub(super) const FIRST_FIELD: &str = "first-answer";
