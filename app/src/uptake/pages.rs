use leptos::prelude::*;
use crate::{error::Error, visit::page};
#[component] pub fn UptakePage() -> impl IntoView { page(|_| async { Err(Error::NotFound) }) }
