//! A rhythm that the learner chooses, and the receipt of the time that learning took.

use app::{
    access::{Learning, Permit},
    rhythm::{model::Rhythm, store::find_rhythm},
};
use augenhoehe_tests::{Engine, Stage, id, on_both_engines};

on_both_engines!(the_latest_rhythm_counts, the_receipt_adds_up_and_is_ones_own);

const CHOOSE: &str = "/api/rhythm/choose-rhythm";

async fn the_latest_rhythm_counts(engine: Engine) {
    let stage = Stage::open(engine).await;
    let lena = stage.browser("lena").await;
    let permit = Permit::<Learning>::invented(&id("lena"));
    let stored = async || find_rhythm(stage.db.read(), &permit).await.unwrap().map(Rhythm::times);
    assert_eq!(stored().await, None);
    let form = lena.get("/rhythm").await.is(200).form(CHOOSE);
    assert_eq!(form.value("times"), "", "nothing is chosen for anybody");
    for times in ["3", "3", "0", "5"] {
        let page = lena.submit(&form.clone().with("times", times)).await;
        assert_eq!(page.is(200).form(CHOOSE).value("times"), times);
        assert_eq!(stored().await, times.parse().ok());
    }
    let back = lena.submit(&form.clone().with("times", "")).await;
    assert!(back.is(200).text("[role=alert]").contains("Choose how often"), "{}", back.main());
    for nonsense in ["6", "-1", "x"] {
        lena.submit(&form.clone().with("times", nonsense)).await.is(400);
    }
    assert_eq!(stage.count("SELECT COUNT(*) FROM rhythms").await, 1);
    let other = stage.browser("karim").await.get("/rhythm").await;
    assert_eq!(other.is(200).form(CHOOSE).value("times"), "", "lena's is lena's");
}

async fn the_receipt_adds_up_and_is_ones_own(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, karim) = (stage.browser("lena").await, stage.browser("karim").await);
    let mut tx = stage.db.begin().await.unwrap();
    for (person, week, millis) in [
        ("lena", "2026-03-02", 20 * 60_000),
        ("lena", "2026-02-23", 50 * 60_000 + 29_000),
        ("lena", "2026-02-16", 15 * 60_000 + 31_000),
        ("lena", "2025-12-22", 1_000),
        ("karim", "2026-03-02", 5 * 60_000),
    ] {
        let row = sqlx::query("INSERT INTO weekly_activity (person_id, week, millis, last_at) VALUES ($1, $2, $3, 0)");
        row.bind(id(person)).bind(week).bind(millis).execute(&mut *tx).await.unwrap();
    }
    tx.commit().await.unwrap();
    let page = lena.get("/receipt").await;
    let words = page.is(200).main().replace('\u{a0}', " ");
    for expected in ["Lena Wyss-Testfall", "March 2026", "February 2026", "1 h 6 min", "1 h 26 min", "16 min"] {
        assert!(words.contains(expected), "{expected}: {words}");
    }
    assert!(!words.contains("December 2025"), "another year");
    assert!(lena.get("/receipt?year=2025").await.is(200).main().contains("December 2025"));
    lena.get("/receipt?year=2001").await.is(200);
    lena.get("/receipt?year=now").await.is(400);
    let file = lena.get("/receipt.csv").await;
    assert!(file.is(200).header("content-type").starts_with("text/csv"));
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"augenhoehe-receipt.csv\"");
    assert_eq!(file.header("cache-control"), "no-store");
    let expected = "week,first_day,last_day,month,minutes\r\n2025-W52,2025-12-22,2025-12-28,2025-12,1\r\n\
                    2026-W08,2026-02-16,2026-02-22,2026-02,16\r\n2026-W09,2026-02-23,2026-03-01,2026-02,50\r\n\
                    2026-W10,2026-03-02,2026-03-08,2026-03,20\r\n";
    assert_eq!(file.body, expected);
    assert_eq!(karim.get("/receipt.csv").await.is(200).body.lines().count(), 2, "lena's coach gets his own");
    let stranger = stage.stranger().get_once("/receipt.csv").await;
    assert!(stranger.is(303).header("location").starts_with("/sign-in"));
    let empty = stage.browser("omar").await.get("/receipt").await;
    assert!(empty.is(200).main().contains("No learning time"), "{}", empty.main());
}
