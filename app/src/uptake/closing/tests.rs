use super::*;

const ZURICH: &str = "Europe/Zurich";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(day: &str) -> i64 {
    start_of(self::day(day), ZURICH)
}

/// A Monday.
fn monday() -> NaiveDate {
    day("2026-11-09")
}

fn person(id: &str, absences: &[(&str, &str)]) -> Person {
    let absences = absences.iter().map(|(first, last)| (day(first), day(last))).collect();
    Person { id: id.into(), team: 0, created_at: at("2026-01-01"), learns: vec![(at("2026-01-01"), None)], absences }
}

fn facts(people: Vec<Person>) -> Facts {
    let teams = vec![Team { id: "t".into(), site_id: "s".into(), time_zone: ZURICH.into() }];
    Facts { teams, people, ..Facts::default() }
}

fn assignment(team: bool, due: &str) -> Assignment {
    Assignment {
        team_id: team.then(|| "t".into()),
        person_id: (!team).then(|| "ada".into()),
        what: ("module".into(), "m".into()),
        due: day(due),
        created_at: at("2026-11-02"),
        withdrawn_at: None,
    }
}

fn count(facts: &Facts, activity: &[(&str, i64)]) -> TeamCounts {
    let activity = activity.iter().map(|(id, millis)| ((*id).to_owned(), *millis)).collect();
    facts.count(monday(), &activity, &facts.due_in(&[monday()])).remove(0)
}

#[test]
fn a_week_is_closed_two_days_after_it_has_ended_in_the_west() {
    let zones = [ZURICH.to_owned(), "America/New_York".to_owned()];
    let closed = HashSet::from([day("2026-11-02")]);
    let to_close = |now| weeks_to_close(day("2026-10-26"), &closed, &zones, now);
    let wednesday = start_of(day("2026-11-18"), "America/New_York");
    assert_eq!(to_close(wednesday), [day("2026-10-26"), day("2026-11-09")]);
    assert_eq!(to_close(wednesday - 1), [day("2026-10-26")]);
    assert_eq!(weeks_to_close(day("2026-11-30"), &closed, &zones, wednesday), [] as [NaiveDate; 0]);
}

#[test]
fn who_is_meant_to_learn_and_was_there_counts() {
    let new = Person { created_at: at("2026-11-16"), ..person("new", &[]) };
    let coach = Person { learns: vec![], ..person("coach", &[]) };
    let former = Person { learns: vec![(0, Some(at("2026-11-10")))], ..person("former", &[]) };
    let away = person("away", &[("2026-11-01", "2026-11-12"), ("2026-11-13", "2026-11-15")]);
    let back = person("back", &[("2026-11-01", "2026-11-14")]);
    let facts = facts(vec![person("ada", &[]), new, coach, former, away, back]);
    let seen = count(&facts, &[("ada", 90_000), ("coach", 60_000)]);
    assert_eq!((seen.people, seen.active, seen.minutes), (2, 1, 2));
    let seen = count(&facts, &[("away", 60_000)]);
    assert_eq!((seen.people, seen.active), (3, 1), "who practises was there");
}

#[test]
fn what_was_due_counts_person_by_person_and_once_done_by_the_end() {
    let mut facts = facts(vec![person("ada", &[]), person("ben", &[]), person("cem", &[])]);
    facts.assignments =
        vec![assignment(true, "2026-11-15"), assignment(false, "2026-11-09"), assignment(true, "2026-11-16")];
    let done = HashMap::from([("ada".to_owned(), at("2026-11-15")), ("ben".to_owned(), at("2026-11-16"))]);
    facts.completions = HashMap::from([(("module".into(), "m".into()), done)]);
    let seen = count(&facts, &[]);
    assert_eq!((seen.asked, seen.finished, seen.due, seen.done), (3, 1, 4, 2));
}

#[test]
fn absences_move_what_is_due_into_a_later_week() {
    let ben = person("ben", &[("2026-11-07", "2026-11-10")]);
    let mut facts = facts(vec![person("ada", &[]), ben, person("cem", &[("2026-11-09", "2026-11-30")])]);
    facts.assignments = vec![assignment(true, "2026-11-08")];
    let seen = count(&facts, &[("cem", 1)]);
    assert_eq!(
        (seen.people, seen.asked, seen.due),
        (3, 1, 1),
        "Ben's time ran until Thursday, Cem's until the Sunday before"
    );
}

#[test]
fn what_was_withdrawn_in_time_and_who_came_later_does_not_count() {
    let new = Person { created_at: at("2026-11-12"), ..person("new", &[]) };
    let mut facts = facts(vec![person("ada", &[]), new]);
    facts.assignments = vec![assignment(true, "2026-11-11")];
    assert_eq!(count(&facts, &[]).asked, 1);
    facts.assignments[0].withdrawn_at = Some(at("2026-11-15"));
    assert_eq!(count(&facts, &[]).asked, 0);
    facts.assignments[0].withdrawn_at = Some(at("2026-11-16"));
    assert_eq!(count(&facts, &[]).asked, 1);
}
