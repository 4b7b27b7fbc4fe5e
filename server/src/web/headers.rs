//! What every answer says about itself.

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

/// No inline script or style, nothing from elsewhere, no framing; wasm needs its own word, and so does a take
/// that the browser plays back before it is sent.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; media-src 'self' blob:; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

pub const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");
/// Where the recorder is.
pub const WITH_MICROPHONE: HeaderValue = HeaderValue::from_static("camera=(), geolocation=(), microphone=(self)");

pub async fn add_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    // Not `no-referrer`: a form sent without script comes back by it.
    set(header::REFERRER_POLICY, "same-origin");
    // A page with the recorder has said otherwise by now.
    set(PERMISSIONS, "camera=(), geolocation=(), microphone=()");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    // Pages are personal; hashed assets have said otherwise by now.
    set(header::CACHE_CONTROL, "no-store");
    response
}
