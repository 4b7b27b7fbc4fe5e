//! Nine tables are copied and dropped on SQLite, to be kept by their keys: what stood in them still does, column by column.

use std::collections::BTreeMap;

use app::storage::Database;
use augenhoehe_tests::{Cluster, Engine, Stage, on_both_engines};
use sqlx::{Column, Executor, Row, any::AnyRow};

on_both_engines!(every_row_survives_with_all_its_columns);

/// What the rows below refer to.
const AROUND: [&str; 7] = [
    "INSERT INTO sites (id, name, name_key, time_zone, region) VALUES ('site', 'Bern', 'bern', 'Europe/Zurich', 'CH')",
    "INSERT INTO teams (id, site_id, name, name_key) VALUES ('team', 'site', 'Till', 'till')",
    "INSERT INTO people (id, sign_in_name, sign_in_key, name, name_key, team_id, created_at)
     VALUES ('lena', 'Lena', 'lena', 'Lena', 'lena', 'team', 1)",
    "INSERT INTO content_versions (version, kind, item, body, created_at) VALUES ('v1', 'lesson', 'listening/first', '{}', 1)",
    "INSERT INTO content_versions (version, kind, item, body, created_at) VALUES ('v2', 'dialogue', 'listening/soup', '{}', 1)",
    "INSERT INTO attempts (id, person_id, item, version, started_at, last_number, events, last_at)
     VALUES ('attempt', 'lena', 'listening/soup', 'v2', 1, 1, '0', 1)",
    "INSERT INTO closed_weeks (week, closed_at, minimum_group) VALUES ('2026-11-16', 1, 8)",
];

/// A row for each of the nine, with every column set and no two alike, so that none could take another's place; and how it is read.
const ROWS: [(&str, &str); 9] = [
    (
        "INSERT INTO sessions (token_hash, id, person_id, created_at, seen_at, expires_at, must_renew, agent)
         VALUES ('hash', 'session', 'lena', 11, 12, 13, 1, 'Firefox, Android')",
        "SELECT * FROM sessions",
    ),
    ("INSERT INTO steps (attempt_id, number, event, at) VALUES ('attempt', 1, '0', 21)", "SELECT * FROM steps"),
    (
        "INSERT INTO lesson_progress (person_id, item, version, step, furthest, changed_at, done_at)
         VALUES ('lena', 'listening/first', 'v1', 2, 3, 31, 32)",
        "SELECT * FROM lesson_progress",
    ),
    (
        "INSERT INTO check_answers (person_id, item, check_id, version, choices, is_right, answered_at, first_right)
         VALUES ('lena', 'listening/first', 'check', 'v1', '[1]', 1, 41, 0)",
        "SELECT * FROM check_answers",
    ),
    (
        "INSERT INTO weekly_activity (person_id, week, millis, last_at) VALUES ('lena', '2026-11-16', 51, 52)",
        "SELECT * FROM weekly_activity",
    ),
    (
        "INSERT INTO completions (person_id, kind, item, done_at) VALUES ('lena', 'lesson', 'listening/first', 61)",
        "SELECT * FROM completions",
    ),
    (
        "INSERT INTO recall_states (person_id, card, reviews, stability, difficulty, reviewed_at, due_on)
         VALUES ('lena', 'listening/hearing', 71, 72, 73, 74, '2026-11-23')",
        "SELECT * FROM recall_states",
    ),
    (
        "INSERT INTO evidence (person_id, source, competency, item, score, at)
         VALUES ('lena', 'attempt', 'appreciation', 'listening/soup', 81, 82)",
        "SELECT * FROM evidence",
    ),
    (
        "INSERT INTO uptake (week, level, group_id, site_id, people, reach, completion, minutes)
         VALUES ('2026-11-16', 'team', 'team', 'site', 91, 92, 93, 94)",
        "SELECT * FROM uptake",
    ),
];

async fn every_row_survives_with_all_its_columns(engine: Engine) {
    let cluster = Cluster::of(engine).await;
    let (_folder, url) = Stage::empty_database(cluster.as_ref()).await;
    let db = Database::open(&url).await.unwrap();
    db.migrate_to(14).await.unwrap();
    let mut tx = db.begin().await.unwrap();
    for statement in AROUND.into_iter().chain(ROWS.map(|(insert, _)| insert)) {
        tx.execute(statement).await.unwrap();
    }
    tx.commit().await.unwrap();
    let before = read(&db).await;
    for rows in &before {
        let [row] = rows.as_slice() else { panic!("{rows:?}") };
        assert!(row.values().all(Option::is_some), "a column without a value says nothing: {row:?}");
    }
    db.migrate_to(15).await.unwrap();
    db.close().await;
    let db = Database::open(&url).await.unwrap();
    assert_eq!(read(&db).await, before);
    db.close().await;
}

/// Of each table all rows, as columns and values.
async fn read(db: &Database) -> Vec<Vec<BTreeMap<String, Option<String>>>> {
    let mut tables = Vec::new();
    for (_, select) in ROWS {
        let rows = sqlx::query(select).fetch_all(db.read()).await.unwrap();
        tables.push(rows.iter().map(columns).collect());
    }
    tables
}

fn columns(row: &AnyRow) -> BTreeMap<String, Option<String>> {
    let value = |at: usize| match row.try_get::<Option<i64>, _>(at) {
        Ok(number) => number.map(|number| number.to_string()),
        Err(_) => row.get::<Option<String>, _>(at),
    };
    row.columns().iter().map(|column| (column.name().to_owned(), value(column.ordinal()))).collect()
}
