//! Styles, loader and wasm: built beforehand, embedded, served under hashed names for ever.

use std::{collections::HashMap, sync::LazyLock};

use app::{ui::Island, visit::Assets};
use axum::{
    extract::Path,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use rust_embed::RustEmbed;

/// `scripts/bundle` puts them there; a plain `cargo test` does without.
#[derive(RustEmbed)]
#[folder = "../target/assets"]
#[allow_missing = true]
struct Built;

/// Plain name -> hashed name, as the bundler wrote it.
static NAMES: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let manifest = Built::get("manifest.json");
    manifest.and_then(|file| serde_json::from_slice(&file.data).ok()).unwrap_or_default()
});

/// The URLs that pages refer to.
pub fn urls() -> Assets {
    let url = |name: &str| NAMES.get(name).map(|hashed| format!("/assets/{hashed}")).unwrap_or_default();
    let loaders = Island::ALL.map(|island| (island.id(), url(&format!("{}-loader.js", island.id()))));
    let loaders = loaders.into_iter().filter(|(_, url)| !url.is_empty()).collect();
    Assets { style: url("style.css"), icon: url("icon.svg"), loaders }
}

/// Serves one file, compressed as the browser accepts it.
pub async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let variants = [("br", ".br"), ("gzip", ".gz")];
    let compressed = variants.into_iter().filter(|(encoding, _)| accepted.contains(encoding));
    let found = compressed
        .filter_map(|(encoding, ending)| Some((Built::get(&format!("{name}{ending}"))?, Some(encoding))))
        .next()
        .or_else(|| Some((Built::get(&name)?, None)));
    let Some((file, encoding)) = found.filter(|_| name != "manifest.json") else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut response = file.data.into_owned().into_response();
    let kept = response.headers_mut();
    kept.insert(header::CONTENT_TYPE, header::HeaderValue::from_static(content_type(&name)));
    kept.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("public, max-age=31536000, immutable"));
    kept.insert(header::VARY, header::HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        kept.insert(header::CONTENT_ENCODING, header::HeaderValue::from_static(encoding));
    }
    response
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}
