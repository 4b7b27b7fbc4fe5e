//! The rules of recall, tried out.

use std::{collections::HashSet, sync::Arc};

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::*;
use crate::{
    activity::model::Kind,
    drills::recall::model::deck::MOST_NEW,
    language::Localized,
    library::{Audience, Card, Html, Lesson, Library, Module},
    modules::model::Finished,
};

fn words(text: &str) -> Localized<String> {
    Localized { de: text.into(), de_ch: text.into(), en: text.into() }
}

fn card(id: usize) -> Card {
    let back = Html(String::new());
    let back = Localized { de: back.clone(), de_ch: back.clone(), en: back };
    Card { id: format!("c{id:03}"), competency: "appreciation".into(), front: words("?"), back }
}

fn lesson(module: &str, id: usize) -> Arc<Lesson> {
    Arc::new(Lesson {
        id: format!("l{id}"),
        module: module.into(),
        version: "1".into(),
        minutes: 4,
        competencies: Vec::new(),
        title: words("?"),
        steps: Vec::new(),
    })
}

fn module(id: &str, audience: Audience, lessons: usize, cards: usize) -> Module {
    Module {
        id: id.into(),
        order: 1,
        audience,
        minutes: 10,
        competencies: Vec::new(),
        title: words(id),
        summary: words(""),
        situations: Localized { de: Vec::new(), de_ch: Vec::new(), en: Vec::new() },
        lessons: (0..lessons).map(|number| lesson(id, number)).collect(),
        drills: Vec::new(),
        cards: (0..cards).map(card).collect(),
    }
}

fn library(cards: usize) -> Library {
    let modules = vec![module("one", Audience::Everyone, 5, cards), module("two", Audience::Coaches, 2, 4)];
    Library { modules, ..Library::default() }
}

fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 1).unwrap() + Days::new(number)
}

/// With all lessons of both modules finished.
fn all_read() -> Deck {
    let mut finished = Finished::default();
    for (at, lesson) in ["one/l0", "one/l1", "one/l2", "one/l3", "one/l4", "two/l0", "two/l1"].iter().enumerate() {
        finished.insert(Kind::Lesson, lesson, at as i64);
    }
    Deck { finished, ..Deck::default() }
}

/// With so many cards answered once on the first day.
fn answered_once(grades: &[Grade]) -> Deck {
    let known = |(number, grade): (usize, &Grade)| (format!("one/c{number:03}"), answer(None, *grade, day(0)).unwrap());
    Deck { answered: grades.iter().enumerate().map(known).collect(), ..all_read() }
}

/// What the server does with an answer: refused unless its number is the next one.
fn record(deck: &mut Deck, asked: &Asked, grade: Grade, today: NaiveDate) {
    let known = deck.answered.get(&asked.card);
    assert_eq!(known.map_or(0, |known| known.reviews) + 1, asked.number);
    let next = answer(known, grade, today).unwrap();
    deck.answered.insert(asked.card.clone(), next);
}

#[test]
fn nobody_answers_what_they_have_not_seen() {
    let start = Session::start(1);
    assert_eq!(start.apply(Event::Answer(Grade::Good)), Err(Refused));
    let shown = start.apply(Event::Show).unwrap();
    assert_eq!(shown.apply(Event::Show), Err(Refused));
    let end = shown.apply(Event::Answer(Grade::Good)).unwrap();
    assert_eq!((end.card(), end.apply(Event::Show)), (None, Err(Refused)));
}

#[test]
fn grades_have_keys_and_names_of_their_own() {
    for grade in Grade::ALL {
        assert_eq!((Grade::from_id(grade.id()), Grade::from_key(&grade.key())), (Some(grade), Some(grade)));
    }
    assert_eq!((Grade::from_key("0"), Grade::from_key("5"), Grade::from_id("1")), (None, None, None));
}

#[test]
fn new_cards_come_a_few_at_a_time_as_lessons_are_finished() {
    let (library, mut deck) = (library(10), Deck::default());
    assert!(!deck.has_cards(&library, false) && deck.session(&library, false, day(0)).is_empty());
    deck.finished.insert(Kind::Lesson, "one/l3", 5);
    let session = deck.session(&library, false, day(0));
    assert_eq!(session.iter().map(|asked| asked.card.as_str()).collect::<Vec<_>>(), ["one/c000", "one/c001"]);
    deck.finished.insert(Kind::Module, "one", 9);
    assert_eq!(deck.session(&library, false, day(0)).len(), MOST_NEW);
    for asked in deck.session(&library, false, day(0)) {
        record(&mut deck, &asked, Grade::Easy, day(0));
    }
    assert_eq!(deck.session(&library, false, day(0)), [], "no further new ones on the same day");
    assert_eq!(deck.session(&library, false, day(1)).len(), MOST_NEW);
}

#[test]
fn cards_for_coaches_come_to_coaches() {
    let (library, deck) = (library(0), all_read());
    assert!(deck.session(&library, false, day(0)).is_empty());
    assert_eq!(deck.session(&library, true, day(0)).len(), MOST_NEW);
    assert!(find_card(&library, false, "two/c000").is_none() && find_card(&library, true, "two/c000").is_some());
    assert!(find_card(&library, true, "two/c999").is_none() && find_card(&library, true, "c000").is_none());
}

#[test]
fn after_an_absence_no_more_than_a_session_comes_and_nothing_new() {
    let (library, deck) = (library(40), answered_once(&[Grade::Good; 30]));
    let session = deck.session(&library, false, day(90));
    assert_eq!(session.len(), MOST);
    assert!(session.iter().all(|asked| asked.number == 2));
}

#[test]
fn what_is_most_likely_still_known_comes_first_and_what_waited_longest_has_a_place() {
    let mut grades = vec![Grade::Easy; 20];
    grades.push(Grade::Again);
    let (library, deck) = (library(40), answered_once(&grades));
    let session = deck.session(&library, false, day(90));
    let known: Vec<&Answered> = session.iter().map(|asked| &deck.answered[&asked.card]).collect();
    assert!(known[..7].is_sorted_by(|one, other| one.retrievability(day(90)) >= other.retrievability(day(90))));
    assert_eq!(session.last().unwrap().card, "one/c020", "it was due the day after");
}

#[test]
fn a_pause_asks_for_nothing_and_then_as_after_an_absence() {
    let library = library(40);
    let deck = Deck { paused_until: Some(day(20)), ..answered_once(&[Grade::Good; 30]) };
    assert!(deck.session(&library, false, day(20)).is_empty());
    assert_eq!(deck.session(&library, false, day(21)).len(), MOST);
}

#[test]
fn what_is_no_longer_among_the_contents_is_not_asked() {
    let deck = answered_once(&[Grade::Good; 5]);
    assert!(deck.session(&library(0), false, day(90)).is_empty());
    assert!(!deck.has_cards(&library(0), false));
}

#[test]
fn a_clock_set_back_counts_as_the_day_of_the_last_answer() {
    let known = answer(None, Grade::Good, day(9)).unwrap();
    let earlier = answer(Some(&known), Grade::Good, day(2)).unwrap();
    assert_eq!(earlier, answer(Some(&known), Grade::Good, day(9)).unwrap());
    assert_eq!((earlier.reviewed_on, earlier.reviews), (day(9), 2));
}

#[test]
fn better_known_is_asked_later_and_never_after_more_than_a_year() {
    let due = |grade| answer(None, grade, day(0)).unwrap().due_on;
    assert!(Grade::ALL.map(due).is_sorted());
    assert_eq!(due(Grade::Again), day(1));
    let mut known = None;
    for _ in 0..30 {
        let today = known.as_ref().map_or(day(0), |known: &Answered| known.due_on);
        known = Some(answer(known.as_ref(), Grade::Easy, today).unwrap());
    }
    let known = known.unwrap();
    assert_eq!(days_between(known.reviewed_on, known.due_on), LONGEST_INTERVAL);
}

fn grades() -> impl Strategy<Value = Vec<Grade>> {
    prop::collection::vec(prop::sample::select(Grade::ALL.to_vec()), 0..40)
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let answers = prop::sample::select(Grade::ALL.to_vec()).prop_map(Event::Answer);
    prop::collection::vec(prop_oneof![Just(Event::Show), answers], 0..60)
}

proptest! {
    /// The island takes the cards as they were when the page was made; a plain form asks again after each answer.
    #[test]
    fn a_session_in_the_island_is_the_same_as_with_plain_forms(known in grades(), events in events(), today in 0..120_u64) {
        let (library, today) = (library(40), day(today));
        let start = answered_once(&known);
        let cards = start.session(&library, false, today);
        let mut island = Session::start(cards.len());
        let (mut sent, mut by_forms) = (Vec::new(), start.clone());
        for event in events {
            let in_front = island.card().map(|card| cards[card].clone());
            prop_assert_eq!(&in_front, &by_forms.session(&library, false, today).first().cloned());
            let Ok(next) = island.apply(event) else { continue };
            if let (Event::Answer(grade), Some(asked)) = (event, in_front) {
                record(&mut by_forms, &asked, grade, today);
                sent.push((asked, grade));
            }
            island = next;
        }
        // What the island sends may come in any order.
        let mut by_island = start;
        for (asked, grade) in sent.iter().rev() {
            record(&mut by_island, asked, *grade, today);
        }
        prop_assert_eq!(by_island.answered, by_forms.answered.clone());
        prop_assert_eq!(island.card().is_none(), by_forms.session(&library, false, today).is_empty());
    }

    #[test]
    fn whatever_is_due_no_day_has_more_than_a_session_and_every_card_its_turn(known in grades(), given in grades(), away in 30..400_u64) {
        let library = library(40);
        let mut deck = answered_once(&known);
        let mut waiting: HashSet<String> = deck.answered.keys().cloned().collect();
        let mut given = given.into_iter().chain(std::iter::repeat(Grade::Again));
        for today in (0..known.len() as u64).map(|number| day(away + number)) {
            let mut cards = HashSet::new();
            while let Some(asked) = deck.session(&library, false, today).first().cloned() {
                prop_assert!(cards.insert(asked.card.clone()), "a card comes once a day");
                record(&mut deck, &asked, given.next().unwrap(), today);
                waiting.remove(&asked.card);
            }
            prop_assert!(cards.len() <= MOST);
        }
        prop_assert!(deck.answered.iter().all(|(card, known)| !waiting.contains(card) || known.due_on > day(away)), "{waiting:?}");
    }

    #[test]
    fn memories_come_back_as_they_were_stored(stability in 0.02..36500_f32, difficulty in 1.0..10_f32) {
        let memory = Memory { stability, difficulty };
        prop_assert_eq!(Memory::from_stored(memory.to_stored()), memory);
    }
}
