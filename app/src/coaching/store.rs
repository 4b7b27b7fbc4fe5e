//! Assignments: what coaches read and write of their teams, and what everybody reads of their own.

mod assignment_completions;
mod own;
mod team;
mod team_assignments;
mod teams;
mod write;

pub use assignment_completions::{Meeting, hold_completions, write_assignment_completions};
pub use own::{Asked, OwnAssignment, read_own_assignments};
pub(crate) use own::{own_assignments, strung_assignments};
pub use team::{ask_for_team, find_assignment, find_members, read_team};
pub(crate) use team_assignments::team_assignments;
pub use team_assignments::{Teams, hold_team_assignments, write_team_assignments};
pub use teams::{TeamLine, list_teams};
pub use write::{change_assignment, create_assignment, withdraw_assignment};

use super::model::{Absence, What};
use crate::{
    activity::model::Kind,
    error::{Error, Result},
    storage::strung,
};

/// What was assigned, as it is stored.
fn what(kind: &str, item: String) -> Result<What> {
    let kind = Kind::from_id(kind).ok_or_else(|| Error::internal("an assignment of an unknown kind"))?;
    Ok(What { kind, item })
}

/// As they stand with a person (`people.away`, in any order): the next one first.
fn absences(away: &str) -> Result<Vec<Absence>> {
    let absence = |[first, last]: [&str; 2]| Ok((strung::day(first)?, strung::day(last)?));
    let mut absences: Vec<_> = strung::pairs(away).map(|row| row.and_then(absence)).collect::<Result<_>>()?;
    absences.sort_unstable();
    Ok(absences)
}
