//! The ways between pages about oneself.

use leptos::tachys::view::any_view::AnyView;

use super::tabs;
use crate::{routes::to, visit::Visit};

/// Links between progress, competencies, confirmation and one's own data.
pub fn own_tabs(visit: &Visit) -> AnyView {
    let t = visit.language;
    let places = [
        (to::progress(), "nav-progress"),
        (to::competencies(), "mastery"),
        (to::confirmation(), "confirmation"),
        (to::my_data(), "my-data"),
    ];
    let links = places.into_iter().map(|(url, key)| (url, t.t(key).into_owned())).collect();
    tabs(t.t("nav-own").into_owned(), links, &visit.path)
}
