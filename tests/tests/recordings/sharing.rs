//! Sharing on purpose, and taking it back.

use augenhoehe_tests::{Engine, Reply, SOUND, Stage, on_both_engines};
use uuid::Uuid;

use super::play;

on_both_engines!(
    what_is_kept_is_seen_by_nobody,
    what_is_shared_reaches_the_coach_of_the_team,
    a_share_can_be_taken_back,
    only_the_answer_that_stands_is_kept,
);

const RESPONSES: &str = "SELECT COUNT(*) FROM responses";

async fn what_is_kept_is_seen_by_nobody(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, reply) = (stage.browser("lena").await, Reply::begin(&stage).await);
    let recording = reply.speak_and(&lena, "keep").await;
    let karim = stage.browser("karim").await;
    assert_eq!(play(&karim, &recording, None).await.0, 404);
    assert!(karim.get("/responses").await.is(200).main().contains("Nothing is shared"));
    karim.get(&reply.url()).await.is(404);
}

async fn what_is_shared_reaches_the_coach_of_the_team(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, reply) = (stage.browser("lena").await, Reply::begin(&stage).await);
    let recording = reply.speak_and(&lena, "share").await;
    let written = reply.again();
    written.step(&lena, 1, "write", &[("said", "Guten <Tag> & \"so\".")]).await.is(303);
    written.step(&lena, 2, "mark", &[("marks[]", "0"), ("marks[]", "1")]).await.is(303);
    for _ in 0..2 {
        written.step(&lena, 3, "share", &[]).await.is(303);
    }
    assert_eq!(stage.count(RESPONSES).await, 2);
    let karim = stage.browser("karim").await;
    let page = karim.get("/responses").await;
    assert!(page.is(200).main().contains("Guten <Tag> & \"so\"."), "{}", page.main());
    assert!(page.main().contains("Lena Wyss-Testfall"));
    assert_eq!(page.all("audio", "src"), [format!("/recordings/{recording}")]);
    assert_eq!(play(&karim, &recording, None).await.2, SOUND);
    // Neither another team's coach, nor whoever leads or administers.
    let ines = stage.browser("ines").await;
    assert!(ines.get("/responses").await.is(200).main().contains("Nothing is shared"));
    for other in ["ines", "omar", "eva", "admin"] {
        assert_eq!(play(&stage.browser(other).await, &recording, None).await.0, 404, "{other}");
    }
    for other in ["lena", "eva", "admin"] {
        stage.browser(other).await.get("/responses").await.is(403);
    }
}

async fn a_share_can_be_taken_back(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, reply) = (stage.browser("lena").await, Reply::begin(&stage).await);
    let recording = reply.speak_and(&lena, "share").await;
    let page = lena.get(&reply.url()).await;
    let form = page.is(200).form("/api/drills/record-step");
    assert_eq!(form.value("number"), "4");
    let decide = lena.submit(&form.with("event", "back")).await;
    assert!(decide.is(200).main().contains("What shall become of it?"));
    assert_eq!(stage.count(RESPONSES).await, 0);
    assert_eq!(play(&stage.browser("karim").await, &recording, None).await.0, 404);
    assert_eq!(play(&lena, &recording, None).await.0, 200);
    lena.submit(&decide.form("/api/drills/record-step").with("event", "keep")).await.is(200);
    assert_eq!(stage.count("SELECT COUNT(*) FROM attempts WHERE ending = 'kept'").await, 1);
    assert_eq!(stage.count(RESPONSES).await, 0);
}

async fn only_the_answer_that_stands_is_kept(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, reply) = (stage.browser("lena").await, Reply::begin(&stage).await);
    let (first, second) = (Uuid::new_v4().to_string(), Uuid::new_v4().to_string());
    reply.speak(&lena, 1, &first, SOUND).await.is(200);
    reply.step(&lena, 2, "back", &[]).await.is(303);
    reply.speak(&lena, 3, &second, SOUND).await.is(200);
    reply.step(&lena, 4, "mark", &[]).await.is(303);
    reply.step(&lena, 5, "share", &[]).await.is(303);
    let karim = stage.browser("karim").await;
    assert_eq!((play(&karim, &first, None).await.0, play(&karim, &second, None).await.0), (404, 200));
    assert_eq!(play(&lena, &first, None).await.0, 404);
}
