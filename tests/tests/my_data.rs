//! The copy of everything that is stored about oneself: all of it, nothing of others, no secrets.

use std::collections::BTreeSet;

use app::{
    backup::{LEFT_OUT, TABLES},
    language::{Language, Locale},
};
use augenhoehe_tests::{Engine, Stage, Talk, id, on_both_engines};
use scraper::{Html, Selector};
use serde_json::Value;

on_both_engines!(
    every_table_with_a_person_is_in_it,
    it_holds_what_one_did_and_nothing_of_others,
    it_can_be_read_without_this_program,
    no_secret_is_in_it,
);

async fn every_table_with_a_person_is_in_it(engine: Engine) {
    let stage = Stage::open(engine).await;
    let columns = match engine {
        Engine::Sqlite => {
            "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
             WHERE m.type = 'table' AND c.name IN ('person_id', 'attempt_id', 'owner', 'account_key', 'subject_id')
             UNION SELECT m.name || '.' || f.\"from\" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
             WHERE m.type = 'table' AND f.\"table\" = 'people'"
        }
        Engine::Postgres => {
            "SELECT CAST(c.table_name || '.' || c.column_name AS TEXT) FROM information_schema.columns c
             JOIN information_schema.tables t ON t.table_name = c.table_name AND t.table_type = 'BASE TABLE' AND t.table_schema = 'public'
             WHERE c.table_schema = 'public' AND c.column_name IN ('person_id', 'attempt_id', 'owner', 'account_key', 'subject_id')
             UNION SELECT CAST(k.table_name || '.' || k.column_name AS TEXT) FROM information_schema.key_column_usage k
             JOIN information_schema.referential_constraints r ON r.constraint_name = k.constraint_name
             JOIN information_schema.table_constraints u ON u.constraint_name = r.unique_constraint_name AND u.table_name = 'people'"
        }
    };
    let columns: Vec<String> = sqlx::query_scalar(columns).fetch_all(stage.db.read()).await.unwrap();
    assert!(columns.iter().any(|column| column == "grants.granted_by") && columns.len() > 15, "{columns:?}");
    for name in columns {
        let (table, column) = name.split_once('.').unwrap();
        let is_excused =
            LEFT_OUT.iter().any(|(known, reason)| (*known == name || *known == table) && reason.len() > 10);
        let own = TABLES.iter().find(|known| known.name == table).and_then(|table| table.own());
        let is_in_it = own.is_some_and(|statement| {
            // Found by this column, or the row is the person's by another one.
            statement.split(" WHERE ").nth(1).is_some_and(|whose| whose.contains(column)) || column == "attempt_id"
        });
        assert!(
            is_in_it || is_excused,
            "say in backup/tables.rs how {name} gets into a person's copy, or why it does not"
        );
    }
}

#[test]
fn what_is_left_out_exists() {
    for (name, _) in LEFT_OUT {
        let (table, column) = name.split_once('.').unwrap_or((name, ""));
        let known = TABLES.iter().find(|known| known.name == table);
        let known = known.unwrap_or_else(|| panic!("{name} is left out and does not exist"));
        assert!(column.is_empty() || known.columns().any(|known| known == column), "{name}");
    }
}

#[test]
fn every_table_and_column_has_its_words() {
    let t = Language { locale: Locale::De };
    let left_out: BTreeSet<&str> = LEFT_OUT.iter().map(|(name, _)| *name).collect();
    // Columns that only say which row it is are not shown.
    let technical = [
        "id",
        "person_id",
        "subject_id",
        "version",
        "account_key",
        "events",
        "answers",
        "source",
        "stability",
        "difficulty",
    ];
    for table in TABLES.iter().filter(|table| table.own().is_some() && !left_out.contains(table.name)) {
        assert!(t.knows(&format!("my-data-table-{}", table.name)), "my_data.ftl has no my-data-table-{}", table.name);
        for column in table.columns().filter(|column| !technical.contains(column) && !column.ends_with("_key")) {
            let is_shown = !left_out.contains(format!("{}.{column}", table.name).as_str());
            assert!(
                !is_shown || t.knows(&format!("my-data-column-{column}")),
                "my_data.ftl has no my-data-column-{column}"
            );
        }
    }
}

/// Lena has talked, Karim as well.
async fn practise(stage: &Stage) {
    for who in ["lena", "karim"] {
        let (browser, talk) = (stage.browser(who).await, Talk::begin(stage).await);
        for (number, event) in (1..).zip(&talk.way()) {
            assert_eq!(talk.step(&browser, number, event).await.unwrap(), 200);
        }
    }
    let mut tx = stage.db.begin().await.unwrap();
    let thought = sqlx::query(
        "INSERT INTO reflections (person_id, item, reflection_id, text, changed_at) VALUES ($1, $2, 'r', $3, 0)",
    );
    let thought =
        thought.bind(id("lena")).bind("appreciative-communication/listening").bind("Ich <b>höre</b> & schweige.");
    thought.execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
}

async fn it_holds_what_one_did_and_nothing_of_others(engine: Engine) {
    let stage = Stage::open(engine).await;
    practise(&stage).await;
    let copy = stage.browser("lena").await.get_once("/my-data.json").await;
    assert!(copy.is(200).header("content-disposition").starts_with("attachment; filename="));
    assert_eq!((copy.header("content-type"), copy.header("cache-control")), ("application/json", "no-store"));
    let data: Value = serde_json::from_str(&copy.body).unwrap();
    let rows = |kind: &str, table: &str| data["data"][kind][table].as_array().unwrap().clone();
    assert_eq!(rows("people", "people")[0]["name"], "Lena Wyss-Testfall");
    assert_eq!(rows("people", "teams").len(), 1);
    assert_eq!(rows("practice", "attempts").len(), 1);
    assert_eq!(
        rows("practice", "steps").len() as i64,
        rows("practice", "attempts")[0]["last_number"].as_i64().unwrap()
    );
    assert_eq!(rows("practice", "completions").len(), 1);
    assert_eq!(rows("reflections", "reflections")[0]["text"], "Ich <b>höre</b> & schweige.");
    for other in ["karim", "eva", "omar"] {
        assert!(!copy.body.contains(&id(other)), "{other} is in Lena's copy");
    }
    assert!(!copy.body.contains("Sayed"));
    let somebody = stage.stranger().get_once("/my-data.json").await;
    assert!(somebody.is(303).header("location").starts_with("/sign-in"));
}

async fn it_can_be_read_without_this_program(engine: Engine) {
    let stage = Stage::open(engine).await;
    practise(&stage).await;
    let copy = stage.browser("lena").await.get_once("/my-data.html").await;
    assert!(copy.is(200).header("content-disposition").starts_with("attachment; filename="));
    let page = Html::parse_document(&copy.body);
    let texts = |selector: &str| {
        let selector = Selector::parse(selector).unwrap();
        page.select(&selector).map(|element| element.text().collect::<String>()).collect::<Vec<_>>()
    };
    assert_eq!(texts("h1"), ["Stored about Lena Wyss-Testfall"]);
    assert!(texts("h2").len() >= 6, "a heading for each kind of data: {:?}", texts("h2"));
    let cells = texts("td");
    for words in ["Ich <b>höre</b> & schweige.", "exercise", "Team A"] {
        assert!(cells.iter().any(|cell| cell == words), "{words} is in no cell of {cells:#?}");
    }
    assert!(!cells.iter().any(|cell| cell == augenhoehe_tests::ITEM), "titles, not ids");
    for outside in ["src=", "href=\"/", "href=\"http", "<script"] {
        assert!(!copy.body.contains(outside), "{outside} leads out of the page");
    }
}

async fn no_secret_is_in_it(engine: Engine) {
    let stage = Stage::open(engine).await;
    let lena = stage.browser("lena").await;
    let mut tx = stage.db.begin().await.unwrap();
    let code = "INSERT INTO one_time_codes (person_id, code_hash, created_at, expires_at, created_by) VALUES ($1, 'secret-code', 0, 1, $2)";
    sqlx::query(code).bind(id("lena")).bind(id("admin")).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    let secrets =
        "SELECT password_hash FROM people WHERE password_hash IS NOT NULL UNION SELECT token_hash FROM sessions";
    let mut secrets: Vec<String> = sqlx::query_scalar(secrets).fetch_all(stage.db.read()).await.unwrap();
    secrets.extend(["secret-code".to_owned(), id("admin")]);
    for file in ["/my-data.json", "/my-data.html"] {
        let copy = lena.get_once(file).await;
        for secret in &secrets {
            assert!(!copy.is(200).body.contains(secret), "{file} holds {secret}");
        }
    }
}
