//! Who has finished what was assigned stands by assignment, too: for everybody who is asked it is what they have finished.

use std::time::Duration;

use app::storage::Database;
use augenhoehe_tests::{Browser, Engine, ITEM, Stage, THREE_PEOPLE, Talk, id, on_both_engines, team};
use futures::{future::join_all, join};
use tokio::time::timeout;
use uuid::Uuid;

use crate::team_assignments::{assign, change_person};

on_both_engines!(
    what_was_finished_before_is_with_its_assignment,
    assigning_finishing_and_joining_write_both,
    whatever_comes_at_the_same_time_meets,
    who_neither_assigns_nor_moves_does_not_wait_for_what_is_being_finished,
);

const BEFORE: [&str; 2] = [
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
    scratch.write(&THREE_PEOPLE).await;
    scratch.write(&BEFORE).await;
    scratch.db.migrate_to(20).await.unwrap();
    assert_eq!(assert_both_agree(&scratch.db).await, 3);
}

async fn play(talk: &Talk, browser: &Browser) {
    for (number, event) in (1..).zip(&talk.way()) {
        assert_eq!(talk.step(browser, number, event).await.unwrap(), 200);
    }
}

fn talk() -> String {
    format!("drill:{ITEM}")
}

async fn assigning_finishing_and_joining_write_both(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (karim, admin, attempt) =
        (stage.browser("karim").await, stage.browser("admin").await, Talk::begin(&stage).await);
    assign(&karim, "team", &talk(), 7).await;
    assert_eq!(assert_both_agree(&stage.db).await, 0);
    play(&attempt, &stage.browser("lena").await).await;
    assert_eq!(assert_both_agree(&stage.db).await, 1, "finished after it was assigned");
    assign(&karim, &id("lena"), &talk(), 7).await;
    assert_eq!(assert_both_agree(&stage.db).await, 2, "finished before it was assigned");
    stage.finish("omar", "drill", ITEM, 7).await;
    change_person(&admin, "omar", "Omar", "A").await;
    assert_eq!(assert_both_agree(&stage.db).await, 3, "finished before the person came");
    change_person(&admin, "omar", "Omar", "B").await;
    assert_eq!(assert_both_agree(&stage.db).await, 2, "and gone again");
}

async fn whatever_comes_at_the_same_time_meets(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (karim, admin) = (stage.browser("karim").await, stage.browser("admin").await);
    let (lena, attempt) = (stage.browser("lena").await, Talk::begin(&stage).await);
    stage.finish("omar", "drill", ITEM, 7).await;
    let what = talk();
    let assigning = join_all((0..8).map(|_| assign(&karim, "team", &what, 7)));
    join!(assigning, play(&attempt, &lena), change_person(&admin, "omar", "Omar", "A"));
    assert_eq!(
        assert_both_agree(&stage.db).await,
        16,
        "Lena ends her talk and Omar comes while the team is asked for it"
    );
}

async fn who_neither_assigns_nor_moves_does_not_wait_for_what_is_being_finished(engine: Engine) {
    if engine == Engine::Sqlite {
        // One writer at a time.
        return;
    }
    let stage = Stage::open(engine).await;
    let (karim, admin) = (stage.browser("karim").await, stage.browser("admin").await);
    let asked = assign(&karim, "team", &talk(), 7).await;
    let mut finishing = stage.db.begin().await.unwrap();
    let finish = sqlx::query("INSERT INTO completions (person_id, kind, item, done_at) VALUES ($1, 'drill', $2, 7)");
    finish.bind(id("lena")).bind(ITEM).execute(&mut *finishing).await.unwrap();
    let meanwhile = async {
        change_person(&admin, "lena", "Lena Neumann", "A").await;
        let file = "sign_in_name,name,site,team\nneu,Neue Person,Hamburg,Team A\n";
        let form = Uuid::now_v7().to_string();
        let imported = admin.post_file("/api/admin/import", &[("form", &form), ("file", file)]).await;
        assert!(imported.is(303).header("location").contains("done="), "{}", imported.header("location"));
        let form = Uuid::now_v7().to_string();
        let withdrawn = [("form", &*form), ("team", &*team("A")), ("assignment", &*asked)];
        karim.post("/api/coaching/withdraw-assignment", &withdrawn).await.is(200);
    };
    timeout(Duration::from_secs(20), meanwhile).await.expect("waits for nobody");
    finishing.commit().await.unwrap();
}
