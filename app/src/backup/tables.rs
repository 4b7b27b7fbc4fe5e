//! What is stored, the one list of it: every table with its columns, in an order in which references are met. A backup holds all of it, and a
//! person's own copy every row that is theirs.

use serde_json::Value;
use sqlx::{Row, ValueRef, any::AnyRow};

use crate::error::Result;

/// One table. `kinds` has a letter a column: `t` text, `i` whole number.
pub struct Table {
    pub name: &'static str,
    pub kinds: &'static str,
    pub columns: &'static str,
    pub select: &'static str,
    pub insert: &'static str,
    /// The rows of the person `$1`.
    select_own: &'static str,
    /// Whether they are found in another way than by `person_id`.
    is_linked: bool,
}

impl Table {
    pub fn columns(&self) -> impl Iterator<Item = &'static str> {
        self.columns.split(", ")
    }

    /// The statement for the rows of the person `$1`, if the table has rows that belong to somebody. A `person_id` says that it does.
    pub fn own(&self) -> Option<&'static str> {
        (self.is_linked || self.columns().any(|column| column == "person_id")).then_some(self.select_own)
    }

    /// The values of a row, in the order of the columns.
    pub fn values(&self, row: &AnyRow) -> Result<Vec<Value>> {
        let value = |(column, kind)| {
            Ok(match kind {
                _ if row.try_get_raw(column)?.is_null() => Value::Null,
                b'i' => row.try_get::<i64, _>(column)?.into(),
                _ => row.try_get::<String, _>(column)?.into(),
            })
        };
        self.kinds.bytes().enumerate().map(value).collect()
    }
}

/// What no person's own copy holds, `table` or `table.column`, and why.
pub const LEFT_OUT: &[(&str, &str)] = &[
    ("flashes", "on its way back to a form, deleted when read or after a day"),
    ("finished", "the completions once more, in one text"),
    ("assignment_completions", "the completions once more, by what was assigned"),
    ("people.learns_until", "the roles once more"),
    ("people.away", "the absences once more"),
    ("assignments.in_team_id", "the person's team, or the assignment's, once more"),
    ("people.password_hash", "a secret of signing in"),
    ("sessions.token_hash", "a secret of signing in"),
    ("one_time_codes.code_hash", "a secret of signing in"),
    ("one_time_codes.created_by", "names somebody else"),
    ("grants.granted_by", "names somebody else"),
    ("assignments.created_by", "names somebody else, and what a coach asks is about those who are asked"),
    ("audit_log.actor_id", "names somebody else, and what an admin does is about those whom it is done to"),
    ("sign_in_failures.address", "may be somebody else's"),
];

macro_rules! table {
    ($name:literal, $kinds:literal, $columns:literal, $places:literal) => {
        table!($name, $kinds, $columns, $places, "")
    };
    ($name:literal, $kinds:literal, $columns:literal, $places:literal, $conflict:literal) => {
        table!($name, $kinds, $columns, $places, $conflict, false, "person_id = $1")
    };
    ($name:literal, $kinds:literal, $columns:literal, $places:literal, own $whose:literal) => {
        table!($name, $kinds, $columns, $places, "", true, $whose)
    };
    ($name:literal, $kinds:literal, $columns:literal, $places:literal, $conflict:literal, $is_linked:literal, $whose:literal) => {
        Table {
            name: $name,
            kinds: $kinds,
            columns: $columns,
            select: concat!("SELECT ", $columns, " FROM ", $name),
            insert: concat!("INSERT INTO ", $name, " (", $columns, ") VALUES (", $places, ") ", $conflict),
            select_own: concat!("SELECT ", $columns, " FROM ", $name, " WHERE ", $whose),
            is_linked: $is_linked,
        }
    };
}

/// All tables but the record of migrations. A test compares them with the schema.
pub const TABLES: &[Table] = &[
    table!("organisation", "tt", "key, value", "$1, $2"),
    table!(
        "sites",
        "ttttti",
        "id, name, name_key, time_zone, region, is_active",
        "$1, $2, $3, $4, $5, $6",
        own "id IN (SELECT t.site_id FROM people p JOIN teams t ON t.id = p.team_id WHERE p.id = $1)
             OR id IN (SELECT site_id FROM grants WHERE person_id = $1)"
    ),
    table!(
        "decision_cards",
        "ttttttti",
        "id, job_de, job_en, job_key, lines, note_de, note_en, changed_at",
        "$1, $2, $3, $4, $5, $6, $7, $8",
        own "id IN (SELECT card_id FROM people WHERE id = $1)
             OR id IN (SELECT t.card_id FROM people p JOIN teams t ON t.id = p.team_id WHERE p.id = $1)"
    ),
    table!(
        "teams",
        "ttttit",
        "id, site_id, name, name_key, is_active, card_id",
        "$1, $2, $3, $4, $5, $6",
        own "id IN (SELECT team_id FROM people WHERE id = $1) OR id IN (SELECT team_id FROM grants WHERE person_id = $1)"
    ),
    table!(
        "people",
        "ttttttttiitit",
        "id, sign_in_name, sign_in_key, name, name_key, team_id, password_hash, language, is_active, created_at, card_id, learns_until, away",
        "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13",
        own "id = $1"
    ),
    table!(
        "grants",
        "ttttttii",
        "id, person_id, role, team_id, site_id, granted_by, granted_at, ends_at",
        "$1, $2, $3, $4, $5, $6, $7, $8"
    ),
    table!("absences", "tttt", "id, person_id, first_day, last_day", "$1, $2, $3, $4"),
    table!(
        "sessions",
        "tttiiiit",
        "token_hash, id, person_id, created_at, seen_at, expires_at, must_renew, agent",
        "$1, $2, $3, $4, $5, $6, $7, $8"
    ),
    table!(
        "sign_in_failures",
        "ttii",
        "account_key, address, failures, last_at",
        "$1, $2, $3, $4",
        own "account_key = (SELECT sign_in_key FROM people WHERE id = $1)"
    ),
    table!("one_time_codes", "ttiit", "person_id, code_hash, created_at, expires_at, created_by", "$1, $2, $3, $4, $5"),
    table!("notices", "tttii", "id, person_id, kind, at, seen_at", "$1, $2, $3, $4, $5"),
    table!(
        "audit_log",
        "titttt",
        "id, at, actor_id, action, subject_id, detail",
        "$1, $2, $3, $4, $5, $6",
        own "subject_id = $1"
    ),
    table!("flashes", "ttti", "id, owner, body, created_at", "$1, $2, $3, $4"),
    table!(
        "content_versions",
        "tttti",
        "version, kind, item, body, created_at",
        "$1, $2, $3, $4, $5",
        "ON CONFLICT (version) DO NOTHING"
    ),
    table!(
        "attempts",
        "ttttiitiit",
        "id, person_id, item, version, started_at, last_number, events, last_at, ended_at, ending",
        "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10"
    ),
    table!(
        "steps",
        "titi",
        "attempt_id, number, event, at",
        "$1, $2, $3, $4",
        own "attempt_id IN (SELECT id FROM attempts WHERE person_id = $1)"
    ),
    table!(
        "lesson_progress",
        "tttiiii",
        "person_id, item, version, step, furthest, changed_at, done_at",
        "$1, $2, $3, $4, $5, $6, $7"
    ),
    table!(
        "check_answers",
        "tttttiii",
        "person_id, item, check_id, version, choices, is_right, answered_at, first_right",
        "$1, $2, $3, $4, $5, $6, $7, $8"
    ),
    table!("reflections", "tttti", "person_id, item, reflection_id, text, changed_at", "$1, $2, $3, $4, $5"),
    table!("evidence", "ttttii", "person_id, source, competency, item, score, at", "$1, $2, $3, $4, $5, $6"),
    table!(
        "intentions",
        "tttttititti",
        "id, person_id, item, text, day, created_at, outcome, answered_at, note, obstacle, revision",
        "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11"
    ),
    table!("obstacles", "tttti", "id, site_id, week, text, is_published", "$1, $2, $3, $4, $5"),
    table!("rhythms", "ti", "person_id, times", "$1, $2"),
    table!("phrase_book", "tttti", "id, person_id, item, text, created_at", "$1, $2, $3, $4, $5"),
    table!(
        "recordings",
        "ttttttiitiiit",
        "id, person_id, attempt_id, item, object, kind, bytes, seconds, sha256, created_at, decided_at, delete_after, state",
        "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13"
    ),
    table!("responses", "ttti", "attempt_id, person_id, item, shared_at", "$1, $2, $3, $4"),
    table!("test_outs", "tttti", "id, person_id, module, answers, at", "$1, $2, $3, $4, $5"),
    table!("weekly_activity", "ttii", "person_id, week, millis, last_at", "$1, $2, $3, $4"),
    table!("completions", "ttti", "person_id, kind, item, done_at", "$1, $2, $3, $4"),
    table!("finished", "tt", "person_id, items", "$1, $2"),
    table!("recall_reviews", "tttitii", "id, person_id, card, number, grade, days, at", "$1, $2, $3, $4, $5, $6, $7"),
    table!(
        "recall_states",
        "ttiiiit",
        "person_id, card, reviews, stability, difficulty, reviewed_at, due_on",
        "$1, $2, $3, $4, $5, $6, $7"
    ),
    table!("recall_pauses", "tt", "person_id, last_day", "$1, $2"),
    table!(
        "assignments",
        "ttttttttiiit",
        "id, created_by, team_id, person_id, kind, item, due_on, note, created_at, changed_at, withdrawn_at, in_team_id",
        "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12",
        own "person_id = $1 OR team_id = (SELECT team_id FROM people WHERE id = $1)"
    ),
    table!("team_assignments", "tt", "team_id, assignments", "$1, $2"),
    table!("assignment_completions", "tti", "assignment_id, person_id, done_at", "$1, $2, $3"),
    table!("handbook", "ttti", "page, de, en, changed_at", "$1, $2, $3, $4"),
    table!(
        "value_statements",
        "ttitttti",
        "id, kind, position, name_de, name_en, de, en, changed_at",
        "$1, $2, $3, $4, $5, $6, $7, $8"
    ),
    table!(
        "value_checks",
        "ttttii",
        "id, statement_id, answers, note, checked_at, statement_at",
        "$1, $2, $3, $4, $5, $6"
    ),
    table!("closed_weeks", "tii", "week, closed_at, minimum_group", "$1, $2, $3"),
    table!(
        "uptake",
        "ttttiiii",
        "week, level, group_id, site_id, people, reach, completion, minutes",
        "$1, $2, $3, $4, $5, $6, $7, $8"
    ),
    table!("closed_quarters", "tii", "quarter, closed_at, minimum_group", "$1, $2, $3"),
    table!("detours", "tttt", "quarter, version, item, figures", "$1, $2, $3, $4"),
];
