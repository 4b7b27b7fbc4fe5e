//! Uptake in the database: closing a week, and reading what was published.

mod facts;
mod published;

pub use facts::{find_first_week, list_activity, list_closed, list_time_zones, load_facts, save_week};
pub use published::{Asked, Group, Reach, Week, find_state, list_all_groups, list_groups, list_reach, list_weeks};

use chrono::NaiveDate;

use crate::error::{Error, Result};

/// A stored day.
fn day(text: &str) -> Result<NaiveDate> {
    text.parse().map_err(Error::internal)
}
