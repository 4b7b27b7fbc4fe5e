//! Every page and every server function × everybody: a plain table. What is not in it fails.

use std::collections::{BTreeMap, BTreeSet};

use app::{
    coaching::store::{Teams, write_team_assignments},
    library::{Block, Lesson},
};
use augenhoehe_tests::{Answer, Browser, Engine, ITEM, OPEN, Reply, Stage, Talk, id, on_both_engines, run, site, team};
use reqwest::Method;
use uuid::Uuid;

pub mod table;

use table::{Row, table};

on_both_engines!(
    everybody_gets_what_the_table_says,
    an_admin_of_another_team_reaches_nothing_of_this_one,
    whoever_must_renew_a_password_does_that_first,
);

/// All that is answered without signing in; the same list as in `server/src/web/gate.rs`, on purpose a second time.
const PUBLIC: [&str; 4] = ["/sign-in", "/who-sees-what", "/api/people/sign-in", "/api/people/choose-language"];

/// Those who may come, by sign-in name.
const EVERYBODY: [&str; 5] = ["", "lena", "karim", "eva", "admin"];

fn routes() -> BTreeSet<String> {
    let printed = run(&["routes"], &[]);
    String::from_utf8(printed.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn the_table_names_every_page_and_every_server_function() {
    let listed: BTreeSet<String> = table().map(|row| row.route.to_owned()).collect();
    let routes = routes();
    let missing: Vec<_> = routes.difference(&listed).collect();
    assert!(missing.is_empty(), "say in tests/tests/access_matrix/table.rs who may use {missing:#?}");
    let gone: Vec<_> = listed.difference(&routes).collect();
    assert!(gone.is_empty(), "in the table, but not in the program: {gone:#?}");
}

async fn everybody_gets_what_the_table_says(engine: Engine) {
    let stage = Stage::open(engine).await;
    let values = prepare(&stage).await;
    let mut wrong = Vec::new();
    // First all that is refused: it must not have changed anything that the rest builds on.
    for is_allowed in [false, true] {
        for (row, who) in table().flat_map(|row| EVERYBODY.map(|who| (row, who))) {
            if may(row, who) == is_allowed {
                let answer = ask(&stage, row, who, &values).await;
                if !is_right(row, who, is_allowed, &answer) {
                    let to = answer.header("location");
                    wrong.push(format!("{} {:?} as {who:?}: {} {to}", row.route, row.with, answer.status));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn may(row: &Row, who: &str) -> bool {
    match who {
        "" => PUBLIC.contains(&row.path()),
        _ => row.allowed.contains(&who),
    }
}

fn is_right(row: &Row, who: &str, is_allowed: bool, answer: &Answer) -> bool {
    let (status, to) = (answer.status.as_u16(), answer.header("location"));
    match (is_allowed, who, row.method()) {
        (true, _, Method::GET) => status == 200,
        (true, ..) => status == 303,
        (false, "", Method::GET) => status == 303 && to.starts_with("/sign-in?next="),
        (false, "", _) => status == 401,
        (false, ..) => matches!(status, 403 | 404),
    }
}

async fn ask(stage: &Stage, row: &Row, who: &str, values: &BTreeMap<&str, String>) -> Answer {
    let browser = if who.is_empty() { stage.stranger() } else { stage.browser(who).await };
    send(&browser, row, values).await
}

pub async fn send(browser: &Browser, row: &Row, values: &BTreeMap<&str, String>) -> Answer {
    let fill = |text: &str| fill(text, row.with, values);
    match row.method() {
        Method::GET => browser.get_once(&fill(row.path())).await,
        _ => {
            let fields: Vec<(&str, String)> = row.fields.iter().map(|(name, value)| (*name, fill(value))).collect();
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            if fields.iter().any(|(name, _)| *name == "file") {
                return browser.post_file(row.path(), &fields).await;
            }
            browser.post_once(row.path(), &fields).await
        }
    }
}

/// Puts values where names stand in braces: the row's own, then those of the fixture; `{new}` is another UUID each time.
fn fill(text: &str, own: &[(&str, &str)], values: &BTreeMap<&str, String>) -> String {
    let own = own.iter().map(|(name, value)| (*name, (*value).to_owned()));
    let known = values.iter().map(|(name, value)| (*name, value.clone()));
    let new = [("new", Uuid::new_v4().to_string())];
    // Twice, because the row's own values may name those of the fixture.
    own.chain(known)
        .chain(new)
        .fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), &value))
}

/// What the table's names stand for. Lena, of team A, has an attempt, and her team an assignment; so has team B.
pub async fn prepare(stage: &Stage) -> BTreeMap<&'static str, String> {
    let (lena, talk) = (stage.browser("lena").await, Talk::begin(stage).await);
    assert_eq!(talk.step(&lena, 1, "0").await.unwrap(), 200);
    let phrase = Uuid::now_v7().to_string();
    lena.post_once("/api/phrases/add", &[("form", &phrase), ("phrase", &phrase), ("said", "Gern.")]).await.is(303);
    let open = Reply::begin(stage).await;
    let recording = open.speak_and(&lena, "keep").await;
    let shared_recording = open.again().speak_and(&lena, "share").await;
    let going = open.again();
    going.step(&lena, 1, "write", &[("said", "Guten Tag.")]).await.is(303);
    going.step(&lena, 2, "back", &[]).await.is(303);
    let (assignment, assignment_b) = (assign(stage, &team("A")).await, assign(stage, &team("B")).await);
    let grant = sqlx::query_scalar("SELECT id FROM grants WHERE person_id = $1").bind(id("omar"));
    let grant: String = grant.fetch_one(stage.db.read()).await.unwrap();
    let lesson = lesson_with_check(stage).await;
    let intention = intend(stage).await;
    let blocks = || lesson.steps.iter().flat_map(|step| &step.blocks);
    let check = blocks().find_map(|block| if let Block::Check(check) = block { Some(check.id.clone()) } else { None });
    let reflection = blocks()
        .find_map(|block| if let Block::Reflection(reflection) = block { Some(reflection.id.clone()) } else { None });
    [
        ("module", lesson.module.clone()),
        ("lesson", lesson.id.clone()),
        ("lesson-version", lesson.version.clone()),
        ("check", check.unwrap()),
        ("reflection", reflection.unwrap()),
        ("drill", "winter-coat".to_owned()),
        ("card", "appreciative-communication/not-disturbing".to_owned()),
        ("drill-item", ITEM.to_owned()),
        ("drill-version", talk.version.clone()),
        ("attempt", talk.attempt),
        ("intention", intention),
        ("phrase", phrase),
        ("open-item", OPEN.to_owned()),
        ("open-version", open.version),
        ("open-attempt", open.attempt),
        ("going-attempt", going.attempt),
        ("recording", recording),
        ("shared-recording", shared_recording),
        ("team", team("A")),
        ("team-b", team("B")),
        ("site", site("Hamburg")),
        ("assignment", assignment),
        ("assignment-b", assignment_b),
        ("person", id("omar")),
        ("grant", grant),
        ("absence", Uuid::now_v7().to_string()),
        ("csv", "sign_in_name,name,site,team\nneu-{new},Neu,Zürich,Team C\n".to_owned()),
        ("statement", statement(stage).await),
        ("due", day_in(7)),
        ("later", day_in(14)),
    ]
    .into()
}

/// A day after today, as forms send it.
pub fn day_in(days: u64) -> String {
    let day = chrono::Utc::now().date_naive().checked_add_days(chrono::Days::new(days));
    day.unwrap().to_string()
}

/// Lena's intention, with a note on what stopped her.
async fn intend(stage: &Stage) -> String {
    let intention = Uuid::now_v7().to_string();
    let mut tx = stage.db.begin().await.unwrap();
    let insert = sqlx::query(
        "INSERT INTO intentions (id, person_id, item, text, day, created_at, note, obstacle, revision)
         VALUES ($1, $2, '', 'Wenn jemand wartet, dann schaue ich auf.', '2100-01-01', 0, '', 'Zeit', 0)",
    );
    insert.bind(&intention).bind(id("lena")).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    intention
}

/// A sentence of the organisation's.
async fn statement(stage: &Stage) -> String {
    let statement = Uuid::now_v7().to_string();
    let mut tx = stage.db.begin().await.unwrap();
    let insert = sqlx::query(
        "INSERT INTO value_statements (id, kind, position, name_de, name_en, de, en, changed_at)
         VALUES ($1, 'mission', 0, '', '', 'Wir sehen nach.', '', 7)",
    );
    insert.bind(&statement).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    statement
}

async fn assign(stage: &Stage, to: &str) -> String {
    let assignment = Uuid::now_v7().to_string();
    let mut tx = stage.db.begin().await.unwrap();
    let insert = sqlx::query(
        "INSERT INTO assignments (id, created_by, team_id, kind, item, due_on, note, created_at, changed_at)
         VALUES ($1, $2, $3, 'module', 'appreciative-communication', '2100-01-01', '', 0, 0)",
    );
    insert.bind(&assignment).bind(id("karim")).bind(to).execute(&mut *tx).await.unwrap();
    write_team_assignments(&mut tx, Teams::One(to)).await.unwrap();
    tx.commit().await.unwrap();
    assignment
}

async fn lesson_with_check(stage: &Stage) -> Lesson {
    let lessons = sqlx::query_scalar("SELECT body FROM content_versions WHERE kind = 'lesson' ORDER BY item");
    let lessons: Vec<String> = lessons.fetch_all(stage.db.read()).await.unwrap();
    let mut lessons = lessons.iter().map(|body| serde_json::from_str::<Lesson>(body).unwrap());
    let has = |lesson: &Lesson, is: fn(&Block) -> bool| lesson.steps.iter().flat_map(|step| &step.blocks).any(is);
    let found = lessons.find(|lesson| {
        has(lesson, |block| matches!(block, Block::Check(_)))
            && has(lesson, |block| matches!(block, Block::Reflection(_)))
    });
    found.unwrap()
}

/// What admins get wherever they are: without anything of what lies beyond their reach. The import is of people at their own site.
const OF_THEIR_OWN: [&str; 10] = [
    "GET /admin/people",
    "GET /admin/people/new",
    "GET /admin/sites",
    "GET /admin/import",
    "GET /admin/audit-log",
    "POST /api/admin/check-import",
    "POST /api/admin/import",
    "GET /admin/our-values",
    "GET /admin/decision-cards",
    "GET /admin/decision-cards/{card}",
];

async fn an_admin_of_another_team_reaches_nothing_of_this_one(engine: Engine) {
    let stage = Stage::open(engine).await;
    let values = prepare(&stage).await;
    // Whoever is in the table is of the teams A and B; Ines is of the team C, at another site.
    stage.give_grant("ines", "admin", &format!("site:{}", site("Zürich"))).await;
    let ines = stage.browser("ines").await;
    let mut wrong = Vec::new();
    for row in table().filter(|row| row.allowed == ["admin"]) {
        let answer = send(&ines, row, &values).await;
        let is_refused = matches!(answer.status.as_u16(), 403 | 404);
        if is_refused == OF_THEIR_OWN.contains(&row.route) {
            wrong.push(format!("{} {:?}: {} {}", row.route, row.with, answer.status, answer.header("location")));
        }
        let said = answer.main();
        let of_others = ["Omar", "Lena", "Karim", "Hamburg", "Team A", "Team B"];
        wrong.extend(of_others.iter().filter(|name| said.contains(*name)).map(|name| format!("{}: {name}", row.route)));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

async fn whoever_must_renew_a_password_does_that_first(engine: Engine) {
    const FIRST: [&str; 3] = ["/new-password", "/api/people/set-password", "/api/people/sign-out"];
    let stage = Stage::open(engine).await;
    let values = prepare(&stage).await;
    let browser = stage.browser("karim").await;
    let mut tx = stage.db.begin().await.unwrap();
    sqlx::query("UPDATE sessions SET must_renew = 1").execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    for row in table().filter(|row| !FIRST.contains(&row.path()) && !PUBLIC.contains(&row.path())) {
        let answer = send(&browser, row, &values).await;
        assert_eq!((answer.is(303).header("location"), row.route), ("/new-password", row.route));
    }
    browser.get_once("/new-password").await.is(200);
}
