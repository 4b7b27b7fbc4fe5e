//! Where conversations take another turn: counted once a quarter, of the whole organisation, and never of one person.

use app::{
    detours::close_quarters,
    drills::{
        dialogue::{
            content::{Dialogue, SceneKind},
            model::{Event, Plot, State},
        },
        store::join_events,
    },
    language::fold,
};
use augenhoehe_tests::{Engine, ITEM, Stage, Talk, id, on_both_engines, site, team};
use chrono::DateTime;
use uuid::Uuid;

on_both_engines!(
    first_attempts_are_counted_once_and_for_all,
    an_older_version_keeps_its_text,
    too_few_leave_no_trace,
    several_servers_close_a_quarter_once,
    nobody_sees_them_but_who_leads_everything,
);

const LIST: &str = "/uptake/detours";
const STORED: &str = "SELECT COUNT(*) FROM detours";

fn at(text: &str) -> i64 {
    DateTime::parse_from_rfc3339(text).unwrap().timestamp_millis()
}

/// After the first quarter of 2026, and its grace.
fn april() -> i64 {
    at("2026-04-10T00:00:00Z")
}

fn drill() -> String {
    format!("{LIST}/{ITEM}")
}

/// So many people are here; what is counted begins in the first week of 2026.
async fn hire(stage: &Stage, count: usize) -> Vec<String> {
    let mut tx = stage.db.begin().await.unwrap();
    let mut people = Vec::new();
    for number in 0..count {
        let (person, name) = (Uuid::new_v4().to_string(), format!("neu-{number}"));
        let insert = sqlx::query(
            "INSERT INTO people (id, sign_in_name, sign_in_key, name, name_key, team_id, created_at) VALUES ($1, $2, $3, $2, $3, $4, 0)",
        );
        let insert = insert.bind(&person).bind(&name).bind(fold(&name)).bind(team("A"));
        insert.execute(&mut *tx).await.unwrap();
        people.push(person);
    }
    let week =
        sqlx::query("INSERT INTO weekly_activity (person_id, week, millis, last_at) VALUES ($1, '2026-01-05', 1, 1)");
    week.bind(&people[0]).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    people
}

/// Each of these people begins an attempt at a moment, with these events.
async fn play(stage: &Stage, people: &[String], version: &str, started_at: &str, events: &[String]) {
    let mut tx = stage.db.begin().await.unwrap();
    for person in people {
        let insert = sqlx::query(
            "INSERT INTO attempts (id, person_id, item, version, started_at, last_number, events, last_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $5)",
        );
        let insert = insert.bind(Uuid::new_v4().to_string()).bind(person).bind(ITEM).bind(version);
        let insert = insert.bind(at(started_at)).bind(events.len() as i64).bind(join_events(events));
        insert.execute(&mut *tx).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// A way to an ending that begins with a choice.
fn way(dialogue: &Dialogue, first: usize) -> Vec<String> {
    let plot = Plot::from(dialogue);
    let (mut state, mut way, mut choice) = (State::start(&plot), Vec::new(), first);
    while state.outcome(&plot).is_none() {
        state = state.apply(&plot, Event::Choose(choice)).unwrap();
        way.push(choice.to_string());
        choice = 0;
    }
    way
}

/// What is stored of everything.
async fn stored(stage: &Stage) -> Vec<(String, String, String)> {
    let all = sqlx::query_as("SELECT quarter, version, figures FROM detours ORDER BY quarter, version");
    all.fetch_all(stage.db.read()).await.unwrap()
}

async fn first_attempts_are_counted_once_and_for_all(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (talk, people) = (Talk::begin(&stage).await, hire(&stage, 400).await);
    let ways = [0, 1, 2].map(|first| way(&talk.dialogue, first));
    let (most, some) = people.split_at(280);
    play(&stage, most, &talk.version, "2026-02-01T10:00:00Z", &ways[0]).await;
    let second_thoughts = [&["1".to_owned(), "back".to_owned()], &ways[0][..]].concat();
    play(&stage, some, &talk.version, "2026-03-31T23:59:59Z", &second_thoughts).await;
    // Nothing was said; a second attempt; another quarter.
    play(&stage, &people, &talk.version, "2026-01-15T10:00:00Z", &["wait".to_owned()]).await;
    play(&stage, &people, &talk.version, "2026-03-31T23:59:59.5Z", &ways[2]).await;
    play(&stage, &people, &talk.version, "2026-04-01T00:00:00Z", &ways[2]).await;
    assert_eq!(close_quarters(&stage.db, at("2026-04-02T23:59:59Z"), 8).await.unwrap(), 0, "not over yet");
    assert_eq!(close_quarters(&stage.db, april(), 8).await.unwrap(), 1);
    let first = stored(&stage).await;
    assert_eq!(first.len(), 1);

    let eva = stage.browser("eva").await;
    let list = eva.get(LIST).await;
    list.is(200);
    let title = &talk.dialogue.head.title.en;
    assert!(list.main().contains(title) && list.main().contains("50 people and more"), "{}", list.main());
    let page = eva.get(&format!("{}?quarter=2026-Q1", drill())).await;
    let lines = page.is(200).text("#scene-0 ~ .lines .num");
    assert!(lines.starts_with("about 70% about 30% under 10%"), "{lines}");
    assert!(page.main().contains("taken back here by about 30%"), "{}", page.main());

    play(&stage, &people, &talk.version, "2026-01-01T00:00:00Z", &ways[2]).await;
    assert_eq!(close_quarters(&stage.db, april(), 8).await.unwrap(), 0);
    assert_eq!(stored(&stage).await, first, "what is closed stays as it is");
}

async fn an_older_version_keeps_its_text(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (talk, people) = (Talk::begin(&stage).await, hire(&stage, 130).await);
    let mut old = talk.dialogue.clone();
    old.head.version = "older".to_owned();
    old.head.title.en = "The coat of old".to_owned();
    let SceneKind::Talk { choices, .. } = &mut old.scenes[0].kind else { panic!("a talk begins") };
    choices[0].says.en = "Said long ago.".to_owned();
    let mut tx = stage.db.begin().await.unwrap();
    let keep = sqlx::query(
        "INSERT INTO content_versions (version, kind, item, body, created_at) VALUES ('older', 'dialogue', $1, $2, $3)",
    );
    let keep = keep.bind(ITEM).bind(serde_json::to_string(&old).unwrap()).bind(at("2025-05-05T12:00:00Z"));
    keep.execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    let (before, after) = people.split_at(80);
    play(&stage, before, "older", "2026-01-20T10:00:00Z", &way(&old, 0)).await;
    // Who has played the older one already does not count again.
    play(&stage, &people, &talk.version, "2026-02-20T10:00:00Z", &way(&talk.dialogue, 1)).await;
    close_quarters(&stage.db, april(), 8).await.unwrap();
    assert_eq!(stage.count(STORED).await, 2);
    assert_eq!(after.len(), 50);

    let eva = stage.browser("eva").await;
    let list = eva.get(LIST).await;
    assert!(list.is(200).main().contains("The coat of old") && list.main().contains("Version of 5 May 2025"));
    let page = eva.get(&drill()).await;
    let now = page.is(200).main();
    assert!(!now.contains("Said long ago.") && now.contains("Version of 5 May 2025"), "{now}");
    assert!(page.text("#scene-0 ~ .lines .num").contains("under 10% over 90%"), "{now}");
    let then = eva.get(&format!("{}?version=older", drill())).await;
    assert!(then.is(200).main().contains("Said long ago.") && then.main().contains("The coat of old"));
    assert!(then.main().contains("an older version, of 5 May 2025"), "{}", then.main());
    assert!(then.text("#scene-0 ~ .lines .num").starts_with("over 90% under 10%"));
    eva.get(&format!("{}?version=none", drill())).await.is(404);
}

async fn too_few_leave_no_trace(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (talk, people) = (Talk::begin(&stage).await, hire(&stage, 15).await);
    play(&stage, &people, &talk.version, "2026-02-01T10:00:00Z", &way(&talk.dialogue, 0)).await;
    assert_eq!(close_quarters(&stage.db, april(), 8).await.unwrap(), 1);
    assert_eq!(stage.count(STORED).await, 0, "fifteen are fewer than twice eight");
    let eva = stage.browser("eva").await;
    assert!(eva.get(LIST).await.is(200).main().contains("no conversation had enough people"));
    assert!(eva.get(&drill()).await.is(200).main().contains("too few people had it"));
    for (path, status) in [("?quarter=2026-Q2", 404), ("?quarter=spring", 400), ("/no/drill", 404)] {
        eva.get(&format!("{LIST}{path}")).await.is(status);
    }
}

async fn several_servers_close_a_quarter_once(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (talk, people) = (Talk::begin(&stage).await, hire(&stage, 60).await);
    play(&stage, &people, &talk.version, "2026-02-01T10:00:00Z", &way(&talk.dialogue, 0)).await;
    let closing = futures::future::join_all((0..4).map(|_| close_quarters(&stage.db, april(), 8))).await;
    assert_eq!(closing.into_iter().map(Result::unwrap).sum::<usize>(), 1);
    assert_eq!(stage.count(STORED).await, 1);
}

async fn nobody_sees_them_but_who_leads_everything(engine: Engine) {
    let stage = Stage::open(engine).await;
    let eva = stage.browser("eva").await;
    assert!(eva.get(LIST).await.is(200).main().contains("No quarter is closed yet"));
    let (talk, people) = (Talk::begin(&stage).await, hire(&stage, 60).await);
    play(&stage, &people, &talk.version, "2026-02-01T10:00:00Z", &way(&talk.dialogue, 0)).await;
    close_quarters(&stage.db, april(), 8).await.unwrap();
    for path in [LIST.to_owned(), drill()] {
        for who in ["lena", "karim", "admin"] {
            stage.browser(who).await.get(&path).await.is(403);
        }
        assert!(eva.get(&path).await.is(200).main().contains("over 90%"));
    }
    assert_eq!(eva.get("/uptake").await.all("a[href='/uptake/detours']", "href").len(), 1);
    let (admin, form, grant) = (stage.browser("admin").await, Uuid::new_v4().to_string(), Uuid::new_v4().to_string());
    let (person, bound) = (id("karim"), format!("site:{}", site("Hamburg")));
    let fields = [("form", &*form), ("grant", &*grant), ("person", &*person), ("role", "leader"), ("bound", &*bound)];
    admin.post("/api/admin/give-grant", &fields).await.is(200);
    let karim = stage.browser("karim").await;
    for path in [LIST.to_owned(), drill()] {
        let page = karim.get(&path).await;
        assert!(page.is(200).main().contains("whole organisation only") && !page.main().contains('%'));
    }
    assert!(karim.get("/uptake").await.all("a[href='/uptake/detours']", "href").is_empty());
}
