//! Assignments: what coaches read and write of their teams, and what everybody reads of their own.

mod own;
mod team;
mod write;

pub use own::{OwnAssignment, list_own_assignments};
pub use team::{TeamLine, find_assignment, find_team, list_assignments, list_teams};
pub use write::{change_assignment, create_assignment, withdraw_assignment};

use chrono::NaiveDate;

use super::model::{Absence, What};
use crate::{
    activity::model::Kind,
    error::{Error, Result},
};

/// A day as it is stored, `YYYY-MM-DD`.
fn day(stored: &str) -> Result<NaiveDate> {
    stored.parse().map_err(Error::internal)
}

/// What was assigned, as it is stored.
fn what(kind: &str, item: String) -> Result<What> {
    let kind = Kind::from_id(kind).ok_or_else(|| Error::internal("an assignment of an unknown kind"))?;
    Ok(What { kind, item })
}

/// Pairs that a statement has strung together, `a b,c d`: one row a person or assignment instead of one for each pair.
fn pairs(strung: Option<&str>) -> impl Iterator<Item = (&str, &str)> {
    strung.into_iter().flat_map(|strung| strung.split(',')).filter_map(|pair| pair.split_once(' '))
}

fn absences(strung: Option<&str>) -> Result<Vec<Absence>> {
    pairs(strung).map(|(first, last)| Ok((day(first)?, day(last)?))).collect()
}
