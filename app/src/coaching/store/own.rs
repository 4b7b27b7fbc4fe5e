//! What everybody reads of their own: asked of them, and not finished yet.

use chrono::NaiveDate;

use super::{absences, what};
use crate::{
    activity::model::{Kind, day_of},
    coaching::model::{Absence, What, concerns, effective_due},
    error::Result,
    modules::model::Finished,
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

/// Assignments that are not withdrawn, strung together for [`read_own_assignments`].
macro_rules! strung_assignments {
    () => {
        "string_agg(concat_ws('\u{1f}', a.id, a.kind, a.item, a.due_on, a.note, a.created_at, coach.name), '\u{1e}')
         FROM assignments a JOIN people coach ON coach.id = a.created_by
         WHERE a.withdrawn_at IS NULL"
    };
}
pub(crate) use strung_assignments;

/// All that the person `p` was asked for alone: a part of whatever else is read of a person, what is finished among it. Who is no learner (any
/// more) is asked for nothing: the session knows.
macro_rules! own_assignments {
    () => {
        concat!("(SELECT ", $crate::coaching::store::strung_assignments!(), " AND a.person_id = p.id)")
    };
}
pub(crate) use own_assignments;

/// What [`own_assignments`] and [`team_assignments`](super::team_assignments) have found.
pub struct Asked<'a> {
    pub alone: Option<&'a str>,
    pub with_the_team: Option<&'a str>,
    pub away: &'a str,
    /// Is asked for no more. Looking it up for each assignment would be most of what the database does for it.
    pub finished: &'a Finished,
    /// When the person came: what the team was asked for before does not concern them.
    pub joined_at: i64,
}

/// The next due date first.
pub fn read_own_assignments(asked: &Asked, time_zone: &str) -> Result<Vec<OwnAssignment>> {
    if asked.alone.is_none() && asked.with_the_team.is_none() {
        return Ok(Vec::new());
    }
    let absences = absences(asked.away)?;
    let read = |row: Result<[&str; 7]>| row.and_then(|row| own_assignment(row, &absences, time_zone));
    let is_finished =
        |kind: &str, item: &str| Kind::from_id(kind).is_some_and(|kind| asked.finished.at(kind, item).is_some());
    // Before it is read: most of what was asked for in a year is.
    let is_open = |row: &Result<[&str; 7]>| !matches!(row, Ok([_, kind, item, ..]) if is_finished(kind, item));
    let joined_on = day_of(asked.joined_at, time_zone);
    let concerns_them = |(due, _): &(NaiveDate, OwnAssignment)| concerns(joined_on, *due);
    let alone = strung::rows(asked.alone).filter(is_open).map(read);
    let all: Vec<_> = strung::rows(asked.with_the_team).filter(is_open).map(read).collect::<Result<_>>()?;
    let own = alone.chain(all.into_iter().filter(concerns_them).map(Ok)).map(|own| own.map(|(_, own)| own));
    let mut own: Vec<OwnAssignment> = own.collect::<Result<_>>()?;
    own.sort_by(|a, b| a.due.cmp(&b.due).then_with(|| a.id.cmp(&b.id)));
    Ok(own)
}

/// With the due date that was set, before absences move it.
fn own_assignment(row: [&str; 7], absences: &[Absence], time_zone: &str) -> Result<(NaiveDate, OwnAssignment)> {
    let [id, kind, item, due_on, note, assigned_at, coach] = row;
    let due = strung::day(due_on)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_finished_is_asked_no_more() {
        let strung = |text: &str| text.replace(' ', "\u{1f}").replace(',', "\u{1e}");
        let alone = strung("a1 drill one/talk 2026-03-02 note 0 Karim");
        let team = strung("a2 module one 2026-03-01 note 0 Karim,a3 drill one/talk 2026-03-03 note 0 Karim");
        let mut finished = Finished::default();
        let open = |finished: &Finished| -> Vec<String> {
            let (alone, with_the_team) = (Some(&*alone), Some(&*team));
            let asked = Asked { alone, with_the_team, away: "", finished, joined_at: 0 };
            read_own_assignments(&asked, "UTC").unwrap().into_iter().map(|own| own.id).collect()
        };
        assert_eq!(open(&finished), ["a2", "a1", "a3"], "the next due date first");
        // A module is not finished because one of its drills is, nor the other way round.
        finished.insert(Kind::Drill, "one/talk", 1);
        assert_eq!(open(&finished), ["a2"]);
        finished.insert(Kind::Module, "one", 1);
        assert!(open(&finished).is_empty());
    }
}
