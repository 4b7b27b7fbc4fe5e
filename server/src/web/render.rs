//! Pages in one piece: no stream, no inline script, no data beside the markup.

use std::sync::Arc;

use app::{
    error::Error,
    people::pages::sign_in_page,
    routes::Url,
    storage::Flash,
    ui::{Page, document, error_page},
    visit::{Show, Visit, status_code},
};
use axum::{
    extract::{Query, RawPathParams, Request, rejection::RawPathParamsRejection},
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    response::{Html, IntoResponse, Redirect, Response},
};
use hydration_context::SsrSharedContext;
use leptos::{
    prelude::*,
    reactive::{computed::ScopedFuture, owner::Sandboxed},
};
use memchr::memmem;

use super::{
    gate::{self, Server, accepts_html},
    gzip,
    headers::{PERMISSIONS, WITH_MICROPHONE},
};

const DOCTYPE: &str = "<!DOCTYPE html>";
const MARKER: &str = "<!>";

type PathValues = Result<RawPathParams, RawPathParamsRejection>;

/// Renders the page of a request that the gate has admitted.
pub async fn page(show: Show, params: PathValues, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let Some(visit) = parts.extensions.get::<Visit>().cloned() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let (Ok(params), Ok(Query(query))) = (params, Query::try_from_uri(&parts.uri)) else {
        return failure(visit, parts, Error::BadRequest).await;
    };
    let params = params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let visit = visit.at(params, query);
    match render(&visit, &parts.headers, show(visit.clone())).await {
        Ok(page) => page,
        Err(error) => failure(visit, parts, error).await,
    }
}

/// The error page of a request that did not get as far as a room; who asks is not known.
pub async fn error(server: &Arc<Server>, request: Request, error: Error) -> Response {
    let now = chrono::Utc::now().timestamp_millis();
    let known = request.extensions().get::<Visit>().cloned();
    let visit = known.unwrap_or_else(|| gate::describe(server, &request, None, now));
    failure(visit, request.into_parts().0, error).await
}

/// The error page for a visit; a word and the status for whoever does not ask for pages.
pub async fn failure(visit: Visit, parts: Parts, error: Error) -> Response {
    let status = status_code(&error);
    let retry_after = match &error {
        Error::TooMany { retry_after } => Some(*retry_after),
        Error::Unavailable(_) | Error::NoRecordings(_) => Some(5),
        _ => None,
    };
    let mut response = if accepts_html(&parts.headers) {
        let way_back =
            parts.headers.get(header::REFERER).and_then(|value| value.to_str().ok()).and_then(same_site_path);
        let page = error_page(&visit, &error, way_back);
        render_ready(&visit, &parts.headers, page).await
    } else {
        tracing::info!(request_id = visit.request_id, %error, "a request was refused");
        status.canonical_reason().unwrap_or_default().into_response()
    };
    *response.status_mut() = status;
    if let Some(seconds) = retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// The path of a referring page; browsers send one of this site alone (`same-origin`).
fn same_site_path(referer: &str) -> Option<Url> {
    let url = url::Url::parse(referer).ok()?;
    Url::local(&url[url::Position::BeforePath..url::Position::AfterQuery])
}

/// 401 with the sign-in form, which carries on what was sent.
pub async fn sign_in_again(visit: Visit, request: Request, flash: Flash) -> Response {
    let (parts, _) = request.into_parts();
    let next = parts.headers.get(header::REFERER).and_then(|value| value.to_str().ok()).and_then(same_site_path);
    let page = sign_in_page(&visit, &flash, next.map(Url::into_string));
    let mut response = render_ready(&visit, &parts.headers, page).await;
    *response.status_mut() = StatusCode::UNAUTHORIZED;
    response
}

async fn render_ready(visit: &Visit, headers: &HeaderMap, page: Page) -> Response {
    let rendered = render(visit, headers, async { Ok(page) }).await;
    rendered.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

enum Rendered {
    Html { html: String, needs_microphone: bool },
    Elsewhere(Url),
}

/// Waits for what the page shows, and renders it where islands find what they need. Everything else is plain markup.
async fn render(
    visit: &Visit,
    headers: &HeaderMap,
    showing: impl Future<Output = Result<Page, Error>> + Send,
) -> Result<Response, Error> {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    let rendering = owner.with(|| {
        Sandboxed::new(ScopedFuture::new_untracked(async {
            let mut page = showing.await?;
            Ok(match page.elsewhere.take() {
                Some(url) => Rendered::Elsewhere(url),
                None => {
                    let needs_microphone = page.needs_microphone;
                    Rendered::Html { html: document(visit, page).to_html(), needs_microphone }
                }
            })
        }))
    });
    let rendered: Result<Rendered, Error> = rendering.await;
    owner.unset_with_forced_cleanup();
    Ok(match rendered? {
        Rendered::Elsewhere(url) => Redirect::to(url.as_str()).into_response(),
        Rendered::Html { html, needs_microphone } => {
            let mut response = page_response(without_markers(&html), gzip::is_accepted(headers));
            if needs_microphone {
                response.headers_mut().insert(PERMISSIONS, WITH_MICROPHONE);
            }
            response
        }
    })
}

fn page_response(page: String, is_gzip_accepted: bool) -> Response {
    let compressed = is_gzip_accepted.then(|| gzip::compress(page.as_bytes())).flatten();
    match compressed {
        Some(compressed) => {
            let headers = [(header::CONTENT_ENCODING, "gzip"), (header::VARY, "accept-encoding")];
            (headers, Html(compressed)).into_response()
        }
        None => Html(page).into_response(),
    }
}

/// Only islands are hydrated: everywhere else the renderer's position markers are noise, and in a title or text area even visible. In an
/// island they are written as the empty comments that browsers read them as: `<!>` is not valid.
fn without_markers(html: &str) -> String {
    let mut clean = String::with_capacity(html.len() + DOCTYPE.len());
    clean.push_str(DOCTYPE);
    let mut rest = html;
    while let Some(island) = memmem::find(rest.as_bytes(), b"<leptos-island") {
        replace_markers(&rest[..island], "", &mut clean);
        rest = &rest[island..];
        let end = memmem::find(rest.as_bytes(), b"</leptos-island>").unwrap_or(rest.len());
        replace_markers(&rest[..end], "<!---->", &mut clean);
        rest = &rest[end..];
    }
    replace_markers(rest, "", &mut clean);
    clean
}

fn replace_markers(html: &str, by: &str, clean: &mut String) {
    let mut kept = 0;
    for marker in memmem::find_iter(html.as_bytes(), MARKER.as_bytes()) {
        clean.push_str(&html[kept..marker]);
        clean.push_str(by);
        kept = marker + MARKER.len();
    }
    clean.push_str(&html[kept..]);
}

#[cfg(test)]
mod tests {
    use super::without_markers;

    #[test]
    fn markers_stay_where_something_is_hydrated() {
        let html = "<p>a<!></p><leptos-island><b>b<!></b></leptos-island><p>c<!></p>";
        assert_eq!(
            without_markers(html),
            "<!DOCTYPE html><p>a</p><leptos-island><b>b<!----></b></leptos-island><p>c</p>"
        );
        assert_eq!(without_markers("<leptos-island>cut<!>"), "<!DOCTYPE html><leptos-island>cut<!---->");
    }
}
