use std::sync::Arc;

use super::*;
use crate::{
    drills::{
        Drill, Head,
        dialogue::{
            content::{Choice, Customer, Dialogue, Scene, SceneKind},
            mood::Mood,
        },
    },
    language::Localized,
    library::{Audience, Competency, Html, Lesson, LessonStep, Path},
};

fn words(text: &str) -> Localized<String> {
    Localized { de: text.into(), de_ch: text.into(), en: text.into() }
}

fn lesson(module: &str, id: &str, competency: &str) -> Arc<Lesson> {
    Arc::new(Lesson {
        id: id.into(),
        module: module.into(),
        version: "1".into(),
        minutes: 4,
        competencies: vec![competency.into()],
        title: words(id),
        steps: vec![LessonStep { blocks: Vec::new() }; 4],
    })
}

fn drill(module: &str, id: &str, competency: &str) -> Drill {
    let html = Localized { de: Html(String::new()), de_ch: Html(String::new()), en: Html(String::new()) };
    Arc::new(Dialogue {
        head: Head {
            id: id.into(),
            module: module.into(),
            version: "1".into(),
            minutes: 3,
            setting: Some("shop".into()),
            competencies: vec![competency.into()],
            at_hand: None,
            title: words(id),
        },
        customer: Customer { name: words(""), reason: words(""), mood: words("") },
        intro: html.clone(),
        start: Mood { trust: 2, tension: 2 },
        scenes: vec![Scene { id: "a".into(), title: words(""), kind: talk(html) }],
    })
}

fn talk(html: Localized<Html>) -> SceneKind {
    let choice =
        Choice { says: words("a"), to: 0, trust: 0, tension: 0, competencies: Vec::new(), explanation: html.clone() };
    SceneKind::Talk { seen: html.clone(), says: html, choices: vec![choice] }
}

fn module(id: &str, audience: Audience, lessons: Vec<Arc<Lesson>>, drills: Vec<Drill>) -> Module {
    Module {
        id: id.into(),
        order: 1,
        audience,
        minutes: 10,
        competencies: Vec::new(),
        title: words(id),
        summary: words(""),
        situations: Localized { de: Vec::new(), de_ch: Vec::new(), en: Vec::new() },
        lessons,
        drills,
        cards: Vec::new(),
    }
}

/// A path that begins with module `two`, though `one` comes first by order; `lead` is for coaches.
pub fn library() -> Library {
    let competency = |id: &str| Competency { id: id.into(), title: words(id) };
    let path = Path {
        id: "start".into(),
        title: words("start"),
        summary: words(""),
        modules: vec!["two".into(), "one".into()],
        to_come: Vec::new(),
    };
    let one = vec![lesson("one", "a", "calm"), lesson("one", "b", "calm")];
    Library {
        competencies: vec![competency("calm"), competency("tempo"), competency("values")],
        ideas: Vec::new(),
        paths: vec![path],
        glossary: Vec::new(),
        modules: vec![
            module("lead", Audience::Coaches, vec![lesson("lead", "x", "tempo")], Vec::new()),
            module("one", Audience::Everyone, one, vec![drill("one", "talk", "tempo")]),
            module("two", Audience::Everyone, vec![lesson("two", "c", "tempo")], vec![drill("two", "chat", "tempo")]),
        ],
    }
}

pub fn titles(parts: &[(Part, i64)]) -> Vec<String> {
    parts.iter().map(|(part, _)| part.item()).collect()
}

const NOW: i64 = 1_800_000_000_000;
const DAY: i64 = 24 * 60 * 60 * 1000;

fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, number).unwrap()
}

fn assigned(kind: Kind, item: &str, due: NaiveDate) -> Assigned {
    Assigned { what: What { kind, item: item.into() }, due, note: String::new(), coach: "Karim".into() }
}

/// What there may be; everything else is empty.
#[derive(Default)]
struct Given {
    finished: Vec<(Kind, &'static str)>,
    begun: Vec<(&'static str, usize, i64)>,
    attempt: Option<(&'static str, i64)>,
    assigned: Vec<Assigned>,
    guides: bool,
}

impl Given {
    /// Item, why, step.
    fn next(&self) -> Option<(String, &'static str, Option<usize>)> {
        let library = library();
        let mut finished = Finished::default();
        self.finished.iter().for_each(|(kind, item)| finished.insert(*kind, item, 1));
        let begun =
            self.begun.iter().map(|(item, step, at)| ((*item).to_owned(), Begun { step: *step, at: *at })).collect();
        let attempt = self.attempt.map(|(item, last_at)| OpenAttempt { id: "id".into(), item: item.into(), last_at });
        let situation = Situation {
            library: &library,
            finished: &finished,
            begun: &begun,
            attempt: attempt.as_ref(),
            assigned: &self.assigned,
            guides: self.guides,
            now: NOW,
        };
        next_step(&situation).map(|next| {
            let why = match next.why {
                Why::GoOn => "go on",
                Why::Assigned(_) => "assigned",
                Why::InOrder => "in order",
                Why::Again => "again",
            };
            (next.part.item(), why, next.step)
        })
    }
}

fn is(next: Option<(String, &'static str, Option<usize>)>, item: &str, why: &str, step: Option<usize>) {
    assert_eq!(
        next,
        Some((
            item.to_owned(),
            match why {
                "go on" => "go on",
                "assigned" => "assigned",
                _ => "in order",
            },
            step
        ))
    );
}

#[test]
fn a_lesson_begun_comes_before_everything() {
    let given = Given {
        begun: vec![("one/b", 3, NOW - DAY), ("two/c", 2, NOW - 2 * DAY)],
        attempt: Some(("one/talk", NOW)),
        assigned: vec![assigned(Kind::Drill, "two/chat", day(1))],
        ..Given::default()
    };
    is(given.next(), "one/b", "go on", Some(3));
}

#[test]
fn what_was_begun_long_ago_waits_for_its_turn() {
    let given = Given { begun: vec![("one/b", 3, NOW - RECENT - 1)], ..Given::default() };
    is(given.next(), "two/c", "in order", None);
    let given = Given {
        finished: vec![
            (Kind::Lesson, "two/c"),
            (Kind::Drill, "two/chat"),
            (Kind::Lesson, "one/a"),
            (Kind::Drill, "one/talk"),
        ],
        ..given
    };
    is(given.next(), "one/b", "in order", Some(3));
}

#[test]
fn a_conversation_that_was_left_comes_before_what_is_due() {
    let given = Given {
        attempt: Some(("one/talk", NOW - DAY)),
        assigned: vec![assigned(Kind::Drill, "two/chat", day(1))],
        ..Given::default()
    };
    is(given.next(), "one/talk", "go on", None);
    let given = Given { attempt: Some(("one/talk", NOW - RECENT - 1)), ..given };
    is(given.next(), "two/chat", "assigned", None);
}

#[test]
fn of_an_assigned_module_or_path_the_next_part_is_done() {
    let module = || vec![assigned(Kind::Module, "one", day(1))];
    is(Given { assigned: module(), ..Given::default() }.next(), "one/a", "assigned", None);
    let begun = vec![("one/b", 2, NOW - RECENT - 1)];
    is(Given { assigned: module(), begun, ..Given::default() }.next(), "one/b", "assigned", Some(2));
    let read = vec![(Kind::Lesson, "one/a"), (Kind::Lesson, "one/b")];
    is(Given { assigned: module(), finished: read, ..Given::default() }.next(), "one/talk", "assigned", None);
    let path = vec![assigned(Kind::Path, "start", day(1))];
    is(
        Given { assigned: path, finished: vec![(Kind::Lesson, "two/c")], ..Given::default() }.next(),
        "two/chat",
        "assigned",
        None,
    );
}

#[test]
fn what_authors_have_taken_away_is_passed_over() {
    let given = Given {
        begun: vec![("gone/x", 1, NOW)],
        attempt: Some(("gone/y", NOW)),
        assigned: vec![assigned(Kind::Module, "gone", day(1)), assigned(Kind::Drill, "one/talk", day(2))],
        ..Given::default()
    };
    is(given.next(), "one/talk", "assigned", None);
}

#[test]
fn what_was_read_is_rehearsed_before_the_path_goes_on() {
    is(Given::default().next(), "two/c", "in order", None);
    let mut finished = vec![(Kind::Lesson, "two/c")];
    is(Given { finished: finished.clone(), ..Given::default() }.next(), "two/chat", "in order", None);
    finished.push((Kind::Drill, "two/chat"));
    is(Given { finished: finished.clone(), ..Given::default() }.next(), "one/a", "in order", None);
    finished.push((Kind::Lesson, "one/a"));
    is(Given { finished: finished.clone(), ..Given::default() }.next(), "one/talk", "in order", None);
    finished.push((Kind::Drill, "one/talk"));
    is(Given { finished: finished.clone(), ..Given::default() }.next(), "one/b", "in order", None);
    finished.push((Kind::Lesson, "one/b"));
    is(Given { finished: finished.clone(), guides: true, ..Given::default() }.next(), "lead/x", "in order", None);
    assert_eq!(Given { finished, ..Given::default() }.next(), None);
}

#[test]
fn once_everything_is_done_what_was_played_longest_ago_comes_again() {
    let library = library();
    let played = |times: &[(&str, i64)]| times.iter().map(|(item, at)| ((*item).to_owned(), *at)).collect();
    let again = |played: HashMap<String, i64>| longest_ago(&library, false, &played).map(|next| next.part.item());
    assert_eq!(again(played(&[("one/talk", 5), ("two/chat", 3)])).as_deref(), Some("two/chat"));
    assert_eq!(again(played(&[("one/talk", 5)])).as_deref(), Some("two/chat"));
    assert!(longest_ago(&Library::default(), false, &HashMap::new()).is_none());
}

#[test]
fn one_thing_finished_is_enough_unless_something_is_due() {
    let today = day(18);
    let due = |on| [assigned(Kind::Drill, "one/talk", on)];
    assert!(is_enough(true, &[], today));
    assert!(is_enough(true, &due(day(19)), today));
    assert!(!is_enough(true, &due(day(18)), today));
    assert!(!is_enough(true, &due(day(17)), today));
    assert!(!is_enough(false, &[], today));
}
