use crate::{error::Error, visit::page};
use leptos::prelude::*;
#[component]
pub fn HomePage() -> impl IntoView {
    page(|_| async { Err(Error::NotFound) })
}
#[component]
pub fn TodayPage() -> impl IntoView {
    page(|_| async { Err(Error::NotFound) })
}
#[component]
pub fn ProgressPage() -> impl IntoView {
    page(|_| async { Err(Error::NotFound) })
}
