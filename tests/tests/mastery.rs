//! Competencies and the confirmation: what is shown follows from what was recorded, and is one's own alone.

use augenhoehe_tests::{Answer, Engine, ITEM, Stage, Talk, id, on_both_engines};

on_both_engines!(
    without_practice_nothing_is_said,
    a_level_follows_from_what_was_done,
    a_talk_to_its_end_is_listed_with_what_it_says,
    the_first_and_the_last_answer_count_half_each,
    the_confirmation_says_what_was_completed,
);

const DAY: i64 = 24 * 60 * 60 * 1000;
const LESSON: &str = "appreciative-communication/listening";

fn now() -> i64 {
    std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap().as_millis() as i64
}

/// Something that Lena did so many days ago, and what it says about her appreciation.
async fn practised(stage: &Stage, source: &str, score: i64, days: i64) {
    let mut tx = stage.db.begin().await.unwrap();
    let row = sqlx::query(
        "INSERT INTO evidence (person_id, source, competency, item, score, at) VALUES ($1, $2, 'appreciation', $3, $4, $5)",
    );
    row.bind(id("lena")).bind(source).bind(ITEM).bind(score).bind(now() - days * DAY).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
}

/// Whether the list says this of a competency: the words stand right behind its title.
fn says(list: &Answer, words: &str) -> bool {
    list.is(200).main().contains(&format!("Appreciative communication{words}"))
}

async fn without_practice_nothing_is_said(engine: Engine) {
    let stage = Stage::open(engine).await;
    let lena = stage.browser("lena").await;
    let list = lena.get("/competencies").await;
    let links = list.is(200).all(".lines a", "href");
    assert_eq!(links.len(), 12, "{links:?}");
    assert_eq!(list.main().matches("not practised enough yet").count(), 12);
    for link in links {
        let page = lena.get(&link).await;
        assert!(page.is(200).main().contains("Why does it say this?"), "{link}");
        assert!(!page.main().contains("In the last half year"), "a picture of nothing");
    }
    lena.get("/competencies/nothing").await.is(404);
}

async fn a_level_follows_from_what_was_done(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, karim) = (stage.browser("lena").await, stage.browser("karim").await);
    for (source, score, days) in [("a", 0, 120), ("b", 100, 8), ("c", 100, 1)] {
        practised(&stage, source, score, days).await;
    }
    assert!(says(&lena.get("/competencies").await, "assured"));
    assert!(says(&karim.get("/competencies").await, "not practised enough yet"), "it is her own");
    let page = lena.get("/competencies/appreciation").await;
    let why = page.is(200).text("#why ~ table");
    assert_eq!(why.matches("exercise").count(), 3, "{why}");
    assert!(why.contains("25%"), "after 120 days a quarter: {why}");
    let weeks = page.text("details table tbody");
    assert_eq!(page.all("details table tbody tr", "class").len(), 0);
    assert!(weeks.contains("assured") && weeks.contains("not practised enough yet"), "{weeks}");
    assert!(page.all("section a", "href").iter().any(|link| link.ends_with("/drills/winter-coat")), "what is next");
}

async fn a_talk_to_its_end_is_listed_with_what_it_says(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, talk) = (stage.browser("lena").await, Talk::begin(&stage).await);
    for (number, event) in (1..).zip(&talk.way()) {
        assert_eq!(talk.step(&lena, number, event).await.unwrap(), 200);
    }
    let told = "SELECT MIN(competency) FROM evidence";
    let competency: String = sqlx::query_scalar(told).fetch_one(stage.db.read()).await.unwrap();
    let page = lena.get(&format!("/competencies/{competency}")).await;
    assert_eq!(page.is(200).text("#why ~ table tbody").matches("exercise").count(), 1);
    assert_eq!(page.all("#why ~ table tbody a", "href"), ["/modules/appreciative-communication/drills/winter-coat"]);
}

async fn the_first_and_the_last_answer_count_half_each(engine: Engine) {
    let stage = Stage::open(engine).await;
    let lena = stage.browser("lena").await;
    let (module, lesson) = LESSON.split_once('/').unwrap();
    let body = sqlx::query_scalar("SELECT body FROM content_versions WHERE item = $1").bind(LESSON);
    let body: String = body.fetch_one(stage.db.read()).await.unwrap();
    let known: app::library::Lesson = serde_json::from_str(&body).unwrap();
    let check = app::modules::model::checks(&known).next().unwrap();
    let right = check.options.iter().position(|option| option.is_right).unwrap();
    let wrong = check.options.iter().position(|option| !option.is_right).unwrap();
    for choice in [wrong, right] {
        let fields = [
            ("form", "a"),
            ("place[module]", module),
            ("place[lesson]", lesson),
            ("place[version]", &known.version),
            ("place[step]", "1"),
            ("check", &check.id),
            ("choices[]", &choice.to_string()),
        ];
        lena.post_once("/api/modules/answer-check", &fields).await.is(303);
    }
    assert_eq!(stage.count("SELECT COUNT(*) FROM check_answers WHERE is_right = 1 AND first_right = 0").await, 1);
    let page = lena.get(&format!("/competencies/{}", known.competencies[0])).await;
    let why = page.is(200).text("#why ~ table tbody");
    assert!(why.contains("question in a lesson") && why.contains("worked in part"), "{why}");
}

async fn the_confirmation_says_what_was_completed(engine: Engine) {
    let stage = Stage::open_with(engine, |options| {
        options.environment.push(("AUGENHOEHE_ORGANISATION".to_owned(), "Haus <Linde> & Söhne".to_owned()));
    })
    .await;
    let lena = stage.browser("lena").await;
    assert!(lena.get("/confirmation").await.is(200).main().contains("No whole module is completed yet."));
    for (kind, item) in [("module", "appreciative-communication"), ("module", "gone-since"), ("lesson", LESSON)] {
        // 2 March 2026
        stage.finish("lena", kind, item, 1_772_409_600_000).await;
    }
    let mut tx = stage.db.begin().await.unwrap();
    for week in ["2026-03-02", "2026-03-09"] {
        let minutes =
            sqlx::query("INSERT INTO weekly_activity (person_id, week, millis, last_at) VALUES ($1, $2, $3, 0)");
        minutes.bind(id("lena")).bind(week).bind(6_000_000_i64).execute(&mut *tx).await.unwrap();
    }
    tx.commit().await.unwrap();
    let page = lena.get("/confirmation").await.is(200).main();
    let said = [
        "Lena Wyss-Testfall",
        "Haus <Linde> & Söhne, Hamburg",
        "Speaking with appreciation",
        "gone-since",
        "2 March 2026",
        "3 h 20 min",
    ];
    for words in said {
        assert!(page.contains(words), "{words} is not in {page}");
    }
    assert!(!stage.browser("karim").await.get("/confirmation").await.main().contains("2 March 2026"));
}
