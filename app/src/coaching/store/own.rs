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

/// All that the person `p` was asked for alone (`person_id = p.id`), or with the team (`team_id = p.team_id`), that is neither finished nor
/// withdrawn, strung together for [`read_own_assignments`]: a part of whatever else is read of a person. Who is no learner (any more)
/// is asked for nothing: the session knows.
macro_rules! own_assignments {
    ($whom:literal) => {
        concat!(
            "(SELECT string_agg(a.id || '\u{1f}' || a.kind || '\u{1f}' || a.item || '\u{1f}' || a.due_on || '\u{1f}' || a.note
                                || '\u{1f}' || CAST(a.created_at AS TEXT) || '\u{1f}' || coach.name, '\u{1e}')
              FROM assignments a JOIN people coach ON coach.id = a.created_by
              WHERE a.",
            $whom,
            " AND a.withdrawn_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM completions c WHERE c.person_id = p.id AND c.kind = a.kind AND c.item = a.item))"
        )
    };
}
pub(crate) use own_assignments;

/// What two [`own_assignments`] have strung together.
pub struct Asked<'a> {
    pub alone: Option<&'a str>,
    pub with_the_team: Option<&'a str>,
    pub absences: Option<&'a str>,
    /// When the person came: what the team was asked for before does not concern them.
    pub joined_at: i64,
}

/// The next due date first.
pub fn read_own_assignments(asked: &Asked, time_zone: &str) -> Result<Vec<OwnAssignment>> {
    if asked.alone.is_none() && asked.with_the_team.is_none() {
        return Ok(Vec::new());
    }
    let absences = absences(asked.absences)?;
    let read = |row: Result<[&str; 7]>| row.and_then(|row| own_assignment(row, &absences, time_zone));
    let joined_on = day_of(asked.joined_at, time_zone);
    let concerns_them = |(due, _): &(NaiveDate, OwnAssignment)| concerns(joined_on, *due);
    let alone = strung::rows(asked.alone).map(read);
    let all: Vec<_> = strung::rows(asked.with_the_team).map(read).collect::<Result<_>>()?;
    let own = alone.chain(all.into_iter().filter(concerns_them).map(Ok)).map(|own| own.map(|(_, own)| own));
    let mut own: Vec<OwnAssignment> = own.collect::<Result<_>>()?;
    own.sort_by(|a, b| a.due.cmp(&b.due).then_with(|| a.id.cmp(&b.id)));
    Ok(own)
}

/// With the due date that was set, before absences move it.
fn own_assignment(row: [&str; 7], absences: &[Absence], time_zone: &str) -> Result<(NaiveDate, OwnAssignment)> {
    let [id, kind, item, due_on, note, assigned_at, coach] = row;
    let due = day(due_on)?;
    let assigned_at = number(assigned_at)?;
    let own = OwnAssignment {
        due: effective_due(day_of(assigned_at, time_zone), due, absences),
        id: id.to_owned(),
        what: what(kind, item.to_owned())?,
        assigned_at,
        note: note.to_owned(),
        coach: coach.to_owned(),
    };
    Ok((due, own))
}
