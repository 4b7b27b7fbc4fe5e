//! Every URL on one screen. Pages are listed in [`App`]; what links to them uses [`to`].

use leptos::prelude::*;
use leptos_router::{SsrMode, components::*, path};

use crate::{
    access::pages::WhoSeesWhatPage, admin::pages as admin, coaching::pages as coaching, drills::pages as drills,
    modules::pages as modules, people::pages as people, today::pages as today, uptake::pages as uptake, visit::page,
};

/// All pages. Each is rendered in one piece; what needs no sign-in stands in `server/src/gate.rs`.
#[component]
pub fn App() -> impl IntoView {
    let not_found = || page(|_| async { Err(crate::error::Error::NotFound) });
    view! {
        <Router>
            <FlatRoutes fallback=not_found>
                <Route path=path!("/sign-in") view=people::SignInPage ssr=SsrMode::Async/>
                <Route path=path!("/resume") view=people::ResumePage ssr=SsrMode::Async/>
                <Route path=path!("/new-password") view=people::NewPasswordPage ssr=SsrMode::Async/>
                <Route path=path!("/account") view=people::AccountPage ssr=SsrMode::Async/>
                <Route path=path!("/who-sees-what") view=WhoSeesWhatPage ssr=SsrMode::Async/>
                <Route path=path!("/today") view=today::TodayPage ssr=SsrMode::Async/>
                <Route path=path!("/progress") view=today::ProgressPage ssr=SsrMode::Async/>
                <Route path=path!("/modules") view=modules::ModulesPage ssr=SsrMode::Async/>
                <Route path=path!("/modules/:module") view=modules::ModulePage ssr=SsrMode::Async/>
                <Route path=path!("/modules/:module/lessons/:lesson") view=modules::LessonPage ssr=SsrMode::Async/>
                <Route path=path!("/modules/:module/drills/:drill") view=drills::DrillPage ssr=SsrMode::Async/>
                <Route path=path!("/attempts/:attempt") view=drills::AttemptPage ssr=SsrMode::Async/>
                <Route path=path!("/teams") view=coaching::TeamsPage ssr=SsrMode::Async/>
                <Route path=path!("/teams/:team") view=coaching::TeamPage ssr=SsrMode::Async/>
                <Route path=path!("/teams/:team/assignments/new") view=coaching::NewAssignmentPage ssr=SsrMode::Async/>
                <Route path=path!("/teams/:team/assignments/:assignment") view=coaching::AssignmentPage ssr=SsrMode::Async/>
                <Route path=path!("/uptake") view=uptake::UptakePage ssr=SsrMode::Async/>
                <Route path=path!("/admin/people") view=admin::PeoplePage ssr=SsrMode::Async/>
                <Route path=path!("/admin/people/new") view=admin::NewPersonPage ssr=SsrMode::Async/>
                <Route path=path!("/admin/people/:person") view=admin::PersonPage ssr=SsrMode::Async/>
                <Route path=path!("/admin/sites") view=admin::SitesPage ssr=SsrMode::Async/>
                <Route path=path!("/admin/sites/:site") view=admin::SitePage ssr=SsrMode::Async/>
                <Route path=path!("/admin/teams/:team") view=admin::TeamPage ssr=SsrMode::Async/>
                <Route path=path!("/admin/import") view=admin::ImportPage ssr=SsrMode::Async/>
                <Route path=path!("/admin/audit-log") view=admin::AuditLogPage ssr=SsrMode::Async/>
            </FlatRoutes>
        </Router>
    }
}

/// Where things are.
pub mod to {
    use super::url::{Url, url};

    pub fn home() -> Url {
        url(&[])
    }
    /// `next`: where to go on after signing in.
    pub fn sign_in(next: Option<&str>) -> Url {
        let sign_in = url(&["sign-in"]);
        next.map_or(sign_in.clone(), |next| sign_in.with("next", next))
    }
    pub fn resume() -> Url {
        url(&["resume"])
    }
    pub fn new_password() -> Url {
        url(&["new-password"])
    }
    pub fn account() -> Url {
        url(&["account"])
    }
    pub fn who_sees_what() -> Url {
        url(&["who-sees-what"])
    }
    pub fn today() -> Url {
        url(&["today"])
    }
    pub fn progress() -> Url {
        url(&["progress"])
    }
    pub fn modules() -> Url {
        url(&["modules"])
    }
    pub fn module(module: &str) -> Url {
        url(&["modules", module])
    }
    pub fn lesson(module: &str, lesson: &str) -> Url {
        url(&["modules", module, "lessons", lesson])
    }
    pub fn drill(module: &str, drill: &str) -> Url {
        url(&["modules", module, "drills", drill])
    }
    pub fn attempt(attempt: &str) -> Url {
        url(&["attempts", attempt])
    }
    pub fn teams() -> Url {
        url(&["teams"])
    }
    pub fn team(team: &str) -> Url {
        url(&["teams", team])
    }
    pub fn new_assignment(team: &str) -> Url {
        url(&["teams", team, "assignments", "new"])
    }
    pub fn assignment(team: &str, assignment: &str) -> Url {
        url(&["teams", team, "assignments", assignment])
    }
    pub fn uptake() -> Url {
        url(&["uptake"])
    }
    pub fn admin_people() -> Url {
        url(&["admin", "people"])
    }
    pub fn admin_new_person() -> Url {
        url(&["admin", "people", "new"])
    }
    pub fn admin_person(person: &str) -> Url {
        url(&["admin", "people", person])
    }
    pub fn admin_sites() -> Url {
        url(&["admin", "sites"])
    }
    pub fn admin_site(site: &str) -> Url {
        url(&["admin", "sites", site])
    }
    pub fn admin_team(team: &str) -> Url {
        url(&["admin", "teams", team])
    }
    pub fn admin_import() -> Url {
        url(&["admin", "import"])
    }
    pub fn admin_audit_log() -> Url {
        url(&["admin", "audit-log"])
    }
}

mod url;

pub use url::Url;
