//! What a person has finished stands in two places, row by row and in one text: they never differ. Other tests that finish things ask here, too.

use app::{modules::store::read_finished, storage::Database};
use augenhoehe_tests::{Engine, Stage, THREE_PEOPLE, Talk, on_both_engines};

on_both_engines!(what_was_finished_before_is_in_the_text, finishing_writes_both_once);

const BEFORE: [&str; 2] = [
    "INSERT INTO completions (person_id, kind, item, done_at)
     VALUES ('lena', 'lesson', 'listening/first', 61), ('lena', 'drill', 'listening/soup', 62), ('lena', 'module', 'listening', 63)",
    "INSERT INTO completions (person_id, kind, item, done_at) VALUES ('karim', 'path', 'start', 64)",
];

/// Every completion, from the rows and from the texts: person, kind, item, moment.
pub async fn assert_both_agree(db: &Database) -> usize {
    let rows: Vec<(String, String, String, i64)> =
        sqlx::query_as("SELECT person_id, kind, item, done_at FROM completions").fetch_all(db.read()).await.unwrap();
    let texts: Vec<(String, String)> =
        sqlx::query_as("SELECT person_id, items FROM finished").fetch_all(db.read()).await.unwrap();
    let mut from_rows: Vec<String> =
        rows.iter().map(|(person, kind, item, at)| format!("{person}\u{1f}{kind}\u{1f}{item}\u{1f}{at}")).collect();
    let from_text = |(person, items): &(String, String)| -> Vec<String> {
        items.split('\u{1e}').map(|item| format!("{person}\u{1f}{item}")).collect()
    };
    let mut from_texts: Vec<String> = texts.iter().flat_map(from_text).collect();
    from_rows.sort();
    from_texts.sort();
    assert_eq!(from_texts, from_rows);
    for (_, items) in &texts {
        read_finished(Some(items)).unwrap();
    }
    from_rows.len()
}

async fn what_was_finished_before_is_in_the_text(engine: Engine) {
    let scratch = Stage::scratch_at(engine, 17).await;
    scratch.write(&THREE_PEOPLE).await;
    scratch.write(&BEFORE).await;
    scratch.db.migrate_to(18).await.unwrap();
    assert_eq!(assert_both_agree(&scratch.db).await, 4);
}

async fn finishing_writes_both_once(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, talk) = (stage.browser("lena").await, Talk::begin(&stage).await);
    for talk in [&talk, &talk.again()] {
        for (number, event) in (1..).zip(&talk.way()) {
            assert_eq!(talk.step(&lena, number, event).await.unwrap(), 200);
        }
    }
    assert_eq!(assert_both_agree(&stage.db).await, 1, "the second time completes nothing more");
}
