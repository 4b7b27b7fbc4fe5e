//! What is to happen to every line of a file, worked out from what is known, without changing anything.

use std::collections::HashMap;

use super::reading::Line;
use crate::{
    access::Role,
    admin::{
        model::{Bound, NAME_MAX, Reach, SIGN_IN_NAME_MAX, TextFault, text_fault},
        people::{
            grants::model::{Held, Wanted, giving_fault, includes},
            model::Entry,
            store::Target,
        },
    },
    language::fold,
    people::model::sign_in_key,
};

/// All that a plan is made from.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Open teams in the admin's reach.
    pub teams: Vec<Team>,
    /// Everybody, by sign-in key: whoever is out of reach still holds a sign-in name.
    pub people: HashMap<String, Person>,
    pub reach: Reach,
    /// The admin.
    pub by: String,
}

#[derive(Clone, Debug)]
pub struct Team {
    pub id: String,
    pub name: String,
    pub key: String,
    pub site_id: String,
    pub site_name: String,
    pub site_key: String,
}

impl Team {
    pub fn bound(&self) -> Bound {
        Bound::Team { team: self.id.clone(), site: self.site_id.clone() }
    }
}

#[derive(Clone, Debug)]
pub struct Person {
    pub target: Target,
    /// Grants in force.
    pub held: Vec<Held>,
}

/// Why a line is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    Fields,
    NameMissing,
    NameTooLong,
    SignInNameMissing,
    SignInNameTooLong,
    Control,
    /// The sign-in name stands in an earlier line.
    Twice(u64),
    SiteMissing,
    SiteUnknown,
    TeamMissing,
    TeamUnknown,
    RoleUnknown,
    RoleBeyond,
    RoleOneself,
    Inactive,
    /// The sign-in name belongs to somebody out of reach.
    Taken,
}

/// What changes about somebody who is known: from, to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    Name(String, String),
    SignInName(String, String),
    Team(String, String),
    Role(Role),
}

/// What is to happen to a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// A new person; and the role beside learning.
    New(Entry, Option<Wanted>),
    Changed {
        target: Target,
        entry: Entry,
        role: Option<Wanted>,
        changes: Vec<Change>,
    },
    Same,
    Refused(Vec<Fault>),
}

/// A line and its fate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub line: Line,
    pub fate: Fate,
}

/// How many lines meet which fate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub new: i64,
    pub changed: i64,
    pub same: i64,
    pub refused: i64,
}

pub fn count(rows: &[Row]) -> Counts {
    let mut counts = Counts::default();
    for row in rows {
        match row.fate {
            Fate::New(..) => counts.new += 1,
            Fate::Changed { .. } => counts.changed += 1,
            Fate::Same => counts.same += 1,
            Fate::Refused(_) => counts.refused += 1,
        }
    }
    counts
}

/// The fate of every line.
pub fn plan(known: &Known, lines: Vec<Line>) -> Vec<Row> {
    let mut seen: HashMap<String, u64> = HashMap::new();
    let mut index: HashMap<(&str, &str), &Team> = HashMap::new();
    for team in &known.teams {
        index.insert((&team.site_key, &team.key), team);
    }
    let rows = lines.into_iter().map(|line| {
        let earlier =
            if line.sign_in_name.is_empty() { None } else { seen.get(&sign_in_key(&line.sign_in_name)).copied() };
        seen.entry(sign_in_key(&line.sign_in_name)).or_insert(line.number);
        let fate = decide(known, &index, &line, earlier).unwrap_or_else(Fate::Refused);
        Row { line, fate }
    });
    rows.collect()
}

fn decide(
    known: &Known,
    teams: &HashMap<(&str, &str), &Team>,
    line: &Line,
    earlier: Option<u64>,
) -> Result<Fate, Vec<Fault>> {
    let mut faults = text_faults(line);
    faults.extend(earlier.map(Fault::Twice));
    let team = find_team(known, teams, line).map_err(|fault| faults.push(fault)).ok();
    let role = find_role(&line.role).map_err(|fault| faults.push(fault)).unwrap_or(None);
    let person = known.people.get(&sign_in_key(&line.sign_in_name)).filter(|_| !line.sign_in_name.is_empty());
    match person {
        Some(person) if !known.reach.covers(&person.target.home) => faults.push(Fault::Taken),
        Some(person) if !person.target.is_active => faults.push(Fault::Inactive),
        _ => {}
    }
    let wanted = team.and_then(|team| role.map(|role| wanted(role, team)));
    // A role that somebody has already is not given again.
    let wanted =
        wanted.filter(|wanted| !person.is_some_and(|person| person.held.iter().any(|held| includes(held, wanted))));
    if let (Some(wanted), Some(team)) = (&wanted, team) {
        let to = person.map_or("", |person| person.target.id.as_str());
        match giving_fault(&known.reach, (&known.by, to), &team.bound(), &[], wanted) {
            Some((_, "admin-grant-oneself")) => faults.push(Fault::RoleOneself),
            Some(_) => faults.push(Fault::RoleBeyond),
            None => {}
        }
    }
    match (team, person) {
        (Some(team), None) if faults.is_empty() => Ok(Fate::New(entry(line, team), wanted)),
        (Some(team), Some(person)) if faults.is_empty() => Ok(compare(person, line, team, wanted)),
        _ => Err(faults),
    }
}

/// What is wrong with a line by itself.
fn text_faults(line: &Line) -> Vec<Fault> {
    let mut faults = Vec::new();
    if !line.is_whole {
        faults.push(Fault::Fields);
    }
    faults.extend(text_fault(&line.sign_in_name, SIGN_IN_NAME_MAX).map(|fault| match fault {
        TextFault::Missing => Fault::SignInNameMissing,
        TextFault::TooLong => Fault::SignInNameTooLong,
        TextFault::Control => Fault::Control,
    }));
    faults.extend(text_fault(&line.name, NAME_MAX).map(|fault| match fault {
        TextFault::Missing => Fault::NameMissing,
        TextFault::TooLong => Fault::NameTooLong,
        TextFault::Control => Fault::Control,
    }));
    faults.dedup();
    faults
}

fn find_team<'a>(known: &Known, teams: &HashMap<(&str, &str), &'a Team>, line: &Line) -> Result<&'a Team, Fault> {
    let (site, team) = (fold(&line.site), fold(&line.team));
    if site.is_empty() {
        return Err(Fault::SiteMissing);
    }
    if team.is_empty() {
        return Err(Fault::TeamMissing);
    }
    let is_site_known = || known.teams.iter().any(|known| known.site_key == site);
    teams
        .get(&(site.as_str(), team.as_str()))
        .copied()
        .ok_or_else(|| if is_site_known() { Fault::TeamUnknown } else { Fault::SiteUnknown })
}

/// The role beside learning; everybody who is new learns.
fn find_role(text: &str) -> Result<Option<Role>, Fault> {
    match fold(text).as_str() {
        "" => Ok(None),
        id => Role::from_id(id).map(|role| (role != Role::Learner).then_some(role)).ok_or(Fault::RoleUnknown),
    }
}

/// Coaches are bounded by the team, leaders and admins by the site.
fn wanted(role: Role, team: &Team) -> Wanted {
    let bound = if role == Role::Coach { team.bound() } else { Bound::Site(team.site_id.clone()) };
    Wanted { role, bound, ends_at: None }
}

fn entry(line: &Line, team: &Team) -> Entry {
    Entry { name: line.name.clone(), sign_in_name: line.sign_in_name.clone(), team: team.id.clone() }
}

fn compare(person: &Person, line: &Line, team: &Team, role: Option<Wanted>) -> Fate {
    let target = &person.target;
    let mut changes = Vec::new();
    if target.name != line.name {
        changes.push(Change::Name(target.name.clone(), line.name.clone()));
    }
    if target.sign_in_name != line.sign_in_name {
        changes.push(Change::SignInName(target.sign_in_name.clone(), line.sign_in_name.clone()));
    }
    if target.home != team.bound() {
        changes.push(Change::Team(target.team_name.clone(), team.name.clone()));
    }
    changes.extend(role.as_ref().map(|wanted| Change::Role(wanted.role)));
    if changes.is_empty() {
        return Fate::Same;
    }
    Fate::Changed { target: target.clone(), entry: entry(line, team), role, changes }
}
