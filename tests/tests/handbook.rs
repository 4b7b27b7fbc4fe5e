//! The organisation's own page on who helps.

use augenhoehe_tests::{Answer, Browser, Engine, Stage, on_both_engines};

on_both_engines!(
    everybody_reads_what_an_admin_writes,
    one_language_stands_in_for_the_other,
    what_is_written_is_text_and_no_script,
    too_long_a_text_comes_back,
);

const WRITE: &str = "/api/handbook/write-page";

async fn write(admin: &Browser, de: &str, en: &str) -> Answer {
    let form = admin.get("/help").await.is(200).form(WRITE);
    admin.submit(&form.with("text[de]", de).with("text[en]", en)).await.is(200).clone()
}

async fn everybody_reads_what_an_admin_writes(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (admin, lena) = (stage.browser("admin").await, stage.browser("lena").await);
    let read = async || lena.get("/help").await.is(200).main();
    assert!(read().await.contains("will stand here soon"));
    let said = write(&admin, "Ruf Anna an.", "Call Anna:\n\n- by day\n- by night").await.main();
    assert!(said.contains("Saved. Everybody reads it like this now."), "{said}");
    let page = read().await;
    assert!(
        page.contains("Call Anna") && page.contains("by night") && !page.contains("will stand here soon"),
        "{page}"
    );
    assert!(!page.contains("Write this page"), "only admins write");
    assert!(lena.get("/help").await.body.contains("<li>by day</li>"), "a list is a list");
    assert_eq!(stage.count("SELECT COUNT(*) FROM audit_log WHERE action = 'help-written'").await, 1);
    write(&admin, "Ruf Anna an.", "Call Anna:\n\n- by day\n- by night").await;
    assert_eq!(stage.count("SELECT COUNT(*) FROM audit_log WHERE action = 'help-written'").await, 1, "nothing changed");
}

async fn one_language_stands_in_for_the_other(engine: Engine) {
    let stage = Stage::open(engine).await;
    write(&stage.browser("admin").await, "Ruf Anna an.", "").await;
    assert!(stage.browser("lena").await.get("/help").await.main().contains("Ruf Anna an."));
}

async fn what_is_written_is_text_and_no_script(engine: Engine) {
    let stage = Stage::open(engine).await;
    // A line that begins with markup is no Markdown.
    let text = "Go. <script>alert(1)</script> [Call](javascript:alert(2)) <img src=x onerror=alert(3)> **now**";
    write(&stage.browser("admin").await, "", text).await;
    let body = stage.browser("lena").await.get("/help").await.body;
    assert!(body.contains("<strong>now</strong>"), "{body}");
    for bad in ["alert(1)</script>", "javascript:", "onerror"] {
        assert!(!body.contains(bad), "{bad}: {body}");
    }
}

async fn too_long_a_text_comes_back(engine: Engine) {
    let stage = Stage::open(engine).await;
    let admin = stage.browser("admin").await;
    let long = "ä".repeat(6001);
    let back = write(&admin, "Ruf Anna an.", &long).await;
    assert!(back.text("#text-en-error").contains("more than 6000 characters"));
    let form = back.form(WRITE);
    assert_eq!((form.value("text[de]"), form.value("text[en]")), ("Ruf Anna an.", &*long));
    assert_eq!(stage.count("SELECT COUNT(*) FROM handbook").await, 0);
}
