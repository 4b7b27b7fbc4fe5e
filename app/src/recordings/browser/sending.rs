//! Handing a take in: again by itself until the server has it, then on to what comes next.

use std::time::Duration;

use leptos::{
    prelude::*,
    task::spawn_local,
    wasm_bindgen::{JsCast, JsValue},
};
use wasm_bindgen_futures::JsFuture;
use web_sys::{FormData, Headers, RequestInit, Response};

use super::{
    Panel,
    taking::{Take, take},
};
use crate::recordings::islands::{Deed, Problem, Stage};

/// Milliseconds until the next try.
const AGAIN: u64 = 4000;

pub fn send(panel: Panel) {
    panel.stage.set(Stage::Sending);
    try_once(panel);
}

fn try_once(panel: Panel) {
    let Some(take) = take() else { return panel.stage.set(Stage::Ready) };
    spawn_local(async move {
        let status = match panel.deed.with_value(|deed| request(deed, &take)) {
            Ok(sent) => JsFuture::from(sent).await.map(|answer| answer.unchecked_into::<Response>().status()),
            Err(error) => Err(error),
        };
        let later = |problem| {
            panel.problem.set(problem);
            panel.stage.set(Stage::Unsaved);
            set_timeout(move || try_once(panel), Duration::from_millis(AGAIN));
        };
        let never = |problem| {
            panel.problem.set(Some(problem));
            panel.stage.set(Stage::Recorded);
        };
        match status {
            Ok(200..=299) => {
                panel.problem.set(None);
                panel.stage.set(Stage::Saved);
                // Refused only for what is not a URL.
                let _ = window().location().set_href(&panel.deed.with_value(|deed| deed.next_url.clone()));
            }
            Ok(401) => later(Some(Problem::SignedOut)),
            Ok(503 | 507) => later(Some(Problem::NoRoom)),
            Ok(404 | 409 | 410) => never(Problem::Overtaken),
            Ok(413) => never(Problem::TooLarge),
            Ok(429) => never(Problem::TooMany),
            Ok(400..=499) => never(Problem::Failed),
            // No network, or a server that stumbles.
            Ok(_) | Err(_) => later(None),
        }
    });
}

fn request(deed: &Deed, take: &Take) -> Result<js_sys::Promise, JsValue> {
    let form = FormData::new()?;
    for (name, value) in &deed.fields {
        form.append_with_str(name, value)?;
    }
    form.append_with_str("recording", &take.id)?;
    form.append_with_str("seconds", &take.seconds.to_string())?;
    form.append_with_blob_and_filename("file", &take.sound, "recording")?;
    let headers = Headers::new()?;
    headers.set("accept", "application/json")?;
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_headers(&headers);
    request.set_body(&form);
    Ok(window().fetch_with_str_and_init(&deed.upload_url, &request))
}
