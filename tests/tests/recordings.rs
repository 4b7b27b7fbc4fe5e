//! Spoken answers: stored once, played to whom they belong to, shared on purpose, deleted in time.

use augenhoehe_tests::{Browser, Bucket, Engine, Reply, SOUND, Stage, UPLOAD, eventually, id, on_both_engines};
use reqwest::{Method, header};
use uuid::Uuid;

mod deleting;
mod sharing;

on_both_engines!(
    a_recording_is_stored_once_and_plays,
    the_same_id_with_another_sound_is_a_conflict,
    what_is_no_recording_is_refused_beside_its_field,
    too_much_is_refused_with_a_way_back,
    it_works_as_a_plain_form,
    a_bucket_keeps_them_too,
    a_store_that_is_away_is_said_to_be_away,
);

const RECORDINGS: &str = "SELECT COUNT(*) FROM recordings";
const STEPS: &str = "SELECT COUNT(*) FROM steps";

/// Plays a recording, or part of it.
pub async fn play(browser: &Browser, recording: &str, range: Option<&str>) -> (u16, header::HeaderMap, Vec<u8>) {
    let mut request = browser.request(Method::GET, &format!("/recordings/{recording}"));
    if let Some(range) = range {
        request = request.header(header::RANGE, range);
    }
    let answer = request.send().await.unwrap();
    (answer.status().as_u16(), answer.headers().clone(), answer.bytes().await.unwrap().to_vec())
}

/// How many sounds lie in a folder.
pub fn sounds(folder: &std::path::Path) -> usize {
    let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
    let entries = entries.map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { sounds(&path) } else { 1 }).sum()
}

async fn a_recording_is_stored_once_and_plays(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, reply) = (stage.browser("lena").await, Reply::begin(&stage).await);
    let recording = Uuid::new_v4().to_string();
    for _ in 0..3 {
        reply.speak(&lena, 1, &recording, SOUND).await.is(200);
    }
    assert_eq!((stage.count(RECORDINGS).await, stage.count(STEPS).await), (1, 1));
    assert_eq!(sounds(&stage.folder().join("recordings")), 1);

    let (status, headers, bytes) = play(&lena, &recording, None).await;
    assert_eq!((status, bytes.as_slice()), (200, SOUND));
    for (name, value) in [
        ("content-type", "audio/ogg"),
        ("cache-control", "no-store"),
        ("accept-ranges", "bytes"),
        ("x-content-type-options", "nosniff"),
    ] {
        assert_eq!(headers[name], value);
    }
    assert!(headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    let (status, headers, bytes) = play(&lena, &recording, Some("bytes=0-3")).await;
    assert_eq!((status, bytes.as_slice()), (206, &b"OggS"[..]));
    assert_eq!(headers["content-range"], format!("bytes 0-3/{}", SOUND.len()));
    let (status, _, bytes) = play(&lena, &recording, Some("bytes=-2")).await;
    assert_eq!((status, bytes.as_slice()), (206, &SOUND[SOUND.len() - 2..]));
    assert_eq!(play(&lena, &recording, Some("bytes=999-")).await.0, 416);
    for other in ["omar", "karim", "eva", "admin"] {
        assert_eq!(play(&stage.browser(other).await, &recording, None).await.0, 404, "{other}");
    }
    // What the page says of it.
    let page = lena.get(&reply.url()).await;
    assert_eq!(page.is(200).all("audio", "src"), [format!("/recordings/{recording}")]);
    assert_eq!(lena.get("/recordings").await.is(200).all("audio", "src").len(), 1);
}

async fn the_same_id_with_another_sound_is_a_conflict(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, reply) = (stage.browser("lena").await, Reply::begin(&stage).await);
    let recording = Uuid::new_v4().to_string();
    reply.speak(&lena, 1, &recording, SOUND).await.is(200);
    reply.speak(&lena, 1, &recording, b"OggS something else").await.is(409);
    // In another attempt neither, nor by somebody else.
    reply.again().speak(&lena, 1, &recording, SOUND).await.is(409);
    reply.again().speak(&stage.browser("omar").await, 1, &recording, SOUND).await.is(404);
    // Another recording in the place of the first, without going back.
    reply.speak(&lena, 1, &Uuid::new_v4().to_string(), SOUND).await.is(409);
    assert_eq!(play(&lena, &recording, None).await.2, SOUND);
    assert_eq!(sounds(&stage.folder().join("recordings")), 1, "what was refused left nothing");
    // Many times at once: one.
    let (reply, recording) = (reply.again(), Uuid::new_v4().to_string());
    let sent = futures::future::join_all((0..8).map(|_| reply.speak(&lena, 1, &recording, SOUND))).await;
    assert!(sent.iter().all(|answer| answer.status == 200), "{sent:?}");
    assert_eq!(stage.count(RECORDINGS).await, 2);
}

async fn what_is_no_recording_is_refused_beside_its_field(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, reply) = (stage.browser("lena").await, Reply::begin(&stage).await);
    let recording = Uuid::new_v4().to_string();
    for (sound, seconds, says) in [
        (&b""[..], "3", "no recording"),
        (SOUND, "0", "zero seconds"),
        (SOUND, "91", "longer than 90"),
        (b"<html><script>alert(1)</script>", "3", "not a recording"),
    ] {
        let form = Uuid::new_v4().to_string();
        let mut fields = reply.spoken(&recording, "1", seconds).to_vec();
        // As the island sends it: a status.
        lena.post_bytes(UPLOAD, &fields, sound, true).await.is(422);
        fields.push(("form", &form));
        let answer = lena.post_bytes(UPLOAD, &fields, sound, false).await;
        let page = lena.get(answer.is(303).header("location")).await;
        assert!(page.is(200).text("#file-error").contains(says), "{says}: {}", page.main());
    }
    let mut nonsense = reply.spoken(&recording, "1", "3");
    nonsense[0].1 = "no id";
    lena.post_bytes(UPLOAD, &nonsense, SOUND, true).await.is(400);
    let mut nonsense = reply.spoken(&recording, "1", "3");
    nonsense[3].1 = "a\0b";
    lena.post_bytes(UPLOAD, &nonsense, SOUND, true).await.is(400);
    // A recording comes as a recording, not as an event that names one.
    reply.step(&lena, 1, &format!("speak {recording}"), &[]).await.is(400);
    assert_eq!((stage.count(RECORDINGS).await, sounds(&stage.folder().join("recordings"))), (0, 0));
}

async fn too_much_is_refused_with_a_way_back(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, reply) = (stage.browser("lena").await, Reply::begin(&stage).await);
    let recording = Uuid::new_v4().to_string();
    let mut sound = b"OggS".to_vec();
    sound.resize(2 * 1024 * 1024, 7);
    reply.speak(&lena, 1, &recording, &sound).await.is(200);
    assert_eq!(play(&lena, &recording, None).await.2, sound);
    for more in [1, 5 << 20] {
        sound.resize(2 * 1024 * 1024 + more, 7);
        let (reply, recording) = (reply.again(), Uuid::new_v4().to_string());
        reply.speak(&lena, 1, &recording, &sound).await.is(413);
        let page = lena.post_bytes(UPLOAD, &reply.spoken(&recording, "1", "3"), &sound, false).await;
        assert!(page.is(413).main().contains("2 MB"), "{}", page.main());
        assert_eq!(page.all("main a.primary", "href").len(), 1);
    }
    assert_eq!(stage.count(RECORDINGS).await, 1);
}

async fn it_works_as_a_plain_form(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, reply) = (stage.browser("lena").await, Reply::begin(&stage).await);
    let page = lena.get(&reply.start_url()).await;
    assert!(page.is(200).header("permissions-policy").contains("microphone=(self)"));
    assert!(lena.get("/today").await.header("permissions-policy").contains("microphone=()"));
    assert!(page.header("content-security-policy").contains("media-src 'self' blob:"));
    let form = page.form(UPLOAD);
    let fields: Vec<(&str, &str)> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let fields: Vec<(&str, &str)> = fields.into_iter().filter(|(name, _)| *name != "file").collect();
    for _ in 0..2 {
        let answer = lena.post_bytes(&form.action, &fields, SOUND, false).await;
        assert_eq!(answer.is(303).header("location"), reply.url());
    }
    let marking = lena.get(&reply.url()).await;
    let marked =
        lena.submit(&marking.is(200).form("/api/drills/record-step").with("marks[]", "1").with("event", "mark")).await;
    let kept = lena.submit(&marked.is(200).form("/api/drills/record-step").with("event", "keep")).await;
    assert!(kept.is(200).main().contains("keep this reply to yourself"), "{}", kept.main());
    // Evidence of the drill's competencies: one criterion of those that there are.
    let score = sqlx::query_scalar::<_, i64>("SELECT MAX(score) FROM evidence WHERE person_id = $1").bind(id("lena"));
    let score = score.fetch_one(stage.db.read()).await.unwrap();
    assert!([20, 25, 33].contains(&score), "{score}");
    assert_eq!(stage.count("SELECT COUNT(*) FROM completions WHERE kind = 'drill'").await, 1);
}

async fn a_bucket_keeps_them_too(engine: Engine) {
    let bucket = Bucket::start().await;
    let mut stage = Stage::open_with(engine, |options| options.environment = bucket.environment()).await;
    let (lena, reply) = (stage.browser("lena").await, Reply::begin(&stage).await);
    let recording = Uuid::new_v4().to_string();
    reply.speak(&lena, 1, &recording, SOUND).await.is(200);
    assert_eq!((sounds(&bucket.objects()), sounds(&stage.folder().join("recordings"))), (1, 0));
    assert_eq!(play(&lena, &recording, None).await.2, SOUND);
    let (status, headers, bytes) = play(&lena, &recording, Some("bytes=4-6")).await;
    assert_eq!((status, bytes.as_slice()), (206, &SOUND[4..7]));
    assert_eq!(headers["content-range"], format!("bytes 4-6/{}", SOUND.len()));
    // Another server knows it as well.
    stage.restart().await;
    let lena = stage.browser("lena").await;
    assert_eq!(play(&lena, &recording, None).await.2, SOUND);
    lena.post("/api/recordings/delete-recording", &[("recording", &recording)]).await.is(200);
    assert_eq!(play(&lena, &recording, None).await.0, 404);
    eventually("the object is gone", async || sounds(&bucket.objects()) == 0).await;
    assert!(!stage.server.log().contains(bucket.secret()), "secrets are not logged");
}

async fn a_store_that_is_away_is_said_to_be_away(engine: Engine) {
    let bucket = Bucket::start().await;
    let stage = Stage::open_with(engine, |options| options.environment = bucket.environment()).await;
    let (lena, reply) = (stage.browser("lena").await, Reply::begin(&stage).await);
    let kept = Uuid::new_v4().to_string();
    reply.speak(&lena, 1, &kept, SOUND).await.is(200);
    bucket.stop();
    let (other, recording) = (reply.again(), Uuid::new_v4().to_string());
    other.speak(&lena, 1, &recording, SOUND).await.is(503);
    let page = lena.post_bytes(UPLOAD, &other.spoken(&recording, "1", "3"), SOUND, false).await;
    assert!(page.is(503).main().contains("storage is full or out of reach"), "{}", page.main());
    assert_eq!(page.header("retry-after"), "5");
    assert_eq!(play(&lena, &kept, None).await.0, 503);
    assert_eq!((stage.count(RECORDINGS).await, stage.count(STEPS).await), (1, 1), "nothing half done");
    // Writing goes on; taking back too, and the sound goes once the store is there.
    other.step(&lena, 1, "write", &[("said", "Guten Tag.")]).await.is(303);
    lena.post("/api/recordings/delete-recording", &[("recording", &kept)]).await.is(200);
    assert_eq!(play(&lena, &kept, None).await.0, 404);
    assert_eq!(stage.count("SELECT COUNT(*) FROM recordings WHERE state = 'deleting'").await, 1);
}
