//! No kind of data is stored that "Who sees what" does not name.

use std::collections::{BTreeMap, BTreeSet};

use app::{
    access::visibility::{IMPERSONAL_TABLES, KINDS},
    language::{Language, Locale},
};
use augenhoehe_tests::{Engine, Stage, id, on_both_engines, team};

use crate::decision_cards::{give, write};

on_both_engines!(every_table_is_named, the_page_shows_every_kind, only_administration_sees_who_has_which_card);

async fn every_table_is_named(engine: Engine) {
    let stage = Stage::open(engine).await;
    let tables = match engine {
        Engine::Sqlite => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
        Engine::Postgres => {
            "SELECT CAST(table_name AS TEXT) FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
        }
    };
    let tables: Vec<String> = sqlx::query_scalar(tables).fetch_all(stage.db.read()).await.unwrap();
    let tables: BTreeSet<&str> = tables.iter().map(String::as_str).collect();
    let mut homes = BTreeMap::new();
    let personal = KINDS.iter().flat_map(|kind| kind.tables.iter().map(|table| (*table, kind.id)));
    for (table, kind) in personal.chain(IMPERSONAL_TABLES.iter().map(|table| (*table, "nobody"))) {
        assert_eq!(homes.insert(table, kind), None, "{table} has two homes");
    }
    let named: BTreeSet<&str> = homes.into_keys().collect();
    assert_eq!(tables, named, "stored on the left, named in access/visibility.rs on the right");
}

async fn the_page_shows_every_kind(engine: Engine) {
    let stage = Stage::open(engine).await;
    let page = stage.stranger().get("/who-sees-what").await;
    page.is(200);
    let t = Language { locale: Locale::En };
    let rows = page.text("tbody th");
    for kind in KINDS {
        assert!(rows.contains(&*t.t(&format!("data-{}", kind.id))), "{} is not on the page", kind.id);
    }
}

async fn only_administration_sees_who_has_which_card(engine: Engine) {
    let stage = Stage::open(engine).await;
    let admin = stage.browser("admin").await;
    let page = write(&admin, "Advice", "Exchange").await;
    give(&admin, &format!("/admin/people/{}", id("lena")), page.rsplit('/').next().unwrap()).await;
    assert!(admin.get("/admin/decision-cards").await.main().contains("Lena Wyss-Testfall"));
    assert!(stage.browser("lena").await.get("/decision-card").await.main().contains("Advice"));
    let coach = stage.browser("karim").await.get(&format!("/teams/{}", team("A"))).await;
    assert!(coach.is(200).main().contains("Lena Wyss-Testfall") && !coach.main().contains("Advice"));
    let said = stage.stranger().get("/who-sees-what").await.text("tbody tr");
    let row = "Which decision card you haveso that you read what you may promise on the spotyesnonoyes";
    assert!(said.contains(row), "{said}");
}

#[test]
fn every_kind_has_its_words_in_every_language() {
    for locale in Locale::ALL {
        let t = Language { locale };
        for kind in KINDS {
            for key in ["", "-purpose", "-kept"].map(|part| format!("data-{}{part}", kind.id)) {
                assert!(t.knows(&key), "{key} in {locale:?}");
            }
            for view in [kind.person, kind.coach, kind.leader, kind.admin] {
                assert!(t.knows(view.message()), "{} in {locale:?}", view.message());
            }
        }
    }
}
