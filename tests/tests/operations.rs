//! What whoever runs the server relies on: probes, headers, caching, and an end that loses nothing.

use augenhoehe_tests::{Answer, Engine, Stage, Talk, eventually, on_both_engines, repository};
use reqwest::{Method, header};
use scraper::{Html, Selector};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::access_matrix::{self, table::table};

on_both_engines!(probes_answer, stopping_finishes_what_was_accepted);

async fn probes_answer(engine: Engine) {
    let stage = Stage::open(engine).await;
    for probe in ["/healthz", "/readyz"] {
        let answer = stage.stranger().get_once(probe).await;
        assert_eq!(answer.is(200).header("cache-control"), "no-store");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_protects_its_reader() {
    let stage = Stage::open(Engine::Sqlite).await;
    let lena = stage.browser("lena").await;
    let answers = [
        stage.stranger().get_once("/sign-in").await,
        stage.stranger().get_once("/today").await,
        stage.stranger().get_once("/nowhere").await,
        lena.get_once("/today").await,
        lena.get_once("/nowhere").await,
        lena.post_once("/api/people/choose-language", &[("language", "en")]).await,
        lena.post_once("/api/people/choose-language", &[("language", "fr")]).await,
        stage.stranger().get_once("/healthz").await,
        stage.stranger().get_once("/assets/nothing.css").await,
    ];
    let mut ids = std::collections::BTreeSet::new();
    for answer in &answers {
        protects(answer);
        assert!(ids.insert(answer.header("x-request-id").to_owned()), "{} has an id of its own", answer.url);
    }
    for id in ids {
        assert!(id.len() >= 8 && stage.server.log().contains(&id), "{id} is in the log");
    }
}

fn protects(answer: &Answer) {
    let policy = answer.header("content-security-policy");
    assert!(
        policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
        "{}: {policy}",
        answer.url
    );
    assert!(
        policy.contains("script-src 'self' 'wasm-unsafe-eval';") && policy.contains("style-src 'self';"),
        "{policy}"
    );
    assert!(
        !policy.contains("unsafe-inline") && !policy.contains("unsafe-eval' ") && !policy.contains('*'),
        "{policy}"
    );
    assert_eq!(answer.header("x-content-type-options"), "nosniff", "{}", answer.url);
    assert_eq!(answer.header("referrer-policy"), "same-origin", "{}", answer.url);
    assert_eq!(answer.header("cache-control"), "no-store", "{}", answer.url);
    let cookie = answer.header("set-cookie");
    assert!(cookie.is_empty() || (cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax")), "{cookie}");
}

/// Nothing that the policy would refuse: no inline script or style, nothing from elsewhere.
#[tokio::test(flavor = "multi_thread")]
async fn no_page_needs_more_than_the_policy_allows() {
    let stage = Stage::open(Engine::Sqlite).await;
    let values = access_matrix::prepare(&stage).await;
    for row in table().filter(|row| row.method() == Method::GET) {
        let Some(who) = row.allowed.first() else { continue };
        let answer = access_matrix::send(&stage.browser(who).await, row, &values).await;
        check_markup(answer.is(200));
        protects(&answer);
    }
}

fn check_markup(answer: &Answer) {
    let document = Html::parse_document(&answer.body);
    for element in document.select(&Selector::parse("*").unwrap()) {
        let (name, tag) = (element.value().name(), element.html());
        let tag = tag.split('>').next().unwrap_or_default();
        assert!(name != "style", "{}: {tag}", answer.url);
        assert!(name != "script" || element.attr("src").is_some(), "{}: {tag}", answer.url);
        for (attribute, value) in element.value().attrs() {
            assert!(attribute != "style" && !attribute.starts_with("on"), "{}: {tag}", answer.url);
            let leads_away = matches!(attribute, "src" | "action" | "formaction" | "srcset") && !value.starts_with('/');
            assert!(!leads_away || value.is_empty(), "{}: {tag}", answer.url);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn assets_are_kept_for_ever_and_pages_come_compressed() {
    let stage = Stage::open(Engine::Sqlite).await;
    let (stranger, lena, talk) = (stage.stranger(), stage.browser("lena").await, Talk::begin(&stage).await);
    let page = lena
        .get_once(&format!("/modules/appreciative-communication/drills/winter-coat?attempt={}", talk.attempt))
        .await;
    let assets =
        [page.all("link[rel=stylesheet]", "href"), page.all("link[rel=icon]", "href"), page.all("script", "src")];
    for encoding in ["br", "gzip"] {
        let request = stranger.request(Method::GET, "/sign-in").header(header::ACCEPT_ENCODING, encoding);
        assert_eq!(stranger.send(request).await.is(200).header("content-encoding"), encoding);
    }
    if !repository().join("target/assets/manifest.json").exists() {
        println!("skipped: no assets are built yet (make dist)");
        return;
    }
    for url in assets.iter().flatten() {
        assert!(url.starts_with("/assets/"), "{url}");
        for encoding in ["br", "gzip", ""] {
            let request = stranger.request(Method::GET, url).header(header::ACCEPT_ENCODING, encoding);
            let answer = stranger.send(request).await;
            assert_eq!(answer.is(200).header("cache-control"), "public, max-age=31536000, immutable");
            assert_eq!(answer.header("content-encoding"), encoding, "{url}");
            assert_eq!(answer.header("vary"), "accept-encoding");
        }
    }
    assert_eq!(
        assets.map(|urls| urls.len()),
        [1, 1, 1],
        "one style, one icon, and one script on a page with an island"
    );
    let today = lena.get("/today").await;
    assert_eq!(today.is(200).all("script", "src"), [""; 0], "no script where no island is");
}

async fn stopping_finishes_what_was_accepted(engine: Engine) {
    let mut stage = Stage::open(engine).await;
    let (talk, cookie) = (Talk::begin(&stage).await, augenhoehe_tests::session(&stage.db, "lena").await);
    let fields = talk.fields(1, "0");
    let body: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let body = body.join("&");
    let head = format!(
        "POST /api/drills/record-step HTTP/1.1\r\nhost: a\r\ncookie: session={cookie}\r\nsec-fetch-site: same-origin\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\nexpect: 100-continue\r\n\r\n",
        body.len()
    );
    let mut connection = TcpStream::connect(stage.server.address).await.unwrap();
    connection.write_all(head.as_bytes()).await.unwrap();
    let mut continued = [0; 25];
    connection.read_exact(&mut continued).await.unwrap();
    assert!(continued.starts_with(b"HTTP/1.1 100"), "the server waits for the body now");

    stage.server.ask_to_stop();
    eventually("the server says that it stops", || async { stage.server.log().contains("stopping") }).await;
    eventually("nobody new is let in", || async { TcpStream::connect(stage.server.address).await.is_err() }).await;
    connection.write_all(body.as_bytes()).await.unwrap();
    let mut answer = String::new();
    connection.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(stage.server.wait_stopped().await.success());
    assert_eq!(stage.count("SELECT COUNT(*) FROM steps").await, 1, "what was acknowledged is there");
    assert!(stage.server.log().contains("stopped"));
}
