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
};
use augenhoehe_tests::{Engine, ITEM, Stage, Talk, on_both_engines, site, team};
use chrono::DateTime;
use uuid::Uuid;

on_both_engines!(
    first_attempts_are_counted_once_and_for_all,
    an_older_version_keeps_its_text,
    what_cannot_be_read_is_left_out,
    what_has_left_the_library_is_still_shown,
    too_few_leave_no_trace,
    the_minimum_is_that_of_the_closing,
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
    let people = stage.hire("A", count).await;
    let mut tx = stage.db.begin().await.unwrap();
    let week =
        sqlx::query("INSERT INTO weekly_activity (person_id, week, millis, last_at) VALUES ($1, '2026-01-05', 1, 1)");
    week.bind(&people[0]).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    people
}

/// Keeps another version of a dialogue, since 5 May 2025.
async fn keep(stage: &Stage, dialogue: &Dialogue) {
    let mut tx = stage.db.begin().await.unwrap();
    let keep = sqlx::query(
        "INSERT INTO content_versions (version, kind, item, body, created_at) VALUES ($1, 'dialogue', $2, $3, $4)",
    );
    let keep = keep.bind(&dialogue.head.version).bind(item(dialogue)).bind(serde_json::to_string(dialogue).unwrap());
    keep.bind(at("2025-05-05T12:00:00Z")).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
}

/// Publishes, with the figures there are, a later version of a dialogue; its text is broken by now.
async fn publish_broken(stage: &Stage, dialogue: &Dialogue) {
    let mut broken = dialogue.clone();
    broken.head.version = "broken".to_owned();
    keep(stage, &broken).await;
    let mut tx = stage.db.begin().await.unwrap();
    for spoil in [
        "UPDATE content_versions SET body = '{', created_at = created_at + 1 WHERE version = 'broken'",
        "INSERT INTO detours (quarter, version, item, figures) SELECT quarter, 'broken', item, figures FROM detours",
    ] {
        sqlx::query(spoil).execute(&mut *tx).await.unwrap();
    }
    tx.commit().await.unwrap();
}

fn item(dialogue: &Dialogue) -> String {
    format!("{}/{}", dialogue.head.module, dialogue.head.id)
}

/// Each of these people begins an attempt at a moment, with these events.
async fn play(stage: &Stage, people: &[String], dialogue: &Dialogue, started_at: &str, events: &[String]) {
    let mut tx = stage.db.begin().await.unwrap();
    for person in people {
        let insert = sqlx::query(
            "INSERT INTO attempts (id, person_id, item, version, started_at, last_number, events, last_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $5)",
        );
        let insert = insert.bind(Uuid::new_v4().to_string()).bind(person).bind(item(dialogue));
        let insert = insert.bind(&dialogue.head.version).bind(at(started_at));
        insert.bind(events.len() as i64).bind(join_events(events)).execute(&mut *tx).await.unwrap();
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
    play(&stage, most, &talk.dialogue, "2026-02-01T10:00:00Z", &ways[0]).await;
    let second_thoughts = [&["1".to_owned(), "back".to_owned()], &ways[0][..]].concat();
    play(&stage, some, &talk.dialogue, "2026-03-31T23:59:59Z", &second_thoughts).await;
    // Nothing was said; a second attempt; another quarter.
    play(&stage, &people, &talk.dialogue, "2026-01-15T10:00:00Z", &["wait".to_owned()]).await;
    play(&stage, &people, &talk.dialogue, "2026-03-31T23:59:59.5Z", &ways[2]).await;
    play(&stage, &people, &talk.dialogue, "2026-04-01T00:00:00Z", &ways[2]).await;
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

    play(&stage, &people, &talk.dialogue, "2026-01-01T00:00:00Z", &ways[2]).await;
    assert_eq!(close_quarters(&stage.db, april(), 8).await.unwrap(), 0);
    assert_eq!(stored(&stage).await, first, "what is closed stays as it is");
}

async fn an_older_version_keeps_its_text(engine: Engine) {
    let stage = Stage::open(engine).await;
    // With so many, chance is seen nowhere.
    let (talk, people) = (Talk::begin(&stage).await, hire(&stage, 600).await);
    let mut old = talk.dialogue.clone();
    old.head.version = "older".to_owned();
    old.head.title.en = "The coat of old".to_owned();
    let SceneKind::Talk { choices, .. } = &mut old.scenes[0].kind else { panic!("a talk begins") };
    choices[0].says.en = "Said long ago.".to_owned();
    keep(&stage, &old).await;
    let (before, _) = people.split_at(300);
    play(&stage, before, &old, "2026-01-20T10:00:00Z", &way(&old, 0)).await;
    // Who has played the older one already does not count again.
    play(&stage, &people, &talk.dialogue, "2026-02-20T10:00:00Z", &way(&talk.dialogue, 1)).await;
    close_quarters(&stage.db, april(), 8).await.unwrap();
    assert_eq!(stage.count(STORED).await, 2);

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

/// A version whose text is broken by now stands beside one that is read as ever.
async fn what_cannot_be_read_is_left_out(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (talk, people) = (Talk::begin(&stage).await, hire(&stage, 300).await);
    play(&stage, &people, &talk.dialogue, "2026-02-01T10:00:00Z", &way(&talk.dialogue, 0)).await;
    close_quarters(&stage.db, april(), 8).await.unwrap();
    publish_broken(&stage, &talk.dialogue).await;
    let eva = stage.browser("eva").await;
    let list = eva.get(LIST).await;
    assert_eq!(list.is(200).all("main .detours a", "href").len(), 1);
    assert!(list.main().contains(&talk.dialogue.head.title.en));
    let page = eva.get(&drill()).await;
    assert!(page.is(200).main().contains("over 90%") && !page.main().contains("5 May 2025"), "{}", page.main());
    eva.get(&format!("{}?version=broken", drill())).await.is(404);
    assert!(stage.server.log().contains("cannot be read"));
}

async fn what_has_left_the_library_is_still_shown(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (talk, people) = (Talk::begin(&stage).await, hire(&stage, 300).await);
    let mut gone = talk.dialogue.clone();
    (gone.head.id, gone.head.version) = ("summer-coat".to_owned(), "gone".to_owned());
    gone.head.title.en = "The summer coat".to_owned();
    keep(&stage, &gone).await;
    play(&stage, &people, &gone, "2026-02-01T10:00:00Z", &way(&gone, 0)).await;
    assert_eq!(close_quarters(&stage.db, at("2026-07-10T00:00:00Z"), 8).await.unwrap(), 2);
    let eva = stage.browser("eva").await;
    let page = async |quarter: &str| eva.get(&format!("{LIST}/{}?quarter={quarter}", item(&gone))).await;
    let first = page("2026-Q1").await;
    assert!(first.is(200).main().contains("over 90%"), "{}", first.main());
    let second = page("2026-Q2").await;
    assert_eq!(second.is(200).text("h1"), "The summer coat");
    assert!(second.main().contains("too few people had it"), "{}", second.main());
    publish_broken(&stage, &gone).await;
    assert_eq!(page("2026-Q2").await.is(200).text("h1"), "The summer coat", "the latest that can be read");
    eva.get(&format!("{LIST}/appreciative-communication/no-coat?quarter=2026-Q2")).await.is(404);
    stage.give_grant("karim", "leader", &format!("site:{}", site("Hamburg"))).await;
    let karim = stage.browser("karim").await.get(&format!("{LIST}/{}?quarter=2026-Q2", item(&gone))).await;
    assert!(karim.is(200).main().contains("whole organisation only") && !karim.main().contains("summer"));
}

async fn too_few_leave_no_trace(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (talk, people) = (Talk::begin(&stage).await, hire(&stage, 15).await);
    play(&stage, &people, &talk.dialogue, "2026-02-01T10:00:00Z", &way(&talk.dialogue, 0)).await;
    assert_eq!(close_quarters(&stage.db, april(), 8).await.unwrap(), 1);
    assert_eq!(stage.count(STORED).await, 0, "fifteen are fewer than twice eight");
    let eva = stage.browser("eva").await;
    assert!(eva.get(LIST).await.is(200).main().contains("no conversation had enough people"));
    assert!(eva.get(&drill()).await.is(200).main().contains("too few people had it"));
    for (path, status) in [("?quarter=2026-Q2", 404), ("?quarter=spring", 400), ("/no/drill", 404)] {
        eva.get(&format!("{LIST}{path}")).await.is(status);
    }
}

/// What is withheld is withheld by the rule of its time, whatever the setting is now.
async fn the_minimum_is_that_of_the_closing(engine: Engine) {
    let stage = Stage::open(engine).await;
    hire(&stage, 1).await;
    assert_eq!(close_quarters(&stage.db, april(), 12).await.unwrap(), 1);
    let eva = stage.browser("eva").await;
    for path in [LIST.to_owned(), drill()] {
        let why = eva.get(&path).await.is(200).text("#why");
        assert!(why.contains("fewer than 24 people, a scene never with fewer than 12"), "{why}");
    }
}

async fn several_servers_close_a_quarter_once(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (talk, people) = (Talk::begin(&stage).await, hire(&stage, 60).await);
    play(&stage, &people, &talk.dialogue, "2026-02-01T10:00:00Z", &way(&talk.dialogue, 0)).await;
    let closing = futures::future::join_all((0..4).map(|_| close_quarters(&stage.db, april(), 8))).await;
    assert_eq!(closing.into_iter().map(Result::unwrap).sum::<usize>(), 1);
    assert_eq!(stage.count(STORED).await, 1);
}

async fn nobody_sees_them_but_who_leads_everything(engine: Engine) {
    let stage = Stage::open(engine).await;
    let eva = stage.browser("eva").await;
    assert!(eva.get(LIST).await.is(200).main().contains("No quarter is closed yet"));
    stage.give_grant("ines", "leader", &format!("team:{}", team("C"))).await;
    assert!(stage.browser("ines").await.get(LIST).await.is(200).main().contains("whole organisation only"));
    let (talk, people) = (Talk::begin(&stage).await, hire(&stage, 300).await);
    play(&stage, &people, &talk.dialogue, "2026-02-01T10:00:00Z", &way(&talk.dialogue, 0)).await;
    close_quarters(&stage.db, april(), 8).await.unwrap();
    for path in [LIST.to_owned(), drill()] {
        for who in ["lena", "karim", "admin"] {
            stage.browser(who).await.get(&path).await.is(403);
        }
        assert!(eva.get(&path).await.is(200).main().contains("over 90%"));
    }
    assert_eq!(eva.get("/uptake").await.all("a[href='/uptake/detours']", "href").len(), 1);
    stage.give_grant("karim", "leader", &format!("site:{}", site("Hamburg"))).await;
    let karim = stage.browser("karim").await;
    for path in [LIST.to_owned(), drill()] {
        let page = karim.get(&path).await;
        assert!(page.is(200).main().contains("whole organisation only") && !page.main().contains('%'));
    }
    assert!(karim.get("/uptake").await.all("a[href='/uptake/detours']", "href").is_empty());
}
