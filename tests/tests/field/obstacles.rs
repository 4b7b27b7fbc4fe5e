//! What is handed in without a name.

use app::drills::field::obstacles::publish_obstacles;
use augenhoehe_tests::{Browser, Engine, Form, Stage, on_both_engines, site, team};
use uuid::Uuid;

use super::{ANSWER, KEEP, address, intend};

on_both_engines!(
    what_is_handed_in_leads_to_nobody,
    handing_in_counts_once,
    nothing_is_shown_until_there_are_enough,
    leaders_read_of_their_own_sites,
    old_words_are_forgotten,
);

const HAND_IN: &str = "/api/field/hand-in-obstacle";
const ALL: &str = "SELECT COUNT(*) FROM obstacles";

/// An intention with a note on what stopped lena; the form to hand it in.
async fn noted(browser: &Browser, obstacle: &str) -> Form {
    let page = intend(browser).await;
    let page = browser.submit(&page.form(ANSWER).with("outcome", "not-yet")).await;
    let page = browser.submit(&page.form(KEEP).with("obstacle", obstacle)).await;
    let page = browser.get(&format!("{}/obstacle", address(&page))).await;
    let form = page.is(200).form(HAND_IN);
    assert_eq!(form.value("text"), obstacle, "to be edited first");
    assert!(page.main().contains("cannot be taken back"), "{}", page.main());
    form
}

async fn what_is_handed_in_leads_to_nobody(engine: Engine) {
    let stage = Stage::open(engine).await;
    let browser = stage.browser("lena").await;
    let form = noted(&browser, "Keine Zeit am Samstag").await;
    let page = browser.submit(&form.clone().with("text", "Keine Zeit")).await;
    assert!(page.is(200).main().contains("Handed in"), "{}", page.main());
    let row: (String, String, String, String, i64) =
        sqlx::query_as("SELECT id, site_id, week, text, is_published FROM obstacles")
            .fetch_one(stage.db.read())
            .await
            .unwrap();
    assert_eq!((row.1, row.3.as_str(), row.4), (site("Hamburg"), "Keine Zeit", 0));
    assert_eq!(row.2.len(), "2026-11-16".len(), "a week, no moment: {}", row.2);
    assert_eq!(Uuid::parse_str(&row.0).unwrap().get_version_num(), 4, "an id that says nothing");
    for about in ["SELECT COUNT(*) FROM intentions WHERE obstacle <> ''", "SELECT COUNT(*) FROM flashes"] {
        assert_eq!(stage.count(about).await, 0, "nothing to compare it with: {about}");
    }
    let again = browser.get(&format!("{}/obstacle", address(&page))).await;
    assert_eq!(again.is(200).url, address(&page), "nothing is left to hand in");
    for who in ["lena", "karim", "admin"] {
        stage.browser(who).await.get("/uptake/obstacles").await.is(403);
    }
}

async fn handing_in_counts_once(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (browser, karim) = (stage.browser("lena").await, stage.browser("karim").await);
    let form = noted(&browser, "Keine Zeit").await;
    let other_tab = form.clone().with("obstacle", &Uuid::new_v4().to_string());
    for (name, value) in [("obstacle", Uuid::now_v7().to_string()), ("obstacle", "x".to_owned())] {
        browser.submit(&form.clone().with(name, &value)).await.is(400);
    }
    karim.submit(&form).await.is(404);
    let back = browser.submit(&form.clone().with("text", " \r\n ")).await;
    assert_eq!(back.is(200).all("[aria-invalid=true]", "name"), ["text"]);
    let back = browser.submit(&form.clone().with("text", &"x".repeat(501))).await;
    assert_eq!(back.is(200).form(HAND_IN).value("text").len(), 501);
    assert_eq!(stage.count(ALL).await, 0);
    let answers = futures::future::join_all((0..8).map(|_| browser.submit(&form))).await;
    assert!(answers.iter().all(|answer| answer.status == 200), "{answers:?}");
    assert_eq!(stage.count(ALL).await, 1);
    browser.submit(&form.clone().with("text", "Etwas anderes")).await.is(409);
    browser.submit(&other_tab).await.is(409);
    karim.submit(&form).await.is(404);
    assert_eq!(stage.count(ALL).await, 1);
}

/// So many texts, handed in at a site in a week.
async fn handed_in(stage: &Stage, at: &str, week: &str, texts: std::ops::Range<usize>) {
    let mut tx = stage.db.begin().await.unwrap();
    for number in texts {
        let insert =
            sqlx::query("INSERT INTO obstacles (id, site_id, week, text, is_published) VALUES ($1, $2, $3, $4, 0)");
        let insert = insert.bind(Uuid::new_v4().to_string()).bind(site(at)).bind(week);
        insert.bind(format!("{at}-{number:02}.")).execute(&mut *tx).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn close(stage: &Stage, week: &str) -> usize {
    let mut tx = stage.db.begin().await.unwrap();
    let close = sqlx::query("INSERT INTO closed_weeks (week, closed_at, minimum_group) VALUES ($1, 1, 8)");
    close.bind(week).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    publish_obstacles(&stage.db, at(week), 8).await.unwrap()
}

fn at(week: &str) -> i64 {
    let monday: chrono::NaiveDate = week.parse().unwrap();
    monday.and_hms_opt(0, 0, 0).unwrap().and_utc().timestamp_millis()
}

/// What a leader reads, in the order of the page.
async fn read(stage: &Stage, who: &str) -> Vec<String> {
    let page = stage.browser(who).await.get("/uptake/obstacles").await;
    page.is(200).text(".voices").split_inclusive('.').map(|text| text.trim().to_owned()).collect()
}

async fn nothing_is_shown_until_there_are_enough(engine: Engine) {
    let stage = Stage::open(engine).await;
    stage.hire("A", 8).await;
    handed_in(&stage, "Hamburg", "2026-03-02", 0..7).await;
    assert_eq!(close(&stage, "2026-03-02").await, 0, "seven are too few");
    handed_in(&stage, "Hamburg", "2026-03-09", 7..9).await;
    assert_eq!(publish_obstacles(&stage.db, at("2026-03-09"), 8).await.unwrap(), 0, "the week is not closed");
    assert_eq!(read(&stage, "eva").await, [""; 0]);
    assert_eq!(close(&stage, "2026-03-09").await, 1);
    let mut texts = read(&stage, "eva").await;
    let by_id: Vec<String> =
        sqlx::query_scalar("SELECT text FROM obstacles ORDER BY id").fetch_all(stage.db.read()).await.unwrap();
    assert_eq!(texts, by_id, "in the order of random ids");
    texts.sort();
    assert_eq!(texts, (0..9).map(|number| format!("Hamburg-{number:02}.")).collect::<Vec<_>>());
    assert_eq!(stage.count("SELECT COUNT(DISTINCT week) FROM obstacles").await, 1, "nothing says which came first");
    if engine == Engine::Sqlite {
        let stored: Vec<String> =
            sqlx::query_scalar("SELECT text FROM obstacles ORDER BY rowid").fetch_all(stage.db.read()).await.unwrap();
        assert_eq!(stored, by_id, "not even the order in the file");
    }
    // One more does not show by itself.
    handed_in(&stage, "Hamburg", "2026-03-16", 9..10).await;
    assert_eq!(close(&stage, "2026-03-16").await, 0);
    assert_eq!(read(&stage, "eva").await, by_id);
    handed_in(&stage, "Hamburg", "2026-03-23", 10..17).await;
    assert_eq!(close(&stage, "2026-03-23").await, 1);
    assert_eq!(publish_obstacles(&stage.db, at("2026-03-30"), 8).await.unwrap(), 0, "once");
    assert_eq!(read(&stage, "eva").await.len(), 17);
}

async fn leaders_read_of_their_own_sites(engine: Engine) {
    let stage = Stage::open(engine).await;
    stage.hire("B", 8).await;
    handed_in(&stage, "Hamburg", "2026-03-02", 0..8).await;
    // Zürich has one learner: whatever is handed in there is hers.
    handed_in(&stage, "Zürich", "2026-03-02", 0..20).await;
    assert_eq!(close(&stage, "2026-03-02").await, 1);
    assert_eq!(read(&stage, "eva").await.len(), 8);
    for (person, bound) in [
        ("karim", format!("site:{}", site("Hamburg"))),
        ("ines", format!("site:{}", site("Zürich"))),
        ("omar", format!("team:{}", team("B"))),
    ] {
        stage.give_grant(person, "leader", &bound).await;
    }
    assert_eq!(read(&stage, "karim").await.len(), 8);
    assert_eq!(read(&stage, "ines").await, [""; 0]);
    assert_eq!(read(&stage, "omar").await, [""; 0], "a team of the site is not the site");
    let page = stage.browser("eva").await.get("/uptake").await;
    assert!(page.is(200).all("main a", "href").contains(&"/uptake/obstacles".to_owned()));
    stage.browser("eva").await.get("/uptake/obstacles?page=2").await.is(200);
    stage.browser("eva").await.get("/uptake/obstacles?page=x").await.is(400);
}

async fn old_words_are_forgotten(engine: Engine) {
    let stage = Stage::open(engine).await;
    stage.hire("A", 8).await;
    handed_in(&stage, "Hamburg", "2026-03-02", 0..8).await;
    handed_in(&stage, "Zürich", "2026-03-02", 0..1).await;
    assert_eq!(close(&stage, "2026-03-02").await, 1);
    publish_obstacles(&stage.db, at("2026-08-31"), 8).await.unwrap();
    assert_eq!(stage.count(ALL).await, 9);
    publish_obstacles(&stage.db, at("2026-09-07"), 8).await.unwrap();
    assert_eq!(stage.count(ALL).await, 0, "read or not");
}
