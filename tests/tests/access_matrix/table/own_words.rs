//! What the organisation writes about itself.

use super::{ADMIN, ALL, Row, form, page, page_with};

/// Who checks what the organisation says of itself.
const STEWARDS: &[&str] = &["eva", "admin"];

pub const TABLE: &[Row] = &[
    page("GET /help", ALL),
    page("GET /decision-card", ALL),
    page("GET /our-values", ALL),
    page("GET /our-values/worksheet", STEWARDS),
    page("GET /our-values/worksheet/{statement}", STEWARDS),
    form("POST /api/our-values/check", STEWARDS, &VALUE_CHECK),
    page("GET /admin/our-values", ADMIN),
    form("POST /api/our-values/save", ADMIN, &VALUES),
    page("GET /admin/decision-cards", ADMIN),
    page("GET /admin/decision-cards/new", ADMIN),
    page_with("GET /admin/decision-cards/{card}", ADMIN, &[("card", "common")]),
    form("POST /api/decision-cards/save", ADMIN, &CARD),
    form("POST /api/decision-cards/give", ADMIN, &[("form", "{new}"), ("whose", "team:{team}"), ("card", "")]),
    form("POST /api/decision-cards/remove", ADMIN, &[("card", "{new}")]),
    form(
        "POST /api/handbook/write-page",
        ADMIN,
        &[("form", "{new}"), ("seen", "0"), ("text[de]", "Hilfe"), ("text[en]", "Help")],
    ),
];

const CARD: [(&str, &str); 13] = [
    ("form", "{new}"),
    ("card", "{new}"),
    ("seen", "0"),
    ("job[de]", "Arbeit {new}"),
    ("job[en]", ""),
    ("lines[0][what][de]", "Bon fehlt"),
    ("lines[0][what][en]", ""),
    ("lines[0][limit][de]", "bis 50 Euro"),
    ("lines[0][limit][en]", ""),
    ("lines[0][tell][de]", ""),
    ("lines[0][tell][en]", ""),
    ("note[de]", ""),
    ("note[en]", ""),
];

const VALUES: [(&str, &str); 13] = [
    ("form", "{new}"),
    ("seen", "0"),
    ("vision[id]", "{new}"),
    ("vision[words][de]", "Niemand geht ohne Antwort."),
    ("vision[words][en]", ""),
    ("mission[id]", "{new}"),
    ("mission[words][de]", ""),
    ("mission[words][en]", ""),
    ("values[0][id]", "{new}"),
    ("values[0][name][de]", ""),
    ("values[0][name][en]", ""),
    ("values[0][words][de]", ""),
    ("values[0][words][en]", ""),
];

const VALUE_CHECK: [(&str, &str); 12] = [
    ("form", "{new}"),
    ("check", "{new}"),
    ("statement", "{statement}"),
    ("seen", "7"),
    ("earlier", ""),
    ("customers", "yes"),
    ("tuesday", "yes"),
    ("limits", "no"),
    ("opposite", "no"),
    ("example", "partly"),
    ("authors", "yes"),
    ("asked", "yes"),
];
