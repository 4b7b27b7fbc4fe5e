//! Rows that a batch of records needs and leaves: read by few statements before the first is applied, written by few before the commit.
//! A statement costs more on its way to the database and back than in it.

use std::collections::HashMap;

use sqlx::{FromRow, any::AnyRow};

use super::{
    Connection,
    lookup::{Lookup, TOGETHER},
};
use crate::error::{Error, Result};

/// How many rows a statement for so many has room for: 1, 2, 3, 4, 6, 8, 12 … 64. A connection keeps a hundred different statements and
/// throws away the one used longest ago; with a size of its own for every batch, all would be read and planned again and again.
fn room_for(rows: usize) -> usize {
    let power = rows.clamp(1, TOGETHER).next_power_of_two();
    let less = power / 2 + power / 4;
    if less >= rows && power > 2 { less } else { power }
}

/// What rows are written by: `head` (up to and with `(VALUES`), the rows, `tail` (from `) AS new WHERE` on). Rows whose first column is NULL only
/// fill the room, and must be left out. Each other one must be added or changed; if one is not, somebody else was quicker.
#[derive(Debug)]
pub struct Write {
    pub head: &'static str,
    pub tail: &'static str,
    /// So many columns, the first ones, say which row it is. One statement adds or changes a row once.
    pub key: usize,
    /// Whether other rows of the batch refer to these, which are written before them.
    pub first: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    Text(String),
    Number(i64),
    /// NULL in a column of texts, and of numbers: PostgreSQL wants to know.
    NoText,
    NoNumber,
}

impl Value {
    /// NULL in the same column.
    fn nothing(&self) -> Value {
        match self {
            Value::Text(_) | Value::NoText => Value::NoText,
            Value::Number(_) | Value::NoNumber => Value::NoNumber,
        }
    }
}

/// What a batch has read, and the rows that wait for its end.
#[derive(Default)]
pub struct Rows {
    /// By lookup and key; `None` where there is no row.
    read: HashMap<(&'static Lookup, String), Option<AnyRow>>,
    waiting: Vec<(&'static Write, Vec<Vec<Value>>)>,
    serves_one: bool,
}

impl Rows {
    /// For a record that is written alone: all that waits is its own.
    pub(super) fn of_one() -> Rows {
        Rows { serves_one: true, ..Rows::default() }
    }

    /// Reads what records are going to ask for.
    pub(super) async fn look_up(&mut self, tx: &mut Connection, wanted: Vec<(&'static Lookup, String)>) -> Result<()> {
        let mut by_lookup: HashMap<&'static Lookup, Vec<String>> = HashMap::new();
        for (lookup, key) in wanted {
            by_lookup.entry(lookup).or_default().push(key);
        }
        for (lookup, keys) in by_lookup {
            for keys in keys.chunks(lookup.most) {
                let wanted: Vec<&str> = keys.iter().map(String::as_str).collect();
                let found = lookup.read(wanted, &mut *tx).await?;
                self.read.extend(keys.iter().map(|key| ((lookup, key.clone()), None)));
                self.read.extend(found.into_iter().map(|(key, row)| ((lookup, key), Some(row))));
            }
        }
        Ok(())
    }

    /// The row with that key. What was read for the whole batch serves once: after it, something in the batch may have changed the row.
    pub async fn find<T>(&mut self, tx: &mut Connection, lookup: &'static Lookup, key: &str) -> Result<Option<T>>
    where
        T: for<'r> FromRow<'r, AnyRow>,
    {
        let row = match self.read.remove(&(lookup, key.to_owned())) {
            Some(row) => row,
            None => {
                self.write_now(tx).await?;
                lookup.read(vec![key], tx).await?.remove(key)
            }
        };
        Ok(row.as_ref().map(T::from_row).transpose()?)
    }

    pub fn add(&mut self, write: &'static Write, row: Vec<Value>) {
        match self.waiting.iter_mut().find(|(known, _)| std::ptr::eq(*known, write)) {
            Some((_, rows)) => rows.push(row),
            None => self.waiting.push((write, vec![row])),
        }
    }

    /// Writes all that wait before the batch ends, for a record that refers to it by a statement of its own.
    pub async fn write_now(&mut self, tx: &mut Connection) -> Result<()> {
        let written = self.write(tx).await;
        // What others of the batch left must not look like a refusal of this one.
        let is_own = |error: &Error| self.serves_one || error.is_fault();
        written.map_err(|error| if is_own(&error) { error } else { Error::internal(error) })
    }

    /// Writes all that wait: first what others refer to; rows with the same key one after another, in the order in which they came.
    pub(super) async fn write(&mut self, tx: &mut Connection) -> Result<()> {
        let mut waiting = std::mem::take(&mut self.waiting);
        waiting.sort_by_key(|(write, _)| !write.first);
        for (write, rows) in waiting {
            for round in rounds(rows, write.key) {
                for rows in round.chunks(TOGETHER) {
                    write_together(write, rows, tx).await?;
                }
            }
        }
        Ok(())
    }
}

/// The first row of each key, then the second of each, and so on.
fn rounds(rows: Vec<Vec<Value>>, key: usize) -> Vec<Vec<Vec<Value>>> {
    let mut seen: HashMap<Vec<Value>, usize> = HashMap::new();
    let mut rounds: Vec<Vec<Vec<Value>>> = Vec::new();
    for row in rows {
        let round = seen.entry(row[..key].to_vec()).and_modify(|round| *round += 1).or_insert(0);
        match rounds.get_mut(*round) {
            Some(rows) => rows.push(row),
            None => rounds.push(vec![row]),
        }
    }
    rounds
}

#[allow(clippy::disallowed_types, reason = "how many rows there are varies; nothing in it comes from a request")]
async fn write_together(write: &Write, rows: &[Vec<Value>], tx: &mut Connection) -> Result<()> {
    let Some(columns) = rows.first().map(Vec::len) else { return Ok(()) };
    let room = room_for(rows.len());
    let statement = format!("{} {} {}", write.head, places(room, columns), write.tail);
    let mut query = sqlx::query(sqlx::AssertSqlSafe(statement));
    let filling = rows.iter().take(1).cycle().take(room - rows.len()).flatten().map(Value::nothing);
    for value in rows.iter().flatten().cloned().chain(filling) {
        query = match value {
            Value::Text(text) => query.bind(text),
            Value::Number(number) => query.bind(number),
            Value::NoText => query.bind(None::<String>),
            Value::NoNumber => query.bind(None::<i64>),
        };
    }
    let written = query.execute(tx).await?.rows_affected();
    if written != rows.len() as u64 {
        // One alone is told; among others, which one it was shows when each is written alone.
        return Err(if rows.len() == 1 { Error::Conflict } else { Error::internal("a row was changed meanwhile") });
    }
    Ok(())
}

/// `($1, $2), ($3, $4)`
fn places(rows: usize, columns: usize) -> String {
    let row = |row: usize| {
        let places = (1..=columns).map(|column| format!("${}", row * columns + column));
        format!("({})", places.collect::<Vec<_>>().join(", "))
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(key: &str, value: i64) -> Vec<Value> {
        vec![Value::Text(key.into()), Value::Number(value)]
    }

    #[test]
    fn a_key_occurs_once_in_a_round() {
        let rows = vec![row("a", 1), row("b", 2), row("a", 3), row("a", 4), row("c", 5)];
        let expected = [vec![row("a", 1), row("b", 2), row("c", 5)], vec![row("a", 3)], vec![row("a", 4)]];
        assert_eq!(rounds(rows, 1), expected);
    }

    #[test]
    fn statements_have_few_sizes() {
        let sizes: std::collections::BTreeSet<usize> = (1..=TOGETHER).map(room_for).collect();
        assert_eq!(sizes, [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64].into());
        assert!((1..=TOGETHER).all(|rows| room_for(rows) >= rows && 2 * room_for(rows) < 3 * rows + 2));
    }

    #[test]
    fn places_are_numbered_through() {
        assert_eq!(places(2, 2), "($1, $2), ($3, $4)");
    }
}
