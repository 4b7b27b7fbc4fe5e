//! What a backup holds: every table with its columns, in an order in which references are met.

/// One table. `kinds` has a letter a column: `t` text, `i` whole number.
pub struct Table {
    pub name: &'static str,
    pub kinds: &'static str,
    pub select: &'static str,
    pub insert: &'static str,
}

macro_rules! table {
    ($name:literal, $kinds:literal, $columns:literal, $places:literal) => {
        table!($name, $kinds, $columns, $places, "")
    };
    ($name:literal, $kinds:literal, $columns:literal, $places:literal, $conflict:literal) => {
        Table {
            name: $name,
            kinds: $kinds,
            select: concat!("SELECT ", $columns, " FROM ", $name),
            insert: concat!("INSERT INTO ", $name, " (", $columns, ") VALUES (", $places, ") ", $conflict),
        }
    };
}

/// All tables but the record of migrations. A test compares them with the schema.
pub const TABLES: &[Table] = &[
    table!("organisation", "tt", "key, value", "$1, $2"),
    table!("sites", "ttttti", "id, name, name_key, time_zone, region, is_active", "$1, $2, $3, $4, $5, $6"),
    table!("teams", "tttti", "id, site_id, name, name_key, is_active", "$1, $2, $3, $4, $5"),
    table!(
        "people",
        "ttttttttii",
        "id, sign_in_name, sign_in_key, name, name_key, team_id, password_hash, language, is_active, created_at",
        "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10"
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
    table!("sign_in_failures", "ttii", "account_key, address, failures, last_at", "$1, $2, $3, $4"),
    table!("one_time_codes", "ttiit", "person_id, code_hash, created_at, expires_at, created_by", "$1, $2, $3, $4, $5"),
    table!("notices", "tttii", "id, person_id, kind, at, seen_at", "$1, $2, $3, $4, $5"),
    table!("audit_log", "titttt", "id, at, actor_id, action, subject_id, detail", "$1, $2, $3, $4, $5, $6"),
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
    table!("steps", "titi", "attempt_id, number, event, at", "$1, $2, $3, $4"),
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
    table!("test_outs", "tttti", "id, person_id, module, answers, at", "$1, $2, $3, $4, $5"),
    table!("weekly_activity", "ttii", "person_id, week, millis, last_at", "$1, $2, $3, $4"),
    table!("completions", "ttti", "person_id, kind, item, done_at", "$1, $2, $3, $4"),
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
        "ttttttttiii",
        "id, created_by, team_id, person_id, kind, item, due_on, note, created_at, changed_at, withdrawn_at",
        "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11"
    ),
    table!("closed_weeks", "tii", "week, closed_at, minimum_group", "$1, $2, $3"),
    table!(
        "uptake",
        "ttttiiii",
        "week, level, group_id, site_id, people, reach, completion, minutes",
        "$1, $2, $3, $4, $5, $6, $7, $8"
    ),
];
