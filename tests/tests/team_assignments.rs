//! What a team is asked for stands in two places, row by row and in one text: they never differ.

use app::storage::Database;
use augenhoehe_tests::{Browser, Engine, Stage, id, on_both_engines, team};
use sqlx::Executor;
use uuid::Uuid;

use crate::access_matrix::day_in;

on_both_engines!(
    what_was_assigned_before_is_in_the_text,
    assigning_changing_withdrawing_and_renaming_write_both,
    those_who_assign_at_the_same_time_lose_nothing,
);

const BEFORE: [&str; 4] = [
    "INSERT INTO sites (id, name, name_key, time_zone, region) VALUES ('site', 'Bern', 'bern', 'Europe/Zurich', 'CH')",
    "INSERT INTO teams (id, site_id, name, name_key) VALUES ('team', 'site', 'Till', 'till'), ('other', 'site', 'Desk', 'desk')",
    "INSERT INTO people (id, sign_in_name, sign_in_key, name, name_key, team_id, created_at)
     VALUES ('lena', 'lena', 'lena', 'Lena', 'lena', 'team', 1), ('karim', 'karim', 'karim', 'Karim', 'karim', 'team', 1)",
    "INSERT INTO assignments (id, created_by, team_id, person_id, kind, item, due_on, note, created_at, changed_at, withdrawn_at)
     VALUES ('a', 'karim', 'team', NULL, 'module', 'listening', '2026-03-02', '', 61, 61, NULL),
            ('b', 'karim', 'team', NULL, 'drill', 'listening/soup', '2026-03-09', 'Ten minutes', 62, 62, NULL),
            ('c', 'lena', 'team', NULL, 'path', 'start', '2026-03-09', '', 63, 70, 70),
            ('d', 'karim', NULL, 'lena', 'path', 'start', '2026-03-09', '', 64, 64, NULL),
            ('e', 'lena', 'other', NULL, 'path', 'start', '2026-03-10', '', 65, 65, NULL)",
];

/// Every assignment to a team that is not withdrawn, from the rows and from the texts.
pub async fn assert_both_agree(db: &Database) -> usize {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT a.team_id, concat_ws('|', a.id, a.kind, a.item, a.due_on, a.note, a.created_at, p.name)
         FROM assignments a JOIN people p ON p.id = a.created_by WHERE a.team_id IS NOT NULL AND a.withdrawn_at IS NULL",
    )
    .fetch_all(db.read())
    .await
    .unwrap();
    let texts: Vec<(String, String)> =
        sqlx::query_as("SELECT team_id, assignments FROM team_assignments").fetch_all(db.read()).await.unwrap();
    let one_by_one = |(team, all): &(String, String)| -> Vec<String> {
        all.split('\u{1e}').map(|one| format!("{team}|{}", one.replace('\u{1f}', "|"))).collect()
    };
    let mut from_rows: Vec<String> = rows.iter().map(|(team, one)| format!("{team}|{one}")).collect();
    let mut from_texts: Vec<String> = texts.iter().flat_map(one_by_one).collect();
    from_rows.sort();
    from_texts.sort();
    assert_eq!(from_texts, from_rows);
    from_rows.len()
}

async fn what_was_assigned_before_is_in_the_text(engine: Engine) {
    let scratch = Stage::scratch_at(engine, 18).await;
    let mut tx = scratch.db.begin().await.unwrap();
    for statement in BEFORE {
        tx.execute(statement).await.unwrap();
    }
    tx.commit().await.unwrap();
    scratch.db.migrate_to(19).await.unwrap();
    assert_eq!(assert_both_agree(&scratch.db).await, 3);
}

/// Asks team A for a module; the assignment's id.
async fn assign(coach: &Browser, whom: &str, due: u64) -> String {
    let (assignment, team) = (Uuid::now_v7().to_string(), team("A"));
    let fields = [
        ("form", &*Uuid::now_v7().to_string()),
        ("assignment", &*assignment),
        ("team", &*team),
        ("whom", whom),
        ("what", "module:appreciative-communication"),
        ("due", &*day_in(due)),
        ("note", "Ten minutes"),
    ];
    coach.post("/api/coaching/create-assignment", &fields).await.is(200);
    assignment
}

async fn assigning_changing_withdrawing_and_renaming_write_both(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (karim, lena) = (stage.browser("karim").await, stage.browser("lena").await);
    let first = assign(&karim, "team", 7).await;
    let second = assign(&karim, "team", 9).await;
    assign(&karim, &id("lena"), 8).await;
    assert_eq!(assert_both_agree(&stage.db).await, 2, "what Lena alone is asked for is not the team's");

    let (form, team) = (Uuid::now_v7().to_string(), team("A"));
    let of = |assignment| [("form", &*form), ("team", &*team), ("assignment", assignment)];
    let change = [("due", &*day_in(5)), ("note", "Twenty minutes")];
    karim.post("/api/coaching/change-assignment", &[&of(&first)[..], &change].concat()).await.is(200);
    assert_eq!(assert_both_agree(&stage.db).await, 2);
    assert!(lena.get("/today").await.main().contains("Twenty minutes"));

    let person = id("karim");
    let renamed = [
        ("form", &*form),
        ("person", &*person),
        ("name", "Karim Neumann"),
        ("sign_in_name", "karim"),
        ("team", &*team),
    ];
    stage.browser("admin").await.post("/api/admin/change-person", &renamed).await.is(200);
    assert_eq!(assert_both_agree(&stage.db).await, 2);
    let today = lena.get("/today").await.main();
    assert!(today.contains("Karim Neumann") && !today.contains("Karim Sayed"), "{today}");

    for (assignment, left) in [(&first, 1), (&second, 0)] {
        karim.post("/api/coaching/withdraw-assignment", &of(assignment)).await.is(200);
        assert_eq!(assert_both_agree(&stage.db).await, left);
    }
}

async fn those_who_assign_at_the_same_time_lose_nothing(engine: Engine) {
    let stage = Stage::open(engine).await;
    let karim = stage.browser("karim").await;
    futures::future::join_all((0..12).map(|number| assign(&karim, "team", 7 + number))).await;
    assert_eq!(assert_both_agree(&stage.db).await, 12);
}
