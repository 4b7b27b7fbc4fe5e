//! The rules of an open drill, tried out.

use proptest::prelude::*;

use super::*;
use crate::drills::written::rules::tidy_marks;

const RULES: Rules = Rules { criteria: 4, longest: 2000 };
const SPEAK: &str = "speak 0193a5b0-0000-7000-8000-000000000000";

fn replay(events: &[&str]) -> Result<State, Refused> {
    State::replay(&RULES, &events.iter().map(|event| (*event).to_owned()).collect::<Vec<_>>())
}

#[test]
fn one_answers_marks_and_decides() {
    let kept = replay(&["write Guten Tag.", "mark 0 2 3", "keep"]).unwrap();
    assert_eq!(
        (kept.phase, kept.choice, kept.written(), kept.score(&RULES)),
        (Phase::Done, Some(Choice::Keep), "Guten Tag.", 75)
    );
    let shared = replay(&[SPEAK, "mark", "share"]).unwrap();
    assert_eq!((shared.choice, shared.score(&RULES)), (Some(Choice::Share), 0));
    assert_eq!(shared.recording(), SPEAK.split_once(' ').map(|(_, id)| id));
}

#[test]
fn nothing_is_skipped() {
    for events in [
        &["mark 0"][..],
        &["keep"],
        &["back"],
        &["write a", "write b"],
        &["write a", SPEAK],
        &["write a", "share"],
        &["write a", "mark 4"],
        &["write a", "mark 0", "mark 0"],
        &["write a", "mark 0", "keep", "share"],
        &["write"],
        &["write  \n "],
        &["speak"],
        &["speak nonsense"],
    ] {
        assert_eq!(replay(events), Err(Refused), "{events:?}");
    }
}

#[test]
fn what_is_taken_back_stays_in_its_field() {
    let back = replay(&["write a", "mark 1", "share", "back"]).unwrap();
    assert_eq!((back.phase, back.choice, &back.marks), (Phase::Decide, None, &vec![1]));
    let back = replay(&["write a", "mark 1", "share", "back", "back", "back"]).unwrap();
    assert_eq!((back.phase, back.written(), &back.marks), (Phase::Answer, "a", &vec![1]));
    assert_eq!(back.apply(&RULES, Event::Back), Err(Refused));
}

#[test]
fn a_text_has_its_bounds() {
    let long = "ü".repeat(2000);
    assert!(replay(&[&format!("write {long}")]).is_ok());
    assert!(replay(&[&format!("write {long}ü")]).is_err());
}

fn event() -> impl Strategy<Value = Event> {
    let text = "[a-zü \n\u{1e}\t\r]{0,12}".prop_map(|text| plain_text(&text));
    let recording = any::<u128>().prop_map(|id| Uuid::from_u128(id).to_string());
    prop_oneof![
        3 => text.prop_map(|text| Event::Answer(Answer::Written(text))),
        3 => recording.prop_map(|recording| Event::Answer(Answer::Spoken(recording))),
        3 => prop::collection::vec(0..5_usize, 0..5).prop_map(|marks| Event::Mark(tidy_marks(marks))),
        2 => Just(Event::Choose(Choice::Keep)),
        2 => Just(Event::Choose(Choice::Share)),
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
    fn something_is_decided_only_in_the_end(events in prop::collection::vec(event(), 0..40)) {
        let mut state = State::start();
        for event in events {
            let Ok(next) = state.apply(&RULES, event) else { continue };
            prop_assert_eq!(next.choice.is_some(), next.phase == Phase::Done);
            prop_assert!(next.phase == Phase::Answer || next.answer.is_some());
            prop_assert!(next.score(&RULES) <= 100);
            state = next;
        }
    }
}
