//! Every URL on one screen. Pages are listed in [`PAGES`]; what links to them uses [`to`].

use crate::{
    access::pages as access,
    admin::pages as admin,
    coaching::pages as coaching,
    confirmation,
    decision_cards::pages as cards,
    detours::pages as detours,
    drills::field::obstacles::pages as obstacles,
    drills::field::pages as field,
    drills::pages as drills,
    drills::phrase_book::pages as phrases,
    drills::recall::pages as recall,
    handbook::pages as handbook,
    mastery::pages as mastery,
    modules::catalogue::pages as catalogue,
    modules::pages as modules,
    modules::test_out::pages as test_out,
    my_data,
    our_values::pages as values,
    people::pages as people,
    recordings::pages as recordings,
    responses::pages as responses,
    rhythm,
    rhythm::pages as rhythm_pages,
    search::pages as search,
    today::pages as today,
    uptake::pages as uptake,
    visit::{Give, Show},
};

macro_rules! pages {
    ($($path:literal => $show:path,)*) => { &[$(($path, |visit| Box::pin($show(visit)))),*] };
}

/// All pages. What needs no sign-in stands in `server/src/web/gate.rs`.
pub const PAGES: &[(&str, Show)] = pages! {
    "/sign-in" => people::show_sign_in,
    "/resume" => people::show_resume,
    "/new-password" => people::show_new_password,
    "/account" => people::show_account,
    "/who-sees-what" => access::show_who_sees_what,
    "/today" => today::show_today,
    "/progress" => today::show_progress,
    "/competencies" => mastery::show_competencies,
    "/competencies/{competency}" => mastery::show_competency,
    "/confirmation" => confirmation::show_confirmation,
    "/my-data" => my_data::show_my_data,
    "/modules" => catalogue::show_modules,
    "/modules/{module}" => modules::show_module,
    "/glossary" => modules::show_glossary,
    "/modules/{module}/test-out" => test_out::show_test_out,
    "/modules/{module}/lessons/{lesson}" => modules::show_lesson,
    "/modules/{module}/drills/{drill}" => drills::show_drill,
    "/search" => search::show_search,
    "/attempts/{attempt}" => drills::show_attempt,
    "/recall" => recall::show_recall,
    "/intentions" => field::show_intentions,
    "/intentions/new" => field::show_new_intention,
    "/intentions/{intention}" => field::show_intention,
    "/intentions/{intention}/obstacle" => obstacles::show_hand_in,
    "/rhythm" => rhythm_pages::show_rhythm,
    "/receipt" => rhythm::show_receipt,
    "/phrases" => phrases::show_phrases,
    "/phrases/new" => phrases::show_new_phrase,
    "/phrases/{phrase}" => phrases::show_phrase,
    "/recordings" => recordings::show_recordings,
    "/responses" => responses::show_responses,
    "/help" => handbook::show_help,
    "/decision-card" => cards::show_own_card,
    "/our-values" => values::show_values,
    "/our-values/worksheet" => values::show_worksheet,
    "/our-values/worksheet/{statement}" => values::show_check,
    "/teams" => coaching::show_teams,
    "/teams/{team}" => coaching::show_team,
    "/teams/{team}/assignments/new" => coaching::show_new_assignment,
    "/teams/{team}/assignments/{assignment}" => coaching::show_assignment,
    "/uptake" => uptake::show_uptake,
    "/uptake/obstacles" => obstacles::show_obstacles,
    "/uptake/detours" => detours::show_detours,
    "/uptake/detours/{module}/{drill}" => detours::show_detour,
    "/admin/people" => admin::show_people,
    "/admin/people/new" => admin::show_new_person,
    "/admin/people/{person}" => admin::show_person,
    "/admin/sites" => admin::show_sites,
    "/admin/sites/{site}" => admin::show_site,
    "/admin/teams/{team}" => admin::show_team,
    "/admin/import" => admin::show_import,
    "/admin/decision-cards" => cards::show_cards,
    "/admin/decision-cards/new" => cards::show_new_card,
    "/admin/decision-cards/{card}" => cards::show_card,
    "/admin/our-values" => values::show_write_values,
    "/admin/audit-log" => admin::show_audit_log,
};

macro_rules! files {
    ($($path:literal => $give:path,)*) => { &[$(($path, |visit| Box::pin($give(visit)))),*] };
}

/// All that is given as a file to keep.
pub const FILES: &[(&str, Give)] = files! {
    "/receipt.csv" => rhythm::give_receipt,
    "/my-data.html" => my_data::give_html,
    "/my-data.json" => my_data::give_json,
};

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
    pub fn competencies() -> Url {
        url(&["competencies"])
    }
    pub fn competency(competency: &str) -> Url {
        url(&["competencies", competency])
    }
    pub fn confirmation() -> Url {
        url(&["confirmation"])
    }
    pub fn my_data() -> Url {
        url(&["my-data"])
    }
    pub fn my_data_html() -> Url {
        url(&["my-data.html"])
    }
    pub fn my_data_json() -> Url {
        url(&["my-data.json"])
    }
    pub fn modules() -> Url {
        url(&["modules"])
    }
    /// The same by the situations that they are for.
    pub fn situations() -> Url {
        modules().with("by", "situation")
    }
    pub fn glossary() -> Url {
        url(&["glossary"])
    }
    pub fn search() -> Url {
        url(&["search"])
    }
    /// What was typed, and what of it is shown.
    pub fn search_for(words: &str, kind: Option<&str>) -> Url {
        let url = search().with("q", words);
        kind.map_or(url.clone(), |kind| url.with("kind", kind))
    }
    pub fn module(module: &str) -> Url {
        url(&["modules", module])
    }
    pub fn test_out(module: &str) -> Url {
        url(&["modules", module, "test-out"])
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
    /// Makes one of the ready intentions of a field practice (`module/drill`) one's own; counted from 0.
    pub fn ready_intention(item: &str, number: usize) -> Url {
        new_intention_from(item).with("intention", &number.to_string())
    }
    pub fn intentions() -> Url {
        url(&["intentions"])
    }
    pub fn new_intention() -> Url {
        url(&["intentions", "new"])
    }
    /// From a module or a field practice (`module/drill`); from nowhere where `item` is empty.
    pub fn new_intention_from(item: &str) -> Url {
        if item.is_empty() { new_intention() } else { new_intention().with("item", item) }
    }
    pub fn intention(intention: &str) -> Url {
        url(&["intentions", intention])
    }
    /// Handing in what stopped somebody.
    pub fn hand_in(intention: &str) -> Url {
        url(&["intentions", intention, "obstacle"])
    }
    pub fn rhythm() -> Url {
        url(&["rhythm"])
    }
    pub fn receipt() -> Url {
        url(&["receipt"])
    }
    pub fn receipt_csv() -> Url {
        url(&["receipt.csv"])
    }
    pub fn recall() -> Url {
        url(&["recall"])
    }
    pub fn phrases() -> Url {
        url(&["phrases"])
    }
    pub fn new_phrase() -> Url {
        url(&["phrases", "new"])
    }
    pub fn phrase(phrase: &str) -> Url {
        url(&["phrases", phrase])
    }
    pub fn recordings() -> Url {
        url(&["recordings"])
    }
    /// The sound itself.
    pub fn recording(recording: &str) -> Url {
        url(&["recordings", recording])
    }
    pub fn responses() -> Url {
        url(&["responses"])
    }
    pub fn help() -> Url {
        url(&["help"])
    }
    pub fn decision_card() -> Url {
        url(&["decision-card"])
    }
    pub fn our_values() -> Url {
        url(&["our-values"])
    }
    pub fn worksheet() -> Url {
        url(&["our-values", "worksheet"])
    }
    /// The questions about one sentence.
    pub fn value_check(statement: &str) -> Url {
        url(&["our-values", "worksheet", statement])
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
    pub fn obstacles() -> Url {
        url(&["uptake", "obstacles"])
    }
    pub fn detours() -> Url {
        url(&["uptake", "detours"])
    }
    pub fn detour(module: &str, drill: &str) -> Url {
        url(&["uptake", "detours", module, drill])
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
    pub fn admin_cards() -> Url {
        url(&["admin", "decision-cards"])
    }
    pub fn admin_new_card() -> Url {
        url(&["admin", "decision-cards", "new"])
    }
    pub fn admin_card(card: &str) -> Url {
        url(&["admin", "decision-cards", card])
    }
    pub fn admin_values() -> Url {
        url(&["admin", "our-values"])
    }
    pub fn admin_audit_log() -> Url {
        url(&["admin", "audit-log"])
    }
}

mod url;

pub use url::Url;
