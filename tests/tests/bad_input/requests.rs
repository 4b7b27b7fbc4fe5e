//! Requests that are too large, from elsewhere, not text, or about nothing.

use augenhoehe_tests::{Answer, Engine, Stage, on_both_engines, team};
use reqwest::{Method, header};
use uuid::Uuid;

on_both_engines!(
    too_much_is_refused_with_a_way_back,
    what_is_not_text_is_refused,
    a_file_with_a_hundred_faults_shows_them_all_and_changes_nothing,
    forms_from_elsewhere_are_refused,
    unknown_things_do_not_exist,
    a_form_with_mistakes_comes_back_as_it_was,
    an_error_says_a_number_that_the_log_has,
    the_log_holds_nothing_private,
);

async fn too_much_is_refused_with_a_way_back(engine: Engine) {
    let stage = Stage::open(engine).await;
    let karim = stage.browser("karim").await;
    let page = format!("/teams/{}/assignments/new", team("A"));
    let form = karim.get(&page).await.form("/api/coaching/create-assignment").with("note", &"a".repeat(5 << 20));
    let request = karim.request(Method::POST, &form.action).form(&form.fields);
    let referer = format!("{}{page}", stage.server.url(""));
    let answer = karim.send(request.header(header::REFERER, referer)).await;
    assert!(answer.is(413).all("main a", "href").contains(&page), "{}", answer.main());
    assert_eq!(stage.count("SELECT COUNT(*) FROM assignments").await, 0);
    karim.get("/today").await.is(200);
}

async fn what_is_not_text_is_refused(engine: Engine) {
    let stage = Stage::open(engine).await;
    let lena = stage.browser("lena").await;
    for body in ["notice=%00", "notice=a%00b", "notice=%FF", "notice=%C3%28", "notice=%ED%A0%80", "%00=a", "notice=%zz"]
    {
        let request = lena.request(Method::POST, "/api/people/see-notice");
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded").body(body);
        lena.send(request).await.is(400);
    }
    for query in ["/today?form=%00", "/today?a=%FF", "/sign-in?next=%00", "/uptake?week=%C3%28"] {
        lena.get_once(query).await.is(400);
    }
    for (who, path) in [
        ("lena", "/modules/%00"),
        ("lena", "/attempts/%00"),
        ("lena", "/attempts/%FF"),
        ("lena", "/modules/%ED%A0%80/lessons/%00"),
        ("karim", "/teams/a%00b"),
        ("admin", "/admin/people/%00"),
        ("admin", "/admin/people?q=%00"),
    ] {
        stage.browser(who).await.get_once(path).await.is(400);
    }
    // Called something else, it is not read as a form all the same.
    for kind in ["text/plain", "application/json", "multipart/form-data; boundary=a", ""] {
        let request = lena.request(Method::POST, "/api/people/see-notice").header(header::CONTENT_TYPE, kind);
        lena.send(request.body("notice=a\0b")).await.is(400);
    }
    let shouted = lena.request(Method::POST, "/api/people/see-notice");
    let shouted = shouted.header(header::CONTENT_TYPE, "Application/X-WWW-Form-Urlencoded; charset=UTF-8");
    lena.send(shouted.body("notice=%00")).await.is(400);
    let admin = stage.browser("admin").await;
    admin.post_file("/api/admin/check-import", &[("form", "a\0b"), ("file", "sign_in_name")]).await.is(400);
    let form = Uuid::new_v4().to_string();
    let back = admin.post_file("/api/admin/check-import", &[("form", &form), ("file", "sign_in_name\0")]).await;
    assert!(!admin.get(back.is(303).header("location")).await.is(200).text("[role=alert]").is_empty());
}

async fn a_file_with_a_hundred_faults_shows_them_all_and_changes_nothing(engine: Engine) {
    let stage = Stage::open(engine).await;
    let admin = stage.browser("admin").await;
    let before = stage.count("SELECT COUNT(*) FROM people").await;
    let mut file = "sign_in_name,name,site,team\nneu,Neue Person,Hamburg,Team A\n".to_owned();
    for number in 0..100 {
        file.push_str(&format!("neu{number},Person {number},Hamburg,Nirgendwo\n"));
    }
    let form = Uuid::new_v4().to_string();
    let checked = admin.post_file("/api/admin/check-import", &[("form", &form), ("file", &file)]).await;
    let page = admin.get(checked.is(303).header("location")).await;
    let rows = page.is(200).text("tbody").matches("Nirgendwo").count();
    assert!(rows >= 100, "{rows} lines are named: {}", page.main());
    let again = Uuid::new_v4().to_string();
    let imported = admin.post_file("/api/admin/import", &[("form", &again), ("file", &file)]).await;
    assert!(!imported.is(303).header("location").contains("done="), "{}", imported.header("location"));
    assert_eq!(stage.count("SELECT COUNT(*) FROM people").await, before, "all or nothing");
}

async fn forms_from_elsewhere_are_refused(engine: Engine) {
    let stage = Stage::open(engine).await;
    let lena = stage.browser("lena").await;
    let url = stage.server.url("/api/people/sign-out");
    let cookie = format!("session={}", augenhoehe_tests::session(&stage.db, "lena").await);
    let elsewhere: [&[(&str, &str)]; 5] = [
        &[("sec-fetch-site", "cross-site"), ("origin", "https://elsewhere.example")],
        &[("sec-fetch-site", "same-site")],
        &[("origin", "https://elsewhere.example")],
        &[("origin", "null")],
        &[],
    ];
    for headers in elsewhere {
        let mut request = reqwest::Client::new().post(&url).header("accept", "text/html").header("cookie", &cookie);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        assert_eq!(request.send().await.unwrap().status(), 403, "{headers:?}");
    }
    assert_eq!(stage.count("SELECT COUNT(*) FROM sessions").await, 2, "nobody was signed out");
    let form = lena.get("/today").await.form("/api/people/sign-out");
    lena.submit(&form).await.is(200);
}

async fn unknown_things_do_not_exist(engine: Engine) {
    let stage = Stage::open(engine).await;
    let id = Uuid::new_v4();
    let pages = [
        ("lena", "/nowhere".to_owned()),
        ("lena", "/modules/nothing".to_owned()),
        ("lena", "/modules/appreciative-communication/lessons/nothing".to_owned()),
        ("lena", "/modules/appreciative-communication/drills/nothing".to_owned()),
        ("lena", format!("/attempts/{id}")),
        ("lena", "/resume".to_owned()),
        ("lena", format!("/resume?form={id}")),
        ("lena", format!("/intentions/{id}")),
        ("lena", format!("/intentions/{id}/obstacle")),
        ("karim", format!("/teams/{id}")),
        ("karim", format!("/teams/{}/assignments/{id}", team("A"))),
        ("admin", format!("/admin/people/{id}")),
        ("admin", format!("/admin/sites/{id}")),
        ("admin", format!("/admin/teams/{id}")),
        ("admin", "/admin/people/x'; DROP TABLE people; --".to_owned()),
    ];
    for (who, page) in pages {
        stage.browser(who).await.get(&page).await.is(404);
    }
}

async fn a_form_with_mistakes_comes_back_as_it_was(engine: Engine) {
    const ACTION: &str = "/api/coaching/create-assignment";
    let stage = Stage::open(engine).await;
    let karim = stage.browser("karim").await;
    let page = format!("/teams/{}/assignments/new", team("A"));
    let form = karim.get(&page).await.form(ACTION);
    let note = "Für alle, bitte: \"nicht\" <b>lesen</b> & 🙂";
    let form = form.with("what", "module:appreciative-communication").with("due", "2020-01-01").with("note", note);
    let back = karim.submit(&form).await;
    assert!(back.is(200).all("[aria-invalid=true]", "name").contains(&"due".to_owned()), "{}", back.main());
    let again = back.form(ACTION);
    for field in ["what", "due", "note", "whom"] {
        assert_eq!(again.value(field), form.value(field), "{field}");
    }
    assert!(karim.get(&back.url).await.form(ACTION).value("note").is_empty(), "what came back is forgotten once read");
    // Put right, and sent twice.
    let right = again.with("due", &crate::access_matrix::day_in(7));
    karim.submit(&right).await.is(200);
    karim.submit(&right).await.is(200);
    assert_eq!(stage.count("SELECT COUNT(*) FROM assignments").await, 1);
    let unknown = right.with("team", &Uuid::new_v4().to_string()).with("assignment", &Uuid::new_v4().to_string());
    karim.submit(&unknown).await.is(404);
}

/// The number on an error page.
fn number(answer: &Answer) -> String {
    answer.text("main code")
}

async fn an_error_says_a_number_that_the_log_has(engine: Engine) {
    let stage = Stage::open(engine).await;
    let lena = stage.browser("lena").await;
    let mut titles = Vec::new();
    for language in ["de", "de-CH", "en"] {
        for path in ["/nowhere", "/teams", "/today?form=%00"] {
            let request = lena.request(Method::GET, path).header(header::ACCEPT_LANGUAGE, language);
            // Set again, not added: the first one counts.
            let mut request = request.build().unwrap();
            request.headers_mut().insert(header::ACCEPT_LANGUAGE, language.parse().unwrap());
            let cookie = format!("session={}", augenhoehe_tests::session(&stage.db, "lena").await);
            request.headers_mut().insert(header::COOKIE, cookie.parse().unwrap());
            let answer = reqwest::Client::new().execute(request).await.unwrap();
            let (status, id) = (answer.status(), answer.headers()["x-request-id"].to_str().unwrap().to_owned());
            let answer = Answer {
                status,
                url: path.to_owned(),
                headers: header::HeaderMap::new(),
                body: answer.text().await.unwrap(),
            };
            assert_eq!(number(&answer), id);
            assert!(stage.server.log().contains(&id));
            titles.push(answer.text("h1"));
        }
    }
    assert_ne!(titles[0], titles[6], "German and English differ");
    titles.sort();
    titles.dedup();
    assert!(titles.len() >= 6, "{titles:?}");
}

async fn the_log_holds_nothing_private(engine: Engine) {
    let stage = Stage::open(engine).await;
    let (lena, karim) = (stage.stranger(), stage.browser("karim").await);
    lena.sign_in("lena", "kennwort-das-niemand-sieht").await;
    lena.sign_in("lena", augenhoehe_tests::PASSWORD).await.is(200);
    let page = format!("/teams/{}/assignments/new", team("A"));
    let form = karim.get(&page).await.form("/api/coaching/create-assignment").with("note", "eine-sehr-private-notiz");
    karim.submit(&form).await.is(200);
    let form = form.with("what", "module:appreciative-communication");
    karim.submit(&form).await.is(200);
    karim.submit(&form.with("note", "eine-andere-private-notiz")).await.is(409);
    karim.get("/admin/people?q=gesuchter-name").await.is(403);
    lena.get("/search?q=gesuchtes-wort").await.is(200);
    lena.get("/search?q=gesuchtes-wort&page=zwei").await.is(200);
    let values = crate::access_matrix::prepare(&stage).await;
    for row in crate::access_matrix::table::table() {
        for who in ["lena", "karim"] {
            crate::access_matrix::send(&stage.browser(who).await, row, &values).await;
        }
    }
    let log = stage.server.log();
    assert!(log.lines().count() > 20);
    let names = [
        "Testfall",
        "lena",
        "karim",
        "kennwort-das",
        "gute Worte",
        "private-notiz",
        "gesuchter-name",
        "gesuchtes-wort",
        "127.0.0.1\"",
    ];
    let said =
        names.iter().find(|private| log.lines().any(|line| !line.contains("\"listen\"") && line.contains(**private)));
    assert_eq!(said, None, "{log}");
    assert!(
        !log.contains(&team("A")) && !log.contains(&augenhoehe_tests::id("lena")),
        "ids of people and teams neither"
    );
}
