//! Somebody else has written the same card or the same sentences meanwhile: nobody's words are lost without a word.

use augenhoehe_tests::{Browser, Engine, Form, Stage, on_both_engines};

use crate::{
    decision_cards::{SAVE as SAVE_CARD, fill, write as write_card},
    our_values::{CHECK, SAVE as SAVE_VALUES, answers, form as values_form, write as write_values},
};

on_both_engines!(
    nobody_writes_over_a_card_that_they_have_not_seen,
    a_new_card_that_is_sent_again_with_other_words_is_told,
    words_outlast_a_card_that_is_taken_away,
    nobody_writes_over_sentences_that_they_have_not_seen,
    a_sentence_that_went_or_moved_is_noticed,
    answers_are_about_the_words_that_were_read,
    nobody_writes_over_a_check_that_they_have_not_seen,
    an_old_check_does_not_come_back,
    nobody_writes_over_help_that_they_have_not_seen,
);

/// Also when the form has come back before it is saved.
async fn nobody_writes_over_a_card_that_they_have_not_seen(engine: Engine) {
    let stage = Stage::open(engine).await;
    let admin = stage.browser("admin").await;
    let page = write_card(&admin, "Till", "Rain").await;
    let open = admin.get(&page).await;
    assert!(
        open.all(&format!("form[action='{SAVE_CARD}'] button:first-of-type"), "name").is_empty(),
        "Enter saves: no other button comes first"
    );
    let (mine, theirs) = (open.form(SAVE_CARD), open.form(SAVE_CARD));
    let theirs = admin.submit(&theirs.with("add", "row")).await.is(200).form(SAVE_CARD);
    let theirs = (1..4).fold(theirs, |form, line| fill(form, line, ["Snow", "a shovel", ""]));
    admin.submit(&theirs).await.is(200);
    let more = admin.submit(&fill(mine, 0, ["Wind", "a coat", ""]).with("add", "row")).await.is(200).form(SAVE_CARD);
    assert_eq!(more.value("lines[0][what][en]"), "Wind");
    assert!(more.fields.iter().any(|(name, value)| name == "lines[3][what][en]" && value.is_empty()), "not theirs");
    let wrong = admin.submit(&fill(more, 3, ["Hail", "", ""])).await;
    assert!(!wrong.is(200).text("#line-3-limit-de-error").is_empty());
    let told = admin.submit(&fill(wrong.form(SAVE_CARD), 3, ["Hail", "a roof", ""])).await;
    assert!(told.is(200).text("#state").contains("changed the card meanwhile"), "{}", told.main());
    assert!(told.text("main details").contains("a shovel"), "what others wrote can be read: {}", told.main());
    let again = admin.submit(&told.form(SAVE_CARD).with("add", "row")).await.is(200).form(SAVE_CARD);
    let saved = admin.submit(&again).await.is(200).form(SAVE_CARD);
    assert_eq!([saved.value("lines[0][what][en]"), saved.value("lines[1][what][en]")], ["Wind", "Hail"], "knowingly");
}

/// As with the browser's way back to a form that was saved already.
async fn a_new_card_that_is_sent_again_with_other_words_is_told(engine: Engine) {
    let stage = Stage::open(engine).await;
    let admin = stage.browser("admin").await;
    let new = admin.get("/admin/decision-cards/new").await.form(SAVE_CARD).with("job[en]", "Till");
    admin.submit(&fill(new.clone(), 0, ["Rain", "an umbrella", ""])).await.is(200);
    let told = admin.submit(&fill(new, 0, ["Hail", "a roof", ""])).await;
    assert!(told.is(200).text("#state").contains("changed the card meanwhile"), "{}", told.main());
    let saved = admin.submit(&told.form(SAVE_CARD)).await;
    assert!(saved.is(200).text("#state").is_empty() && saved.text("h1") == "Till", "{}", saved.main());
    assert_eq!(saved.form(SAVE_CARD).value("lines[0][what][en]"), "Hail");
    assert_eq!(stage.count("SELECT COUNT(*) FROM decision_cards").await, 1);
}

async fn words_outlast_a_card_that_is_taken_away(engine: Engine) {
    let stage = Stage::open(engine).await;
    let admin = stage.browser("admin").await;
    let page = write_card(&admin, "Till", "Rain").await;
    let open = admin.get(&page).await;
    admin.submit(&open.form("/api/decision-cards/remove")).await.is(200);
    for gone in [page.clone(), format!("{page}?form=x"), "/admin/decision-cards/x?form=x".to_owned()] {
        admin.get(&gone).await.is(404);
    }
    let mine = fill(open.form(SAVE_CARD), 1, ["Hail", "a roof", ""]);
    let more = admin.submit(&mine.with("add", "row")).await.is(200).form(SAVE_CARD);
    let told = admin.submit(&more).await;
    assert!(told.is(200).text("#state").contains("deleted the card meanwhile"), "{}", told.main());
    assert_eq!(told.text("main details"), "", "nothing stands there");
    admin.get(&told.url).await.is(404);
    assert_eq!(told.form(SAVE_CARD).value("lines[1][what][en]"), "Hail");
    let back = admin.submit(&told.form(SAVE_CARD)).await;
    assert_eq!(
        (back.is(200).text("h1"), back.form(SAVE_CARD).value("lines[1][what][en]")),
        ("Till".to_owned(), "Hail")
    );
}

/// Also when the form has come back before it is saved.
async fn nobody_writes_over_sentences_that_they_have_not_seen(engine: Engine) {
    let stage = Stage::open(engine).await;
    let admin = stage.browser("admin").await;
    write_values(&admin).await;
    let open = admin.get("/admin/our-values").await;
    assert!(
        open.all(&format!("form[action='{SAVE_VALUES}'] button:first-of-type"), "name").is_empty(),
        "Enter saves: no other button comes first"
    );
    let (mine, theirs) = (open.form(SAVE_VALUES), open.form(SAVE_VALUES));
    let mut theirs = admin.submit(&theirs.with("add", "row")).await.is(200).form(SAVE_VALUES);
    for number in 1..4 {
        let field = |part: &str| format!("values[{number}]{part}");
        theirs = theirs.with(&field("[name][en]"), "Calm").with(&field("[words][en]"), "Breathe first.");
    }
    admin.submit(&theirs).await.is(200);
    let mine = mine.with("mission[words][en]", "We look.").with("add", "row");
    let more = admin.submit(&mine).await.is(200).form(SAVE_VALUES);
    assert_eq!(more.value("mission[words][en]"), "We look.");
    assert!(more.fields.iter().any(|(name, value)| name == "values[3][name][en]" && value.is_empty()), "not theirs");
    assert_ne!(more.value("values[3][id]"), theirs.value("values[3][id]"));
    let wrong = admin.submit(&more.with("values[3][name][en]", "Time")).await;
    assert!(!wrong.is(200).text("#value-3-words-de-error").is_empty());
    let told = admin.submit(&wrong.form(SAVE_VALUES).with("values[3][words][en]", "Nobody is hurried.")).await;
    assert!(told.is(200).text("#state").contains("changed the sentences meanwhile"), "{}", told.main());
    assert_eq!(
        told.text("main details blockquote").matches("Breathe first.").count(),
        3,
        "what others wrote can be read"
    );
    admin.submit(&told.form(SAVE_VALUES)).await.is(200);
    let page = admin.get("/our-values").await.text("blockquote");
    assert_eq!(page, "We look. Nobody leaves without one. Nobody is hurried.");
}

async fn a_sentence_that_went_or_moved_is_noticed(engine: Engine) {
    let stage = Stage::open(engine).await;
    let admin = stage.browser("admin").await;
    write_values(&admin).await;
    let calm =
        values_form(&admin).await.with("values[1][name][en]", "Calm").with("values[1][words][en]", "Breathe first.");
    admin.submit(&calm).await.is(200);
    let told = async |mine: Form, theirs: Form| {
        admin.submit(&theirs).await.is(200);
        let told = admin.submit(&mine.with("vision[words][en]", "There.")).await;
        assert!(told.is(200).text("#state").contains("changed the sentences meanwhile"), "{}", told.main());
    };
    // Moved: one value has the other's id, and the other way round.
    let (mine, theirs) = (values_form(&admin).await, values_form(&admin).await);
    let parts = ["[id]", "[name][de]", "[name][en]", "[words][de]", "[words][en]"];
    let swapped = parts.into_iter().fold(theirs.clone(), |form, part| {
        let [one, other] = [0, 1].map(|number| format!("values[{number}]{part}"));
        form.with(&one, theirs.value(&other)).with(&other, theirs.value(&one))
    });
    told(mine, swapped).await;
    // Gone: the mission, which was not the latest.
    let (mine, theirs) = (values_form(&admin).await, values_form(&admin).await);
    told(mine, theirs.with("mission[words][en]", "").with("mission[words][de]", "")).await;
    assert_eq!(admin.get("/our-values").await.text("blockquote"), "Breathe first. Nobody leaves without one.");
    // The log says what was done, the latest first.
    let log = admin.get("/admin/audit-log").await.text("tbody td:nth-child(3)");
    assert_eq!(log, "−Mission Calm, Answer Calm Mission, Answer");
}

async fn answers_are_about_the_words_that_were_read(engine: Engine) {
    let stage = Stage::open(engine).await;
    let admin = stage.browser("admin").await;
    write_values(&admin).await;
    let opened = admin.get(&first_sentence(&admin).await).await.form(CHECK);
    admin.submit(&values_form(&admin).await.with("mission[words][en]", "We ask.")).await.is(200);
    let back = admin.submit(&opened.with("tuesday", "yes")).await;
    assert_eq!(back.is(200).all("[role=alert] a", "href").len(), 6, "all that is not answered");
    let told = admin.submit(&answers(back.form(CHECK), "asked", "yes")).await;
    assert!(told.is(200).text("#state").contains("changed meanwhile"), "{}", told.main());
    assert_eq!(stage.count("SELECT COUNT(*) FROM value_checks").await, 0);
}

/// Where the first sentence is checked.
async fn first_sentence(browser: &Browser) -> String {
    let sheet = browser.get("/our-values/worksheet").await;
    sheet.all("main section p a[href^='/our-values/worksheet/']", "href").remove(0)
}

/// Also when the form has come back before it is saved, and when there was a check already that both had seen.
async fn nobody_writes_over_a_check_that_they_have_not_seen(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (admin, eva) = (stage.browser("admin").await, stage.browser("eva").await);
    write_values(&admin).await;
    let page = first_sentence(&admin).await;
    for round in ["First", "Second"] {
        let (mine, theirs) = (admin.get(&page).await.form(CHECK), eva.get(&page).await.form(CHECK));
        eva.submit(&answers(theirs, "asked", "no").with("note", &format!("{round}: theirs."))).await.is(200);
        let back = admin.submit(&mine.with("note", &format!("{round}: mine."))).await.is(200).form(CHECK);
        let told = admin.submit(&answers(back, "asked", "partly")).await;
        assert!(told.is(200).text("#state").contains("checked the sentence meanwhile"), "{}", told.main());
        assert!(told.text("main details").contains(&format!("{round}: theirs.")), "what others found can be read");
        assert!(admin.get("/our-values/worksheet").await.main().contains(&format!("{round}: theirs.")));
        admin.submit(&told.form(CHECK)).await.is(200);
        assert!(admin.get("/our-values/worksheet").await.main().contains(&format!("{round}: mine.")), "knowingly");
    }
}

/// As with the browser's way back to a form that was saved already.
async fn an_old_check_does_not_come_back(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (admin, eva) = (stage.browser("admin").await, stage.browser("eva").await);
    write_values(&admin).await;
    let page = first_sentence(&admin).await;
    let old = answers(admin.get(&page).await.form(CHECK), "asked", "no").with("note", "In May.");
    admin.submit(&old).await.is(200);
    let newer = answers(eva.get(&page).await.form(CHECK), "asked", "yes").with("note", "In June.");
    eva.submit(&newer).await.is(200);
    let told = admin.submit(&old).await;
    assert!(told.is(200).text("#state").contains("checked the sentence meanwhile"), "{}", told.main());
    let sheet = admin.get("/our-values/worksheet").await.main();
    assert!(sheet.contains("In June.") && !sheet.contains("In May."), "{sheet}");
}

async fn nobody_writes_over_help_that_they_have_not_seen(engine: Engine) {
    const WRITE: &str = "/api/handbook/write-page";
    let stage = Stage::open(engine).await;
    let admin = stage.browser("admin").await;
    for round in ["First", "Second"] {
        let (mine, theirs) = (admin.get("/help").await.form(WRITE), admin.get("/help").await.form(WRITE));
        admin.submit(&theirs.with("text[en]", &format!("{round}: call Eva."))).await.is(200);
        let back = admin.submit(&mine.with("text[en]", &"ä".repeat(6001))).await;
        assert!(!back.is(200).text("#text-en-error").is_empty());
        let told = admin.submit(&back.form(WRITE).with("text[en]", &format!("{round}: call Omar."))).await;
        assert!(told.is(200).text("#state").contains("changed the page meanwhile"), "{}", told.main());
        assert_eq!(told.text(".prose"), format!("{round}: call Eva."), "what stands there can be read");
        for _ in 0..2 {
            let saved = admin.submit(&told.form(WRITE)).await;
            assert_eq!(
                (saved.is(200).text(".prose"), saved.text("#state")),
                (format!("{round}: call Omar."), String::new())
            );
        }
    }
}
