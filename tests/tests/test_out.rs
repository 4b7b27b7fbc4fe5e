//! Taking a module's checks first: what is known counts as finished, once, and is not taught again.

use app::{library::Lesson, modules::model::checks};
use augenhoehe_tests::{Answer, Browser, Engine, Form, Stage, copy_content, on_both_engines};
use uuid::Uuid;

on_both_engines!(
    what_is_known_is_finished_and_not_taught_again,
    wrong_answers_say_which_lesson_explains_it,
    the_same_again_counts_once_and_nothing_else_in_its_place,
    it_is_too_late_once_a_lesson_is_begun,
    answers_that_make_no_sense_are_refused,
    a_revised_module_is_asked_again,
);

const ACTION: &str = "/api/modules/test-out";
const MODULE: &str = "appreciative-communication";
const PAGE: &str = "/modules/appreciative-communication/test-out";
const DONE: &str = "SELECT COUNT(*) FROM completions WHERE kind = 'lesson'";
const ANSWERS: &str = "SELECT COUNT(*) FROM check_answers";

/// The module's lessons as the server has them.
async fn lessons(stage: &Stage) -> Vec<Lesson> {
    let bodies = sqlx::query_scalar("SELECT body FROM content_versions WHERE kind = 'lesson' ORDER BY item");
    let bodies: Vec<String> = bodies.fetch_all(stage.db.read()).await.unwrap();
    let lessons = bodies.iter().map(|body| serde_json::from_str::<Lesson>(body).unwrap());
    lessons.filter(|lesson| lesson.module == MODULE).collect()
}

/// Answers everything: right in the lessons that are named, wrong in all others.
fn filled(form: Form, lessons: &[Lesson], known: &[&str]) -> Form {
    let mut form = form;
    for lesson in lessons {
        for check in checks(lesson) {
            let name = format!("answers[{}][{}][]", lesson.id, check.id);
            form.fields.retain(|(field, _)| *field != name);
            let right = |wanted: bool| {
                let options = check.options.iter().enumerate().filter(move |(_, option)| option.is_right == wanted);
                options.map(|(position, _)| position.to_string()).collect::<Vec<_>>()
            };
            let chosen = if known.contains(&lesson.id.as_str()) { right(true) } else { right(false)[..1].to_vec() };
            form.fields.extend(chosen.into_iter().map(|choice| (name.clone(), choice)));
        }
    }
    form
}

async fn open(browser: &Browser) -> Form {
    browser.get(PAGE).await.is(200).form(ACTION)
}

async fn send(browser: &Browser, form: &Form) -> Answer {
    let fields: Vec<(&str, &str)> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post_once(ACTION, &fields).await
}

async fn what_is_known_is_finished_and_not_taught_again(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, lessons) = (stage.browser("lena").await, lessons(&stage).await);
    let asking: Vec<&str> =
        lessons.iter().filter(|lesson| checks(lesson).next().is_some()).map(|lesson| lesson.id.as_str()).collect();
    let module = format!("/modules/{MODULE}");
    assert!(lena.get(&module).await.is(200).all("main a", "href").contains(&PAGE.to_owned()), "it is offered");
    let form = filled(open(&lena).await, &lessons, &asking);
    let page = lena.submit(&form).await;
    assert_eq!(page.is(200).main().matches("Known already").count(), asking.len());
    assert!(
        page.main().contains("Your answer, fits") || !page.all(".answers .chosen", "class").is_empty(),
        "explained"
    );
    assert_eq!(stage.count(DONE).await as usize, asking.len());
    assert_eq!(stage.count("SELECT COUNT(*) FROM check_answers WHERE is_right = 0 OR first_right = 0").await, 0);
    assert_eq!(stage.count("SELECT COUNT(*) FROM weekly_activity").await, 0, "no minutes for what was not read");
    let today = lena.get("/today").await;
    let next = today.is(200).all("section.next a", "href");
    for lesson in &asking {
        let url = format!("{module}/lessons/{lesson}");
        assert!(!next.contains(&url), "{lesson} is not taught again");
        lena.get(&url).await.is(200);
    }
    let page = lena.get(&module).await;
    assert_eq!(page.is(200).main().matches("known already on").count(), asking.len());
    assert!(!page.main().contains("Do you know much of it already?"));
}

async fn wrong_answers_say_which_lesson_explains_it(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, lessons) = (stage.browser("lena").await, lessons(&stage).await);
    let form = filled(open(&lena).await, &lessons, &["listening"]);
    let page = lena.submit(&form).await;
    assert_eq!(stage.count(DONE).await, 1);
    assert_eq!(page.is(200).main().matches("Known already").count(), 1);
    let links = page.all("h2 a", "href");
    assert!(links.contains(&format!("/modules/{MODULE}/lessons/naming")), "{links:?}");
    assert!(page.main().contains("This lesson explains it."));
    assert!(stage.count("SELECT COUNT(*) FROM check_answers WHERE is_right = 0 AND first_right = 0").await > 0);
}

async fn the_same_again_counts_once_and_nothing_else_in_its_place(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, karim, lessons) = (stage.browser("lena").await, stage.browser("karim").await, lessons(&stage).await);
    let blank = open(&lena).await;
    let form = filled(blank.clone(), &lessons, &["listening"]);
    let all = futures::future::join_all((0..5).map(|_| send(&lena, &form))).await;
    assert!(all.iter().all(|answer| answer.is(303).header("location") == PAGE));
    let answered = stage.count(ANSWERS).await;
    assert_eq!((stage.count("SELECT COUNT(*) FROM test_outs").await, stage.count(DONE).await), (1, 1));
    let other = filled(blank.clone(), &lessons, &["listening", "naming"]);
    send(&lena, &other).await.is(409);
    send(&lena, &other.with("test", &Uuid::new_v4().to_string())).await.is(409);
    send(&karim, &form).await.is(404);
    assert_eq!((stage.count(ANSWERS).await, stage.count(DONE).await), (answered, 1), "nothing of it stayed");
    send(&karim, &form.with("test", &Uuid::new_v4().to_string())).await.is(303);
    assert_eq!(stage.count(DONE).await, 2);
    crate::finished::assert_both_agree(&stage.db).await;
}

async fn it_is_too_late_once_a_lesson_is_begun(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, lessons) = (stage.browser("lena").await, lessons(&stage).await);
    let form = filled(open(&lena).await, &lessons, &["listening"]);
    let step = lena.get(&format!("/modules/{MODULE}/lessons/listening")).await.form("/api/modules/read-step");
    lena.submit(&step).await.is(200);
    send(&lena, &form).await.is(409);
    let page = lena.get(PAGE).await;
    assert_eq!(page.is(200).url, format!("/modules/{MODULE}"));
    assert!(!page.all("main a", "href").contains(&PAGE.to_owned()));
    assert_eq!((stage.count(DONE).await, stage.count(ANSWERS).await), (0, 0));
}

async fn answers_that_make_no_sense_are_refused(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, lessons) = (stage.browser("lena").await, lessons(&stage).await);
    let form = open(&lena).await;
    let page = lena.submit(&form).await;
    assert!(page.is(200).main().contains("Answer one question at least"), "{}", page.main());
    let known = filled(form, &lessons, &["listening"]);
    let check = checks(lessons.iter().find(|lesson| lesson.id == "listening").unwrap()).next().unwrap();
    for (name, value) in [
        (format!("answers[listening][{}][]", check.id), "99"),
        (format!("answers[listening][{}][]", check.id), "x"),
        ("answers[listening][nothing][]".to_owned(), "0"),
        ("answers[nothing][nothing][]".to_owned(), "0"),
        ("test".to_owned(), "no-id"),
    ] {
        send(&lena, &known.clone().with(&name, value)).await.is(400);
    }
    send(&lena, &known.clone().with("module", "nothing")).await.is(404);
    lena.get("/modules/nothing/test-out").await.is(404);
    assert_eq!((stage.count(DONE).await, stage.count(ANSWERS).await), (0, 0));
}

async fn a_revised_module_is_asked_again(engine: Engine) {
    let mut stage = Stage::open_with(engine, |options| options.content = Some(copy_content(&options.folder))).await;
    let before = lessons(&stage).await;
    let form = filled(open(&stage.browser("lena").await).await, &before, &["listening"]);
    stage.server.kill();
    for language in ["de", "en"] {
        let path = format!("content/modules/{MODULE}/lessons/10-listening.{language}.md");
        let path = stage.folder().join(path);
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, format!("{text}\n\nEtwas Neues.\n")).unwrap();
    }
    stage.restart().await;
    let lena = stage.browser("lena").await;
    let page = lena.submit(&form).await;
    assert!(page.is(200).main().contains("has been revised"), "{}", page.main());
    assert_eq!(stage.count(ANSWERS).await, 0);
    let form = filled(page.form(ACTION), &before, &["listening"]);
    lena.submit(&form).await.is(200);
    assert_eq!(stage.count(DONE).await, 1);
}
