//! A recording on its way in: a form with a file, read whole.

use axum::{
    body::{Body, Bytes},
    extract::{DefaultBodyLimit, FromRequest, Multipart, multipart::Field},
    http::{Method, Request},
};
use leptos::{
    prelude::{FromServerFnError, ServerFnError},
    server_fn::{
        ContentType,
        codec::{Encoding, FromReq, IntoReq},
        error::ServerFnErrorErr,
    },
};
use uuid::Uuid;

use super::actions::UploadRecording;

/// What the form of a recording sends.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    /// The form's own id; a browser's script sends none, for it has no form to go back to.
    pub form: String,
    /// Made with the form, or by the script with each recording.
    pub recording: String,
    pub attempt: String,
    pub item: String,
    pub version: String,
    pub number: i64,
    /// As a script measured it.
    pub seconds: Option<u32>,
    pub file: Bytes,
}

/// `multipart/form-data`. Not the ready-made codec: that one panics on a request of another kind.
pub struct Upload;

impl ContentType for Upload {
    const CONTENT_TYPE: &'static str = "multipart/form-data";
}

impl Encoding for Upload {
    const METHOD: Method = Method::POST;
}

/// Nothing where the request is no such form: the action answers that, for an error here would lead the browser elsewhere.
async fn read(mut request: Request<Body>) -> Option<Sent> {
    // The door has measured the body already.
    DefaultBodyLimit::disable().apply(&mut request);
    let mut parts = Multipart::from_request(request, &()).await.ok()?;
    let mut sent = Sent::default();
    while let Some(part) = parts.next_field().await.ok()? {
        match part.name().map(str::to_owned).as_deref() {
            Some("form") => sent.form = id(part).await?,
            Some("recording") => sent.recording = id(part).await?,
            Some("attempt") => sent.attempt = id(part).await?,
            Some("item") => sent.item = text(part).await?,
            Some("version") => sent.version = text(part).await?,
            Some("number") => sent.number = text(part).await?.parse().ok()?,
            Some("seconds") => sent.seconds = Some(text(part).await?.parse().ok()?),
            Some("file") => sent.file = part.bytes().await.ok()?,
            _ => {}
        }
    }
    (!sent.recording.is_empty() && !sent.attempt.is_empty()).then_some(sent)
}

async fn id(part: Field<'_>) -> Option<String> {
    let text = text(part).await?;
    Uuid::parse_str(&text).ok().map(|id| id.to_string())
}

/// The door looks into other forms for what is no text, but not into this kind.
async fn text(part: Field<'_>) -> Option<String> {
    part.text().await.ok().filter(|text| !text.contains('\0'))
}

impl FromReq<Upload, Request<Body>, ServerFnError> for UploadRecording {
    async fn from_req(request: Request<Body>) -> Result<Self, ServerFnError> {
        Ok(UploadRecording { sent: read(request).await })
    }
}

/// Only the server reads these forms; a browser's script sends them as the browser does.
impl<Request, E: FromServerFnError> IntoReq<Upload, Request, E> for UploadRecording {
    fn into_req(self, _: &str, _: &str) -> Result<Request, E> {
        Err(E::from_server_fn_error(ServerFnErrorErr::Request("sent by a form alone".to_owned())))
    }
}
