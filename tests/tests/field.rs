//! Field practice: an intention from the form to what came of it; and what is handed in leads to nobody.

use app::{
    access::{Learning, Permit},
    activity::model::day_of,
    drills::field::{
        model::Asking,
        store::{Intention, list_open},
    },
};
use augenhoehe_tests::{Answer, Browser, Engine, Form, Stage, id, on_both_engines};
use chrono::{Days, NaiveDate};
use uuid::Uuid;

mod obstacles;

on_both_engines!(
    an_intention_is_kept_asked_about_and_answered,
    a_mistake_comes_back_beside_its_field,
    the_same_form_again_counts_once,
    the_same_answer_sent_many_times_at_once_counts_once,
    another_change_in_its_place_is_a_conflict,
    what_was_not_tried_is_moved_or_let_go,
    today_asks_for_a_few_days_and_once_more,
    somebody_elses_intention_does_not_exist,
    an_intention_comes_from_where_it_may,
    a_ready_intention_is_changed_and_taken,
);

const CREATE: &str = "/api/field/create-intention";
const ANSWER: &str = "/api/field/answer-intention";
const MOVE: &str = "/api/field/move-intention";
const LET_GO: &str = "/api/field/let-intention-go";
const KEEP: &str = "/api/field/keep-words";
const DELETE: &str = "/api/field/delete-intention";
/// The field practice of the module that the tests' intentions come from.
const PRACTICE: &str = "appreciative-communication/what-for";
const DONE: &str =
    "SELECT COUNT(*) FROM completions WHERE kind = 'drill' AND item = 'appreciative-communication/what-for'";
const ALL: &str = "SELECT COUNT(*) FROM intentions";
const MILLIS: &str = "SELECT CAST(COALESCE(SUM(millis), 0) AS BIGINT) FROM weekly_activity";

/// Lena's day, in Hamburg.
fn today() -> NaiveDate {
    day_of(chrono::Utc::now().timestamp_millis(), "Europe/Berlin")
}

fn lena() -> Permit<Learning> {
    Permit::<Learning>::invented(&id("lena"))
}

/// What Today asks about on a day.
async fn asked_on(stage: &Stage, day: NaiveDate) -> Option<Intention> {
    let open = list_open(stage.db.read(), &lena()).await.unwrap();
    open.into_iter().find(|intention| intention.asking(day).is_asked())
}

/// The form, filled in for today.
async fn fill_in(browser: &Browser) -> Form {
    let page = browser.get("/intentions/new?module=appreciative-communication").await;
    let form = page.is(200).form(CREATE);
    assert!(form.value("day") > today().to_string().as_str(), "the usual day is a later one");
    form.with("condition", "When somebody waits,").with("deed", "then I nod first.").with("day", &today().to_string())
}

/// An intention for today; its page.
async fn intend(browser: &Browser) -> Answer {
    let page = browser.submit(&fill_in(browser).await).await;
    page.is(200);
    page
}

fn address(page: &Answer) -> &str {
    page.url.split('?').next().unwrap_or_default()
}

async fn set_day(stage: &Stage, day: NaiveDate) {
    let mut tx = stage.db.begin().await.unwrap();
    sqlx::query("UPDATE intentions SET day = $1").bind(day.to_string()).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
}

async fn an_intention_is_kept_asked_about_and_answered(engine: Engine) {
    let stage = Stage::open(engine).await;
    let browser = stage.browser("lena").await;
    let page = intend(&browser).await;
    assert!(page.main().contains("When somebody waits, then I nod first."), "{}", page.main());
    assert_eq!(list_open(stage.db.read(), &lena()).await.unwrap().len(), 1);
    let asked = asked_on(&stage, today()).await.unwrap();
    assert_eq!((asked.item.as_str(), asked.asking(today())), (PRACTICE, Asking::Now));
    let before = stage.count(MILLIS).await;
    let form = page.form(ANSWER).with("outcome", "partly").with("note", "Beim zweiten\r\nMal <b>ja</b>");
    let page = browser.submit(&form).await;
    assert!(page.is(200).main().contains("In part"), "{}", page.main());
    assert_eq!(page.form(KEEP).value("note"), "Beim zweiten\nMal <b>ja</b>");
    assert!(stage.count(MILLIS).await > before, "saying how it went is time spent");
    assert!(asked_on(&stage, today()).await.is_none());
    assert_eq!(list_open(stage.db.read(), &lena()).await.unwrap().len(), 0);
    let list = browser.get("/intentions").await;
    assert!(list.is(200).main().contains("in part"), "{}", list.main());
    // It turned out otherwise.
    let page = browser.submit(&page.form(ANSWER).with("outcome", "worked")).await;
    assert!(page.is(200).main().contains("It worked"));
    assert_eq!(stage.count(DONE).await, 1, "something was tried: the field practice is done");
    let page = browser.submit(&page.form(DELETE)).await;
    assert!(page.is(200).url.starts_with("/intentions?"));
    assert_eq!(stage.count(ALL).await, 0);
}

async fn a_mistake_comes_back_beside_its_field(engine: Engine) {
    let stage = Stage::open(engine).await;
    let browser = stage.browser("lena").await;
    let typed = "ä \"so\" <b>& ".repeat(20);
    let form = fill_in(&browser).await.with("condition", "").with("deed", &typed).with("day", "2020-01-01");
    let back = browser.submit(&form).await;
    assert_eq!(back.is(200).all("[aria-invalid=true]", "name"), ["condition", "deed", "day"]);
    let again = back.form(CREATE);
    assert_eq!((again.value("deed"), again.value("day")), (typed.as_str(), "2020-01-01"));
    assert_eq!(again.value("item"), PRACTICE, "where it comes from is kept");
    let far = today() + Days::new(29);
    let again = again.with("condition", "a").with("deed", "b").with("day", &far.to_string());
    let back = browser.submit(&again).await;
    assert_eq!(back.all("[aria-invalid=true]", "name"), ["day"]);
    assert_eq!(stage.count(ALL).await, 0);
    let page = intend(&browser).await;
    let long = "x".repeat(301);
    let back = browser.submit(&page.form(ANSWER).with("outcome", "worked").with("note", &long)).await;
    assert_eq!(back.is(200).form(ANSWER).value("note"), long);
    let page = browser.submit(&back.form(ANSWER).with("outcome", "not-yet").with("note", "")).await;
    let back = browser.submit(&page.form(KEEP).with("note", "n").with("obstacle", &"x".repeat(501))).await;
    assert_eq!(back.is(200).all("[aria-invalid=true]", "name"), ["obstacle"]);
    assert_eq!(back.form(KEEP).value("note"), "n");
    let back = browser.submit(&page.form(MOVE).with("day", "morgen")).await;
    assert_eq!(back.is(200).all("[aria-invalid=true]", "name"), ["day"]);
    assert_eq!(back.form(MOVE).value("day"), "morgen");
    let nonsense = page.form(ANSWER).with("outcome", "let-go");
    browser.submit(&nonsense).await.is(400);
}

async fn the_same_form_again_counts_once(engine: Engine) {
    let stage = Stage::open(engine).await;
    let browser = stage.browser("lena").await;
    let new = fill_in(&browser).await;
    let page = browser.submit(&new).await;
    let millis = stage.count(MILLIS).await;
    browser.submit(&new).await.is(200);
    assert_eq!((stage.count(ALL).await, stage.count(MILLIS).await), (1, millis));
    browser.submit(&new.clone().with("deed", "something else")).await.is(409);
    let answer = page.form(ANSWER).with("outcome", "not-yet");
    let page = browser.submit(&answer).await;
    let millis = stage.count(MILLIS).await;
    browser.submit(&answer).await.is(200);
    let words = page.form(KEEP).with("note", "a").with("obstacle", "b");
    browser.submit(&words).await.is(200);
    browser.submit(&words).await.is(200);
    let later = (today() + Days::new(3)).to_string();
    let page = browser.get(address(&page)).await;
    let moved = page.form(MOVE).with("day", &later);
    browser.submit(&moved).await.is(200);
    browser.submit(&moved).await.is(200);
    assert!(stage.count(MILLIS).await >= millis);
    browser.submit(&new).await.is(200);
    assert_eq!(stage.count("SELECT revision FROM intentions").await, 3, "the answer, the words, the day");
    let page = browser.get(address(&page)).await;
    let gone = page.form(DELETE);
    browser.submit(&gone).await.is(200);
    browser.submit(&gone).await.is(200);
    browser.get(address(&page)).await.is(404);
}

async fn the_same_answer_sent_many_times_at_once_counts_once(engine: Engine) {
    let stage = Stage::open(engine).await;
    let browser = stage.browser("lena").await;
    let new = fill_in(&browser).await;
    let answers = futures::future::join_all((0..12).map(|_| browser.submit(&new))).await;
    assert!(answers.iter().all(|answer| answer.status == 200), "{answers:?}");
    assert_eq!(stage.count(ALL).await, 1);
    let form = answers[0].form(ANSWER).with("outcome", "worked");
    let answers = futures::future::join_all((0..12).map(|_| browser.submit(&form))).await;
    assert!(answers.iter().all(|answer| answer.status == 200), "{answers:?}");
    assert_eq!(stage.count("SELECT revision FROM intentions").await, 1);
}

async fn another_change_in_its_place_is_a_conflict(engine: Engine) {
    let stage = Stage::open(engine).await;
    let browser = stage.browser("lena").await;
    let page = intend(&browser).await;
    browser.submit(&page.form(ANSWER).with("outcome", "worked")).await.is(200);
    // The other tab still shows it as it was.
    browser.submit(&page.form(ANSWER).with("outcome", "partly")).await.is(409);
    browser.submit(&page.form(MOVE)).await.is(409);
    browser.submit(&page.form(LET_GO)).await.is(409);
    assert_eq!(stage.count("SELECT COUNT(*) FROM intentions WHERE outcome = 'worked' AND revision = 1").await, 1);
}

async fn what_was_not_tried_is_moved_or_let_go(engine: Engine) {
    let stage = Stage::open(engine).await;
    let browser = stage.browser("lena").await;
    let page = intend(&browser).await;
    let page = browser.submit(&page.form(ANSWER).with("outcome", "not-yet")).await;
    assert_eq!(list_open(stage.db.read(), &lena()).await.unwrap().len(), 1);
    assert_eq!(stage.count(DONE).await, 0, "nothing was tried so far");
    assert!(asked_on(&stage, today()).await.is_none(), "it was said today");
    let later = today() + Days::new(5);
    let page = browser.submit(&page.form(MOVE).with("day", &later.to_string())).await;
    assert!(page.is(200).forms().iter().any(|form| form.action == ANSWER), "{}", page.main());
    assert!(asked_on(&stage, later).await.is_some(), "asked about on the new day");
    let page = browser.submit(&page.form(LET_GO)).await;
    assert!(page.is(200).forms().iter().all(|form| form.action != LET_GO));
    assert!(asked_on(&stage, later).await.is_none());
    assert_eq!(list_open(stage.db.read(), &lena()).await.unwrap().len(), 0);
    // Let go is not gone: it can be taken up again.
    let page = browser.submit(&page.form(MOVE).with("day", &later.to_string())).await;
    assert_eq!(list_open(stage.db.read(), &lena()).await.unwrap().len(), 1);
    let page = browser.submit(&page.form(ANSWER).with("outcome", "worked")).await;
    assert!(page.is(200).forms().iter().all(|form| form.action != MOVE && form.action != LET_GO));
}

async fn today_asks_for_a_few_days_and_once_more(engine: Engine) {
    let stage = Stage::open(engine).await;
    let browser = stage.browser("lena").await;
    let page = intend(&browser).await;
    let mut asked = Vec::new();
    for ago in -2..=40 {
        let day = today().checked_sub_signed(chrono::TimeDelta::days(ago)).unwrap();
        set_day(&stage, day).await;
        if let Some(intention) = asked_on(&stage, today()).await {
            asked.push((ago, intention.asking(today())));
        }
        browser.get(address(&page)).await.is(200);
    }
    let now = [0, 1, 2, 3].map(|ago| (ago, Asking::Now));
    assert_eq!(asked, now.into_iter().chain([(7, Asking::OnceMore)]).collect::<Vec<_>>());
    let list = browser.get("/intentions").await;
    assert!(list.is(200).text("#open + ul").contains("at rest"), "{}", list.main());
}

async fn somebody_elses_intention_does_not_exist(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, karim) = (stage.browser("lena").await, stage.browser("karim").await);
    let form = fill_in(&lena).await;
    let page = lena.submit(&form).await;
    karim.get(address(&page)).await.is(404);
    karim.get(&format!("{}/obstacle", address(&page))).await.is(404);
    assert!(!karim.get("/intentions").await.is(200).main().contains("somebody waits"), "not even for lena's coach");
    karim.submit(&form).await.is(404);
    karim.submit(&page.form(ANSWER).with("outcome", "worked")).await.is(404);
    karim.submit(&page.form(MOVE)).await.is(404);
    karim.submit(&page.form(LET_GO)).await.is(404);
    karim.submit(&page.form(DELETE)).await.is(200);
    assert_eq!(stage.count("SELECT COUNT(*) FROM intentions WHERE outcome IS NULL AND revision = 0").await, 1);
}

async fn an_intention_comes_from_where_it_may(engine: Engine) {
    let stage = Stage::open(engine).await;
    let browser = stage.browser("lena").await;
    browser.get("/intentions/new").await.is(200);
    for page in ["?module=nothing", "?item=appreciative-communication/winter-coat", "?item=a/b/c"] {
        browser.get(&format!("/intentions/new{page}")).await.is(404);
    }
    let form = fill_in(&browser).await;
    for item in ["nothing", "nothing/nothing", "appreciative-communication/winter-coat", "/", "a/b/c"] {
        // Otherwise saying that it worked would finish a conversation that was never held.
        browser.submit(&form.clone().with("item", item)).await.is(404);
    }
    for nonsense in ["", "1", "not-a-uuid"] {
        browser.submit(&form.clone().with("intention", nonsense)).await.is(400);
    }
    browser.submit(&form.clone().with("item", "").with("ready", &"x".repeat(401))).await.is(400);
    let ready = form.with("item", "").with("ready", "Wenn jemand wartet, dann schaue ich auf.").with("condition", "");
    let page = browser.submit(&ready).await;
    assert!(page.is(200).main().contains("dann schaue ich auf."));
    browser.get(&format!("/intentions/{}", Uuid::new_v4())).await.is(404);
    browser.get("/intentions?page=x").await.is(400);
    browser.get("/intentions?page=9").await.is(200);
}

async fn a_ready_intention_is_changed_and_taken(engine: Engine) {
    let stage = Stage::open(engine).await;
    let browser = stage.browser("lena").await;
    let page = browser.get("/modules/appreciative-communication/drills/what-for").await;
    let links = page.is(200).all("main .toc a", "href");
    let texts = page.text("main .toc a");
    assert!(links.len() >= 2, "{links:?}");
    let form = browser.get(&links[1]).await.is(200).form(CREATE);
    let (condition, deed) = (form.value("condition").to_owned(), form.value("deed").to_owned());
    assert!(!condition.is_empty() && texts.contains(&format!("When {condition}, then {deed}")), "{texts}");
    let kept = browser.submit(&form.with("deed", "I say their name")).await;
    assert!(kept.is(200).main().contains(&format!("When {condition}, then I say their name.")), "{}", kept.main());
    // Word for word, from the list.
    let form = browser.get(&format!("/intentions/new?item={PRACTICE}")).await;
    let ready = form.is(200).all("input[name=ready]", "value");
    assert_eq!(ready.len(), links.len() + 1, "or one's own words");
    let kept = browser.submit(&form.form(CREATE).with("ready", &ready[0])).await;
    assert!(kept.is(200).main().contains(&ready[0]), "{}", kept.main());
    browser.get(&format!("/intentions/new?item={PRACTICE}&intention=99")).await.is(200);
    assert_eq!(stage.count(ALL).await, 2);
}
