use crate::{error::Error, visit::page};
use leptos::prelude::*;
#[component]
pub fn TeamsPage() -> impl IntoView {
    page(|_| async { Err(Error::NotFound) })
}
#[component]
pub fn TeamPage() -> impl IntoView {
    page(|_| async { Err(Error::NotFound) })
}
#[component]
pub fn NewAssignmentPage() -> impl IntoView {
    page(|_| async { Err(Error::NotFound) })
}
#[component]
pub fn AssignmentPage() -> impl IntoView {
    page(|_| async { Err(Error::NotFound) })
}
