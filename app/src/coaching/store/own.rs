//! What everybody reads of their own: asked of them, and not finished yet.

use chrono::NaiveDate;

use super::{absences, day, what};
use crate::{
    activity::model::day_of,
    coaching::model::{Absence, What, concerns, effective_due},
    error::Result,
    storage::strung::{self, number},
};

/// What a person was asked for, alone or with the team.
#[derive(Clone, Debug)]
pub struct OwnAssignment {
    pub id: String,
    pub what: What,
    /// When it was assigned, in UTC milliseconds.
    pub assigned_at: i64,
    /// The person's own due date: moved by absences.
    pub due: NaiveDate,
    pub note: String,
    /// The name of the coach who asked.
    pub coach: String,
}

/// All that the person `p` was asked for, alone or with the team, that is neither finished nor withdrawn, strung together for
/// [`read_own_assignments`]: a part of whatever else is read of a person. Only a learner is asked.
macro_rules! own_assignments {
    () => {
        "(SELECT string_agg(a.id || '\u{1f}' || a.kind || '\u{1f}' || a.item || '\u{1f}' || a.due_on || '\u{1f}' || a.note
                            || '\u{1f}' || CAST(a.created_at AS TEXT) || '\u{1f}' || a.is_own || '\u{1f}' || CAST(p.created_at AS TEXT)
                            || '\u{1f}' || coach.name, '\u{1e}')
          FROM (
              SELECT asked.*, 'team' AS is_own FROM assignments asked WHERE asked.team_id = p.team_id
              UNION ALL
              SELECT asked.*, 'own' AS is_own FROM assignments asked WHERE asked.person_id = p.id
          ) a
          JOIN people coach ON coach.id = a.created_by
          WHERE a.withdrawn_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM completions c WHERE c.person_id = p.id AND c.kind = a.kind AND c.item = a.item)
            AND EXISTS (SELECT 1 FROM grants g WHERE g.person_id = p.id AND g.role = 'learner' AND (g.ends_at IS NULL OR g.ends_at > $1)))"
    };
}
pub(crate) use own_assignments;

/// What [`own_assignments`] has strung together, with the person's absences: the next due date first.
pub fn read_own_assignments(asked: Option<&str>, absent: Option<&str>, time_zone: &str) -> Result<Vec<OwnAssignment>> {
    if asked.is_none() {
        return Ok(Vec::new());
    }
    let absences = absences(absent)?;
    let own =
        strung::rows(asked).filter_map(|row| row.and_then(|row| own_assignment(row, &absences, time_zone)).transpose());
    let mut own: Vec<OwnAssignment> = own.collect::<Result<_>>()?;
    own.sort_by(|a, b| a.due.cmp(&b.due).then_with(|| a.id.cmp(&b.id)));
    Ok(own)
}

/// `None` where the team was asked before the person came.
fn own_assignment(row: [&str; 9], absences: &[Absence], time_zone: &str) -> Result<Option<OwnAssignment>> {
    let [id, kind, item, due_on, note, assigned_at, is_own, joined_at, coach] = row;
    let due = day(due_on)?;
    if is_own == "team" && !concerns(day_of(number(joined_at)?, time_zone), due) {
        return Ok(None);
    }
    let assigned_at = number(assigned_at)?;
    Ok(Some(OwnAssignment {
        due: effective_due(day_of(assigned_at, time_zone), due, absences),
        id: id.to_owned(),
        what: what(kind, item.to_owned())?,
        assigned_at,
        note: note.to_owned(),
        coach: coach.to_owned(),
    }))
}
