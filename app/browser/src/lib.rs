//! The wasm entry: names `app`, so that its islands are exported, and starts them.

#[allow(unused_imports, reason = "the islands' exports vanish unless the crate is named")]
use app as _;
use leptos::wasm_bindgen::{self, prelude::wasm_bindgen};

/// Called once by the loader before it hydrates the islands of a page.
#[wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
