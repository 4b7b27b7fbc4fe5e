use crate::{error::Error, visit::page};
use leptos::prelude::*;
#[component]
pub fn PeoplePage() -> impl IntoView {
    page(|_| async { Err(Error::NotFound) })
}
#[component]
pub fn NewPersonPage() -> impl IntoView {
    page(|_| async { Err(Error::NotFound) })
}
#[component]
pub fn PersonPage() -> impl IntoView {
    page(|_| async { Err(Error::NotFound) })
}
#[component]
pub fn SitesPage() -> impl IntoView {
    page(|_| async { Err(Error::NotFound) })
}
#[component]
pub fn SitePage() -> impl IntoView {
    page(|_| async { Err(Error::NotFound) })
}
#[component]
pub fn TeamPage() -> impl IntoView {
    page(|_| async { Err(Error::NotFound) })
}
#[component]
pub fn ImportPage() -> impl IntoView {
    page(|_| async { Err(Error::NotFound) })
}
#[component]
pub fn AuditLogPage() -> impl IntoView {
    page(|_| async { Err(Error::NotFound) })
}
