//! Rows by their keys, many with one statement.

use std::collections::HashMap;

use chrono::Utc;
use sqlx::{Any, Executor, Row as _, any::AnyRow};

use crate::error::Result;

/// So many rows a statement reads or writes at most.
pub(super) const TOGETHER: usize = 64;

/// What rows are read by, up to and with `IN`: one row a key at most, with the key in the first column. `$1` in it is the moment, in UTC
/// milliseconds.
#[derive(Debug)]
pub struct Lookup(pub &'static str);

impl Lookup {
    /// What there is, by key. At most [`TOGETHER`] keys, and one at least.
    #[allow(clippy::disallowed_types, reason = "how many keys there are varies; nothing in it comes from a request")]
    pub(super) async fn read<'c>(
        &self,
        keys: &[&str],
        db: impl Executor<'c, Database = Any>,
    ) -> Result<HashMap<String, AnyRow>> {
        // The next power of two, so that there are few statements: the last key asked for again and again finds nothing more.
        let padded = keys.len().next_power_of_two();
        let places = (0..padded).map(|number| format!("${}", 2 + number)).collect::<Vec<_>>().join(", ");
        let statement = format!("{} ({places})", self.0);
        let mut query = sqlx::query(sqlx::AssertSqlSafe(statement)).bind(Utc::now().timestamp_millis());
        for number in 0..padded {
            query = query.bind(keys[number.min(keys.len() - 1)]);
        }
        let rows = query.fetch_all(db).await?;
        rows.into_iter().map(|row| Ok((row.try_get::<String, _>(0)?, row))).collect()
    }
}
