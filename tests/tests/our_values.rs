//! Vision, mission and values, and the worksheet about them.

use augenhoehe_tests::{Browser, Engine, Form, Stage, on_both_engines};

on_both_engines!(
    everybody_reads_what_admins_write,
    a_value_more_is_asked_for_without_losing_a_word,
    sentences_count_once_and_keep_their_ids,
    the_worksheet_names_what_is_weak,
    a_changed_sentence_is_to_be_checked_again,
    a_sentence_keeps_its_latest_check_alone,
    a_check_that_is_sent_many_times_at_once_counts_once,
    a_sentence_may_go_while_it_is_checked,
    what_was_checked_before_is_kept,
);

pub const SAVE: &str = "/api/our-values/save";
pub const CHECK: &str = "/api/our-values/check";
const QUESTIONS: [&str; 7] = ["customers", "tuesday", "limits", "opposite", "example", "authors", "asked"];

pub async fn form(admin: &Browser) -> Form {
    admin.get("/admin/our-values").await.is(200).form(SAVE)
}

/// Writes a mission and a value.
pub async fn write(admin: &Browser) -> Form {
    let form =
        form(admin).await.with("mission[words][en]", "We look it up.").with("mission[words][de]", "Wir sehen nach.");
    let form = form.with("values[0][name][en]", "Answer").with("values[0][words][en]", "Nobody leaves without one.");
    admin.submit(&form).await.is(200);
    form
}

async fn everybody_reads_what_admins_write(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (admin, lena) = (stage.browser("admin").await, stage.browser("lena").await);
    assert!(lena.get("/our-values").await.is(200).main().contains("has not written anything here yet"));
    write(&admin).await;
    let page = lena.get("/our-values").await;
    assert_eq!(page.is(200).text("blockquote"), "We look it up. Nobody leaves without one.");
    assert!(!page.main().contains("Vision"), "nothing is there to read");
    assert!(page.all("main a", "href").is_empty(), "learners read");
    lena.post_once("/api/people/choose-language", &[("language", "de"), ("back", "/")]).await.is(303);
    let german = lena.get("/our-values").await;
    assert_eq!(german.is(200).text("blockquote"), "Wir sehen nach. Nobody leaves without one.");
    assert_eq!(german.all("blockquote span", "lang"), ["en"], "marked as what it is");
    let leader = stage.browser("eva").await.get("/our-values").await;
    assert_eq!(leader.all("main a", "href"), ["/our-values/worksheet"]);
    assert_eq!(admin.get("/our-values").await.all("main a", "href"), ["/our-values/worksheet", "/admin/our-values"]);
    assert!(admin.get("/admin/audit-log").await.main().contains("Values written"));
}

async fn a_value_more_is_asked_for_without_losing_a_word(engine: Engine) {
    let stage = Stage::open(engine).await;
    let admin = stage.browser("admin").await;
    let first = form(&admin).await.with("vision[words][en]", "There.").with("values[1][words][en]", "Only a sentence.");
    let id = first.value("values[1][id]").to_owned();
    let more = admin.submit(&first.with("add", "row")).await.is(200).form(SAVE);
    assert_eq!(stage.count("SELECT COUNT(*) FROM value_statements").await, 0, "nothing is written yet");
    assert_eq!((more.value("vision[words][en]"), more.value("values[1][id]")), ("There.", &*id));
    assert!(more.fields.iter().any(|(name, _)| name == "values[3][words][en]"), "there is room for a fourth value");
    let wrong = admin.submit(&more).await;
    assert!(wrong.is(200).text("#value-1-name-de-error").contains("What is this value called?"));
    let named = wrong.form(SAVE).with("values[1][name][en]", "Quiet");
    admin.submit(&named).await.is(200);
    assert_eq!(stage.count("SELECT COUNT(*) FROM value_statements").await, 2);
    admin.submit(&named.with("values[1][id]", "nonsense")).await.is(400);
    // A form that is not ours empties nothing.
    let whole = form(&admin).await;
    for missing in ["vision", "mission[words]", "values", "values[0][words][de]"] {
        let mut form = whole.clone();
        form.fields.retain(|(name, _)| !name.starts_with(missing));
        admin.submit(&form).await.is(400);
    }
    assert_eq!(stage.count("SELECT COUNT(*) FROM value_statements").await, 2);
}

async fn sentences_count_once_and_keep_their_ids(engine: Engine) {
    let stage = Stage::open(engine).await;
    let admin = stage.browser("admin").await;
    let sent = write(&admin).await;
    admin.submit(&sent).await.is(200);
    assert_eq!(stage.count("SELECT COUNT(*) FROM audit_log WHERE action = 'values-written'").await, 1);
    let (mine, theirs) = (form(&admin).await, form(&admin).await);
    assert_eq!(mine.value("values[0][id]"), sent.value("values[0][id]"));
    admin.submit(&theirs.with("vision[words][en]", "There.")).await.is(200);
    let told = admin.submit(&mine.with("vision[words][en]", "Elsewhere.")).await;
    assert!(told.is(200).text("#state").contains("changed the sentences meanwhile"));
    admin.submit(&told.form(SAVE)).await.is(200);
    let page = admin.get("/our-values").await.text("blockquote");
    assert!(page.starts_with("Elsewhere."), "{page}");
    // What is emptied goes.
    let emptied = form(&admin).await.with("values[0][name][en]", "").with("values[0][words][en]", " ");
    admin.submit(&emptied).await.is(200);
    assert_eq!(stage.count("SELECT COUNT(*) FROM value_statements WHERE kind = 'value'").await, 0);
}

/// Answers yes to everything but one question.
pub fn answers(form: Form, question: &str, answer: &str) -> Form {
    let form = QUESTIONS.iter().fold(form, |form, question| form.with(question, "yes"));
    form.with(question, answer)
}

async fn the_worksheet_names_what_is_weak(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (admin, eva) = (stage.browser("admin").await, stage.browser("eva").await);
    assert!(eva.get("/our-values/worksheet").await.is(200).main().contains("First there have to be sentences"));
    write(&admin).await;
    let sheet = eva.get("/our-values/worksheet").await;
    assert!(sheet.is(200).main().contains("2 sentences are still to be checked"), "{}", sheet.main());
    let links = sheet.all("main section p a[href^='/our-values/worksheet/']", "href");
    let [mission, value] = links.as_slice() else { panic!("{links:?}") };
    let empty = eva.get(mission).await.is(200).form(CHECK);
    let back = eva.submit(&empty.clone().with("tuesday", "partly").with("note", "Again in May.")).await;
    assert_eq!(back.is(200).all("[role=alert] a", "href").len(), 6, "all that is not answered");
    let rest = back.form(CHECK);
    assert_eq!((rest.value("tuesday"), rest.value("note")), ("partly", "Again in May."));
    let weak = answers(rest, "tuesday", "no");
    let sheet = eva.submit(&weak).await;
    let words = sheet.is(200).main();
    for expected in [
        "This sentence is weak.",
        "Yes 6, partly 0, no 1.",
        "Ask two people who serve customers",
        "Again in May.",
        "Mend it first",
    ] {
        assert!(words.contains(expected), "{expected}: {words}");
    }
    eva.submit(&weak).await.is(200);
    assert_eq!(stage.count("SELECT COUNT(*) FROM value_checks").await, 1, "a form counts once");
    eva.submit(&weak.clone().with("tuesday", "yes")).await.is(409);
    eva.submit(&weak.with("tuesday", "perhaps")).await.is(400);
    for url in [mission, value] {
        let form = answers(admin.get(url).await.is(200).form(CHECK), "asked", "partly");
        admin.submit(&form).await.is(200);
    }
    let sheet = eva.get("/our-values/worksheet").await;
    assert!(sheet.main().contains("The words hold.") && sheet.main().contains("nearly holds"), "{}", sheet.main());
    assert_eq!(sheet.text("[aria-current=step]"), "Plan measures from them");
    let lena = stage.browser("lena").await;
    for url in ["/our-values/worksheet", mission] {
        lena.get(url).await.is(403);
    }
    eva.get(&format!("/our-values/worksheet/{}", uuid::Uuid::new_v4())).await.is(404);
}

async fn a_changed_sentence_is_to_be_checked_again(engine: Engine) {
    let stage = Stage::open(engine).await;
    let admin = stage.browser("admin").await;
    write(&admin).await;
    let links =
        admin.get("/our-values/worksheet").await.all("main section p a[href^='/our-values/worksheet/']", "href");
    for url in &links {
        admin.submit(&answers(admin.get(url).await.form(CHECK), "asked", "yes")).await.is(200);
    }
    let opened = admin.get(&links[0]).await.form(CHECK);
    let change = form(&admin)
        .await
        .with("mission[words][en]", "We look it up, even on Saturdays.")
        .with("vision[words][en]", "There.");
    admin.submit(&change).await.is(200);
    let sheet = admin.get("/our-values/worksheet").await.main();
    assert!(sheet.contains("2 sentences are still to be checked"), "{sheet}");
    assert!(sheet.contains("the answers no longer hold") && sheet.contains("This sentence holds."), "{sheet}");
    let late = admin.submit(&answers(opened, "asked", "yes")).await;
    assert!(late.is(200).text("#state").contains("changed meanwhile"), "{}", late.main());
    admin.submit(&late.form(CHECK)).await.is(200);
    let sheet = admin.get("/our-values/worksheet").await.main();
    assert!(sheet.contains("One sentence is still to be checked"), "{sheet}");
    let mut gone = form(&admin).await;
    gone = gone.with("mission[words][en]", "").with("mission[words][de]", "");
    admin.submit(&gone).await.is(200);
    assert_eq!(stage.count("SELECT COUNT(*) FROM value_checks").await, 1, "what was checked about it goes with it");
    // Whether a check holds is no question of clocks.
    let mut tx = stage.db.begin().await.unwrap();
    sqlx::query("UPDATE value_checks SET checked_at = 0").execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    assert!(admin.get("/our-values/worksheet").await.main().contains("This sentence holds."));
}

/// Notes on earlier ones are read by nobody.
async fn a_sentence_keeps_its_latest_check_alone(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (admin, eva) = (stage.browser("admin").await, stage.browser("eva").await);
    write(&admin).await;
    let page = eva.get("/our-values/worksheet").await;
    let links = page.all("main section p a[href^='/our-values/worksheet/']", "href");
    for (browser, note) in [(&eva, "First."), (&admin, "Second.")] {
        let form = browser.get(&links[0]).await.form(CHECK).with("note", note);
        browser.submit(&answers(form, "asked", "no")).await.is(200);
    }
    assert_eq!(stage.count("SELECT COUNT(*) FROM value_checks").await, 1);
    let sheet = eva.get("/our-values/worksheet").await.main();
    assert!(sheet.contains("Second.") && !sheet.contains("First."), "{sheet}");
}

async fn a_check_that_is_sent_many_times_at_once_counts_once(engine: Engine) {
    let stage = Stage::open(engine).await;
    let admin = stage.browser("admin").await;
    write(&admin).await;
    let page = admin.get("/our-values/worksheet").await;
    let link = page.all("main section p a[href^='/our-values/worksheet/']", "href").remove(0);
    for _ in 0..5 {
        let form = answers(admin.get(&link).await.form(CHECK), "asked", "no");
        let sent = futures::future::join_all((0..8).map(|_| admin.submit(&form))).await;
        let wrong: Vec<_> = sent.iter().filter(|answer| !answer.url.ends_with("done=checked")).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert_eq!(stage.count("SELECT COUNT(*) FROM value_checks").await, 1);
    }
}

/// The check was there first, or the sentence is gone: nothing in between.
async fn a_sentence_may_go_while_it_is_checked(engine: Engine) {
    let stage = Stage::open(engine).await;
    let admin = stage.browser("admin").await;
    for round in 0..6 {
        write(&admin).await;
        let page = admin.get("/our-values/worksheet").await;
        let link = page.all("main section p a[href^='/our-values/worksheet/']", "href").remove(0);
        let mut forms = vec![form(&admin).await.with("mission[words][en]", "").with("mission[words][de]", "")];
        for _ in 0..6 {
            forms.insert(forms.len() * (round % 2), answers(admin.get(&link).await.form(CHECK), "asked", "no"));
        }
        let sent = futures::future::join_all(forms.iter().map(|form| admin.submit(form))).await;
        let wrong: Vec<_> = sent.iter().filter(|answer| answer.status != 200 && answer.status != 404).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert_eq!(stage.count("SELECT COUNT(*) FROM value_statements WHERE kind = 'mission'").await, 0);
        assert_eq!(stage.count("SELECT COUNT(*) FROM value_checks").await, 0);
    }
}

/// The schema as it was when a check was compared by its time, and earlier ones were kept.
async fn what_was_checked_before_is_kept(engine: Engine) {
    let old = Stage::scratch_at(engine, 15).await;
    let db = &old.db;
    let mut tx = db.begin().await.unwrap();
    for (statement, changed_at) in [("same", 7_i64), ("changed", 20)] {
        let row = sqlx::query(
            "INSERT INTO value_statements (id, kind, position, name_de, name_en, de, en, changed_at)
             VALUES ($1, 'value', 0, 'Ruhe', '', 'Erst atmen.', '', $2)",
        );
        row.bind(statement).bind(changed_at).execute(&mut *tx).await.unwrap();
    }
    for (id, statement, checked_at) in
        [("a", "same", 9_i64), ("b", "same", 12), ("c", "same", 12), ("d", "changed", 12)]
    {
        let row = sqlx::query(
            "INSERT INTO value_checks (id, statement_id, answers, note, checked_at) VALUES ($1, $2, '{}', '', $3)",
        );
        row.bind(id).bind(statement).bind(checked_at).execute(&mut *tx).await.unwrap();
    }
    tx.commit().await.unwrap();
    db.migrate().await.unwrap();
    let kept: Vec<(String, i64)> =
        sqlx::query_as("SELECT id, statement_at FROM value_checks ORDER BY id").fetch_all(db.read()).await.unwrap();
    assert_eq!(kept, [("c".to_owned(), 7), ("d".to_owned(), 0)]);
    db.close().await;
}
