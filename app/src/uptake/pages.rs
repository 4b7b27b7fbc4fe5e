use crate::{error::Error, visit::page};
use leptos::prelude::*;
#[component]
pub fn UptakePage() -> impl IntoView {
    page(|_| async { Err(Error::NotFound) })
}
