//! Backups: all data in one text file, the same for both engines, so that a backup also moves an organisation from one to the other.
//!
//! A file is JSON lines: a header, then one array a row (table, values), then the number of rows. A file without its last line is incomplete.

mod store;
mod tables;

pub use store::{restore, save};
pub use tables::{LEFT_OUT, TABLES, Table};

use serde::{Deserialize, Serialize};

/// The first line of a backup.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Header {
    /// Which schema the rows fit: the number of the last migration.
    augenhoehe_backup: i64,
}

/// The last line of a backup.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Footer {
    rows: u64,
}
