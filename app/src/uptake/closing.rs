//! When a week is closed, and what it was like in each team.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{Days, NaiveDate};

use super::disclosure::TeamCounts;
use crate::{
    activity::model::{day_of, monday_of, start_of},
    coaching::model::{Absence, concerns, effective_due},
};

/// Once a week has ended everywhere, so many days are left for submissions that come late.
const GRACE: u64 = 2;
/// Days of a week.
const WEEK: u64 = 7;
const MINUTE: i64 = 60 * 1000;

/// Everything that weeks are counted from.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    pub teams: Vec<Team>,
    pub people: Vec<Person>,
    pub assignments: Vec<Assignment>,
    /// Who has finished something that was assigned, and when: by what it is, then by the person's id.
    pub completions: HashMap<(String, String), HashMap<String, i64>>,
}

/// An active team.
#[derive(Clone, Debug)]
pub struct Team {
    pub id: String,
    pub site_id: String,
    pub time_zone: String,
}

/// An active person of an active team who is meant to learn, or was.
#[derive(Clone, Debug)]
pub struct Person {
    pub id: String,
    /// The team's place.
    pub team: usize,
    pub created_at: i64,
    /// From when to when they are meant to learn, in UTC milliseconds.
    pub learns: Vec<(i64, Option<i64>)>,
    pub absences: Vec<Absence>,
}

/// What a coach asked for.
#[derive(Clone, Debug)]
pub struct Assignment {
    /// One of the two.
    pub team_id: Option<String>,
    pub person_id: Option<String>,
    /// Kind and item.
    pub what: (String, String),
    pub due: NaiveDate,
    pub created_at: i64,
    pub withdrawn_at: Option<i64>,
}

/// One person asked for one thing.
#[derive(Clone, Copy, Debug)]
struct Asked {
    person: usize,
    withdrawn_at: Option<i64>,
    done_at: Option<i64>,
}

/// What was due, by the Monday of the week in which each person's time for it ran out.
#[derive(Debug, Default)]
pub struct Due(HashMap<NaiveDate, Vec<Asked>>);

/// The Mondays of all weeks since the first one with activity that have ended everywhere, with some grace, and are not closed yet.
pub fn weeks_to_close(
    first: NaiveDate,
    closed: &HashSet<NaiveDate>,
    time_zones: &[String],
    now: i64,
) -> Vec<NaiveDate> {
    let weeks = first.iter_weeks().take_while(|monday| {
        let day = *monday + Days::new(WEEK + GRACE);
        time_zones.iter().all(|time_zone| start_of(day, time_zone) <= now)
    });
    weeks.filter(|monday| !closed.contains(monday)).collect()
}

impl Facts {
    /// Who was asked for what, as far as it came due in one of these weeks.
    pub fn due_in(&self, weeks: &[NaiveDate]) -> Due {
        let weeks: HashSet<NaiveDate> = weeks.iter().copied().collect();
        let last = weeks.iter().max().map_or(NaiveDate::MIN, |monday| *monday + Days::new(WEEK - 1));
        let (by_id, by_team) = self.index();
        let nobody = Vec::new();
        let mut due = Due::default();
        for assignment in self.assignments.iter().filter(|assignment| assignment.due <= last) {
            let team = assignment.team_id.as_ref().and_then(|team| by_team.get(team.as_str())).unwrap_or(&nobody);
            let person = assignment.person_id.as_ref().and_then(|person| by_id.get(person.as_str()));
            let done = self.completions.get(&assignment.what);
            for place in team.iter().chain(person) {
                let person = &self.people[*place];
                let monday = monday_of(self.effective_due(assignment, person));
                if !weeks.contains(&monday) || !self.is_asked(assignment, person) {
                    continue;
                }
                let done_at = done.and_then(|done| done.get(&person.id)).copied();
                let asked = Asked { person: *place, withdrawn_at: assignment.withdrawn_at, done_at };
                due.0.entry(monday).or_default().push(asked);
            }
        }
        due
    }

    /// People's places by their ids and by their teams' ids.
    fn index(&self) -> (HashMap<&str, usize>, HashMap<&str, Vec<usize>>) {
        let by_id = self.people.iter().enumerate().map(|(place, person)| (person.id.as_str(), place)).collect();
        let mut by_team: HashMap<&str, Vec<usize>> = HashMap::new();
        for (place, person) in self.people.iter().enumerate() {
            by_team.entry(self.teams[person.team].id.as_str()).or_default().push(place);
        }
        (by_id, by_team)
    }

    fn effective_due(&self, assignment: &Assignment, person: &Person) -> NaiveDate {
        if person.absences.is_empty() {
            return assignment.due;
        }
        let assigned = day_of(assignment.created_at, &self.teams[person.team].time_zone);
        effective_due(assigned, assignment.due, &person.absences)
    }

    fn is_asked(&self, assignment: &Assignment, person: &Person) -> bool {
        assignment.team_id.is_none()
            || concerns(day_of(person.created_at, &self.teams[person.team].time_zone), assignment.due)
    }

    /// What the week of a Monday was like in each team; `activity`: a person's milliseconds of practice.
    pub fn count(&self, monday: NaiveDate, activity: &HashMap<String, i64>, due: &Due) -> Vec<TeamCounts> {
        let ends: Vec<i64> =
            self.teams.iter().map(|team| start_of(monday + Days::new(WEEK), &team.time_zone)).collect();
        let blank = |team: &Team| TeamCounts {
            team_id: team.id.clone(),
            site_id: team.site_id.clone(),
            ..TeamCounts::default()
        };
        let mut counts: Vec<TeamCounts> = self.teams.iter().map(blank).collect();
        let mut millis = vec![0; counts.len()];
        let mut is_counted = vec![false; self.people.len()];
        for (place, person) in self.people.iter().enumerate() {
            let activity = activity.get(&person.id);
            if !person.learns_at(ends[person.team]) || (activity.is_none() && person.is_away(monday)) {
                continue;
            }
            is_counted[place] = true;
            counts[person.team].people += 1;
            counts[person.team].active += i64::from(activity.is_some());
            millis[person.team] += activity.copied().unwrap_or(0);
        }
        for (team, millis) in counts.iter_mut().zip(millis) {
            team.minutes = (millis + MINUTE / 2) / MINUTE;
        }
        for (person, (due, done)) in self.tally(due.0.get(&monday), &ends) {
            if is_counted[person] {
                let team = &mut counts[self.people[person].team];
                team.asked += 1;
                team.finished += i64::from(done == due);
                team.due += due;
                team.done += done;
            }
        }
        counts
    }

    /// By person: how much was due, and how much of it was done by the week's end.
    fn tally(&self, asked: Option<&Vec<Asked>>, ends: &[i64]) -> BTreeMap<usize, (i64, i64)> {
        let mut tally = BTreeMap::new();
        for asked in asked.into_iter().flatten() {
            let end = ends[self.people[asked.person].team];
            if asked.withdrawn_at.is_some_and(|withdrawn_at| withdrawn_at < end) {
                continue;
            }
            let (due, done) = tally.entry(asked.person).or_insert((0, 0));
            *due += 1;
            *done += i64::from(asked.done_at.is_some_and(|done_at| done_at < end));
        }
        tally
    }
}

impl Person {
    /// Whether they were there and meant to learn at a moment.
    fn learns_at(&self, moment: i64) -> bool {
        let is_in_force = |(from, to): &(i64, Option<i64>)| *from < moment && to.is_none_or(|to| to >= moment);
        self.created_at < moment && self.learns.iter().any(is_in_force)
    }

    /// Whether they were absent on every day of a week.
    fn is_away(&self, monday: NaiveDate) -> bool {
        let is_absent = |day: NaiveDate| self.absences.iter().any(|(first, last)| (*first..=*last).contains(&day));
        !self.absences.is_empty() && monday.iter_days().take(7).all(is_absent)
    }
}
