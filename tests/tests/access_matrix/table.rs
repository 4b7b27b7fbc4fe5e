//! Who may do what. Columns: route; who may; values for names in braces, where they differ from the fixture's; fields of the form.

use reqwest::Method;

mod fields;
mod own_words;

use fields::{ABSENCE, ASSIGNMENT, CHANGE, INTENTION, NAMED, OWN, RECORDING, REGION, REPEATED, REVISION, SITE, ZONE};

pub struct Row {
    /// Method and path as the router knows them.
    pub route: &'static str,
    pub allowed: &'static [&'static str],
    pub with: &'static [(&'static str, &'static str)],
    pub fields: &'static [(&'static str, &'static str)],
}

impl Row {
    pub fn method(&self) -> Method {
        if self.route.starts_with("GET ") { Method::GET } else { Method::POST }
    }

    pub fn path(&self) -> &'static str {
        self.route.split_once(' ').map_or("", |(_, path)| path)
    }
}

const fn page(route: &'static str, allowed: &'static [&'static str]) -> Row {
    Row { route, allowed, with: &[], fields: &[] }
}

const fn page_with(
    route: &'static str,
    allowed: &'static [&'static str],
    with: &'static [(&'static str, &'static str)],
) -> Row {
    Row { route, allowed, with, fields: &[] }
}

const fn form(
    route: &'static str,
    allowed: &'static [&'static str],
    fields: &'static [(&'static str, &'static str)],
) -> Row {
    Row { route, allowed, with: &[], fields }
}

/// Everybody who is signed in.
const ALL: &[&str] = &["lena", "karim", "eva", "admin"];
/// Nobody of the four.
const NONE: &[&str] = &[];
const LENA: &[&str] = &["lena"];
const COACH: &[&str] = &["karim"];
const LEADER: &[&str] = &["eva"];
const ADMIN: &[&str] = &["admin"];

/// All rows.
pub fn table() -> impl Iterator<Item = &'static Row> {
    TABLE.iter().chain(own_words::TABLE)
}

const TABLE: &[Row] = &[
    // Signing in, and one's own account
    page("GET /sign-in", ALL),
    page("GET /who-sees-what", ALL),
    page("GET /new-password", ALL),
    page("GET /account", ALL),
    // Without something to send again there is nothing to see; bad_input.rs shows the rest.
    page("GET /resume", NONE),
    form("POST /api/people/sign-in", ALL, &[("form", "{new}"), ("name", "nobody-{new}"), ("password", "wrong")]),
    form("POST /api/people/choose-language", ALL, &[("language", "en")]),
    form(
        "POST /api/people/set-password",
        ALL,
        &[("form", "{new}"), ("current", "wrong"), ("password", "p"), ("repeated", "p")],
    ),
    form("POST /api/people/end-session", ALL, &[("session", "{new}")]),
    form("POST /api/people/see-notice", ALL, &[("notice", "{new}")]),
    form("POST /api/people/sign-out", ALL, &[]),
    form("POST /api/people/sign-out-everywhere", ALL, &[]),
    // Practising: for everybody, and one's own alone
    page("GET /today", ALL),
    page("GET /progress", ALL),
    page("GET /competencies", ALL),
    page_with("GET /competencies/{competency}", ALL, &[("competency", "appreciation")]),
    page("GET /confirmation", ALL),
    page("GET /my-data", ALL),
    page("GET /my-data.html", ALL),
    page("GET /my-data.json", ALL),
    page("GET /modules", ALL),
    page("GET /search", ALL),
    page("GET /modules/{module}", ALL),
    page("GET /glossary", ALL),
    page_with("GET /modules/{module}/test-out", ALL, &[("module", "difficult-customers")]),
    page("GET /modules/{module}/lessons/{lesson}", ALL),
    page_with("GET /modules/{module}/drills/{drill}", ALL, &[("module", "appreciative-communication")]),
    page("GET /attempts/{attempt}", LENA),
    form(
        "POST /api/drills/record-step",
        ALL,
        &[
            ("attempt", "{new}"),
            ("item", "{drill-item}"),
            ("version", "{drill-version}"),
            ("number", "1"),
            ("event", "0"),
        ],
    ),
    form(
        "POST /api/drills/record-step",
        LENA,
        &[
            ("attempt", "{attempt}"),
            ("item", "{drill-item}"),
            ("version", "{drill-version}"),
            ("number", "2"),
            ("event", "0"),
        ],
    ),
    page("GET /phrases", ALL),
    page("GET /phrases/new", ALL),
    page("GET /phrases/{phrase}", LENA),
    form(
        "POST /api/phrases/keep",
        ALL,
        &[("attempt", "{new}"), ("number", "3"), ("item", "{drill-item}"), ("text", "Gern.")],
    ),
    form("POST /api/phrases/add", ALL, &[("form", "{new}"), ("phrase", "{new}"), ("said", "Gern.")]),
    form("POST /api/phrases/change", LENA, &[("form", "{new}"), ("phrase", "{phrase}"), ("said", "Sehr gern.")]),
    // What is nobody's or somebody else's is left alone, as if it were gone already.
    form("POST /api/phrases/remove", ALL, &[("phrase", "{new}")]),
    form("POST /api/modules/test-out", ALL, &[("form", "{new}"), ("test", "{new}"), ("module", "difficult-customers")]),
    page("GET /recordings", ALL),
    // One that is not shared, and one that is.
    page("GET /recordings/{recording}", LENA),
    page_with("GET /recordings/{recording}", &["lena", "karim"], &[("recording", "{shared-recording}")]),
    form("POST /api/recordings", ALL, &RECORDING),
    Row { route: "POST /api/recordings", allowed: LENA, with: &[], fields: &REPEATED },
    form("POST /api/recordings/delete-recording", LENA, &[("recording", "{recording}")]),
    form("POST /api/drills/delete-attempt", LENA, &[("attempt", "{open-attempt}")]),
    page("GET /responses", COACH),
    form(
        "POST /api/modules/read-step",
        ALL,
        &[
            ("place[module]", "{module}"),
            ("place[lesson]", "{lesson}"),
            ("place[version]", "{lesson-version}"),
            ("place[step]", "0"),
        ],
    ),
    form(
        "POST /api/modules/answer-check",
        ALL,
        &[
            ("form", "{new}"),
            ("place[module]", "{module}"),
            ("place[lesson]", "{lesson}"),
            ("place[version]", "{lesson-version}"),
            ("place[step]", "0"),
            ("check", "{check}"),
            ("choices[]", "0"),
        ],
    ),
    form(
        "POST /api/modules/keep-reflection",
        ALL,
        &[
            ("form", "{new}"),
            ("place[module]", "{module}"),
            ("place[lesson]", "{lesson}"),
            ("place[version]", "{lesson-version}"),
            ("place[step]", "0"),
            ("reflection", "{reflection}"),
            ("text", "Ich."),
        ],
    ),
    page("GET /recall", ALL),
    form(
        "POST /api/recall/answer",
        ALL,
        &[("review", "{new}"), ("card", "{card}"), ("number", "1"), ("grade", "good")],
    ),
    form("POST /api/recall/pause", ALL, &[("form", "{new}"), ("until", "{later}")]),
    // Field practice: one's own alone, not even a coach
    page("GET /intentions", ALL),
    page("GET /intentions/new", ALL),
    page("GET /intentions/{intention}", LENA),
    page("GET /intentions/{intention}/obstacle", LENA),
    form("POST /api/field/create-intention", ALL, &INTENTION),
    form("POST /api/field/answer-intention", LENA, &[("form", "{new}"), OWN, REVISION, ("outcome", "not-yet")]),
    form("POST /api/field/move-intention", LENA, &[("form", "{new}"), OWN, ("revision", "1"), ("day", "{due}")]),
    form("POST /api/field/let-intention-go", LENA, &[OWN, ("revision", "2")]),
    form("POST /api/field/keep-words", LENA, &[("form", "{new}"), OWN, ("revision", "3"), ("obstacle", "Zeit")]),
    form(
        "POST /api/field/hand-in-obstacle",
        LENA,
        &[("form", "{new}"), ("obstacle", "{new}"), OWN, ("text", "Zu wenig Zeit.")],
    ),
    // Whose it is not, it leaves as it is: gone is gone, also when it is asked for again.
    form("POST /api/field/delete-intention", ALL, &[("intention", "{new}")]),
    page("GET /rhythm", ALL),
    page("GET /receipt", ALL),
    page("GET /receipt.csv", ALL),
    form("POST /api/rhythm/choose-rhythm", ALL, &[("form", "{new}"), ("times", "3")]),
    // Coaching: of one's own teams
    page("GET /teams", COACH),
    page("GET /teams/{team}", COACH),
    page_with("GET /teams/{team}", NONE, &[("team", "{team-b}")]),
    page("GET /teams/{team}/assignments/new", COACH),
    page_with("GET /teams/{team}/assignments/new", NONE, &[("team", "{team-b}")]),
    page("GET /teams/{team}/assignments/{assignment}", COACH),
    page_with("GET /teams/{team}/assignments/{assignment}", NONE, &[("assignment", "{assignment-b}")]),
    page_with(
        "GET /teams/{team}/assignments/{assignment}",
        NONE,
        &[("team", "{team-b}"), ("assignment", "{assignment-b}")],
    ),
    form("POST /api/coaching/create-assignment", COACH, &ASSIGNMENT),
    Row {
        route: "POST /api/coaching/create-assignment",
        allowed: NONE,
        with: &[("team", "{team-b}")],
        fields: &ASSIGNMENT,
    },
    form("POST /api/coaching/change-assignment", COACH, &CHANGE),
    Row {
        route: "POST /api/coaching/change-assignment",
        allowed: NONE,
        with: &[("team", "{team-b}"), ("assignment", "{assignment-b}")],
        fields: &CHANGE,
    },
    form("POST /api/coaching/withdraw-assignment", COACH, &[("team", "{team}"), ("assignment", "{assignment}")]),
    Row {
        route: "POST /api/coaching/withdraw-assignment",
        allowed: NONE,
        with: &[("team", "{team-b}"), ("assignment", "{assignment-b}")],
        fields: &[("team", "{team}"), ("assignment", "{assignment}")],
    },
    // Leading
    page("GET /uptake", LEADER),
    page("GET /uptake/obstacles", LEADER),
    page("GET /uptake/detours", LEADER),
    page_with("GET /uptake/detours/{module}/{drill}", LEADER, &[("module", "appreciative-communication")]),
    // Administration
    page("GET /admin/people", ADMIN),
    page("GET /admin/people/new", ADMIN),
    page("GET /admin/people/{person}", ADMIN),
    page("GET /admin/sites", ADMIN),
    page("GET /admin/sites/{site}", ADMIN),
    page("GET /admin/teams/{team}", ADMIN),
    page("GET /admin/import", ADMIN),
    page("GET /admin/audit-log", ADMIN),
    form("POST /api/admin/create-site", ADMIN, &SITE),
    form("POST /api/admin/change-site", ADMIN, &[("form", "{new}"), ("site", "{site}"), NAMED, ZONE, REGION]),
    form("POST /api/admin/set-site-open", ADMIN, &[("form", "{new}"), ("site", "{site}"), ("open", "yes")]),
    form(
        "POST /api/admin/create-team",
        ADMIN,
        &[("form", "{new}"), ("team", "{new}"), ("team_name", "N {new}"), ("team_site", "{site}")],
    ),
    form(
        "POST /api/admin/change-team",
        ADMIN,
        &[("form", "{new}"), ("team", "{team}"), ("team_name", "M {new}"), ("team_site", "{site}")],
    ),
    form("POST /api/admin/set-team-open", ADMIN, &[("form", "{new}"), ("team", "{team}"), ("open", "yes")]),
    form(
        "POST /api/admin/create-person",
        ADMIN,
        &[("form", "{new}"), ("person", "{new}"), ("name", "New"), ("sign_in_name", "n-{new}"), ("team", "{team}")],
    ),
    form(
        "POST /api/admin/change-person",
        ADMIN,
        &[("form", "{new}"), ("person", "{person}"), ("name", "O"), ("sign_in_name", "omar"), ("team", "{team-b}")],
    ),
    form("POST /api/admin/reset-sign-in", ADMIN, &[("form", "{new}"), ("person", "{person}")]),
    form(
        "POST /api/admin/give-grant",
        ADMIN,
        &[("form", "{new}"), ("grant", "{new}"), ("person", "{person}"), ("role", "coach"), ("bound", "team:{team}")],
    ),
    form("POST /api/admin/end-grant", ADMIN, &[("form", "{new}"), ("grant", "{grant}"), ("person", "{person}")]),
    form("POST /api/admin/add-absence", ADMIN, &ABSENCE),
    form("POST /api/admin/remove-absence", ADMIN, &[("absence", "{absence}"), ("person", "{person}")]),
    form("POST /api/admin/deactivate-person", ADMIN, &[("form", "{new}"), ("person", "{person}")]),
    form("POST /api/admin/reactivate-person", ADMIN, &[("form", "{new}"), ("person", "{person}")]),
    form("POST /api/admin/check-import", ADMIN, &[("form", "{new}"), ("file", "nonsense")]),
    form("POST /api/admin/import", ADMIN, &[("form", "{new}"), ("file", "{csv}")]),
];
