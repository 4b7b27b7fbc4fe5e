//! Nothing is kept longer than it is said to be, and nothing is left behind.

use augenhoehe_tests::{Engine, Reply, SOUND, Stage, UPLOAD, eventually, on_both_engines};
use uuid::Uuid;

use super::{play, sounds};

on_both_engines!(
    a_recording_is_deleted_after_thirty_days,
    a_recording_is_deleted_on_demand,
    so_many_are_kept_at_most,
    an_attempt_is_deleted_with_everything_but_what_is_done,
    sounds_without_a_recording_are_swept,
);

const DAY: i64 = 24 * 60 * 60 * 1000;

async fn change(stage: &Stage, sql: &'static str) {
    let mut tx = stage.db.begin().await.unwrap();
    sqlx::query(sql).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
}

async fn a_recording_is_deleted_after_thirty_days(engine: Engine) {
    let mut stage = Stage::open(engine).await;
    let (lena, reply) = (stage.browser("lena").await, Reply::begin(&stage).await);
    let recording = reply.speak_and(&lena, "keep").await;
    assert_eq!(stage.count("SELECT delete_after - decided_at FROM recordings").await, 30 * DAY);
    // Past its time nobody gets it, even before the job comes.
    change(&stage, "UPDATE recordings SET delete_after = created_at").await;
    assert_eq!(play(&lena, &recording, None).await.0, 404);
    assert_eq!(sounds(&stage.folder().join("recordings")), 1);
    stage.server.kill();
    stage.restart().await;
    let folder = stage.folder().join("recordings");
    eventually("the sound is deleted", async || sounds(&folder) == 0).await;
    eventually("the row too", async || stage.count("SELECT COUNT(*) FROM recordings").await == 0).await;
    let lena = stage.browser("lena").await;
    assert!(lena.get(&reply.url()).await.is(200).main().contains("The recording is deleted."));
}

async fn a_recording_is_deleted_on_demand(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, reply) = (stage.browser("lena").await, Reply::begin(&stage).await);
    let recording = reply.speak_and(&lena, "share").await;
    let page = lena.get("/recordings").await;
    let form = page.is(200).form("/api/recordings/delete-recording");
    let fields = [("recording", form.value("recording"))];
    stage.browser("omar").await.post_once(&form.action, &fields).await.is(404);
    stage.browser("karim").await.post_once(&form.action, &fields).await.is(404);
    lena.submit(&form).await.is(200);
    assert_eq!(sounds(&stage.folder().join("recordings")), 0);
    assert_eq!(play(&lena, &recording, None).await.0, 404);
    // What was decided stays; a late repetition does not bring it back.
    assert_eq!(stage.count("SELECT COUNT(*) FROM responses").await, 1);
    let coach = stage.browser("karim").await.get("/responses").await;
    assert!(coach.is(200).main().contains("The recording is deleted."));
    reply.speak(&lena, 1, &recording, SOUND).await.is(409);
    assert_eq!(sounds(&stage.folder().join("recordings")), 0);
}

async fn so_many_are_kept_at_most(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, reply) = (stage.browser("lena").await, Reply::begin(&stage).await);
    let recording = reply.speak_and(&lena, "keep").await;
    change(
        &stage,
        "INSERT INTO recordings (id, person_id, item, object, kind, bytes, sha256, created_at, delete_after, state)
         WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 49)
         SELECT r.id || n, r.person_id, r.item, r.object || n, r.kind, r.bytes, r.sha256, r.created_at, r.delete_after, r.state
         FROM recordings r CROSS JOIN numbers",
    )
    .await;
    // The form says it beside the field, a script gets a status of its own; what is stored already may be sent again.
    let next = Reply::begin(&stage).await;
    let form = lena.get(&next.start_url()).await.is(200).form(UPLOAD);
    let fields: Vec<_> = form.fields.iter().filter(|(name, _)| *name != "file").collect();
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let answer = lena.post_bytes(&form.action, &fields, SOUND, false).await;
    let page = lena.get(answer.is(303).header("location")).await;
    assert!(page.is(200).main().contains("50 recordings of yours are stored already"), "{}", page.main());
    next.speak(&lena, 1, &Uuid::new_v4().to_string(), SOUND).await.is(429);
    reply.speak(&lena, 1, &recording, SOUND).await.is(200);
    // Somebody else has room; so has she, once one is gone.
    let omar = Reply::begin(&stage).await;
    omar.speak(&stage.browser("omar").await, 1, &Uuid::new_v4().to_string(), SOUND).await.is(200);
    change(&stage, "UPDATE recordings SET state = 'deleting' WHERE id LIKE '%-%49'").await;
    next.speak(&lena, 1, &Uuid::new_v4().to_string(), SOUND).await.is(200);
}

async fn an_attempt_is_deleted_with_everything_but_what_is_done(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, reply) = (stage.browser("lena").await, Reply::begin(&stage).await);
    let recording = reply.speak_and(&lena, "share").await;
    let form = lena.get(&reply.url()).await.form("/api/drills/delete-attempt");
    stage.browser("karim").await.post_once(&form.action, &[("attempt", &reply.attempt)]).await.is(404);
    assert!(lena.submit(&form).await.is(200).main().contains("The attempt is deleted."));
    for gone in [
        "SELECT COUNT(*) FROM attempts",
        "SELECT COUNT(*) FROM steps",
        "SELECT COUNT(*) FROM evidence",
        "SELECT COUNT(*) FROM responses",
        "SELECT COUNT(*) FROM recordings",
    ] {
        assert_eq!(stage.count(gone).await, 0, "{gone}");
    }
    assert_eq!(sounds(&stage.folder().join("recordings")), 0);
    assert_eq!(stage.count("SELECT COUNT(*) FROM completions WHERE kind = 'drill'").await, 1);
    assert_eq!(play(&lena, &recording, None).await.0, 404);
    lena.get(&reply.url()).await.is(404);
    reply.step(&lena, 4, "back", &[]).await.is(409);
    lena.post_once(&form.action, &[("attempt", &reply.attempt)]).await.is(404);
}

async fn sounds_without_a_recording_are_swept(engine: Engine) {
    let mut stage = Stage::open(engine).await;
    let (lena, reply) = (stage.browser("lena").await, Reply::begin(&stage).await);
    let recording = Uuid::new_v4().to_string();
    reply.speak(&lena, 1, &recording, SOUND).await.is(200);
    let folder = stage.folder().join("recordings");
    let own = std::fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
    // Left by a request that came to nothing, a fresh one, and one that is none of ours.
    for (path, is_old) in [(own.join("old"), true), (own.join("fresh"), false), (folder.join("else"), true)] {
        let file = std::fs::File::create(path).unwrap();
        let age = std::time::Duration::from_secs(if is_old { 25 * 60 * 60 } else { 0 });
        file.set_modified(std::time::SystemTime::now() - age).unwrap();
    }
    for entry in std::fs::read_dir(&own).unwrap() {
        let path = entry.unwrap().path();
        if !path.ends_with("fresh") {
            let old = std::time::SystemTime::now() - std::time::Duration::from_secs(25 * 60 * 60);
            std::fs::File::options().write(true).open(path).unwrap().set_modified(old).unwrap();
        }
    }
    stage.server.kill();
    stage.restart().await;
    eventually("the old one is swept", async || !own.join("old").exists()).await;
    assert!(own.join("fresh").exists() && folder.join("else").exists());
    assert_eq!(play(&stage.browser("lena").await, &recording, None).await.2, SOUND);
}
