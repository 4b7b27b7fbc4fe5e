//! What forms and islands send: server functions, each at its own URL.

use app::{
    error::Error,
    visit::{Visit, status_code},
};
use axum::{
    body::Body,
    extract::Request,
    http::StatusCode,
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
    let outcome = visit.take_outcome().unwrap_or(Err(Error::BadRequest));
    match outcome {
        // A form that was understood always leads on: see other, with GET.
        Ok(()) if wants_html => *response.status_mut() = StatusCode::SEE_OTHER,
        Ok(()) => {}
        Err(error) if wants_html => return render::failure(visit, parts, error).await,
        Err(error) => {
            // An island is told the status; the body is the server function's own, which its client understands.
            tracing::info!(request_id = visit.request_id, %error, "an action was refused");
            *response.status_mut() = status_code(&error);
        }
    }
    response.map(Body::new)
}
