//! What Today asks for: as long as it is asked of somebody.

use app::coaching::store::{Teams, write_team_assignments};
use augenhoehe_tests::{Engine, Stage, id, on_both_engines, team};
use uuid::Uuid;

on_both_engines!(a_team_is_asked_and_so_is_a_person, who_is_no_learner_any_more_is_asked_for_nothing);

async fn assign(stage: &Stage, column: &'static str, to: &str, note: &str) {
    let mut tx = stage.db.begin().await.unwrap();
    let insert = match column {
        "team_id" => sqlx::query(
            "INSERT INTO assignments (id, created_by, team_id, kind, item, due_on, note, created_at, changed_at)
             VALUES ($1, $2, $3, 'module', 'appreciative-communication', '2100-01-01', $4, 0, 0)",
        ),
        _ => sqlx::query(
            "INSERT INTO assignments (id, created_by, person_id, kind, item, due_on, note, created_at, changed_at)
             VALUES ($1, $2, $3, 'module', 'difficult-customers', '2100-01-01', $4, 0, 0)",
        ),
    };
    let insert = insert.bind(Uuid::now_v7().to_string()).bind(id("karim")).bind(to).bind(note);
    insert.execute(&mut *tx).await.unwrap();
    write_team_assignments(&mut tx, Teams::One(to)).await.unwrap();
    tx.commit().await.unwrap();
}

async fn a_team_is_asked_and_so_is_a_person(engine: Engine) {
    let stage = Stage::open(engine).await;
    assign(&stage, "team_id", &team("A"), "All of you, please").await;
    assign(&stage, "person_id", &id("lena"), "You alone, please").await;
    let lena = stage.browser("lena").await.get("/today").await.is(200).main();
    assert!(lena.contains("All of you, please") && lena.contains("You alone, please"), "{lena}");
    let karim = stage.browser("karim").await.get("/today").await.is(200).main();
    assert!(karim.contains("All of you, please") && !karim.contains("You alone"), "{karim}");
    let omar = stage.browser("omar").await.get("/today").await.is(200).main();
    assert!(!omar.contains("please"), "{omar}");
}

async fn who_is_no_learner_any_more_is_asked_for_nothing(engine: Engine) {
    let stage = Stage::open(engine).await;
    assign(&stage, "team_id", &team("A"), "All of you, please").await;
    let lena = stage.browser("lena").await;
    assert!(lena.get("/today").await.is(200).main().contains("All of you, please"));
    let mut tx = stage.db.begin().await.unwrap();
    let end = sqlx::query("UPDATE grants SET ends_at = 1 WHERE person_id = $1");
    end.bind(id("lena")).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    assert!(!lena.get("/today").await.is(200).main().contains("please"));
}
