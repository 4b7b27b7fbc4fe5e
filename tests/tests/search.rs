//! The catalogue and the search, with plain links and forms.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use augenhoehe_tests::{Answer, Browser, Engine, Stage, copy_content, eventually, on_both_engines};
use uuid::Uuid;

on_both_engines!(
    a_lesson_is_found_at_its_step,
    hits_come_in_pages_and_by_kind,
    coaches_modules_are_found_by_those_who_guide,
    own_sentences_are_found_by_oneself_alone,
    the_catalogue_is_narrowed_by_what_stands_in_the_url,
    a_competency_without_anything_to_do_says_so,
    new_content_is_found_after_a_reload,
);

const LESSON: &str = "modules/difficult-customers/lessons/40-boundaries";

async fn search(browser: &Browser, words: &str) -> Answer {
    let words: String = words.bytes().map(|byte| format!("%{byte:02X}")).collect();
    browser.get(&format!("/search?q={words}")).await
}

/// Writes a sentence into the third step of a lesson.
fn write(content: &Path, german: &str, english: &str) {
    for (language, sentence) in [("de", german), ("en", english)] {
        let path = content.join(format!("{LESSON}.{language}.md"));
        let text = fs::read_to_string(&path).unwrap();
        let mut steps: Vec<String> = text.split("\n---\n").map(str::to_owned).collect();
        steps[2].push_str(&format!("\n{sentence}\n"));
        fs::write(path, steps.join("\n---\n")).unwrap();
    }
}

/// The curriculum with a sentence of its own, served from the stage's folder.
async fn open(engine: Engine) -> (Stage, PathBuf) {
    let mut content = PathBuf::new();
    let stage = Stage::open_with(engine, |options| {
        content = copy_content(&options.folder);
        write(&content, "Quitten < Mispeln & Äpfel, so heißt es.", "Quinces < medlars & apples, they say.");
        options.content = Some(content.clone());
    });
    (stage.await, content)
}

async fn a_lesson_is_found_at_its_step(engine: Engine) {
    let (stage, _) = open(engine).await;
    let lena = stage.browser("lena").await;
    let page = search(&lena, "MEDLAR").await;
    assert_eq!(page.is(200).all(".hits a", "href"), ["/modules/difficult-customers/lessons/boundaries?step=3"]);
    assert_eq!(page.text(".hits mark"), "medlars");
    assert!(page.text(".passage").ends_with("Quinces < medlars & apples, they say."), "{}", page.text(".passage"));
    assert!(page.body.contains("&lt; <mark>medlars</mark> &amp; apples"), "text is escaped");
    assert!(lena.get(&page.all(".hits a", "href")[0]).await.is(200).main().contains("Quinces"));

    lena.post("/api/people/choose-language", &[("language", "de")]).await.is(200);
    for words in ["heisst Mispel", "heißt mispeln", "Aepfel Quitte", "„mispeln äpfel“"] {
        assert_eq!(search(&lena, words).await.is(200).all(".hits a", "href").len(), 1, "{words}");
    }
    let typed = "</title><b>\"Mispel</b> AND (title:";
    let page = search(&lena, typed).await;
    assert_eq!(page.is(200).form("/search").value("q"), typed);
    assert!(!page.body.contains("<b>"));
    for words in ["Xylophon", "das Xylophon", "das Xylophon und die Mispel"] {
        let hits = search(&lena, words).await.is(200).all(".hits a", "href").len();
        assert_eq!(hits, usize::from(words.contains("Mispel")), "{words}");
    }
    let nothing = search(&lena, "das Xylophon").await;
    assert!(nothing.is(200).main().contains("steht hier nichts"));
    assert!(nothing.all("main a", "href").contains(&"/modules?by=situation".to_owned()));
    assert!(lena.get("/search").await.is(200).text("main mark").is_empty());
}

async fn hits_come_in_pages_and_by_kind(engine: Engine) {
    let stage = Stage::open(engine).await;
    let lena = stage.browser("lena").await;
    let page = search(&lena, "the").await;
    assert_eq!(page.is(200).all(".hits a", "href").len(), 20);
    let pages = page.all(".pages a", "href");
    assert_eq!(pages[..2], ["/search?q=the&page=1", "/search?q=the&page=2"]);
    assert_eq!(page.all(".pages [aria-current=page]", "href"), pages[..1]);
    let second = lena.get(&pages[1]).await;
    assert_eq!(second.is(200).all(".hits", "start"), ["21"]);
    assert!(second.all(".hits a", "href").iter().all(|hit| !page.all(".hits a", "href").contains(hit)));
    let drills = lena.get("/search?q=the&kind=drill").await;
    assert!(drills.is(200).all(".hits a", "href").iter().all(|hit| hit.contains("/drills/")));
    for odd in ["page=0", "page=99", "page=x", "kind=x", "kind=module&page=-1"] {
        lena.get(&format!("/search?q=the&{odd}")).await.is(200);
    }
}

async fn coaches_modules_are_found_by_those_who_guide(engine: Engine) {
    let stage = Stage::open(engine).await;
    for (person, is_found) in [("lena", false), ("karim", true), ("eva", true), ("admin", false)] {
        let browser = stage.browser(person).await;
        let holds =
            |page: &Answer| page.is(200).all("main a", "href").iter().any(|to| to.contains("coaching-practice"));
        assert_eq!(holds(&search(&browser, "observing feedback").await), is_found, "{person}");
        for url in ["/modules", "/modules?by=situation", "/modules?minutes=20", "/progress"] {
            assert_eq!(holds(&browser.get(url).await), is_found, "{person} {url}");
        }
    }
}

async fn own_sentences_are_found_by_oneself_alone(engine: Engine) {
    let stage = Stage::open(engine).await;
    let lena = stage.browser("lena").await;
    let new = lena.get("/phrases/new").await;
    lena.submit(&new.form("/api/phrases/add").with("said", "My zebras <i>are</i> patient.")).await.is(200);
    let page = search(&lena, "zebra").await;
    assert_eq!(
        (page.is(200).text(".own"), page.text(".own mark")),
        ("My zebras <i>are</i> patient.".into(), "zebras".into())
    );
    let other = search(&stage.browser("karim").await, "zebra").await;
    assert!(!other.is(200).main().contains("patient"));
    assert_eq!(
        lena.get("/search?q=zebra&kind=drill").await.is(200).text(".own mark"),
        "zebras",
        "there is nothing else"
    );

    // Many of them are all here: the phrase book finds by parts of words, so it would show others.
    for number in 0..5 {
        let said = format!("Zebra {number} is the last.");
        let form = new.form("/api/phrases/add").with("said", &said).with("phrase", &Uuid::now_v7().to_string());
        lena.submit(&form.with("form", &Uuid::new_v4().to_string())).await.is(200);
    }
    let page = search(&lena, "zebras").await;
    assert_eq!(page.is(200).all(".own .says", "class").len(), 6);
    assert_eq!(page.text(".own mark").to_lowercase().matches("zebra").count(), 6);
    assert_eq!(page.text("details summary"), "Show 3 more");
    let ways: Vec<String> = page.all("main a", "href").into_iter().filter(|to| to.starts_with("/phrases")).collect();
    assert_eq!(ways, ["/phrases"], "what it finds is not called the same");

    // With hits beside them they stand below the first page of everything.
    assert_eq!(search(&lena, "the").await.is(200).all(".own .says", "class").len(), 5);
    for part in ["page=2", "kind=lesson"] {
        assert!(lena.get(&format!("/search?q=the&{part}")).await.is(200).text(".own").is_empty(), "{part}");
    }
}

async fn the_catalogue_is_narrowed_by_what_stands_in_the_url(engine: Engine) {
    let stage = Stage::open(engine).await;
    let lena = stage.browser("lena").await;
    let all = lena.get("/modules").await;
    let modules = all.is(200).all("#all ~ .toc a", "href").len();
    assert!(modules > 9 && all.text("main").contains("0 of"));

    let complaints = lena.get("/modules?competency=complaints").await;
    let some = complaints.is(200).all("#all ~ .toc a", "href");
    assert!(!some.is_empty() && some.len() < modules && some.contains(&"/modules/complaints-goodwill".to_owned()));
    assert_eq!(
        (all.text("#all"), complaints.text("#all")),
        ("All modules".into(), "Modules on “Complaints and goodwill”".into())
    );
    assert_eq!(complaints.form("/modules").value("competency"), "complaints");
    assert!(complaints.all("main .tabs a", "href").contains(&"/modules?by=situation&competency=complaints".to_owned()));

    let short = lena.get("/modules?minutes=5").await;
    let first = "/modules/difficult-customers/lessons/reading-escalation".to_owned();
    assert!(short.is(200).all(".of-module .toc a", "href").contains(&first));
    assert_eq!(short.form("/modules").value("minutes"), "5");
    let situations = lena.get("/modules?by=situation").await;
    assert!(situations.is(200).main().contains("shouts at you"));
    assert_eq!(situations.form("/modules").value("by"), "situation");

    let unknown = lena.get("/modules?competency=nonsense&minutes=7").await;
    assert_eq!(unknown.is(200).main(), all.main(), "what nobody offers is not asked for");
}

async fn a_competency_without_anything_to_do_says_so(engine: Engine) {
    let stage = Stage::open_with(engine, |options| {
        let content = copy_content(&options.folder);
        let file = content.join("competencies.toml");
        let known = fs::read_to_string(&file).unwrap();
        let new = "[[competency]]\nid = \"patience\"\nde = \"Geduld\"\nen = \"Patience\"\n";
        fs::write(file, format!("{known}\n{new}")).unwrap();
        options.content = Some(content);
    });
    let stage = stage.await;
    let lena = stage.browser("lena").await;
    for (more, way_out) in [("", "/modules"), ("&minutes=10", "/modules"), ("&by=situation", "/modules?by=situation")] {
        let nothing = lena.get(&format!("/modules?competency=patience{more}")).await;
        assert!(nothing.is(200).main().contains("nothing that fits"), "{more}");
        assert!(nothing.all("main a", "href").contains(&way_out.to_owned()), "there is a way out");
    }
}

async fn new_content_is_found_after_a_reload(engine: Engine) {
    let (stage, content) = open(engine).await;
    let lena = stage.browser("lena").await;
    let hits = async |words: &str| search(&lena, words).await.is(200).all(".hits a", "href").len();
    assert_eq!((hits("medlar").await, hits("walrus").await), (1, 0));
    write(&content, "Walrosse warten.", "Walruses wait.");
    let signalled = Command::new("kill").arg("-HUP").arg(stage.server.process_id().to_string()).status().unwrap();
    assert!(signalled.success());
    eventually("the new word is found", async || hits("walrus").await == 1).await;
    assert_eq!(hits("medlar").await, 1);
}
