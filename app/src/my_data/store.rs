//! Every row that is a person's own.

use serde_json::Value;
use sqlx::Connection as _;
use tokio::sync::Semaphore;

use crate::{
    access::{
        Learning, Permit,
        visibility::{KINDS, Kind},
    },
    backup::{LEFT_OUT, TABLES, Table},
    error::{Error, Result},
    storage::{Database, Engine},
};

/// So many copies are made at a time, so that memory stays bounded: one holds what one person can leave behind.
static TURNS: Semaphore = Semaphore::const_new(2);

/// The rows of one table.
pub struct Own {
    pub table: &'static Table,
    /// Values in the order of the columns.
    pub rows: Vec<Vec<Value>>,
}

impl Own {
    /// The columns that a copy holds, with their positions.
    pub fn columns(&self) -> impl Iterator<Item = (usize, &'static str)> {
        let name = self.table.name;
        self.table.columns().enumerate().filter(move |(_, column)| !is_left_out(name, Some(column)))
    }
}

/// Whether a table, or one of its columns, is not for a copy.
fn is_left_out(table: &str, column: Option<&str>) -> bool {
    LEFT_OUT.iter().any(|(name, _)| match (name.split_once('.'), column) {
        (Some((of, known)), Some(column)) => of == table && known == column,
        (None, None) => *name == table,
        _ => false,
    })
}

/// All kinds of data with the rows of a person, as they are at one moment.
pub async fn find_own(db: &Database, permit: &Permit<Learning>) -> Result<Vec<(&'static Kind, Vec<Own>)>> {
    let _turn = TURNS.acquire().await.map_err(Error::internal)?;
    let mut connection = db.read().acquire().await?;
    let mut tx = connection.begin().await?;
    if db.engine == Engine::Postgres {
        // One snapshot for all tables; on SQLite every transaction is one.
        sqlx::query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ").execute(&mut *tx).await?;
    }
    let mut kinds = Vec::new();
    for kind in KINDS {
        let mut found = Vec::new();
        let tables = TABLES.iter().filter(|table| kind.tables.contains(&table.name));
        for table in tables.filter(|table| !is_left_out(table.name, None)) {
            let Some(own) = table.own() else { continue };
            let rows = sqlx::query(own).bind(permit.person_id()).fetch_all(&mut *tx).await?;
            let rows = rows.iter().map(|row| table.values(row)).collect::<Result<Vec<_>>>()?;
            found.push(Own { table, rows: in_order(table, rows) });
        }
        if !found.is_empty() {
            kinds.push((kind, found));
        }
    }
    Ok(kinds)
}

/// By the first moment or day in a row, the latest first.
fn in_order(table: &Table, mut rows: Vec<Vec<Value>>) -> Vec<Vec<Value>> {
    let is_time =
        |column: &str| column == "at" || column.ends_with("_at") || column == "week" || column.ends_with("day");
    if let Some(position) = table.columns().position(is_time) {
        rows.sort_by_key(|row| {
            let value = row.get(position);
            let (number, text) = (value.and_then(Value::as_i64), value.and_then(Value::as_str).map(str::to_owned));
            std::cmp::Reverse((number, text))
        });
    }
    rows
}
