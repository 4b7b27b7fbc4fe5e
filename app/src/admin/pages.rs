//! The pages of the administration, and what they share.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

pub use super::{
    audit_log::pages::show_audit_log,
    import::pages::show_import,
    people::pages::{show_new_person, show_people, show_person},
    sites::pages::{show_site, show_sites, show_team},
};
use crate::{
    access::Role,
    language::Language,
    routes::{Url, to},
    storage::Flash,
    ui::{notice, tabs},
    visit::Visit,
};

/// Links between the parts of the administration; `here` is where one is.
pub(crate) fn admin_tabs(visit: &Visit, here: &Url) -> AnyView {
    let t = visit.language;
    let links = [
        (to::admin_people(), "admin-people"),
        (to::admin_sites(), "admin-sites"),
        (to::admin_import(), "admin-import"),
        (to::admin_cards(), "card-admin"),
        (to::admin_values(), "values-title"),
        (to::admin_audit_log(), "admin-audit-log"),
    ];
    let links = links.map(|(url, key)| (url, t.t(key).into_owned()));
    tabs(t.t("nav-admin").into_owned(), links.into(), here.as_str())
}

/// Whether whoever is signed in may write what applies to the whole organisation. Enough to decide what a page offers; writes ask again.
pub(crate) fn may_write_for_all(visit: &Visit) -> bool {
    visit.actor.as_ref().is_some_and(|actor| actor.has_everywhere(Role::Admin))
}

/// Says who may, where the form would be.
pub(crate) fn written_by_others(t: Language) -> AnyView {
    view! { <p class="hint">{t.t("admin-everything-only")}</p> }.into_any()
}

/// Says what was done, if the address says that something was: `done=saved` is the message `admin-done-saved`.
pub(crate) fn done_notice(visit: &Visit) -> Option<AnyView> {
    let key = format!("admin-done-{}", visit.query("done")?);
    visit.language.knows(&key).then(|| notice(visit.language.t(&key)))
}

/// What was refused about something that has no field of its own, beside it; the summary leads here.
pub(crate) fn refused(visit: &Visit, message: Option<&str>, id: &str) -> Option<AnyView> {
    let (text, id) = (visit.language.t(message?), id.to_owned());
    Some(view! { <p class="error" id=id tabindex="-1">{text}</p> }.into_any())
}

/// Says that others have written meanwhile, and folded up below what stands there now: whoever saves again knows what they write over.
pub(crate) fn overtaken(visit: &Visit, flash: &Flash, there: impl FnOnce() -> Option<AnyView>) -> Option<AnyView> {
    let said = refused(visit, flash.error("state"), "state")?;
    let summary = visit.language.t("admin-stands-now");
    let there = there().map(|there| view! { <details><summary>{summary}</summary>{there}</details> });
    Some(view! { {said} {there} }.into_any())
}
