use leptos::prelude::*;
use crate::{error::Error, visit::page};
#[component] pub fn DrillPage() -> impl IntoView { page(|_| async { Err(Error::NotFound) }) }
#[component] pub fn AttemptPage() -> impl IntoView { page(|_| async { Err(Error::NotFound) }) }
