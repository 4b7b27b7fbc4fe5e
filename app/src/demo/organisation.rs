//! Sites, teams, people, roles, absences, and what coaches asked for.

use chrono::{Days, NaiveDate};
use rand::{RngExt, rngs::StdRng};

use super::names::{FIRST, LAST};
use crate::{
    access::Role,
    activity::model::{day_of, monday_of, start_of},
    library::Library,
};

/// How far back the history goes, in weeks (fourteen months).
pub const WEEKS: u64 = 61;

pub struct Site {
    pub id: String,
    pub name: &'static str,
    pub region: &'static str,
    pub time_zone: &'static str,
}

pub struct Team {
    pub id: String,
    pub site: usize,
    pub name: &'static str,
}

pub struct Person {
    pub id: String,
    pub sign_in_name: String,
    pub name: String,
    pub team: usize,
    pub roles: Vec<(Role, Option<usize>)>,
    pub has_password: bool,
    /// First day here.
    pub since: NaiveDate,
    /// First and last day, both included.
    pub absences: Vec<(NaiveDate, NaiveDate)>,
    /// The share of weeks in which this person practises, in percent.
    pub diligence: u32,
}

pub struct Assignment {
    pub id: String,
    pub coach: String,
    pub team: usize,
    pub kind: &'static str,
    pub item: String,
    pub asked_on: NaiveDate,
    pub created_at: i64,
    pub due_on: NaiveDate,
    pub note: &'static str,
}

/// The whole organisation, before anybody has practised.
pub struct Plan {
    pub sites: Vec<Site>,
    pub teams: Vec<Team>,
    pub people: Vec<Person>,
    pub assignments: Vec<Assignment>,
    pub today: NaiveDate,
}

const SITES: [(&str, &str, &str); 3] =
    [("Zürich", "CH", "Europe/Zurich"), ("Freiburg", "DE", "Europe/Berlin"), ("Wien", "AT", "Europe/Vienna")];

/// Site, name, people. Two teams are smaller than a group may be: their figures are withheld.
const TEAMS: [(usize, &str, usize); 12] = [
    (0, "Mode", 14),
    (0, "Elektronik", 16),
    (0, "Kasse", 12),
    (0, "Kundendienst", 7),
    (1, "Mode", 18),
    (1, "Elektronik", 13),
    (1, "Kasse", 9),
    (1, "Lieferung", 6),
    (2, "Mode", 15),
    (2, "Haushalt", 17),
    (2, "Kasse", 12),
    (2, "Kundendienst", 11),
];

const NOTES: [&str; 5] = [
    "Passt zu dem, was letzte Woche an der Kasse war.",
    "Bitte vor dem Sommerverkauf. Zehn Minuten reichen.",
    "Probiert auch einmal die Antwort, die ihr sonst nicht gebt.",
    "Darüber reden wir in der nächsten Teamrunde, wer mag.",
    "",
];

pub fn plan(random: &mut StdRng, library: &Library, now: i64) -> Plan {
    let today = day_of(now, "Europe/Zurich");
    let sites = SITES.map(|(name, region, time_zone)| Site { id: id(random), name, region, time_zone });
    let teams = TEAMS.map(|(site, name, _)| Team { id: id(random), site, name });
    let mut people = Vec::new();
    for (team, (.., size)) in TEAMS.iter().enumerate() {
        for position in 0..*size {
            people.push(person(random, people.len(), team, position, today));
        }
    }
    let assignments = assignments(random, library, &teams, &people, today);
    Plan { sites: sites.into(), teams: teams.into(), people, assignments, today }
}

/// Ids come from the seed too, so that the same day gives the same organisation.
pub fn id(random: &mut StdRng) -> String {
    uuid::Builder::from_random_bytes(random.random()).into_uuid().to_string()
}

fn person(random: &mut StdRng, number: usize, team: usize, position: usize, today: NaiveDate) -> Person {
    let first = pick(FIRST, number, 7);
    let last = pick(LAST, number, 11);
    let mut sign_in_name = format!("{first}.{last}").to_lowercase();
    let mut name = format!("{first} {last}");
    let mut roles = vec![(Role::Learner, None)];
    // One coach a team; at the first site Karim coaches all but one.
    if position == 0 {
        roles.push((Role::Coach, Some(team)));
    }
    let known = match (team, position) {
        (1, 3) => Some(("lena", "Lena Hofmann", vec![(Role::Learner, None)])),
        (1, 0) => Some((
            "karim",
            "Karim Haddad",
            [0, 1, 2].map(|team| (Role::Coach, Some(team))).into_iter().chain([(Role::Learner, None)]).collect(),
        )),
        (0, 1) => Some(("eva", "Eva Lindt", vec![(Role::Leader, None), (Role::Learner, None)])),
        (3, 1) => Some(("admin", "Ada Minder", vec![(Role::Admin, None), (Role::Learner, None)])),
        _ => None,
    };
    let has_password = known.is_some();
    if let Some((sign_in, full, given)) = known {
        (sign_in_name, name, roles) = (sign_in.to_owned(), full.to_owned(), given);
    }
    let days_here =
        if has_password || random.random_ratio(4, 5) { WEEKS * 7 } else { random.random_range(14..WEEKS * 7) };
    let since = today - Days::new(days_here);
    Person {
        id: id(random),
        sign_in_name,
        name,
        team,
        roles,
        has_password,
        since,
        absences: absences(random, since, today),
        diligence: if has_password { 85 } else { random.random_range(15..90) },
    }
}

/// A name from a list, strewn so that neighbours differ.
fn pick(names: &'static str, number: usize, stride: usize) -> &'static str {
    let names: Vec<&str> = names.split_whitespace().collect();
    names.get((number * stride + number / names.len().max(1)) % names.len().max(1)).copied().unwrap_or("Kim")
}

/// Holidays, now and then an illness; some reach into the future.
fn absences(random: &mut StdRng, since: NaiveDate, today: NaiveDate) -> Vec<(NaiveDate, NaiveDate)> {
    let mut absences = Vec::new();
    let mut day = since + Days::new(random.random_range(20..160));
    while day < today + Days::new(20) {
        let length = if random.random_ratio(1, 3) { random.random_range(1..5) } else { random.random_range(7..21) };
        absences.push((day, day + Days::new(length)));
        day = day + Days::new(length + random.random_range(60..200));
    }
    absences
}

/// What every team is asked for in turn, counted from the Monday after the last week that leaders see: so many weeks before, what, and due so
/// many days after that. The last but one was due in that week, the last one is still open.
const ASKED: [(u64, &str, &str, u64); 5] = [
    (54, "drill", "appreciative-communication/winter-coat", 12),
    (43, "module", "appreciative-communication", 28),
    (22, "drill", "difficult-customers/cold-soup", 14),
    (3, "drill", "difficult-customers/parcel-at-the-door", 17),
    (2, "module", "difficult-customers", 26),
];

fn assignments(
    random: &mut StdRng,
    library: &Library,
    teams: &[Team],
    people: &[Person],
    today: NaiveDate,
) -> Vec<Assignment> {
    let mut assignments = Vec::new();
    for (team, known) in teams.iter().enumerate() {
        let coaches = |person: &&Person| person.roles.contains(&(Role::Coach, Some(team)));
        let Some(coach) = people.iter().find(coaches) else { continue };
        for (weeks_ago, kind, item, days) in ASKED {
            let is_known = match item.split_once('/') {
                Some((module, drill)) => library.drill(module, drill).is_some(),
                None => library.module(item).is_some(),
            };
            // A week is closed two days after its end.
            let monday = monday_of(today - Days::new(9)) + Days::new(7) - Days::new(weeks_ago * 7);
            let day = monday + Days::new(random.random_range(0..5));
            if is_known {
                assignments.push(Assignment {
                    id: id(random),
                    coach: coach.id.clone(),
                    team,
                    kind,
                    item: item.to_owned(),
                    asked_on: day,
                    created_at: start_of(day, SITES[known.site].2) + 9 * 60 * 60 * 1000,
                    due_on: monday + Days::new(days),
                    note: NOTES[random.random_range(0..NOTES.len())],
                });
            }
        }
    }
    assignments
}

impl Plan {
    /// Since when a team plays a conversation or reads a lesson (`module/part`): since it, or its module, was first asked for. Whatever nobody
    /// asked for is open from the start.
    pub fn open_since(&self, team: usize, item: &str) -> Option<NaiveDate> {
        let module = item.split('/').next().unwrap_or_default();
        let asked =
            self.assignments.iter().filter(|asked| asked.team == team && (asked.item == item || asked.item == module));
        asked.map(|asked| asked.asked_on).min()
    }
}
