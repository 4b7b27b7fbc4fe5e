//! Reading every row, and writing them back.

use std::io::{BufRead, Write};

use futures::TryStreamExt;
use serde_json::Value;
use sqlx::{Connection as _, any::AnyRow};

use super::{
    Footer, Header,
    tables::{TABLES, Table},
};
use crate::{
    error::{Error, Result},
    storage::{Connection, Database, Engine, schema_version},
};

/// Writes all data as it is at one moment, also while a server runs. Returns the number of rows.
pub async fn save(db: &Database, out: &mut (impl Write + Send)) -> Result<u64> {
    let mut connection = db.read().acquire().await?;
    let mut tx = connection.begin().await?;
    if db.engine == Engine::Postgres {
        // One snapshot for all tables; on SQLite every transaction is one.
        sqlx::query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ").execute(&mut *tx).await?;
    }
    write_line(out, &Header { augenhoehe_backup: schema_version() })?;
    let mut rows = 0;
    for table in TABLES {
        let mut stream = sqlx::query(table.select).fetch(&mut *tx);
        while let Some(row) = stream.try_next().await? {
            write_line(out, &encode(table, &row)?)?;
            rows += 1;
        }
    }
    write_line(out, &Footer { rows })?;
    Ok(rows)
}

fn write_line(out: &mut impl Write, line: &impl serde::Serialize) -> Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n").map_err(Error::internal)
}

fn encode(table: &Table, row: &AnyRow) -> Result<Vec<Value>> {
    let mut line = table.values(row)?;
    line.insert(0, Value::from(table.name));
    Ok(line)
}

/// Why a backup was not restored; nothing of it stays.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    #[error("line {0} cannot be read: this is not a backup, or it is damaged")]
    Damaged(usize),
    #[error("the backup fits schema {0}, this program has schema {1}; use the version that made it")]
    OtherSchema(i64, i64),
    #[error("the backup is incomplete: its last line is missing")]
    Incomplete,
    #[error("the database is not empty; restore into a new one")]
    NotEmpty,
    #[error(transparent)]
    Failed(#[from] Error),
}

impl From<sqlx::Error> for Refused {
    fn from(error: sqlx::Error) -> Refused {
        Refused::Failed(error.into())
    }
}

/// Puts a backup into an empty database, all or nothing. Returns the number of rows.
pub async fn restore(db: &Database, input: &mut (impl BufRead + Send)) -> Result<u64, Refused> {
    let mut tx = db.begin().await?;
    let somebody: Option<String> = sqlx::query_scalar("SELECT id FROM people LIMIT 1").fetch_optional(&mut *tx).await?;
    if somebody.is_some() {
        return Err(Refused::NotEmpty);
    }
    let (mut rows, mut is_complete) = (0, false);
    for (number, line) in input.lines().enumerate() {
        let damaged = || Refused::Damaged(number + 1);
        let line: Value = line.ok().and_then(|line| serde_json::from_str(&line).ok()).ok_or_else(damaged)?;
        match line {
            Value::Array(values) if number > 0 && !is_complete => {
                insert(&mut tx, &values).await?.ok_or_else(damaged)?;
                rows += 1;
            }
            header if number == 0 => {
                let header: Header = serde_json::from_value(header).map_err(|_| damaged())?;
                if header.augenhoehe_backup != schema_version() {
                    return Err(Refused::OtherSchema(header.augenhoehe_backup, schema_version()));
                }
            }
            footer => {
                let footer: Footer = serde_json::from_value(footer).map_err(|_| damaged())?;
                is_complete = footer.rows == rows && !is_complete;
            }
        }
    }
    if !is_complete {
        return Err(Refused::Incomplete);
    }
    tx.commit().await?;
    Ok(rows)
}

/// `None` for a line that is not a row of a known table.
async fn insert(tx: &mut Connection, line: &[Value]) -> Result<Option<()>, Refused> {
    let Some((Value::String(name), values)) = line.split_first() else { return Ok(None) };
    let Some(table) = TABLES.iter().find(|table| table.name == name) else { return Ok(None) };
    if values.len() != table.kinds.len() {
        return Ok(None);
    }
    let mut query = sqlx::query(table.insert);
    for (kind, value) in table.kinds.bytes().zip(values) {
        query = match (kind, value) {
            // Typed NULLs: PostgreSQL refuses a NULL of another type than the column's.
            (b'i', Value::Null) => query.bind(None::<i64>),
            (_, Value::Null) => query.bind(None::<String>),
            (b'i', value) => match value.as_i64() {
                Some(number) => query.bind(number),
                None => return Ok(None),
            },
            (_, Value::String(text)) => query.bind(text.clone()),
            _ => return Ok(None),
        };
    }
    query.execute(tx).await?;
    Ok(Some(()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_has_as_many_kinds_as_columns_and_places() {
        for table in TABLES {
            let columns = table.select.matches(',').count() + 1;
            assert_eq!((table.kinds.len(), table.insert.matches('$').count()), (columns, columns), "{}", table.name);
        }
    }
}
