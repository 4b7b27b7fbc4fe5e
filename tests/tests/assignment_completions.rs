//! Who has finished what was assigned stands by assignment, too: for everybody who is asked it is what they have finished.

use app::storage::Database;
use augenhoehe_tests::{Browser, Engine, ITEM, Stage, Talk, id, on_both_engines, team};
use sqlx::Executor;
use uuid::Uuid;

use crate::access_matrix::day_in;

on_both_engines!(
    what_was_finished_before_is_with_its_assignment,
    assigning_finishing_and_joining_write_both,
    a_talk_that_ends_while_it_is_assigned_is_done,
);

const BEFORE: [&str; 5] = [
    "INSERT INTO sites (id, name, name_key, time_zone, region) VALUES ('site', 'Bern', 'bern', 'Europe/Zurich', 'CH')",
    "INSERT INTO teams (id, site_id, name, name_key) VALUES ('team', 'site', 'Till', 'till'), ('other', 'site', 'Desk', 'desk')",
    "INSERT INTO people (id, sign_in_name, sign_in_key, name, name_key, team_id, created_at)
     VALUES ('lena', 'lena', 'lena', 'Lena', 'lena', 'team', 1), ('karim', 'karim', 'karim', 'Karim', 'karim', 'team', 1),
            ('omar', 'omar', 'omar', 'Omar', 'omar', 'other', 1)",
    "INSERT INTO completions (person_id, kind, item, done_at)
     VALUES ('lena', 'drill', 'listening/soup', 61), ('karim', 'drill', 'listening/soup', 62), ('omar', 'drill', 'listening/soup', 63),
            ('lena', 'module', 'listening', 64), ('karim', 'module', 'listening', 65)",
    "INSERT INTO assignments (id, created_by, team_id, person_id, kind, item, due_on, note, created_at, changed_at)
     VALUES ('a', 'karim', 'team', NULL, 'drill', 'listening/soup', '2026-03-02', '', 61, 61),
            ('b', 'karim', NULL, 'lena', 'module', 'listening', '2026-03-09', '', 62, 62),
            ('c', 'karim', 'other', NULL, 'module', 'listening', '2026-03-09', '', 63, 63)",
];

/// Everything that somebody has finished and is asked for, from the completions and by assignment.
pub async fn assert_both_agree(db: &Database) -> usize {
    let finished: Vec<(String, String, i64)> = sqlx::query_as(
        "SELECT a.id, p.id, c.done_at FROM assignments a
         JOIN people p ON p.id = a.person_id OR p.team_id = a.team_id
         JOIN completions c ON c.person_id = p.id AND c.kind = a.kind AND c.item = a.item ORDER BY a.id, p.id",
    )
    .fetch_all(db.read())
    .await
    .unwrap();
    let by_assignment: Vec<(String, String, i64)> = sqlx::query_as(
        "SELECT c.assignment_id, c.person_id, c.done_at FROM assignment_completions c
         JOIN assignments a ON a.id = c.assignment_id JOIN people p ON p.id = c.person_id
         WHERE p.id = a.person_id OR p.team_id = a.team_id ORDER BY 1, 2",
    )
    .fetch_all(db.read())
    .await
    .unwrap();
    assert_eq!(by_assignment, finished);
    finished.len()
}

async fn what_was_finished_before_is_with_its_assignment(engine: Engine) {
    let scratch = Stage::scratch_at(engine, 19).await;
    let mut tx = scratch.db.begin().await.unwrap();
    for statement in BEFORE {
        tx.execute(statement).await.unwrap();
    }
    tx.commit().await.unwrap();
    scratch.db.migrate_to(20).await.unwrap();
    assert_eq!(assert_both_agree(&scratch.db).await, 3);
}

/// Asks team A, or somebody in it, for the talk that tests play.
async fn assign(coach: &Browser, whom: &str) {
    let fields = [
        ("form", &*Uuid::now_v7().to_string()),
        ("assignment", &*Uuid::now_v7().to_string()),
        ("team", &*team("A")),
        ("whom", whom),
        ("what", &*format!("drill:{ITEM}")),
        ("due", &*day_in(7)),
        ("note", ""),
    ];
    coach.post("/api/coaching/create-assignment", &fields).await.is(200);
}

async fn play(talk: &Talk, browser: &Browser) {
    for (number, event) in (1..).zip(&talk.way()) {
        assert_eq!(talk.step(browser, number, event).await.unwrap(), 200);
    }
}

async fn move_to(stage: &Stage, person: &str, into: &str) {
    let fields = [
        ("form", &*Uuid::now_v7().to_string()),
        ("person", &*id(person)),
        ("name", "Somebody Else"),
        ("sign_in_name", person),
        ("team", &*team(into)),
    ];
    stage.browser("admin").await.post("/api/admin/change-person", &fields).await.is(200);
}

async fn assigning_finishing_and_joining_write_both(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (karim, talk) = (stage.browser("karim").await, Talk::begin(&stage).await);
    assign(&karim, "team").await;
    assert_eq!(assert_both_agree(&stage.db).await, 0);
    play(&talk, &stage.browser("lena").await).await;
    assert_eq!(assert_both_agree(&stage.db).await, 1, "finished after it was assigned");
    assign(&karim, &id("lena")).await;
    assert_eq!(assert_both_agree(&stage.db).await, 2, "finished before it was assigned");
    stage.finish("omar", "drill", ITEM, 7).await;
    move_to(&stage, "omar", "A").await;
    assert_eq!(assert_both_agree(&stage.db).await, 3, "finished before the person came");
    move_to(&stage, "omar", "B").await;
    assert_eq!(assert_both_agree(&stage.db).await, 2, "and gone again");
}

async fn a_talk_that_ends_while_it_is_assigned_is_done(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (karim, lena, talk) = (stage.browser("karim").await, stage.browser("lena").await, Talk::begin(&stage).await);
    let assigning = async {
        for _ in 0..8 {
            assign(&karim, "team").await;
        }
    };
    futures::join!(assigning, play(&talk, &lena));
    assert_eq!(assert_both_agree(&stage.db).await, 8);
}
