//! Which request goes where.

use std::sync::Arc;

use app::{
    error::Error,
    routes::{FILES, PAGES, to},
    visit::Application,
};
use axum::{
    Router,
    extract::{Request, State},
    http::StatusCode,
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse, Redirect, Response},
    routing::{any, get, post},
};
use leptos::server_fn::axum::server_fn_paths;
use tower_http::{
    CompressionLevel,
    catch_panic::CatchPanicLayer,
    compression::{
        CompressionLayer, Predicate,
        predicate::{DefaultPredicate, NotForContentType},
    },
};

use super::{
    actions, assets, door, downloads,
    gate::{self, Server},
    headers, log, render, sounds,
};

/// The one thing to get that is neither page nor file.
const SOUND: &str = "/recordings/{recording}";

/// Every page, every file and every server function: method and path as the router knows them.
pub fn paths() -> Vec<(&'static str, String)> {
    let pages = PAGES.iter().map(|(path, _)| ("GET", (*path).to_owned()));
    let files = FILES.iter().map(|(path, _)| ("GET", (*path).to_owned()));
    let sounds = [("GET", SOUND.to_owned())];
    let functions = server_fn_paths().map(|(path, _)| ("POST", path.to_owned()));
    pages.chain(files).chain(sounds).chain(functions).collect()
}

/// All that is served.
pub fn build(server: Arc<Server>) -> Router {
    let mut guarded = Router::new();
    for (path, show) in PAGES {
        guarded = guarded.route(path, get(async |params, request| render::page(*show, params, request).await));
    }
    for (path, give) in FILES {
        guarded = guarded.route(path, get(async |request| downloads::give(*give, request).await));
    }
    for (path, _) in server_fn_paths() {
        guarded = guarded.route(path, post(actions::run));
    }
    let guarded = guarded
        .route(SOUND, get(sounds::play))
        .route("/", get(|| async { Redirect::to(to::today().as_str()) }))
        .fallback(not_found)
        .method_not_allowed_fallback(not_found)
        .route_layer(from_fn(log::name_route))
        .layer(from_fn_with_state(Arc::clone(&server), gate::admit))
        .layer(from_fn_with_state(Arc::clone(&server), door::check));
    let open = Router::new()
        .route("/assets/{name}", get(assets::serve))
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(is_ready).with_state(Arc::clone(&server.app)))
        .route("/favicon.ico", any(|| async { StatusCode::NOT_FOUND }));
    let not_compressed_already = DefaultPredicate::new()
        .and(NotForContentType::const_new("application/wasm"))
        .and(NotForContentType::const_new("audio/"));
    guarded
        .merge(open)
        .with_state(Arc::clone(&server))
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest).compress_when(not_compressed_already))
        .layer(from_fn(headers::add_headers))
        .layer(CatchPanicLayer::custom(after_panic))
        .layer(from_fn(log::log_request))
}

async fn not_found(State(server): State<Arc<Server>>, request: Request) -> Response {
    render::error(&server, request, Error::NotFound).await
}

/// Whether the database answers.
async fn is_ready(State(app): State<Arc<Application>>) -> Response {
    match app.db.ping().await {
        Ok(()) => "ready".into_response(),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer").into_response()
        }
    }
}

fn after_panic(cause: Box<dyn std::any::Any + Send>) -> Response {
    let cause =
        cause.downcast_ref::<&str>().map(|text| (*text).to_owned()).or_else(|| cause.downcast_ref::<String>().cloned());
    tracing::error!(cause, "a request panicked");
    (StatusCode::INTERNAL_SERVER_ERROR, "internal error").into_response()
}
