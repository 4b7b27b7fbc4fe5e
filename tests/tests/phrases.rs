//! A sentence of one's own, with plain forms: written before the models are seen, marked, written again, kept and looked up.

use augenhoehe_tests::{Answer, Browser, Engine, RECORD_STEP, Stage, on_both_engines};
use uuid::Uuid;

on_both_engines!(
    a_sentence_is_written_marked_and_written_again,
    a_text_that_cannot_be_taken_comes_back,
    steps_can_be_taken_back,
    a_sentence_is_kept_and_found_again,
    the_same_sentence_is_kept_once,
    sentences_are_their_persons_own,
);

const ITEM: &str = "appreciative-communication/still-waiting";
const DRILL: &str = "/modules/appreciative-communication/drills/still-waiting";
const KEEP: &str = "/api/phrases/keep";
/// From both models.
const MODELS: [&str; 2] = ["some pressure on the workshop", "I’ll check on Thursday"];

async fn begin(stage: &Stage) -> (Browser, Answer) {
    let lena = stage.browser("lena").await;
    let page = lena.get(DRILL).await;
    (lena, page)
}

/// Says something, as the button of the step does.
async fn say(lena: &Browser, page: &Answer, event: &str, text: &str) -> Answer {
    lena.submit(&page.form(RECORD_STEP).with("said", text).with("event", event)).await
}

async fn mark(lena: &Browser, page: &Answer, marks: &[&str]) -> Answer {
    let mut form = page.form(RECORD_STEP).with("event", "mark");
    form.fields.extend(marks.iter().map(|mark| ("marks[]".to_owned(), (*mark).to_owned())));
    lena.submit(&form).await
}

/// The whole way, up to the last page.
async fn finish(stage: &Stage) -> (Browser, Answer) {
    let (lena, page) = begin(stage).await;
    let page = say(&lena, &page, "write", "We’ll see.").await;
    let page = mark(&lena, &page, &["2"]).await;
    let page = say(&lena, &page, "rewrite", "It was tested on Friday, and I’ll call you on Thursday. Weiß?").await;
    (lena, page)
}

async fn a_sentence_is_written_marked_and_written_again(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, page) = begin(&stage).await;
    assert!(MODELS.iter().all(|model| !page.main().contains(model)), "the models are hidden: {}", page.main());
    let page = say(&lena, &page, "write", " We’ll\r\nsee.\u{1e} ").await;
    assert!(page.is(200).url.starts_with("/attempts/"), "{}", page.url);
    assert_eq!(page.text(".mine"), "We’ll\nsee.");
    assert!(MODELS.iter().all(|model| page.main().contains(model)));
    let page = mark(&lena, &page, &["0", "2"]).await;
    assert_eq!(page.all(".met li", "class"), ["has", "lacks", "has"]);
    assert_eq!(page.form(RECORD_STEP).value("said"), "We’ll\nsee.", "the field begins with what one wrote");
    let page = say(&lena, &page, "rewrite", "I’ll call you by four.").await;
    assert_eq!(page.text(".mine"), "We’ll\nsee. I’ll call you by four.");
    let score = sqlx::query_as("SELECT competency, score FROM evidence ORDER BY competency");
    let score: Vec<(String, i64)> = score.fetch_all(stage.db.read()).await.unwrap();
    assert_eq!(score, [("appreciation".to_owned(), 67), ("reliability".to_owned(), 67)]);
    let events: String = sqlx::query_scalar("SELECT events FROM attempts").fetch_one(stage.db.read()).await.unwrap();
    assert_eq!(events, "write We’ll\nsee.\u{1e}mark 0 2\u{1e}rewrite I’ll call you by four.");
    assert_eq!(stage.count("SELECT COUNT(*) FROM completions WHERE kind = 'drill'").await, 1);
    assert_eq!(lena.get(&page.url).await.is(200).text(".mine"), page.text(".mine"), "it can be read again");
}

async fn a_text_that_cannot_be_taken_comes_back(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, page) = begin(&stage).await;
    let page = say(&lena, &page, "write", " \n ").await;
    assert_eq!(page.is(200).text("#said-error"), "Write your sentence first.");
    let long = "ü".repeat(301);
    let page = say(&lena, &page, "write", &long).await;
    assert!(page.is(200).text("#said-error").contains("300 characters"));
    assert_eq!(page.form(RECORD_STEP).value("said"), long);
    let page = say(&lena, &page, "write", "</textarea><b>no</b> & yes").await;
    let page = mark(&lena, &page, &[]).await;
    let page = say(&lena, &page, "rewrite", "").await;
    assert_eq!(page.is(200).text("#said-error"), "Write your sentence first.");
    assert_eq!(page.text(".mine"), "</textarea><b>no</b> & yes");
    assert_eq!(stage.count("SELECT COUNT(*) FROM steps").await, 2);
}

async fn steps_can_be_taken_back(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, page) = finish(&stage).await;
    let back = |page: &Answer| page.form(RECORD_STEP).with("event", "back");
    let page = lena.submit(&back(&page)).await;
    assert!(page.form(RECORD_STEP).value("said").starts_with("It was tested"), "what was taken back is still there");
    let page = lena.submit(&back(&page)).await;
    assert_eq!(page.form(RECORD_STEP).value("marks[]"), "2");
    let page = lena.submit(&back(&page)).await;
    assert_eq!(page.form(RECORD_STEP).value("said"), "We’ll see.");
    assert_eq!(stage.count("SELECT COUNT(*) FROM attempts WHERE ended_at IS NULL AND last_number = 6").await, 1);
}

async fn a_sentence_is_kept_and_found_again(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, page) = finish(&stage).await;
    let nothing = lena.get("/phrases").await;
    assert!(nothing.is(200).main().contains("None yet"));
    assert_eq!(page.all(".keep", "class"), ["keep "]);
    let page = lena.submit(&page.form(KEEP)).await;
    assert_eq!(page.is(200).all(".keep", "class"), ["keep kept"], "kept once is enough");

    let new = lena.get("/phrases/new").await;
    let refused = lena.submit(&new.form("/api/phrases/add").with("said", &"x".repeat(301))).await;
    assert_eq!(refused.form("/api/phrases/add").value("said").len(), 301);
    let added = lena.submit(&refused.form("/api/phrases/add").with("said", "Darf ich kurz nachsehen?")).await;
    assert_eq!(added.text(".phrases .says").matches("Darf ich").count(), 1);

    for (words, found) in [("WEISS thursday", 1), ("patient", 1), ("kurz", 1), ("patient kurz", 0), ("", 2)] {
        let page = lena.get(&format!("/phrases?q={}", words.replace(' ', "+"))).await;
        assert_eq!(page.is(200).all(".phrases > li > .says", "class").len(), found, "{words}");
    }

    let url = added.all(".phrases a[aria-label]", "href")[0].clone();
    let page = lena.get(&url).await;
    let page = lena.submit(&page.form("/api/phrases/change").with("said", "Darf ich nachsehen?")).await;
    assert!(page.text(".phrases").contains("Darf ich nachsehen?") && !page.main().contains("kurz"));
    let page = lena.get(&url).await;
    let remove = page.form("/api/phrases/remove");
    for _ in 0..2 {
        assert_eq!(lena.submit(&remove).await.is(200).all(".phrases > li", "hidden").len(), 0);
        assert_eq!(stage.count("SELECT COUNT(*) FROM phrase_book").await, 1);
    }
    lena.get(&url).await.is(404);
}

async fn the_same_sentence_is_kept_once(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, page) = finish(&stage).await;
    let form = page.form(KEEP);
    for _ in 0..3 {
        lena.submit(&form).await.is(200);
    }
    assert_eq!(stage.count("SELECT COUNT(*) FROM phrase_book").await, 1);
    lena.submit(&form.clone().with("text", "Something else.")).await.is(409);
    for (name, value) in [("attempt", "x"), ("text", ""), ("item", "nonsense"), ("text", &"x".repeat(301))] {
        lena.submit(&form.clone().with(name, value)).await.is(400);
    }
    assert_eq!(stage.count("SELECT COUNT(*) FROM phrase_book").await, 1);
}

async fn sentences_are_their_persons_own(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, page) = finish(&stage).await;
    let form = page.form(KEEP);
    lena.submit(&form).await.is(200);
    let id: String = sqlx::query_scalar("SELECT id FROM phrase_book").fetch_one(stage.db.read()).await.unwrap();
    let karim = stage.browser("karim").await;
    assert!(!karim.get("/phrases").await.is(200).main().contains("Thursday"));
    karim.get(&format!("/phrases/{id}")).await.is(404);
    assert_eq!(karim.post_once(KEEP, &fields(&form.fields)).await.status, 404);
    let change = [("form", "a"), ("phrase", id.as_str()), ("said", "mine")];
    assert_eq!(karim.post_once("/api/phrases/change", &change).await.status, 404);
    karim.post_once("/api/phrases/remove", &[("phrase", &id)]).await.is(303);
    let taken = Uuid::new_v4().to_string();
    assert_eq!(
        lena.post_once("/api/phrases/add", &[("form", "a"), ("phrase", &taken), ("said", "A")]).await.status,
        303
    );
    assert_eq!(
        karim.post_once("/api/phrases/add", &[("form", "a"), ("phrase", &taken), ("said", "A")]).await.status,
        404
    );
    assert_eq!(stage.count("SELECT COUNT(*) FROM phrase_book WHERE text <> 'mine'").await, 2);
    assert_eq!(form.value("item"), ITEM);
}

fn fields(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}
