//! What a team is asked for stands in two places, row by row and in one text: they never differ.

use app::storage::Database;
use augenhoehe_tests::{Browser, Engine, Stage, THREE_PEOPLE, id, on_both_engines, team};
use futures::{future::join_all, join};
use uuid::Uuid;

use crate::access_matrix::day_in;

on_both_engines!(
    what_was_assigned_before_is_in_the_text,
    assigning_changing_withdrawing_and_renaming_write_both,
    those_who_assign_at_the_same_time_lose_nothing,
);

const BEFORE: [&str; 1] = [
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
    scratch.write(&THREE_PEOPLE).await;
    scratch.write(&BEFORE).await;
    scratch.db.migrate_to(19).await.unwrap();
    assert_eq!(assert_both_agree(&scratch.db).await, 3);
}

const MODULE: &str = "module:appreciative-communication";

/// Asks team A, or somebody in it, by the form; the assignment's id.
pub async fn assign(coach: &Browser, whom: &str, what: &str, due: u64) -> String {
    let assignment = Uuid::now_v7().to_string();
    let fields = [
        ("form", &*Uuid::now_v7().to_string()),
        ("assignment", &*assignment),
        ("team", &*team("A")),
        ("whom", whom),
        ("what", what),
        ("due", &*day_in(due)),
        ("note", "Ten minutes"),
    ];
    coach.post("/api/coaching/create-assignment", &fields).await.is(200);
    assignment
}

/// Gives somebody another name, or another team.
pub async fn change_person(admin: &Browser, person: &str, name: &str, into: &str) {
    let fields = [
        ("form", &*Uuid::now_v7().to_string()),
        ("person", &*id(person)),
        ("name", name),
        ("sign_in_name", person),
        ("team", &*team(into)),
    ];
    admin.post("/api/admin/change-person", &fields).await.is(200);
}

async fn assigning_changing_withdrawing_and_renaming_write_both(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (karim, lena, admin) =
        (stage.browser("karim").await, stage.browser("lena").await, stage.browser("admin").await);
    let first = assign(&karim, "team", MODULE, 7).await;
    let second = assign(&karim, "team", MODULE, 9).await;
    assign(&karim, &id("lena"), MODULE, 8).await;
    assert_eq!(assert_both_agree(&stage.db).await, 2, "what Lena alone is asked for is not the team's");

    let (form, team) = (Uuid::now_v7().to_string(), team("A"));
    let of = |assignment| [("form", &*form), ("team", &*team), ("assignment", assignment)];
    let change = [("due", &*day_in(5)), ("note", "Twenty minutes")];
    karim.post("/api/coaching/change-assignment", &[&of(&first)[..], &change].concat()).await.is(200);
    assert_eq!(assert_both_agree(&stage.db).await, 2);
    assert!(lena.get("/today").await.main().contains("Twenty minutes"));

    change_person(&admin, "karim", "Karim Neumann", "A").await;
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
    let (karim, admin) = (stage.browser("karim").await, stage.browser("admin").await);
    let assigning = join_all((0..12).map(|number| assign(&karim, "team", MODULE, 7 + number)));
    join!(assigning, change_person(&admin, "karim", "Karim Neumann", "A"));
    assert_eq!(assert_both_agree(&stage.db).await, 12);
}
