//! The invented organisation: whole, and as if people had lived it.

use app::{
    demo,
    library::{SourceFile, read, store::save_versions},
};
use augenhoehe_tests::{Engine, Stage, files, on_both_engines, repository};

on_both_engines!(the_demo_has_something_of_everything);

async fn the_demo_has_something_of_everything(engine: Engine) {
    let paths = ["toml", "md"].iter().flat_map(|ending| files("content", ending));
    let content = paths.filter(|path| !path.ends_with("README.md")).map(|path| SourceFile {
        bytes: std::fs::read(repository().join(&path)).unwrap(),
        path: path.strip_prefix("content").unwrap().to_str().unwrap().to_owned(),
    });
    let library = read(&content.collect::<Vec<_>>()).unwrap();
    let scratch = Stage::scratch(engine).await;
    scratch.db.migrate().await.unwrap();
    // 18 November 2026, a Wednesday.
    let now = 1_794_996_000_000;
    save_versions(&scratch.db, &library, now).await.unwrap();
    demo::fill(&scratch.db, &library, now, |_, _| {}).await.unwrap();

    assert!(crate::finished::assert_both_agree(&scratch.db).await > 1000);
    assert!(crate::team_assignments::assert_both_agree(&scratch.db).await > 10);
    assert!(crate::assignment_completions::assert_both_agree(&scratch.db).await > 100);
    let (people, absences) = crate::team_members::assert_both_agree(&scratch.db).await;
    assert!(people >= 150 && absences > 10, "{people}, {absences}");
    let count = async |what: &str| {
        let count: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM {what}")))
            .fetch_one(scratch.db.read())
            .await
            .unwrap();
        count
    };
    assert_eq!(count("people").await, 150);
    assert_eq!(count("recall_reviews r WHERE r.number < 1 OR r.days < 0").await, 0);
    let stands = "s WHERE s.reviews = (SELECT MAX(r.number) FROM recall_reviews r WHERE r.person_id = s.person_id AND r.card = s.card)";
    assert_eq!(count(&format!("recall_states {stands}")).await, count("recall_states").await);
    let lena = "(SELECT id FROM people WHERE sign_in_name = 'lena')";
    for (what, least) in [
        ("recall_states".to_owned(), 1000),
        ("completions WHERE kind = 'module'".to_owned(), 100),
        ("attempts WHERE ended_at IS NULL".to_owned(), 1),
        (format!("recall_reviews WHERE person_id = {lena}"), 20),
        (format!("phrase_book WHERE person_id = {lena} AND item <> ''"), 3),
        (format!("intentions WHERE person_id = {lena} AND outcome IS NULL"), 1),
        ("decision_cards".to_owned(), 4),
        ("value_checks".to_owned(), 3),
    ] {
        let found = count(&what).await;
        assert!(found >= least, "{what}: {found}");
    }
}
