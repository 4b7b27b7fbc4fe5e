//! Vision, mission and values, and the worksheet about them.

use augenhoehe_tests::{Browser, Engine, Form, Stage, on_both_engines};

on_both_engines!(
    everybody_reads_what_admins_write,
    a_value_more_is_asked_for_without_losing_a_word,
    sentences_count_once_and_keep_their_ids,
    the_worksheet_names_what_is_weak,
    a_changed_sentence_is_to_be_checked_again,
    nobody_writes_over_words_that_they_have_not_seen,
    answers_are_about_the_words_that_were_read,
    a_sentence_that_went_or_moved_is_noticed,
);

const SAVE: &str = "/api/our-values/save";
const CHECK: &str = "/api/our-values/check";
const QUESTIONS: [&str; 7] = ["customers", "tuesday", "limits", "opposite", "example", "authors", "asked"];

async fn form(admin: &Browser) -> Form {
    admin.get("/admin/our-values").await.is(200).form(SAVE)
}

/// Writes a mission and a value.
async fn write(admin: &Browser) -> Form {
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
fn answers(form: Form, question: &str, answer: &str) -> Form {
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
    let back = eva.submit(&empty.clone().with("tuesday", "partly").with("note", "Ask Samir.")).await;
    assert_eq!(back.is(200).all("[role=alert] a", "href").len(), 6, "all that is not answered");
    let rest = back.form(CHECK);
    assert_eq!((rest.value("tuesday"), rest.value("note")), ("partly", "Ask Samir."));
    let weak = answers(rest, "tuesday", "no");
    let sheet = eva.submit(&weak).await;
    let words = sheet.is(200).main();
    for expected in [
        "This sentence is weak.",
        "Yes 6, partly 0, no 1.",
        "Ask two people who serve customers",
        "Ask Samir.",
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
}

/// Also when the form has come back before it is saved.
async fn nobody_writes_over_words_that_they_have_not_seen(engine: Engine) {
    let stage = Stage::open(engine).await;
    let admin = stage.browser("admin").await;
    write(&admin).await;
    let open = admin.get("/admin/our-values").await;
    assert!(
        open.all(&format!("form[action='{SAVE}'] button:first-of-type"), "name").is_empty(),
        "Enter saves: no other button comes first"
    );
    let (mine, mut theirs) = (open.form(SAVE), open.form(SAVE));
    for number in 1..4 {
        let field = |part: &str| format!("values[{number}]{part}");
        theirs = theirs.with(&field("[id]"), &uuid::Uuid::now_v7().to_string());
        theirs = theirs.with(&field("[name][en]"), "Calm").with(&field("[words][en]"), "Breathe first.");
    }
    admin.submit(&theirs).await.is(200);
    let mine = mine.with("mission[words][en]", "We look.").with("add", "row");
    let more = admin.submit(&mine).await.is(200).form(SAVE);
    assert_eq!(more.value("mission[words][en]"), "We look.");
    assert!(more.fields.iter().any(|(name, value)| name == "values[3][name][en]" && value.is_empty()), "not theirs");
    assert_ne!(more.value("values[3][id]"), theirs.value("values[3][id]"));
    let wrong = admin.submit(&more.with("values[3][name][en]", "Time")).await;
    assert!(!wrong.is(200).text("#value-3-words-de-error").is_empty());
    let told = admin.submit(&wrong.form(SAVE).with("values[3][words][en]", "Nobody is hurried.")).await;
    assert!(told.is(200).text("#state").contains("changed the sentences meanwhile"), "{}", told.main());
    admin.submit(&told.form(SAVE)).await.is(200);
    let page = admin.get("/our-values").await.text("blockquote");
    assert_eq!(page, "We look. Nobody leaves without one. Nobody is hurried.");
}

async fn answers_are_about_the_words_that_were_read(engine: Engine) {
    let stage = Stage::open(engine).await;
    let admin = stage.browser("admin").await;
    write(&admin).await;
    let links =
        admin.get("/our-values/worksheet").await.all("main section p a[href^='/our-values/worksheet/']", "href");
    let opened = admin.get(&links[0]).await.form(CHECK);
    admin.submit(&form(&admin).await.with("mission[words][en]", "We ask.")).await.is(200);
    let back = admin.submit(&opened.with("tuesday", "yes")).await;
    assert_eq!(back.is(200).all("[role=alert] a", "href").len(), 6, "all that is not answered");
    let told = admin.submit(&answers(back.form(CHECK), "asked", "yes")).await;
    assert!(told.is(200).text("#state").contains("changed meanwhile"), "{}", told.main());
    assert_eq!(stage.count("SELECT COUNT(*) FROM value_checks").await, 0);
}

async fn a_sentence_that_went_or_moved_is_noticed(engine: Engine) {
    let stage = Stage::open(engine).await;
    let admin = stage.browser("admin").await;
    write(&admin).await;
    let calm = form(&admin).await.with("values[1][name][en]", "Calm").with("values[1][words][en]", "Breathe first.");
    admin.submit(&calm).await.is(200);
    let told = async |mine: Form, theirs: Form| {
        admin.submit(&theirs).await.is(200);
        let told = admin.submit(&mine.with("vision[words][en]", "There.")).await;
        assert!(told.is(200).text("#state").contains("changed the sentences meanwhile"), "{}", told.main());
    };
    // Moved: one value has the other's id, and the other way round.
    let (mine, theirs) = (form(&admin).await, form(&admin).await);
    let parts = ["[id]", "[name][de]", "[name][en]", "[words][de]", "[words][en]"];
    let swapped = parts.into_iter().fold(theirs.clone(), |form, part| {
        let [one, other] = [0, 1].map(|number| format!("values[{number}]{part}"));
        form.with(&one, theirs.value(&other)).with(&other, theirs.value(&one))
    });
    told(mine, swapped).await;
    // Gone: the mission, which was not the latest.
    let (mine, theirs) = (form(&admin).await, form(&admin).await);
    told(mine, theirs.with("mission[words][en]", "").with("mission[words][de]", "")).await;
    assert_eq!(admin.get("/our-values").await.text("blockquote"), "Breathe first. Nobody leaves without one.");
    // The log says what was done, the latest first.
    let log = admin.get("/admin/audit-log").await.text("tbody td:nth-child(3)");
    assert_eq!(log, "−Mission Calm, Answer Calm Mission, Answer");
}
