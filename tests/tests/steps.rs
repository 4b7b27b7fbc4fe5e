//! Recording steps: the same again counts once, anything else in its place is refused.

use augenhoehe_tests::{Engine, RECORD_STEP, Stage, Talk, copy_content, id, on_both_engines};
use uuid::Uuid;

on_both_engines!(
    the_same_step_again_counts_once,
    a_step_sent_many_times_at_once_counts_once,
    another_step_in_its_place_is_a_conflict,
    steps_do_not_leave_gaps,
    somebody_elses_attempt_does_not_exist,
    nonsense_is_refused,
    a_finished_talk_is_completed_and_shown,
    an_attempt_keeps_the_version_it_began_with,
    a_talk_that_has_gone_is_finished_as_it_was,
);

const STEPS: &str = "SELECT COUNT(*) FROM steps";

async fn the_same_step_again_counts_once(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, talk) = (stage.browser("lena").await, Talk::begin(&stage).await);
    assert_eq!(talk.step(&lena, 1, "0").await.unwrap(), 200);
    let millis = "SELECT CAST(SUM(millis) AS BIGINT) FROM weekly_activity";
    let before = stage.count(millis).await;
    for _ in 0..3 {
        assert_eq!(talk.step(&lena, 1, "0").await.unwrap(), 200);
    }
    // As a plain form, the same: a double tap, or the browser's back button.
    let fields = talk.fields(1, "0");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = lena.post_once(RECORD_STEP, &fields).await;
    assert_eq!(answer.is(303).header("location"), format!("/attempts/{}", talk.attempt));
    assert_eq!(stage.count(STEPS).await, 1);
    assert_eq!(stage.count(millis).await, before, "a repeated step adds no minutes");
}

async fn a_step_sent_many_times_at_once_counts_once(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, talk) = (stage.browser("lena").await, Talk::begin(&stage).await);
    let answers = futures::future::join_all((0..20).map(|_| talk.step(&lena, 1, "0"))).await;
    assert!(answers.iter().all(|answer| answer.as_ref().is_ok_and(|status| *status == 200)), "{answers:?}");
    assert_eq!(stage.count(STEPS).await, 1);
}

async fn another_step_in_its_place_is_a_conflict(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, talk) = (stage.browser("lena").await, Talk::begin(&stage).await);
    assert_eq!(talk.step(&lena, 1, "0").await.unwrap(), 200);
    assert_eq!(talk.step(&lena, 1, "1").await.unwrap(), 409);
    assert_eq!(stage.count("SELECT COUNT(*) FROM steps WHERE event = '0'").await, 1);
    assert_eq!(stage.count(STEPS).await, 1);
    let both = futures::future::join(talk.step(&lena, 2, "0"), talk.step(&lena, 2, "1")).await;
    let mut both = [both.0.unwrap().as_u16(), both.1.unwrap().as_u16()];
    both.sort_unstable();
    assert_eq!(both, [200, 409], "of two tabs, one goes on");
}

async fn steps_do_not_leave_gaps(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, talk) = (stage.browser("lena").await, Talk::begin(&stage).await);
    assert_eq!(talk.step(&lena, 2, "0").await.unwrap(), 409, "nothing begins with its second step");
    assert_eq!(talk.step(&lena, 1, "0").await.unwrap(), 200);
    assert_eq!(talk.step(&lena, 3, "0").await.unwrap(), 409);
    for number in ["0", "-1", "9223372036854775807", "-9223372036854775808"] {
        assert_eq!(talk.step(&lena, number.parse().unwrap(), "0").await.unwrap(), 409, "{number}");
    }
    assert_eq!(stage.count(STEPS).await, 1);
}

async fn somebody_elses_attempt_does_not_exist(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, karim) = (stage.browser("lena").await, stage.browser("karim").await);
    let talk = Talk::begin(&stage).await;
    assert_eq!(talk.step(&lena, 1, "0").await.unwrap(), 200);
    for (number, event) in [(1, "0"), (1, "1"), (2, "0")] {
        assert_eq!(talk.step(&karim, number, event).await.unwrap(), 404, "not even karim, who coaches lena");
    }
    let page = format!("/attempts/{}", talk.attempt);
    karim.get(&page).await.is(404);
    lena.get(&page).await.is(200);
    assert_eq!(stage.count(STEPS).await, 1);
}

async fn nonsense_is_refused(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, talk) = (stage.browser("lena").await, Talk::begin(&stage).await);
    for event in ["", "x", "-1", "99999999999999999999", "0 1"] {
        assert_eq!(talk.step(&lena, 1, event).await.unwrap(), 400, "{event:?}");
    }
    assert_eq!(talk.step(&lena, 1, "99").await.unwrap(), 409, "a choice that the scene does not have");
    assert_eq!(talk.step(&lena, 1, "back").await.unwrap(), 409, "nothing to take back yet");
    let unknown = Talk { version: "0".repeat(64), ..talk.clone() };
    assert_eq!(unknown.step(&lena, 1, "0").await.unwrap(), 404);
    let no_id = Talk { attempt: "attempt".to_owned(), ..talk };
    assert_eq!(no_id.step(&lena, 1, "0").await.unwrap(), 400);
    lena.get(&format!("/attempts/{}", Uuid::new_v4())).await.is(404);
    assert_eq!(stage.count(STEPS).await, 0);
}

async fn a_finished_talk_is_completed_and_shown(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, talk) = (stage.browser("lena").await, Talk::begin(&stage).await);
    let way = talk.way();
    for (number, event) in (1..).zip(&way) {
        assert_eq!(talk.step(&lena, number, event).await.unwrap(), 200);
    }
    let finished = "SELECT COUNT(*) FROM attempts WHERE ended_at IS NOT NULL AND ending IS NOT NULL";
    assert_eq!(stage.count(finished).await, 1);
    assert_eq!(stage.count("SELECT COUNT(*) FROM completions WHERE kind = 'drill'").await, 1);
    let page = lena.get(&format!("/attempts/{}", talk.attempt)).await;
    assert_eq!(page.is(200).body.matches("class=\"mine\"").count(), way.len(), "the debrief shows every choice");
    // Going back from the end is a step as well; what was completed stays completed.
    assert_eq!(talk.step(&lena, way.len() as i64 + 1, "back").await.unwrap(), 200);
    assert_eq!(stage.count(finished).await, 0);
    assert_eq!(stage.count("SELECT COUNT(*) FROM completions WHERE kind = 'drill'").await, 1);
}

async fn an_attempt_keeps_the_version_it_began_with(engine: Engine) {
    let mut stage = Stage::open_with(engine, |options| {
        options.content = Some(copy_content(&options.folder));
    })
    .await;
    let talk = Talk::begin(&stage).await;
    assert_eq!(talk.step(&stage.browser("lena").await, 1, "0").await.unwrap(), 200);

    stage.server.kill();
    for language in ["de", "en"] {
        let path = format!("content/modules/appreciative-communication/drills/winter-coat.{language}.md");
        let path = stage.folder().join(path);
        let text = std::fs::read_to_string(&path).unwrap();
        let changed = text.replacen("\n## ", "\n\nEtwas Neues / something new.\n\n## ", 1);
        std::fs::write(&path, changed).unwrap();
    }
    stage.restart().await;

    let lena = stage.browser("lena").await;
    let now =
        lena.get(&format!("/modules/appreciative-communication/drills/winter-coat?attempt={}", Uuid::new_v4())).await;
    assert_ne!(now.is(200).form(RECORD_STEP).value("version"), talk.version, "whoever begins now gets the new one");
    let page = lena.get(&format!("/attempts/{}", talk.attempt)).await;
    let form = page.is(200).form(RECORD_STEP);
    assert_eq!((form.value("version"), form.value("number")), (talk.version.as_str(), "2"));
    lena.submit(&form.with("event", "0")).await.is(200);
    let kept = sqlx::query_scalar::<_, i64>(
        "SELECT COUNT(*) FROM attempts WHERE person_id = $1 AND version = $2 AND last_number = 2",
    );
    let kept = kept.bind(id("lena")).bind(&talk.version).fetch_one(stage.db.read()).await;
    assert_eq!(kept.unwrap(), 1);
}

async fn a_talk_that_has_gone_is_finished_as_it_was(engine: Engine) {
    let mut stage = Stage::open_with(engine, |options| {
        options.content = Some(copy_content(&options.folder));
    })
    .await;
    let talk = Talk::begin(&stage).await;
    let way = talk.way();
    assert_eq!(talk.step(&stage.browser("lena").await, 1, &way[0]).await.unwrap(), 200);

    stage.server.kill();
    for language in ["de", "en"] {
        let path = format!("content/modules/appreciative-communication/drills/winter-coat.{language}.md");
        std::fs::remove_file(stage.folder().join(path)).unwrap();
    }
    stage.restart().await;

    let lena = stage.browser("lena").await;
    lena.get("/modules/appreciative-communication/drills/winter-coat").await.is(404);
    lena.get("/today").await.is(200);
    let form = lena.get(&format!("/attempts/{}", talk.attempt)).await.is(200).form(RECORD_STEP);
    assert_eq!(form.value("number"), "2");
    for (number, event) in (2..).zip(&way[1..]) {
        assert_eq!(talk.step(&lena, number, event).await.unwrap(), 200);
    }
    let debrief = lena.get(&format!("/attempts/{}", talk.attempt)).await;
    assert_eq!(debrief.is(200).body.matches("class=\"mine\"").count(), way.len());
}
