//! Rows by their keys, many with one statement.

use std::collections::HashMap;

use chrono::Utc;
use sqlx::{Any, Executor, Row as _, any::AnyRow};

use crate::error::Result;

/// So many rows a statement reads or writes at most.
pub(super) const TOGETHER: usize = 64;

/// What rows are read by: a statement that joins with `asked (key)`, whose first column is that key; one row a key at most. It begins with
/// `FROM asked CROSS JOIN …`, which keeps SQLite from reading everything first. `$1` in it is the moment, in UTC milliseconds.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Lookup {
    pub statement: &'static str,
    /// So many keys go together at most.
    pub(super) most: usize,
}

impl Lookup {
    pub const fn new(statement: &'static str) -> Lookup {
        Lookup { statement, most: TOGETHER }
    }

    /// For what takes longer in the database than on the way: while it looks for some, what was found for others is already shown.
    pub const fn in_parts(statement: &'static str) -> Lookup {
        Lookup { statement, most: 8 }
    }

    /// What there is, by key. At most [`TOGETHER`] keys, and one at least; some may be the same.
    #[allow(clippy::disallowed_types, reason = "how many keys there are varies; nothing in it comes from a request")]
    pub(super) async fn read<'c>(
        &self,
        mut keys: Vec<&str>,
        db: impl Executor<'c, Database = Any>,
    ) -> Result<HashMap<String, AnyRow>> {
        keys.sort_unstable();
        keys.dedup();
        // The next power of two, so that there are few statements: nothing has no key.
        let padded = keys.len().next_power_of_two();
        // Not `IN (…)`: PostgreSQL would compare every row of a small table with each of the keys, and make a list of them each time.
        let places = (0..padded).map(|number| format!("(${})", 2 + number)).collect::<Vec<_>>().join(", ");
        let statement = format!("WITH asked (key) AS (VALUES {places}) {}", self.statement);
        let mut query = sqlx::query(sqlx::AssertSqlSafe(statement)).bind(Utc::now().timestamp_millis());
        for number in 0..padded {
            query = query.bind(keys.get(number).copied());
        }
        let rows = query.fetch_all(db).await?;
        rows.into_iter().map(|row| Ok((row.try_get::<String, _>(0)?, row))).collect()
    }
}
