//! Wrong passwords, too many of them, and a session that ends in the middle of something.

use augenhoehe_tests::{Browser, Engine, PASSWORD, RECORD_STEP, Stage, Talk, on_both_engines};
use reqwest::Method;

on_both_engines!(
    a_wrong_password_is_told_and_the_name_kept,
    many_wrong_passwords_slow_one_account_at_one_address,
    an_attempt_goes_on_after_signing_in_again,
    signing_out_everywhere_ends_every_session,
    a_session_that_is_idle_or_old_has_ended,
);

async fn change(stage: &Stage, sql: &'static str) {
    let mut tx = stage.db.begin().await.unwrap();
    sqlx::query(sql).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
}

async fn a_wrong_password_is_told_and_the_name_kept(engine: Engine) {
    let stage = Stage::open(engine).await;
    let lena = stage.stranger();
    let page = lena.sign_in("lena", "falsch").await;
    assert_eq!(page.is(200).form("/api/people/sign-in").value("name"), "lena");
    assert!(page.text("[role=alert]").contains("do not match"), "{}", page.main());
    assert_eq!(page.form("/api/people/sign-in").value("password"), "", "a password never comes back");
    let unknown = stage.stranger().sign_in("nobody", PASSWORD).await;
    assert_eq!(unknown.text("[role=alert]"), page.text("[role=alert]"), "whether an account exists stays untold");
    let page = lena.sign_in(" LENA ", PASSWORD).await;
    assert_eq!(page.is(200).url, "/today");
}

/// Signs in through a proxy that the server trusts.
async fn sign_in_from(browser: &Browser, address: &str, name: &str, password: &str) -> u16 {
    let form = browser.get("/sign-in").await.form("/api/people/sign-in").with("name", name).with("password", password);
    let request = browser.request(Method::POST, "/api/people/sign-in").header("x-forwarded-for", address);
    let answer = browser.send(request.form(&form.fields)).await;
    if answer.status == 429 {
        assert!(answer.header("retry-after").parse::<u64>().is_ok_and(|seconds| seconds > 0));
    }
    if answer.header("location") == "/today" { 200 } else { answer.status.as_u16() }
}

async fn many_wrong_passwords_slow_one_account_at_one_address(engine: Engine) {
    let stage = Stage::open_with(engine, |options| {
        options.environment.push(("AUGENHOEHE_TRUSTED_PROXIES".to_owned(), "[\"127.0.0.1\"]".to_owned()));
    })
    .await;
    let (shop, home) = ("198.51.100.7", "203.0.113.9");
    for _ in 0..5 {
        assert_eq!(sign_in_from(&stage.stranger(), shop, "lena", "falsch").await, 303);
    }
    assert_eq!(sign_in_from(&stage.stranger(), shop, "lena", PASSWORD).await, 429, "even with the right password");
    assert_eq!(sign_in_from(&stage.stranger(), shop, "karim", PASSWORD).await, 200, "others in the same shop go on");
    assert_eq!(sign_in_from(&stage.stranger(), home, "lena", PASSWORD).await, 200, "so does she, elsewhere");
    change(&stage, "UPDATE sign_in_failures SET last_at = last_at - 20000").await;
    assert_eq!(
        sign_in_from(&stage.stranger(), shop, "lena", "falsch").await,
        303,
        "after waiting there is another try"
    );
    assert_eq!(sign_in_from(&stage.stranger(), shop, "lena", "falsch").await, 429);
    change(&stage, "UPDATE sign_in_failures SET last_at = last_at - 40000").await;
    assert_eq!(sign_in_from(&stage.stranger(), shop, "lena", PASSWORD).await, 200);
    assert_eq!(stage.count("SELECT COUNT(*) FROM sign_in_failures").await, 0, "signing in forgets the failures");
}

async fn an_attempt_goes_on_after_signing_in_again(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, talk) = (stage.browser("lena").await, Talk::begin(&stage).await);
    assert_eq!(talk.step(&lena, 1, "0").await.unwrap(), 200);
    let form = lena.get(&format!("/attempts/{}", talk.attempt)).await.form(RECORD_STEP).with("event", "0");
    change(&stage, "UPDATE sessions SET expires_at = 1").await;

    assert_eq!(talk.step(&lena, 2, "0").await.unwrap(), 401, "an island is told so");
    let page = lena.submit(&form).await;
    let sign_in = page.is(401).form("/api/people/sign-in").with("name", "lena");
    // A wrong password on the way loses nothing.
    let page = lena.submit(&sign_in.with("password", "falsch")).await;
    let sign_in = page.is(200).form("/api/people/sign-in").with("password", PASSWORD);
    let page = lena.submit(&sign_in).await;
    let again = page.is(200).form(RECORD_STEP);
    assert_eq!(again.fields.len(), form.fields.len(), "all that was sent is still there");
    let page = lena.submit(&again).await;
    assert_eq!(page.is(200).url, format!("/attempts/{}", talk.attempt));
    assert_eq!(stage.count("SELECT last_number FROM attempts").await, 2);

    change(&stage, "UPDATE sessions SET expires_at = 1").await;
    let page = lena.get(&format!("/attempts/{}", talk.attempt)).await;
    let page = lena.submit(&page.form("/api/people/sign-in").with("name", "lena").with("password", PASSWORD)).await;
    assert_eq!(page.is(200).url, format!("/attempts/{}", talk.attempt), "a page leads back to itself");
}

async fn signing_out_everywhere_ends_every_session(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (phone, desk, karim) = (stage.browser("lena").await, stage.browser("lena").await, stage.browser("karim").await);
    let form = phone.get("/account").await.form("/api/people/sign-out-everywhere");
    let answer = phone.post_once(&form.action, &[]).await;
    assert_eq!(answer.is(303).header("clear-site-data"), "\"storage\"", "nothing unsent is left in a tab");
    for browser in [&phone, &desk] {
        assert!(browser.get_once("/today").await.is(303).header("location").starts_with("/sign-in"));
    }
    karim.get("/today").await.is(200);
}

async fn a_session_that_is_idle_or_old_has_ended(engine: Engine) {
    let stage = Stage::open(engine).await;
    for sql in ["UPDATE sessions SET seen_at = seen_at - 43200000", "UPDATE sessions SET expires_at = seen_at - 1"] {
        let lena = stage.browser("lena").await;
        lena.get_once("/today").await.is(200);
        change(&stage, sql).await;
        assert!(lena.get_once("/today").await.is(303).header("location").starts_with("/sign-in"), "{sql}");
    }
}
