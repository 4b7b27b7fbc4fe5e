//! What a team's page asks of each person stands with the person, kept by the database: it never differs from roles, absences and teams.

use std::time::Duration;

use app::storage::{Database, Transaction};
use augenhoehe_tests::{Engine, ITEM, Stage, THREE_PEOPLE, id, on_both_engines, team};
use futures::join;
use tokio::time::sleep;
use uuid::Uuid;

use crate::{
    access_matrix::day_in,
    team_assignments::{assign, change_person},
};

on_both_engines!(
    what_stood_there_before_is_with_the_person,
    roles_absences_and_moves_write_both,
    absences_that_are_written_at_the_same_time_are_all_there,
);

const BEFORE: [&str; 3] = [
    "INSERT INTO grants (id, person_id, role, granted_at, ends_at)
     VALUES ('a', 'lena', 'learner', 1, 5), ('b', 'lena', 'learner', 1, 7), ('c', 'karim', 'learner', 1, NULL), ('d', 'karim', 'learner', 1, 9),
            ('e', 'omar', 'coach', 1, NULL)",
    "INSERT INTO absences (id, person_id, first_day, last_day)
     VALUES ('a', 'lena', '2026-03-02', '2026-03-03'), ('b', 'lena', '2026-04-02', '2026-04-02')",
    "INSERT INTO assignments (id, created_by, team_id, person_id, kind, item, due_on, note, created_at, changed_at)
     VALUES ('a', 'karim', 'team', NULL, 'module', 'listening', '2026-03-02', '', 61, 61),
            ('b', 'karim', NULL, 'omar', 'module', 'listening', '2026-03-02', '', 61, 61)",
];

/// For how many people, and how many absences they have.
pub async fn assert_both_agree(db: &Database) -> (usize, usize) {
    let people: Vec<(String, i64, String, i64)> = sqlx::query_as(
        "SELECT p.id, p.learns_until, p.away, COALESCE((SELECT MAX(COALESCE(g.ends_at, 9223372036854775807)) FROM grants g
                                                        WHERE g.person_id = p.id AND g.role = 'learner'), 0) AS until
         FROM people p",
    )
    .fetch_all(db.read())
    .await
    .unwrap();
    let absences =
        "SELECT person_id, concat_ws(' ', first_day, last_day) FROM absences ORDER BY person_id, first_day, id";
    let absences: Vec<(String, String)> = sqlx::query_as(absences).fetch_all(db.read()).await.unwrap();
    for (person, learns_until, away, until) in &people {
        assert_eq!(learns_until, until, "{person}");
        let mut away: Vec<_> = away.split(',').filter(|span| !span.is_empty()).collect();
        away.sort_unstable();
        let own = absences.iter().filter(|(of, _)| of == person).map(|(_, span)| span.as_str());
        assert_eq!(away, own.collect::<Vec<_>>(), "{person}");
    }
    let elsewhere: Vec<(String,)> = sqlx::query_as(
        "SELECT a.id FROM assignments a LEFT JOIN people p ON p.id = a.person_id
         WHERE a.in_team_id IS NULL OR a.in_team_id <> COALESCE(a.team_id, p.team_id)",
    )
    .fetch_all(db.read())
    .await
    .unwrap();
    assert_eq!(elsewhere, []);
    (people.len(), absences.len())
}

async fn what_stood_there_before_is_with_the_person(engine: Engine) {
    let scratch = Stage::scratch_at(engine, 20).await;
    scratch.write(&THREE_PEOPLE).await;
    scratch.write(&BEFORE).await;
    scratch.db.migrate_to(21).await.unwrap();
    assert_eq!(assert_both_agree(&scratch.db).await, (3, 2));
}

/// Away from a day to another, both so many days from now.
async fn be_away(stage: &Stage, person: &str, first: u64, last: u64) -> String {
    let (form, absence) = (Uuid::now_v7().to_string(), Uuid::now_v7().to_string());
    let days = [("first_day", &*day_in(first)), ("last_day", &*day_in(last))];
    let whose = [("form", &*form), ("absence", &*absence), ("person", &*id(person))];
    let admin = stage.browser("admin").await;
    admin.post("/api/admin/add-absence", &[&whose[..], &days].concat()).await.is(200);
    absence
}

async fn roles_absences_and_moves_write_both(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (karim, admin) = (stage.browser("karim").await, stage.browser("admin").await);
    let of_team_b = format!("/teams/{}", team("B"));
    let asked = assign(&karim, &id("lena"), &format!("drill:{ITEM}"), 7).await;
    let first = be_away(&stage, "lena", 3, 5).await;
    be_away(&stage, "lena", 8, 9).await;
    be_away(&stage, "lena", 9, 12).await;
    assert_eq!(assert_both_agree(&stage.db).await.1, 2, "one of them has grown");

    let gone = [("form", &*Uuid::now_v7().to_string()), ("absence", &*first), ("person", &*id("lena"))];
    admin.post("/api/admin/remove-absence", &gone).await.is(200);
    assert_eq!(assert_both_agree(&stage.db).await.1, 1);

    stage.give_grant("karim", "coach", &format!("team:{}", team("B"))).await;
    assert!(!karim.get(&of_team_b).await.is(200).body.contains(&asked));
    change_person(&admin, "lena", "Lena", "B").await;
    assert_both_agree(&stage.db).await;
    assert!(karim.get(&of_team_b).await.is(200).body.contains(&asked), "goes with Lena");

    for grant in admin.get(&format!("/admin/people/{}", id("lena"))).await.forms() {
        if grant.action == "/api/admin/end-grant" {
            admin.submit(&grant).await.is(200);
        }
    }
    assert_both_agree(&stage.db).await;
    let page = karim.get(&of_team_b).await;
    assert!(!page.is(200).body.contains(&asked) && !page.main().contains("Lena"), "learns no more");
    stage.give_grant("lena", "learner", &format!("team:{}", team("B"))).await;
    assert_both_agree(&stage.db).await;
    assert!(karim.get(&of_team_b).await.body.contains(&asked), "learns again");
}

async fn absences_that_are_written_at_the_same_time_are_all_there(engine: Engine) {
    let stage = Stage::open(engine).await;
    join!(be_away(&stage, "lena", 3, 5), be_away(&stage, "lena", 10, 11), be_away(&stage, "omar", 10, 11));
    assert_eq!(assert_both_agree(&stage.db).await.1, 3);

    // Administration writes one thing after another; other programs do not. On PostgreSQL the second begins before the first is there.
    let write = |name: &'static str, tx| async move {
        let mut tx: Transaction = tx;
        let absence = sqlx::query("INSERT INTO absences (id, person_id, first_day, last_day) VALUES ($1, $2, $3, $3)");
        absence.bind(name).bind(id("lena")).bind(day_in(20)).execute(&mut *tx).await.unwrap();
        tx
    };
    let first = write("first", stage.db.begin().await.unwrap()).await;
    let second = async { write("second", stage.db.begin().await.unwrap()).await.commit().await.unwrap() };
    let commit_first = async {
        sleep(Duration::from_millis(300)).await;
        first.commit().await.unwrap();
    };
    join!(second, commit_first);
    assert_eq!(assert_both_agree(&stage.db).await.1, 5);

    let mut tx = stage.db.begin().await.unwrap();
    let changed = sqlx::query("UPDATE absences SET last_day = $1 WHERE id = 'second'").bind(day_in(30));
    assert_eq!(changed.execute(&mut *tx).await.unwrap().rows_affected(), 1);
    tx.commit().await.unwrap();
    assert_both_agree(&stage.db).await;
}
