//! One friendly page for each kind of error, in the reader's language, with an id that is also in the log.

use leptos::{prelude::*, server_fn::ServerFn};

use super::{Page, Width};
use crate::{
    error::Error,
    recordings::actions::UploadRecording,
    routes::{Url, to},
    visit::Visit,
};

/// What the reader is told, and the way back. Nothing of the cause: that is in the log under the same id.
pub fn error_page(visit: &Visit, error: &Error, way_back: Option<Url>) -> Page {
    let status = error.status();
    match error {
        Error::Internal(_) | Error::Unavailable(_) | Error::NoRecordings(_) => {
            tracing::error!(request_id = visit.request_id, status, %error, "a request failed");
        }
        _ => tracing::info!(request_id = visit.request_id, status, "a request was refused"),
    }
    let t = visit.language;
    let title = t.t(&format!("error-{status}-title"));
    let text = match error {
        Error::TooMany { retry_after } => {
            t.with("error-429-text", &[("minutes", (retry_after.div_ceil(60) as i64).into())]).into()
        }
        Error::NoRecordings(_) => t.t("recording-no-room"),
        Error::TooLarge if visit.path == UploadRecording::PATH => t.t("recording-too-large"),
        _ => t.t(&format!("error-{status}-text")),
    };
    let way_on = match (error, way_back) {
        (Error::SignInNeeded, _) => (to::sign_in(Some(&visit.path)), "error-way-sign-in"),
        (_, Some(back)) => (back, "error-way-back"),
        (_, None) => (to::home(), "error-way-home"),
    };
    let body = view! {
        <div class="head"><h1>{title.clone()}</h1></div>
        <p>{text}</p>
        <p class="actions"><a class="button primary" href=way_on.0.into_string()>{t.t(way_on.1)}</a></p>
        <p class="meta">{t.t("error-id")} " " <code>{visit.request_id.clone()}</code></p>
    };
    Page::new(title, Width::Reading, body)
}
