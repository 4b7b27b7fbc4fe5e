//! Every URL: pages are listed in [`PAGES`], files in [`FILES`]; what links to them uses [`to`].

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
    people::store::{ReadAhead, SESSION},
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

/// Whether a request (its path, its query, the moment in UTC milliseconds) is for a certain page, and what is read with the session then.
type Ahead = fn(&str, &str, i64) -> Option<ReadAhead>;

/// Pages that are read together with the session.
const READ_AHEAD: &[Ahead] = &[today::read_ahead, coaching::read_ahead];

/// What the session is looked up with.
pub fn read_ahead(path: &str, query: &str, now: i64) -> ReadAhead {
    READ_AHEAD.iter().find_map(|page| page(path, query, now)).unwrap_or_else(|| ReadAhead::own(&SESSION))
}

macro_rules! files {
    ($($path:literal => $give:path,)*) => { &[$(($path, |visit| Box::pin($give(visit)))),*] };
}

/// All that is given as a file to keep.
pub const FILES: &[(&str, Give)] = files! {
    "/receipt.csv" => rhythm::give_receipt,
    "/my-data.html" => my_data::give_html,
    "/my-data.json" => my_data::give_json,
};

pub mod to;
mod url;

pub use url::Url;
