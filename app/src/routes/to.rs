//! Where things are.

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
