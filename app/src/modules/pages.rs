use crate::{error::Error, visit::page};
use leptos::prelude::*;
#[component]
pub fn ModulesPage() -> impl IntoView {
    page(|_| async { Err(Error::NotFound) })
}
#[component]
pub fn ModulePage() -> impl IntoView {
    page(|_| async { Err(Error::NotFound) })
}
#[component]
pub fn LessonPage() -> impl IntoView {
    page(|_| async { Err(Error::NotFound) })
}
