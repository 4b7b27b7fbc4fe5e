//! The rules of a phrase drill, tried out.

use proptest::prelude::*;

use super::*;
use crate::drills::written::rules::tidy_marks;

const RULES: Rules = Rules { criteria: 3, longest: 300 };

fn replay(events: &[&str]) -> Result<State, Refused> {
    State::replay(&RULES, &events.iter().map(|event| (*event).to_owned()).collect::<Vec<_>>())
}

#[test]
fn one_writes_marks_and_writes_again() {
    let done = replay(&["write Bis morgen.", "mark 0 2", "rewrite Bis morgen um zehn."]).unwrap();
    assert_eq!(
        (done.phase, done.first.as_str(), done.better.as_str()),
        (Phase::Done, "Bis morgen.", "Bis morgen um zehn.")
    );
    assert_eq!(done.score(&RULES), 67);
    assert_eq!(replay(&["write a", "mark"]).unwrap().score(&RULES), 0);
    assert_eq!(replay(&["write a", "mark 1", "rewrite a"]).unwrap().score(&RULES), 33);
}

#[test]
fn nothing_is_skipped() {
    for events in [
        &["mark 0"][..],
        &["rewrite a"],
        &["back"],
        &["write a", "write a"],
        &["write a", "rewrite a"],
        &["write a", "mark 3"],
        &["write a", "mark 0", "mark 0"],
        &["write a", "mark 0", "rewrite a", "rewrite b"],
        &["write"],
        &["write  \n "],
        &["write a", "mark 0", "rewrite"],
    ] {
        assert_eq!(replay(events), Err(Refused), "{events:?}");
    }
}

#[test]
fn what_is_taken_back_stays_in_its_field() {
    let back = replay(&["write a", "mark 1", "rewrite b", "back", "back", "back"]).unwrap();
    let kept = State { phase: Phase::Write, first: "a".into(), marks: vec![1], better: "b".into() };
    assert_eq!((&back, back.draft()), (&kept, "b"));
    assert_eq!(back.apply(&RULES, Event::Back), Err(Refused));
}

#[test]
fn a_text_has_its_bounds() {
    let long = "ü".repeat(300);
    assert!(replay(&[&format!("write {long}")]).is_ok());
    assert!(replay(&[&format!("write {long}ü")]).is_err());
}

#[test]
fn marks_are_put_in_order() {
    assert_eq!("mark 2 0 2".parse(), Ok(Event::Mark(vec![0, 2])));
    assert_eq!(Event::Mark(tidy_marks(vec![2, 0, 2])).to_string(), "mark 0 2");
    for nonsense in ["mark x", "mark -1", "marks", "back 1", "", " ", "Write a"] {
        assert_eq!(nonsense.parse::<Event>(), Err(Refused), "{nonsense}");
    }
}

fn event() -> impl Strategy<Value = Event> {
    let text = "[a-zü \n\u{1e}\t\r]{0,12}".prop_map(|text| plain_text(&text));
    prop_oneof![
        3 => text.clone().prop_map(Event::Write),
        3 => prop::collection::vec(0..4_usize, 0..4).prop_map(|marks| Event::Mark(tidy_marks(marks))),
        3 => text.prop_map(Event::Rewrite),
        2 => Just(Event::Back),
    ]
}

proptest! {
    #[test]
    fn events_survive_being_stored(event in event()) {
        let stored = event.to_string();
        let between = '\u{1e}';
        prop_assert!(!stored.contains(between));
        prop_assert_eq!(stored.parse(), Ok(event));
    }

    #[test]
    fn texts_are_there_when_they_are_needed(events in prop::collection::vec(event(), 0..40)) {
        let mut state = State::start();
        for event in events {
            let Ok(next) = state.apply(&RULES, event) else { continue };
            prop_assert_eq!(next.phase > Phase::Write, next.phase > Phase::Write && !next.first.is_empty());
            prop_assert!(next.phase < Phase::Done || !next.better.is_empty());
            prop_assert!(next.score(&RULES) <= 100 && !(next.phase > Phase::Write && next.draft().is_empty()));
            state = next;
        }
    }
}
