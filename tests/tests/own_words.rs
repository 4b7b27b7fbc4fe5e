//! Who writes what the organisation says itself, and what the log says of it.

use augenhoehe_tests::{Engine, Stage, id, on_both_engines, team};

use crate::decision_cards::{SAVE, fill, give, write};

on_both_engines!(
    an_admin_of_one_team_gives_cards_and_writes_none,
    the_log_names_the_card_and_what_changes_nothing_is_not_in_it,
);

/// What everybody reads is written by those who manage everything.
async fn an_admin_of_one_team_gives_cards_and_writes_none(engine: Engine) {
    const OTHERS: &str = "Whoever manages everything can change it";
    let stage = Stage::open(engine).await;
    let admin = stage.browser("admin").await;
    let till = write(&admin, "Till", "Rain").await;
    let card = admin.get(&till).await;
    let values = admin.get("/admin/our-values").await.form("/api/our-values/save").with("vision[words][en]", "There.");
    let forms = [
        fill(card.form(SAVE), 0, ["Hail", "a roof", ""]),
        card.form("/api/decision-cards/remove"),
        fill(
            admin.get("/admin/decision-cards/new").await.form(SAVE).with("job[en]", "Floor"),
            0,
            ["Snow", "a coat", ""],
        ),
        values,
        admin.get("/help").await.form("/api/handbook/write-page").with("text[en]", "Call nobody."),
    ];
    let mut tx = stage.db.begin().await.unwrap();
    let bound = sqlx::query("UPDATE grants SET team_id = $1 WHERE person_id = $2 AND role = 'admin'");
    bound.bind(team("A")).bind(id("admin")).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    for form in &forms {
        assert_eq!(admin.submit(form).await.status, 403, "{}", form.action);
    }
    assert_eq!(stage.count("SELECT COUNT(*) FROM decision_cards").await, 1);
    assert_eq!(stage.count("SELECT COUNT(*) FROM value_statements").await, 0);
    assert!(!admin.get("/help").await.main().contains("Call nobody"));
    for page in [till.as_str(), "/admin/decision-cards", "/admin/our-values", "/help"] {
        let page = admin.get(page).await;
        assert!(page.is(200).main().contains(OTHERS), "{}: {}", page.url, page.main());
        assert!(page.all("main form", "action").is_empty() && page.all("main a[href$='/new']", "href").is_empty());
    }
    assert!(admin.get(&till).await.main().contains("Rain"), "what one gives can be read");
    admin.get("/admin/decision-cards/new").await.is(403);
    assert_eq!(admin.get("/our-values").await.all("main a", "href"), ["/our-values/worksheet"]);
    give(&admin, &format!("/admin/teams/{}", team("A")), till.rsplit('/').next().unwrap()).await;
    assert!(stage.browser("lena").await.get("/decision-card").await.main().contains("Rain"));
    assert!(!stage.browser("lena").await.get("/help").await.main().contains(OTHERS));
}

async fn the_log_names_the_card_and_what_changes_nothing_is_not_in_it(engine: Engine) {
    let stage = Stage::open(engine).await;
    let admin = stage.browser("admin").await;
    let till = write(&admin, "Till", "Rain").await;
    let common = admin.get("/admin/decision-cards/common").await.form(SAVE);
    admin.submit(&fill(common, 0, ["Snow", "a shovel", ""])).await.is(200);
    let person = format!("/admin/people/{}", id("lena"));
    for card in ["", till.rsplit('/').next().unwrap(), "common", ""] {
        for _ in 0..2 {
            give(&admin, &person, card).await;
        }
    }
    admin.submit(&admin.get(&till).await.form("/api/decision-cards/remove")).await.is(200);
    let help = admin.get("/help").await.form("/api/handbook/write-page").with("text[en]", "Call me.");
    for _ in 0..2 {
        admin.submit(&help).await.is(200);
    }
    // From the time when a card that was given was not named.
    let mut tx = stage.db.begin().await.unwrap();
    let old = "INSERT INTO audit_log (id, at, actor_id, action, subject_id, detail) VALUES ('0', 0, $1, 'card-given', '', '')";
    sqlx::query(old).bind(id("admin")).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    let log = admin.get("/admin/audit-log").await;
    let row = |row: i32| log.text(&format!("tr:nth-child({row}) th[scope=row], tr:nth-child({row}) td:nth-child(3)"));
    let rows: Vec<String> = (1..9).map(|number| row(number).trim_end().to_owned()).collect();
    let expected = [
        "Page “Help” written",
        "Decision card deleted Till",
        "Decision card taken away Common card",
        "Decision card given Common card",
        "Decision card given Till",
        "Decision card written Common card",
        "Decision card written Till",
        "Decision card given",
    ];
    assert_eq!(rows, expected);
    assert_eq!(stage.count("SELECT COUNT(*) FROM audit_log").await, 8);
}
