//! A team as its coach sees it.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Absence, Done, Standing, What, Whom, concerns, standing};

/// A team with its people.
#[derive(Clone, Debug)]
pub struct Team {
    pub id: String,
    pub name: String,
    pub site: String,
    /// IANA name of the site's time zone: the team's days begin there.
    pub time_zone: String,
    /// By name.
    pub members: Vec<Member>,
}

/// Somebody in the team who is meant to learn.
#[derive(Clone, Debug)]
pub struct Member {
    pub id: String,
    pub name: String,
    /// The first day with the organisation, at the team's site.
    pub joined_on: NaiveDate,
    pub absences: Vec<Absence>,
}

/// What was asked of a team or of somebody in it.
#[derive(Clone, Debug)]
pub struct Assignment {
    pub id: String,
    pub whom: Whom,
    pub what: What,
    pub due: NaiveDate,
    pub note: String,
    /// The day it was assigned, at the team's site.
    pub assigned_on: NaiveDate,
    pub withdrawn_at: Option<i64>,
    /// The name of the coach who asked.
    pub coach: String,
    /// Who has finished it, and when; shown only through [`Assignment::standing`].
    pub(in crate::coaching) finished: HashMap<String, Done>,
}

impl Assignment {
    /// Where somebody of the team stands; `None` where they were not asked.
    pub fn standing(&self, member: &Member, today: NaiveDate) -> Option<Standing> {
        let is_asked = match &self.whom {
            Whom::Team => concerns(member.joined_on, self.due),
            Whom::Person(id) => *id == member.id,
        };
        let done = self.finished.get(&member.id).copied();
        is_asked.then(|| standing(done, (self.assigned_on, self.due), &member.absences, today))
    }

    /// How many of those asked are done, and how many were asked.
    pub fn count_done(&self, team: &Team, today: NaiveDate) -> (i64, i64) {
        let standings = team.members.iter().filter_map(|member| self.standing(member, today));
        standings.fold((0, 0), |(done, asked), one| (done + i64::from(matches!(one, Standing::Done(_))), asked + 1))
    }

    pub fn is_past(&self, today: NaiveDate) -> bool {
        self.due < today
    }
}

/// In the order that coaches read: what is open first, the next date before the later ones; then what is past, the latest first.
pub fn order(assignments: &mut [Assignment], today: NaiveDate) {
    assignments.sort_by(|a, b| {
        let by_due = if a.is_past(today) { b.due.cmp(&a.due) } else { a.due.cmp(&b.due) };
        a.is_past(today).cmp(&b.is_past(today)).then(by_due).then(a.id.cmp(&b.id))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activity::model::Kind;

    fn day(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, number).unwrap()
    }

    fn member(id: &str, joined: u32) -> Member {
        Member { id: id.into(), name: id.into(), joined_on: day(joined), absences: Vec::new() }
    }

    fn team() -> Team {
        let members = vec![member("ada", 1), member("ben", 1), member("new", 12)];
        Team { id: "t".into(), name: String::new(), site: String::new(), time_zone: "Europe/Zurich".into(), members }
    }

    fn assignment(id: &str, whom: Whom, due: u32) -> Assignment {
        Assignment {
            id: id.into(),
            whom,
            what: What { kind: Kind::Module, item: "m".into() },
            due: day(due),
            note: String::new(),
            assigned_on: day(5),
            withdrawn_at: None,
            coach: String::new(),
            finished: HashMap::from([("ada".to_owned(), Done::On(day(7))), ("ben".to_owned(), Done::Already)]),
        }
    }

    #[test]
    fn a_team_is_asked_as_it_is_but_nobody_for_days_before_they_came() {
        let (team, today) = (team(), day(13));
        let asked = assignment("a", Whom::Team, 10);
        let standings: Vec<_> = team.members.iter().map(|member| asked.standing(member, today)).collect();
        assert_eq!(standings, [Some(Standing::Done(Done::On(day(7)))), Some(Standing::Done(Done::Already)), None]);
        assert_eq!(asked.count_done(&team, today), (2, 2));
        assert_eq!(assignment("b", Whom::Team, 12).count_done(&team, today), (2, 3));
    }

    #[test]
    fn a_person_is_asked_alone() {
        let (team, today) = (team(), day(13));
        let asked = assignment("a", Whom::Person("new".into()), 10);
        assert_eq!(asked.standing(&team.members[0], today), None);
        assert_eq!(asked.standing(&team.members[2], today), Some(Standing::Late(day(10))));
        assert_eq!(asked.count_done(&team, today), (0, 1));
    }

    #[test]
    fn open_ones_come_first() {
        let mut assignments: Vec<_> = [("past", 1), ("later", 30), ("today", 13), ("just past", 12)]
            .map(|(id, due)| assignment(id, Whom::Team, due))
            .into();
        order(&mut assignments, day(13));
        let ids: Vec<_> = assignments.iter().map(|assignment| assignment.id.as_str()).collect();
        assert_eq!(ids, ["today", "later", "just past", "past"]);
    }
}
