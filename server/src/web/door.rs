//! What is not let in: too much, from elsewhere, or not text.

use std::sync::Arc;

use axum::{
    body::{Body, Bytes},
    extract::{Request, State},
    http::{HeaderMap, Method, Uri, header},
    middleware::Next,
    response::Response,
};
use http_body_util::BodyExt;

use super::{gate::Server, render};
use app::{error::Error, recordings::model::MOST_BYTES};

/// A form is at most so many bytes …
const FORM: usize = 64 * 1024;
/// … an import so many …
const IMPORT: usize = 4 * 1024 * 1024;
/// … a recording so many, with the fields beside it …
const RECORDING: usize = MOST_BYTES + 16 * 1024;
/// … and of a body that is too large so many are read and thrown away, so that the browser gets to see the answer.
const DISCARDED: usize = 64 * 1024 * 1024;

/// The fields of a form, as sent; kept beside the request for whoever must send it again.
#[derive(Clone)]
pub struct Fields(pub Vec<(String, String)>);

pub async fn check(State(server): State<Arc<Server>>, request: Request, next: Next) -> Response {
    if let Err(error) = check_address(request.uri()) {
        return render::error(&server, request, error).await;
    }
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    if !is_same_origin(request.headers(), server.public_host.as_deref()) {
        return render::error(&server, request, Error::Forbidden).await;
    }
    match read_form(request).await {
        Ok(request) => next.run(request).await,
        Err((request, error)) => render::error(&server, request, error).await,
    }
}

/// Path and query are text, once decoded.
fn check_address(uri: &Uri) -> Result<(), Error> {
    decode_part(uri.path().as_bytes())?;
    uri.query().map_or(Ok(()), |query| decode(query.as_bytes()).map(|_| ()))
}

/// Browsers say where a request comes from: `Sec-Fetch-Site`, or at least `Origin`. One that says neither is not let in.
fn is_same_origin(headers: &HeaderMap, public_host: Option<&str>) -> bool {
    let text = |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text(header::HeaderName::from_static("sec-fetch-site")) {
        return matches!(site, "same-origin" | "none");
    }
    let host = public_host.or_else(|| text(header::HOST));
    let origin = text(header::ORIGIN).and_then(|origin| origin.split_once("://")).map(|(_, host)| host);
    origin.is_some() && origin == host
}

async fn read_form(request: Request) -> Result<Request, (Request, Error)> {
    let (mut parts, body) = request.into_parts();
    let (limit, has_file) = match parts.uri.path() {
        "/api/admin/check-import" | "/api/admin/import" => (IMPORT, true),
        "/api/recordings" => (RECORDING, true),
        _ => (FORM, false),
    };
    let bytes = match read_body(body, limit).await {
        Ok(bytes) => bytes,
        Err(error) => return Err((Request::from_parts(parts, Body::empty()), error)),
    };
    let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    // Actions read a form whatever it calls itself, so that what is not called one does not get that far.
    let fields = match kind.as_str() {
        "application/x-www-form-urlencoded" => decode(&bytes).map(Some),
        // Read field by field where it is wanted.
        "multipart/form-data" if has_file => Ok(None),
        _ if bytes.is_empty() => Ok(None),
        _ => Err(Error::BadRequest),
    };
    match fields {
        Ok(Some(fields)) => _ = parts.extensions.insert(Fields(fields)),
        Ok(None) => {}
        Err(error) => return Err((Request::from_parts(parts, Body::empty()), error)),
    }
    Ok(Request::from_parts(parts, Body::from(bytes)))
}

async fn read_body(mut body: Body, limit: usize) -> Result<Bytes, Error> {
    let (mut kept, mut length) = (Vec::new(), 0);
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.map_err(|_| Error::BadRequest)?.into_data() else { continue };
        length += data.len();
        if length > DISCARDED {
            break;
        }
        if length <= limit {
            kept.extend_from_slice(&data);
        }
    }
    if length > limit { Err(Error::TooLarge) } else { Ok(Bytes::from(kept)) }
}

/// The pairs of a form or query; refuses what is not UTF-8, and U+0000, which PostgreSQL cannot store.
fn decode(bytes: &[u8]) -> Result<Vec<(String, String)>, Error> {
    let mut pairs = Vec::new();
    for pair in bytes.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
        let (name, value) = match pair.iter().position(|byte| *byte == b'=') {
            Some(at) => (&pair[..at], &pair[at + 1..]),
            None => (pair, &pair[pair.len()..]),
        };
        pairs.push((decode_part(name)?, decode_part(value)?));
    }
    Ok(pairs)
}

fn decode_part(part: &[u8]) -> Result<String, Error> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.iter();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit =
                    || rest.next().and_then(|digit| char::from(*digit).to_digit(16)).ok_or(Error::BadRequest);
                (digit()? * 16 + digit()?) as u8
            }
            other => *other,
        });
    }
    let text = String::from_utf8(bytes).map_err(|_| Error::BadRequest)?;
    if text.contains('\0') { Err(Error::BadRequest) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_text() {
        assert_eq!(
            decode(b"a=1+2&b=%C3%BC&c").unwrap(),
            [("a", "1 2"), ("b", "ü"), ("c", "")].map(|(n, v)| (n.to_owned(), v.to_owned()))
        );
        for bad in [&b"a=%00"[..], b"a=%FF", b"a=%C3", b"a=%zz", b"a=%4"] {
            assert!(decode(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn a_form_comes_from_this_site_or_not_at_all() {
        let from = |pairs: &[(&'static str, &'static str)]| {
            let headers = pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()));
            is_same_origin(&headers.collect(), None)
        };
        assert!(from(&[("sec-fetch-site", "same-origin")]));
        assert!(!from(&[("sec-fetch-site", "cross-site"), ("host", "a"), ("origin", "http://a")]));
        assert!(!from(&[("sec-fetch-site", "same-site")]));
        assert!(from(&[("host", "a:3000"), ("origin", "http://a:3000")]));
        assert!(!from(&[("host", "a:3000"), ("origin", "http://b")]));
        assert!(!from(&[("host", "a:3000")]));
    }
}
