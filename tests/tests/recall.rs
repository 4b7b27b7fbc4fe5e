//! Recall, from the first card to the end of a session, as plain forms; and what goes wrong on the way.

use augenhoehe_tests::{Answer, Browser, Engine, Form, Stage, copy_content, id, on_both_engines};
use uuid::Uuid;

on_both_engines!(
    cards_come_after_the_first_lesson_and_a_few_at_a_time,
    the_same_answer_again_counts_once,
    of_two_tabs_one_goes_on,
    somebody_elses_answer_does_not_exist,
    nonsense_is_refused,
    a_card_that_has_gone_is_refused_and_nothing_is_lost,
    after_an_absence_there_is_one_session_and_no_debt,
    a_clock_set_back_counts_as_the_last_answer,
    a_pause_holds_until_its_day,
    cards_of_coaches_modules_come_to_those_who_guide,
);

const ANSWER: &str = "/api/recall/answer";
const MODULE: &str = "appreciative-communication";
const REVIEWS: &str = "SELECT COUNT(*) FROM recall_reviews";
const DAY: i64 = 24 * 60 * 60 * 1000;

fn now() -> i64 {
    std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap().as_millis() as i64
}

/// Lena has finished a module, or a lesson.
async fn finish(stage: &Stage, kind: &str, item: &str) {
    stage.finish("lena", kind, item, now()).await;
}

/// Lena, who has finished a module, and the form of her first card.
async fn first_card(stage: &Stage) -> (Browser, Form) {
    finish(stage, "module", MODULE).await;
    let lena = stage.browser("lena").await;
    let form = lena.get("/recall").await.is(200).form(ANSWER);
    (lena, form)
}

async fn send(browser: &Browser, form: &Form) -> u16 {
    let fields: Vec<(&str, &str)> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post_in_background(ANSWER, &fields).await.unwrap().as_u16()
}

/// Answers one card after another; how many it were, and the page after them.
async fn answer_all(browser: &Browser, grade: &str) -> (usize, Answer) {
    let mut page = browser.get("/recall").await;
    let mut cards = Vec::new();
    while let Some(form) = page.is(200).forms().into_iter().find(|form| form.action == ANSWER) {
        cards.push(form.value("card").to_owned());
        page = browser.submit(&form.with("grade", grade)).await;
    }
    let answered = cards.len();
    cards.sort();
    cards.dedup();
    assert_eq!(cards.len(), answered, "a card comes once a day");
    (answered, page)
}

async fn cards_come_after_the_first_lesson_and_a_few_at_a_time(engine: Engine) {
    let stage = Stage::open(engine).await;
    let lena = stage.browser("lena").await;
    assert!(lena.get("/recall").await.is(200).main().contains("No cards yet"));
    finish(&stage, "lesson", "appreciative-communication/listening").await;
    let within_reach = cards(MODULE).len().div_ceil(5).min(3);
    let (answered, page) = answer_all(&lena, "good").await;
    assert_eq!(answered, within_reach, "one of five lessons has brought a fifth of the cards within reach");
    assert!(page.main().contains("Enough for today"), "{}", page.main());
    finish(&stage, "module", MODULE).await;
    let (more, _) = answer_all(&lena, "easy").await;
    assert_eq!(more, 3 - within_reach, "three new ones a day");
    assert_eq!(stage.count(REVIEWS).await, 3);
    assert_eq!(stage.count("SELECT COUNT(*) FROM recall_states WHERE reviews = 1 AND difficulty > 0").await, 3);
    assert_eq!(stage.count("SELECT COUNT(*) FROM weekly_activity").await, 1, "it is time spent learning");
}

async fn the_same_answer_again_counts_once(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, form) = first_card(&stage).await;
    let form = form.with("grade", "hard");
    let answers = futures::future::join_all((0..10).map(|_| send(&lena, &form))).await;
    assert!(answers.iter().all(|status| *status == 200), "{answers:?}");
    let millis = "SELECT CAST(SUM(millis) AS BIGINT) FROM weekly_activity";
    let before = stage.count(millis).await;
    // As a plain form, the same: a double tap, or the browser's back button.
    assert_eq!(lena.submit(&form).await.is(200).url, "/recall");
    assert_eq!(send(&lena, &form.clone().with("grade", "good")).await, 409, "another one under its id");
    assert_eq!((stage.count(REVIEWS).await, stage.count(millis).await), (1, before));
    assert_eq!(stage.count("SELECT reviews FROM recall_states").await, 1);
}

async fn of_two_tabs_one_goes_on(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, one) = first_card(&stage).await;
    let two = lena.get("/recall").await.form(ANSWER);
    assert_eq!(one.value("card"), two.value("card"));
    assert_ne!(one.value("review"), two.value("review"));
    let (one, two) = (one.with("grade", "again"), two.with("grade", "easy"));
    let mut both = [send(&lena, &one), send(&lena, &two)].map(Box::pin);
    let [first, second] = &mut both;
    let mut statuses: [u16; 2] = futures::future::join(first, second).await.into();
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    assert_eq!(stage.count(REVIEWS).await, 1);
}

async fn somebody_elses_answer_does_not_exist(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, form) = first_card(&stage).await;
    let form = form.with("grade", "good");
    assert_eq!(send(&lena, &form).await, 200);
    let karim = stage.browser("karim").await;
    assert_eq!(send(&karim, &form).await, 404, "not even karim, who coaches lena");
    assert_eq!(send(&karim, &form.with("review", &Uuid::new_v4().to_string())).await, 200, "the card is his as well");
    assert_eq!(stage.count("SELECT COUNT(*) FROM recall_states WHERE reviews = 1").await, 2);
}

async fn nonsense_is_refused(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, form) = first_card(&stage).await;
    let form = form.with("grade", "good");
    for (field, value) in [("grade", ""), ("grade", "1"), ("review", "review"), ("number", "x")] {
        assert_eq!(send(&lena, &form.clone().with(field, value)).await, 400, "{field} {value:?}");
    }
    for number in ["0", "2", "-1", "9223372036854775807"] {
        assert_eq!(send(&lena, &form.clone().with("number", number)).await, 409, "{number}");
    }
    assert_eq!(stage.count(REVIEWS).await, 0);
}

async fn a_card_that_has_gone_is_refused_and_nothing_is_lost(engine: Engine) {
    let mut stage = Stage::open_with(engine, |options| {
        options.content = Some(copy_content(&options.folder));
    })
    .await;
    let (lena, form) = first_card(&stage).await;
    assert_eq!(send(&lena, &form.clone().with("grade", "good")).await, 200);
    let next = lena.get("/recall").await.form(ANSWER);

    stage.server.kill();
    for language in ["de", "en"] {
        let path = stage.folder().join(format!("content/modules/{MODULE}/cards.{language}.md"));
        let text = std::fs::read_to_string(&path).unwrap();
        let kept = text.split("\n## ").enumerate().filter(|(number, _)| !(1..=2).contains(number));
        std::fs::write(&path, kept.map(|(_, card)| card).collect::<Vec<_>>().join("\n## ")).unwrap();
    }
    stage.restart().await;

    let lena = stage.browser("lena").await;
    let refused = lena.submit(&next.clone().with("grade", "good")).await;
    assert!(refused.is(410).main().contains("no longer here"), "{}", refused.main());
    assert_eq!(send(&lena, &next.clone().with("grade", "good")).await, 410);
    assert_eq!(stage.count(REVIEWS).await, 1, "what was answered before stays");
    let page = lena.get("/recall").await;
    assert_ne!(page.is(200).form(ANSWER).value("card"), next.value("card"));
}

/// The names of a module's cards.
fn cards(module: &str) -> Vec<String> {
    let text = augenhoehe_tests::read(format!("content/modules/{module}/cards.en.md"));
    let ids = text.split("{#").skip(1).filter_map(|rest| rest.split('}').next());
    ids.map(|id| format!("{module}/{id}")).collect()
}

/// Lena has answered all cards of two modules, and all are due long ago; how many they are.
async fn be_away(stage: &Stage) -> usize {
    let all: Vec<String> = [MODULE, "difficult-customers"].into_iter().flat_map(cards).collect();
    let mut tx = stage.db.begin().await.unwrap();
    for (number, card) in (1_i64..).zip(&all) {
        sqlx::query(
            "INSERT INTO recall_states (person_id, card, reviews, stability, difficulty, reviewed_at, due_on)
             VALUES ($1, $2, 3, $3, 5000000000, $4, '2026-01-05')",
        )
        .bind(id("lena"))
        .bind(card)
        .bind(number * 1_000_000_000)
        .bind(now() - 100 * DAY)
        .execute(&mut *tx)
        .await
        .unwrap();
    }
    tx.commit().await.unwrap();
    all.len()
}

async fn after_an_absence_there_is_one_session_and_no_debt(engine: Engine) {
    let stage = Stage::open(engine).await;
    let due = be_away(&stage).await;
    assert!(due > 10, "{due}");
    let lena = stage.browser("lena").await;
    let page = lena.get("/recall").await;
    assert!(page.main().contains("Card 1 of 8") && !page.main().contains(&due.to_string()), "{}", page.main());
    let (answered, page) = answer_all(&lena, "again").await;
    assert_eq!(answered, 8);
    assert!(page.main().contains("Enough for today") && page.all("main form", "action") == ["/api/recall/pause"]);
    assert_eq!(stage.count("SELECT COUNT(*) FROM recall_reviews WHERE number = 4 AND days >= 99").await, 8);
}

async fn a_clock_set_back_counts_as_the_last_answer(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, form) = first_card(&stage).await;
    assert_eq!(send(&lena, &form.clone().with("grade", "good")).await, 200);
    let ahead = now() + 2 * DAY;
    let mut tx = stage.db.begin().await.unwrap();
    sqlx::query("UPDATE recall_states SET reviewed_at = $1").bind(ahead).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    let again = form.with("grade", "good").with("number", "2").with("review", &Uuid::new_v4().to_string());
    assert_eq!(send(&lena, &again).await, 200);
    assert_eq!(stage.count("SELECT reviewed_at FROM recall_states").await, ahead);
    assert_eq!(stage.count("SELECT days FROM recall_reviews WHERE number = 2").await, 0);
    lena.get("/recall").await.is(200);
}

async fn a_pause_holds_until_its_day(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, _) = first_card(&stage).await;
    let pause = lena.get("/recall").await.form("/api/recall/pause");
    for (typed, says) in [("2020-01-01", "over already"), ("", "choose a day"), ("2999-01-01", "a year away")] {
        let page = lena.submit(&pause.clone().with("until", typed)).await;
        assert!(page.is(200).text("[role=alert]").contains(says), "{typed:?}: {}", page.main());
    }
    let until = chrono::Utc::now().date_naive() + chrono::Days::new(7);
    let page = lena.submit(&pause.with("until", &until.to_string())).await;
    assert!(page.is(200).main().contains("Pause until") && !page.body.contains(ANSWER), "{}", page.main());
    let ended = lena.submit(&page.form("/api/recall/pause")).await;
    ended.is(200).form(ANSWER);
    assert_eq!(stage.count("SELECT COUNT(*) FROM recall_pauses").await, 0);
}

async fn cards_of_coaches_modules_come_to_those_who_guide(engine: Engine) {
    let stage = Stage::open(engine).await;
    let mut forms = Vec::new();
    for (person, is_meant) in [("karim", true), ("eva", true), ("admin", false), ("lena", false)] {
        stage.finish(person, "lesson", "leading-service/near-customers", now()).await;
        let browser = stage.browser(person).await;
        let card = browser.get("/recall").await.is(200).forms().into_iter().find(|form| form.action == ANSWER);
        assert_eq!(card.is_some(), is_meant, "{person}");
        let expected = if is_meant { 200 } else { 410 };
        forms.extend(card);
        let form = forms[0].clone().with("review", &Uuid::new_v4().to_string()).with("grade", "good");
        assert_eq!(send(&browser, &form).await, expected, "{person}");
        let progress = browser.get("/progress").await;
        let own = progress.is(200).all("[aria-labelledby=by-module] a[href='/modules/leading-service']", "href");
        assert_eq!(own.len(), 1, "{person}: what is finished is still one's own");
    }
}
