//! A file on its way in: a form with a file, read whole.

use axum::{
    body::Body,
    extract::{DefaultBodyLimit, FromRequest, Multipart},
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

use super::actions::{CheckImport, Import};

/// What both forms of an import send: the form's id and the file, chosen or carried along.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    pub form: String,
    pub file: Vec<u8>,
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
        let name = part.name().map(str::to_owned);
        let bytes = part.bytes().await.ok()?;
        match name.as_deref() {
            // The door looks into other forms for what is no text, but not into this kind.
            Some("form") => sent.form = uuid::Uuid::parse_str(std::str::from_utf8(&bytes).ok()?).ok()?.to_string(),
            Some("file") => sent.file = bytes.to_vec(),
            _ => {}
        }
    }
    Some(sent)
}

/// Only the server reads these forms; no code in a browser sends them.
fn not_from_code<Request, E: FromServerFnError>() -> Result<Request, E> {
    Err(E::from_server_fn_error(ServerFnErrorErr::Request("sent by a form alone".to_owned())))
}

impl FromReq<Upload, Request<Body>, ServerFnError> for CheckImport {
    async fn from_req(request: Request<Body>) -> Result<Self, ServerFnError> {
        Ok(CheckImport { sent: read(request).await })
    }
}

impl FromReq<Upload, Request<Body>, ServerFnError> for Import {
    async fn from_req(request: Request<Body>) -> Result<Self, ServerFnError> {
        Ok(Import { sent: read(request).await })
    }
}

impl<Request, E: FromServerFnError> IntoReq<Upload, Request, E> for CheckImport {
    fn into_req(self, _: &str, _: &str) -> Result<Request, E> {
        not_from_code()
    }
}

impl<Request, E: FromServerFnError> IntoReq<Upload, Request, E> for Import {
    fn into_req(self, _: &str, _: &str) -> Result<Request, E> {
        not_from_code()
    }
}
