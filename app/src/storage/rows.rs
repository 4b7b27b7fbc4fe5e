//! Rows that follow from what was recorded: collected while a batch is applied, and written by few statements before it is committed.
//! A statement costs more on its way to the database and back than in it.

use std::collections::HashMap;

use super::Connection;
use crate::error::Result;

/// What rows are added by: `head` (up to and with `VALUES`), the rows, `tail` (what to do where a row is there already).
#[derive(Debug)]
pub struct Insert {
    pub head: &'static str,
    pub tail: &'static str,
    /// So many columns, the first ones, say which row it is. One statement adds or changes a row once.
    pub key: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    Text(String),
    Number(i64),
}

/// Rows that wait for the end of their batch.
#[derive(Debug, Default)]
pub struct Rows(Vec<(&'static Insert, Vec<Vec<Value>>)>);

impl Rows {
    pub fn add(&mut self, insert: &'static Insert, row: Vec<Value>) {
        match self.0.iter_mut().find(|(known, _)| std::ptr::eq(*known, insert)) {
            Some((_, rows)) => rows.push(row),
            None => self.0.push((insert, vec![row])),
        }
    }

    /// Writes all of them; rows with the same key one after another, in the order in which they came.
    pub(super) async fn write(self, tx: &mut Connection) -> Result<()> {
        for (insert, rows) in self.0 {
            for round in rounds(rows, insert.key) {
                let mut rest = round.as_slice();
                while !rest.is_empty() {
                    // Powers of two, so that a connection keeps few different statements.
                    let (now, later) = rest.split_at((1 << rest.len().ilog2()).min(64));
                    write_together(insert, now, tx).await?;
                    rest = later;
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
async fn write_together(insert: &Insert, rows: &[Vec<Value>], tx: &mut Connection) -> Result<()> {
    let statement = format!("{} {} {}", insert.head, places(rows), insert.tail);
    let mut query = sqlx::query(sqlx::AssertSqlSafe(statement));
    for value in rows.iter().flatten() {
        query = match value {
            Value::Text(text) => query.bind(text),
            Value::Number(number) => query.bind(number),
        };
    }
    query.execute(tx).await?;
    Ok(())
}

/// `($1, $2), ($3, $4)`
fn places(rows: &[Vec<Value>]) -> String {
    let mut number = 0;
    let rows = rows.iter().map(|row| {
        let places = row.iter().map(|_| {
            number += 1;
            format!("${number}")
        });
        format!("({})", places.collect::<Vec<_>>().join(", "))
    });
    rows.collect::<Vec<_>>().join(", ")
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
    fn places_are_numbered_through() {
        assert_eq!(places(&[row("a", 1), row("b", 2)]), "($1, $2), ($3, $4)");
    }
}
