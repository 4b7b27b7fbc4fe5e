//! What forms and islands send: server functions, each at its own URL.

use app::{
    error::Error,
    visit::{Visit, status_code},
};
use axum::{
    body::Body,
    extract::Request,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use leptos::prelude::provide_context;

use super::{gate::accepts_html, render};

/// Runs the server function of a request that the gate has admitted. A failure becomes the error page, or a bare status for an island.
pub async fn run(request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let Some(visit) = parts.extensions.get::<Visit>().cloned() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let wants_html = accepts_html(&parts.headers);
    let context = {
        let visit = visit.clone();
        move || provide_context(visit.clone())
    };
    let again = Request::from_parts(parts.clone(), body);
    let mut response = leptos_axum::handle_server_fns_with_context(context, again).await.into_response();
    if let Some(error) = visit.take_failure() {
        if wants_html {
            return render::failure(visit, parts, error).await;
        }
        // An island is told the status; the body is the server function's own, which its client understands.
        tracing::info!(request_id = visit.request_id, %error, "an action was refused");
        *response.status_mut() = status_code(&error);
        return response.map(Body::new);
    }
    let is_redirect = response.status().is_redirection() && !leads_to_error(&response);
    match (wants_html, is_redirect) {
        // A form that was understood always leads on: see other, with GET.
        (true, true) => *response.status_mut() = StatusCode::SEE_OTHER,
        (true, false) => return render::failure(visit, parts, Error::BadRequest).await,
        (false, _) if response.status().is_server_error() => return StatusCode::BAD_REQUEST.into_response(),
        (false, _) => {}
    }
    response.map(Body::new)
}

/// Arguments that could not be read lead back with `__err`, which no page shows.
fn leads_to_error(response: &Response) -> bool {
    let location = response.headers().get(header::LOCATION).and_then(|value| value.to_str().ok());
    location.is_none_or(|location| location.contains("__err"))
}
