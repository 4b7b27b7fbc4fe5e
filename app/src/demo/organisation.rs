//! Sites, teams, people, roles, absences, and what coaches asked for.

use chrono::{Days, NaiveDate};
use rand::{RngExt, rngs::StdRng};

use super::names::{FIRST, LAST};
use crate::{
    access::Role,
    activity::model::{day_of, start_of},
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
    let first = FIRST[(number * 7 + number / FIRST.len()) % FIRST.len()];
    let last = LAST[(number * 11 + number / LAST.len()) % LAST.len()];
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

/// About every six weeks each team is asked for something.
fn assignments(
    random: &mut StdRng,
    library: &Library,
    teams: &[Team],
    people: &[Person],
    today: NaiveDate,
) -> Vec<Assignment> {
    let mut choices: Vec<(&'static str, String)> = Vec::new();
    for module in &library.modules {
        choices.push(("module", module.id.clone()));
        choices.extend(module.drills.iter().map(|drill| ("drill", format!("{}/{}", module.id, drill.id))));
    }
    let mut assignments = Vec::new();
    for (team, known) in teams.iter().enumerate() {
        let coaches = |person: &&Person| person.roles.contains(&(Role::Coach, Some(team)));
        let Some(coach) = people.iter().find(coaches) else { continue };
        let zone = SITES[known.site].2;
        let mut day = today - Days::new(WEEKS * 7 - random.random_range(10..40));
        while day <= today && !choices.is_empty() {
            let (kind, item) = choices[random.random_range(0..choices.len())].clone();
            assignments.push(Assignment {
                id: id(random),
                coach: coach.id.clone(),
                team,
                kind,
                item,
                created_at: start_of(day, zone) + 9 * 60 * 60 * 1000,
                due_on: day + Days::new(random.random_range(7..21)),
                note: NOTES[random.random_range(0..NOTES.len())],
            });
            day = day + Days::new(random.random_range(30..55));
        }
    }
    assignments
}
