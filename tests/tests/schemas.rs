//! Where a migration is written twice, both texts must come to the same: tables, columns with their defaults, keys, indexes, what refers to
//! what, and what is checked.

use std::collections::BTreeSet;

use app::storage::Database;
use augenhoehe_tests::{Engine, Scratch, Stage};

/// A line for each column: `table.column integer|text [not null] [default …] [key N]`. A primary key is never NULL on either engine.
const SQLITE_COLUMNS: &str =
    "SELECT m.name || '.' || c.name || CASE WHEN c.type = 'BIGINT' THEN ' integer' ELSE ' ' || LOWER(c.type) END
           || CASE WHEN c.\"notnull\" = 1 OR c.pk > 0 THEN ' not null' ELSE '' END
           || COALESCE(' default ' || c.dflt_value, '')
           || CASE WHEN c.pk > 0 THEN ' key ' || c.pk ELSE '' END
    FROM sqlite_master m JOIN pragma_table_info(m.name) c
    WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '_sqlx%'";

const POSTGRES_COLUMNS: &str = "SELECT CAST(c.table_name || '.' || c.column_name
           || CASE WHEN c.data_type = 'bigint' THEN ' integer' ELSE ' ' || c.data_type END
           || CASE WHEN c.is_nullable = 'NO' THEN ' not null' ELSE '' END
           || COALESCE(' default ' || REPLACE(c.column_default, '::text', ''), '')
           || COALESCE(' key ' || k.ordinal_position, '') AS TEXT)
    FROM information_schema.columns c
    JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
    LEFT JOIN (information_schema.key_column_usage k
               JOIN information_schema.table_constraints p ON p.constraint_name = k.constraint_name AND p.constraint_type = 'PRIMARY KEY')
           ON k.table_name = c.table_name AND k.column_name = c.column_name
    WHERE c.table_schema = 'public' AND c.table_name NOT LIKE '_sqlx%'";

/// Those that have a name; the others belong to keys and constraints.
const SQLITE_INDEXES: &str = "SELECT CASE WHEN l.\"unique\" = 1 THEN 'unique ' ELSE '' END || CASE WHEN l.partial = 1 THEN 'partial ' ELSE '' END
           || i.name || ' on ' || i.tbl_name || ' ('
           || (SELECT string_agg(c.name, ', ' ORDER BY c.seqno) FROM pragma_index_info(i.name) c) || ')'
    FROM sqlite_master i JOIN pragma_index_list(i.tbl_name) l ON l.name = i.name
    WHERE i.type = 'index' AND i.name NOT LIKE 'sqlite_%'";

const POSTGRES_INDEXES: &str = "SELECT CAST(CASE WHEN x.indisunique THEN 'unique ' ELSE '' END
           || CASE WHEN x.indpred IS NOT NULL THEN 'partial ' ELSE '' END || i.relname || ' on ' || t.relname || ' ('
           || (SELECT string_agg(a.attname, ', ' ORDER BY n.position) FROM unnest(x.indkey) WITH ORDINALITY n (number, position)
               JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = n.number) || ')' AS TEXT)
    FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
    JOIN pg_namespace s ON s.oid = t.relnamespace AND s.nspname = 'public'
    WHERE NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = x.indexrelid AND c.contype IN ('p', 'u', 'x'))
      AND t.relname NOT LIKE '_sqlx%'";

const SQLITE_REFERENCES: &str = "SELECT m.name || '.' || f.\"from\" || ' to ' || f.\"table\"
           || ', on delete ' || LOWER(f.on_delete) || ', on update ' || LOWER(f.on_update)
    FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'";

const POSTGRES_REFERENCES: &str = "WITH deeds (id, name) AS (
        VALUES ('a', 'no action'), ('r', 'restrict'), ('c', 'cascade'), ('n', 'set null'), ('d', 'set default'))
    SELECT CAST(t.relname || '.' || a.attname || ' to ' || r.relname
           || ', on delete ' || (SELECT name FROM deeds WHERE id = CAST(c.confdeltype AS TEXT))
           || ', on update ' || (SELECT name FROM deeds WHERE id = CAST(c.confupdtype AS TEXT)) AS TEXT)
    FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class r ON r.oid = c.confrelid
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (c.conkey) WHERE c.contype = 'f'";

/// Unique keys besides the primary one.
const SQLITE_UNIQUES: &str = "SELECT m.name || ' (' || (SELECT string_agg(c.name, ', ' ORDER BY c.seqno) FROM pragma_index_info(u.name) c) || ')'
    FROM sqlite_master m JOIN pragma_index_list(m.name) u
    WHERE m.type = 'table' AND u.origin = 'u' AND m.name NOT LIKE '_sqlx%'";

const POSTGRES_UNIQUES: &str = "SELECT CAST(t.relname || ' ('
           || (SELECT string_agg(a.attname, ', ' ORDER BY n.position) FROM unnest(c.conkey) WITH ORDINALITY n (number, position)
               JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = n.number) || ')' AS TEXT)
    FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace s ON s.oid = t.relnamespace AND s.nspname = 'public'
    WHERE c.contype = 'u' AND t.relname NOT LIKE '_sqlx%'";

/// SQLite knows no more of a check than its text: that is read by PostgreSQL, beside the real tables, and both are told in its words.
const SQLITE_CHECKS: &str = "SELECT CAST(t.relname || ' ' || pg_get_constraintdef(c.oid) AS TEXT)
    FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace s ON s.oid = t.relnamespace
    WHERE c.contype = 'c' AND s.nspname = 'from_sqlite'";

const POSTGRES_CHECKS: &str = "SELECT CAST(t.relname || ' ' || pg_get_constraintdef(c.oid) AS TEXT)
    FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace s ON s.oid = t.relnamespace
    WHERE c.contype = 'c' AND s.nspname = 'public' AND t.relname NOT LIKE '_sqlx%'";

/// The conditions in the text of a table.
fn checks(table: &str) -> Vec<String> {
    let lines = table.lines().map(|line| line.split("--").next().unwrap_or_default());
    let text = lines.collect::<Vec<_>>().join("\n");
    let condition = |rest: &str| {
        let mut open = 0;
        let is_in = |sign: &char| {
            open += i32::from(*sign == '(') - i32::from(*sign == ')');
            open > 0 || *sign != ')'
        };
        rest.chars().take_while(is_in).chain([')']).collect()
    };
    text.split("CHECK").skip(1).map(condition).collect()
}

#[allow(clippy::disallowed_types, reason = "these conditions stand in the migrations")]
async fn read_checks(sqlite: &Database, postgres: &Database) {
    let tables = "SELECT name, sql FROM sqlite_master
                  WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_sqlx%'";
    let tables: Vec<(String, String)> = sqlx::query_as(tables).fetch_all(sqlite.read()).await.unwrap();
    let mut statements = vec!["CREATE SCHEMA from_sqlite".to_owned()];
    for (name, text) in &tables {
        statements.push(format!("CREATE TABLE from_sqlite.{name} (LIKE public.{name})"));
        let add = |condition| format!("ALTER TABLE from_sqlite.{name} ADD CHECK {condition}");
        statements.extend(checks(text).into_iter().map(add));
    }
    let mut tx = postgres.begin().await.unwrap();
    for statement in statements {
        sqlx::query(sqlx::AssertSqlSafe(statement)).execute(&mut *tx).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn migrated(engine: Engine) -> Scratch {
    let scratch = Stage::scratch(engine).await;
    scratch.db.migrate().await.unwrap();
    scratch
}

async fn lines(db: &Database, sql: &'static str) -> BTreeSet<String> {
    sqlx::query_scalar::<_, String>(sql).fetch_all(db.read()).await.unwrap().into_iter().collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn both_engines_have_the_same_schema() {
    let (sqlite, postgres) = (migrated(Engine::Sqlite).await, migrated(Engine::Postgres).await);
    for (what, on_sqlite, on_postgres) in [
        ("column", SQLITE_COLUMNS, POSTGRES_COLUMNS),
        ("index", SQLITE_INDEXES, POSTGRES_INDEXES),
        ("reference", SQLITE_REFERENCES, POSTGRES_REFERENCES),
        ("unique key", SQLITE_UNIQUES, POSTGRES_UNIQUES),
    ] {
        compare(what, lines(&sqlite.db, on_sqlite).await, lines(&postgres.db, on_postgres).await);
    }
    read_checks(&sqlite.db, &postgres.db).await;
    compare("check", lines(&postgres.db, SQLITE_CHECKS).await, lines(&postgres.db, POSTGRES_CHECKS).await);
}

fn compare(what: &str, on_sqlite: BTreeSet<String>, on_postgres: BTreeSet<String>) {
    assert!(!on_sqlite.is_empty(), "{what}");
    let differing: Vec<_> = on_sqlite.symmetric_difference(&on_postgres).collect();
    assert!(differing.is_empty(), "each {what} that only one engine has: {differing:#?}");
}

#[test]
fn conditions_are_found_in_the_text_of_a_table() {
    let table = "CREATE TABLE a (b TEXT CHECK (b IN ('x', 'y')), -- no CHECK (here)\n c BIGINT, CHECK ((b IS NULL) <> (c < 1)))";
    assert_eq!(checks(table), [" (b IN ('x', 'y'))", " ((b IS NULL) <> (c < 1))"]);
}
