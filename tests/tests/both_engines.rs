//! `sqlx::Any` holds up: what the stores rely on works the same on SQLite and PostgreSQL.

use app::storage::{Database, is_unavailable, is_unique_violation};
use augenhoehe_tests::{Cluster, Engine, Options, Scratch, Server, Stage, on_both_engines};
use futures::join;
use sqlx::{Executor, error::ErrorKind};

on_both_engines!(
    nothing_and_something_come_back_as_they_went,
    rows_come_back_from_writing,
    a_conflict_updates_or_does_nothing,
    what_is_rolled_back_is_gone,
    a_savepoint_undoes_its_part_alone,
    common_tables_windows_and_sums_work,
    kinds_of_refusals_are_told_apart,
    of_two_who_wait_for_each_other_one_may_try_again,
    two_servers_may_start_at_once,
);

/// A database with two small tables.
async fn scratch(engine: Engine) -> Scratch {
    let scratch = Stage::scratch(engine).await;
    let mut tx = scratch.db.begin().await.unwrap();
    tx.execute("CREATE TABLE parents (id TEXT PRIMARY KEY)").await.unwrap();
    tx.execute(
        "CREATE TABLE things (id TEXT PRIMARY KEY, name TEXT UNIQUE, size BIGINT CHECK (size >= 0), is_new BIGINT NOT NULL,
             parent TEXT REFERENCES parents (id))",
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    scratch
}

const INSERT: &str = "INSERT INTO things (id, name, size, is_new) VALUES ($1, $2, $3, $4)";

async fn insert(db: &Database, id: &str, name: Option<&str>, size: Option<i64>) -> Result<(), sqlx::Error> {
    let mut tx = db.begin().await.unwrap();
    sqlx::query(INSERT).bind(id).bind(name).bind(size).bind(1_i64).execute(&mut *tx).await?;
    tx.commit().await
}

async fn nothing_and_something_come_back_as_they_went(engine: Engine) {
    let Scratch { db, .. } = &scratch(engine).await;
    let rows = [(Some("ä 🙂"), Some(i64::MAX)), (None, Some(0)), (Some(""), None), (None, None)];
    for (id, (name, size)) in ["a", "b", "c", "d"].into_iter().zip(rows) {
        insert(db, id, name, size).await.unwrap();
    }
    let read: Vec<(Option<String>, Option<i64>, i64)> =
        sqlx::query_as("SELECT name, size, is_new FROM things ORDER BY id").fetch_all(db.read()).await.unwrap();
    let read: Vec<_> = read.iter().map(|(name, size, is_new)| (name.as_deref(), *size, *is_new)).collect();
    assert_eq!(read, rows.map(|(name, size)| (name, size, 1)));
    let find = sqlx::query_scalar("SELECT id FROM things WHERE name IS NULL AND size IS NOT NULL");
    let found: Vec<String> = find.fetch_all(db.read()).await.unwrap();
    assert_eq!(found, ["b"]);
}

async fn rows_come_back_from_writing(engine: Engine) {
    let Scratch { db, .. } = &scratch(engine).await;
    insert(db, "a", Some("one"), Some(1)).await.unwrap();
    let mut tx = db.begin().await.unwrap();
    let changed = sqlx::query_as("UPDATE things SET size = size + 1, name = $2 WHERE id = $1 RETURNING size, name");
    let changed: (i64, Option<String>) = changed.bind("a").bind(None::<String>).fetch_one(&mut *tx).await.unwrap();
    assert_eq!(changed, (2, None));
    let deleted = sqlx::query_scalar("DELETE FROM things WHERE id = $1 RETURNING size");
    let deleted: Option<i64> = deleted.bind("a").fetch_optional(&mut *tx).await.unwrap();
    assert_eq!(deleted, Some(2));
    tx.commit().await.unwrap();
}

async fn a_conflict_updates_or_does_nothing(engine: Engine) {
    let Scratch { db, .. } = &scratch(engine).await;
    let mut tx = db.begin().await.unwrap();
    for _ in 0..3 {
        sqlx::query("INSERT INTO things (id, size, is_new) VALUES ($1, 1, 0) ON CONFLICT (id) DO UPDATE SET size = things.size + excluded.size")
            .bind("a")
            .execute(&mut *tx)
            .await
            .unwrap();
    }
    let nothing = sqlx::query("INSERT INTO things (id, size, is_new) VALUES ('a', 9, 0) ON CONFLICT (id) DO NOTHING");
    assert_eq!(nothing.execute(&mut *tx).await.unwrap().rows_affected(), 0);
    tx.commit().await.unwrap();
    let size: i64 = sqlx::query_scalar("SELECT size FROM things").fetch_one(db.read()).await.unwrap();
    assert_eq!(size, 3);
}

async fn count(db: &Database) -> i64 {
    sqlx::query_scalar("SELECT COUNT(*) FROM things").fetch_one(db.read()).await.unwrap()
}

async fn what_is_rolled_back_is_gone(engine: Engine) {
    let Scratch { db, .. } = &scratch(engine).await;
    for drops in [false, true] {
        let mut tx = db.begin().await.unwrap();
        sqlx::query(INSERT).bind("a").bind("x").bind(1_i64).bind(0_i64).execute(&mut *tx).await.unwrap();
        if drops {
            drop(tx)
        } else {
            tx.rollback().await.unwrap()
        }
        assert_eq!(count(db).await, 0);
    }
    insert(db, "a", None, None).await.unwrap();
    assert_eq!(count(db).await, 1, "the connection goes on as if nothing had been");
}

async fn a_savepoint_undoes_its_part_alone(engine: Engine) {
    use sqlx::Acquire;
    let Scratch { db, .. } = &scratch(engine).await;
    let mut tx = db.begin().await.unwrap();
    sqlx::query(INSERT).bind("a").bind("x").bind(1_i64).bind(0_i64).execute(&mut *tx).await.unwrap();
    let mut part = tx.begin().await.unwrap();
    let twice = sqlx::query(INSERT).bind("a").bind("y").bind(1_i64).bind(0_i64).execute(&mut *part).await;
    assert!(is_unique_violation(&twice.unwrap_err()));
    part.rollback().await.unwrap();
    sqlx::query(INSERT).bind("b").bind("y").bind(1_i64).bind(0_i64).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(count(db).await, 2);
}

async fn common_tables_windows_and_sums_work(engine: Engine) {
    let Scratch { db, .. } = &scratch(engine).await;
    for (id, name, size) in [("a", "x", 1), ("b", "y", 2), ("c", "z", 4)] {
        insert(db, id, Some(name), Some(size)).await.unwrap();
    }
    let rows: Vec<(String, i64, i64)> = sqlx::query_as(
        "WITH big AS (SELECT id, size FROM things WHERE size > $1)
         SELECT id, CAST(SUM(size) OVER (ORDER BY id) AS BIGINT), ROW_NUMBER() OVER (ORDER BY size DESC) FROM big ORDER BY id",
    )
    .bind(1_i64)
    .fetch_all(db.read())
    .await
    .unwrap();
    assert_eq!(rows, [("b".to_owned(), 2, 2), ("c".to_owned(), 6, 1)]);
    let sums: (i64, Option<i64>, i64) = sqlx::query_as(
        "SELECT CAST(SUM(size) AS BIGINT), CAST(SUM(CASE WHEN size > 9 THEN size END) AS BIGINT), COUNT(*) FROM things",
    )
    .fetch_one(db.read())
    .await
    .unwrap();
    assert_eq!(sums, (7, None, 3));
    let last =
        sqlx::query_scalar("SELECT id FROM things ORDER BY CASE WHEN id = 'b' THEN NULL ELSE size END DESC NULLS LAST");
    let last: Vec<String> = last.fetch_all(db.read()).await.unwrap();
    assert_eq!(last, ["c", "a", "b"]);
}

async fn of_two_who_wait_for_each_other_one_may_try_again(engine: Engine) {
    if engine == Engine::Sqlite {
        // One writer at a time.
        return;
    }
    let Scratch { db, .. } = &scratch(engine).await;
    let (mut one, mut other) = (db.begin().await.unwrap(), db.begin().await.unwrap());
    one.execute("LOCK TABLE parents").await.unwrap();
    other.execute("LOCK TABLE things").await.unwrap();
    let one = async {
        let waited = one.execute("LOCK TABLE things").await.map(|_| ());
        one.rollback().await.unwrap();
        waited
    };
    let other = async {
        let waited = other.execute("LOCK TABLE parents").await.map(|_| ());
        other.rollback().await.unwrap();
        waited
    };
    let waited = join!(one, other);
    assert!(matches!(&waited, (Err(error), Ok(())) | (Ok(()), Err(error)) if is_unavailable(error)), "{waited:?}");
}

async fn kinds_of_refusals_are_told_apart(engine: Engine) {
    let Scratch { db, .. } = &scratch(engine).await;
    insert(db, "a", Some("taken"), Some(1)).await.unwrap();
    let refusals = [
        ("INSERT INTO things (id, name, is_new) VALUES ('b', 'taken', 0)", ErrorKind::UniqueViolation),
        ("INSERT INTO things (id, is_new) VALUES ('a', 0)", ErrorKind::UniqueViolation),
        ("INSERT INTO things (id, is_new, parent) VALUES ('b', 0, 'nobody')", ErrorKind::ForeignKeyViolation),
        ("INSERT INTO things (id, size, is_new) VALUES ('b', -1, 0)", ErrorKind::CheckViolation),
        ("INSERT INTO things (id) VALUES ('b')", ErrorKind::NotNullViolation),
    ];
    for (sql, kind) in refusals {
        let mut tx = db.begin().await.unwrap();
        let error = tx.execute(sql).await.unwrap_err();
        assert_eq!(format!("{:?}", error.as_database_error().unwrap().kind()), format!("{kind:?}"), "{sql}");
        assert!(!is_unavailable(&error));
        assert_eq!(is_unique_violation(&error), matches!(kind, ErrorKind::UniqueViolation));
    }
}

async fn two_servers_may_start_at_once(engine: Engine) {
    let cluster = Cluster::of(engine).await;
    let (folder, database_url) = Stage::empty_database(cluster.as_ref()).await;
    let options = Options { database_url, folder: folder.path().to_owned(), ..Options::default() };
    let mut servers = [0; 3].map(|_| Server::spawn(&options));
    for server in &mut servers {
        server.wait_ready().await;
    }
    let db = Database::open(&options.database_url).await.unwrap();
    let steps: Vec<(i64, i64)> = sqlx::query_as(
        "SELECT version, COUNT(*) FROM _sqlx_migrations WHERE success GROUP BY version ORDER BY version",
    )
    .fetch_all(db.read())
    .await
    .unwrap();
    assert!(!steps.is_empty());
    assert!((1..).zip(&steps).all(|(number, step)| *step == (number, 1)), "{steps:?}");
    db.close().await;
}

/// SQLite ends a transaction by itself when its disk is full, behind sqlx's back: the next ones must be real all the same.
#[tokio::test(flavor = "multi_thread")]
async fn what_follows_a_full_disk_is_committed() {
    let Scratch { db, .. } = &scratch(Engine::Sqlite).await;
    for _ in 0..3 {
        let mut tx = db.begin().await.unwrap();
        tx.execute("PRAGMA max_page_count = 20").await.unwrap();
        let large = sqlx::query(INSERT).bind("large").bind("x".repeat(1 << 20)).bind(1_i64).bind(0_i64);
        assert!(large.execute(&mut *tx).await.unwrap_err().to_string().contains("full"));
    }
    insert(db, "a", None, None).await.unwrap();
    assert_eq!(count(db).await, 1, "another connection sees it");
}
