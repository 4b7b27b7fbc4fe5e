use super::*;

fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, number).unwrap()
}

fn state(outcome: Option<Outcome>) -> State {
    State { day: day(18), outcome, note: "n".to_owned(), obstacle: "o".to_owned() }
}

fn every_state() -> impl Iterator<Item = State> {
    [None].into_iter().chain(Outcome::ALL.map(Some)).map(state)
}

fn every_change() -> Vec<Change> {
    let answers = Outcome::ANSWERS
        .into_iter()
        .flat_map(|outcome| [None, Some("again".to_owned())].map(|note| Change::Answer { outcome, note }));
    let keep = Change::Keep { note: String::new(), obstacle: "late".to_owned() };
    answers.chain([Change::Move { day: day(20) }, Change::LetGo, keep]).collect()
}

#[test]
fn a_change_that_was_made_is_known_again() {
    for state in every_state() {
        for change in every_change() {
            if let Some(after) = state.after(&change) {
                assert!(after.has(&change), "{state:?} {change:?}");
                assert_eq!(after.after(&change), (change != Change::LetGo).then_some(after.clone()), "{change:?}");
            }
        }
    }
}

#[test]
fn another_change_in_its_place_is_told_apart() {
    let worked = Change::Answer { outcome: Outcome::Worked, note: None };
    let partly = Change::Answer { outcome: Outcome::Partly, note: None };
    let after = state(None).after(&worked).unwrap();
    assert!(after.has(&worked) && !after.has(&partly));
    assert!(!after.has(&Change::Answer { outcome: Outcome::Worked, note: Some("other".to_owned()) }));
    assert!(!after.has(&Change::Move { day: day(18) }), "an answered one is not merely on another day");
}

#[test]
fn what_is_open_can_be_moved_or_let_go_and_what_was_tried_cannot() {
    for (outcome, is_open, can_move) in [
        (None, true, true),
        (Some(Outcome::NotYet), true, true),
        (Some(Outcome::LetGo), false, true),
        (Some(Outcome::Worked), false, false),
        (Some(Outcome::Partly), false, false),
    ] {
        let state = state(outcome);
        assert_eq!((state.is_open(), state.can_move()), (is_open, can_move), "{outcome:?}");
        assert_eq!(state.after(&Change::LetGo).is_some(), is_open);
        let moved = state.after(&Change::Move { day: day(20) });
        assert_eq!(moved.is_some(), can_move);
        assert!(moved.is_none_or(|moved| moved.outcome.is_none() && moved.day == day(20) && moved.note == "n"));
    }
}

#[test]
fn a_note_stays_unless_another_is_written() {
    let answer = |note: Option<&str>| Change::Answer { outcome: Outcome::Worked, note: note.map(str::to_owned) };
    assert_eq!(state(None).after(&answer(None)).unwrap().note, "n");
    assert_eq!(state(None).after(&answer(Some("m"))).unwrap().note, "m");
}

#[test]
fn days_lie_between_today_and_four_weeks_ahead() {
    let today = day(1);
    assert_eq!(day_fault(None, today), Some("field-day-missing"));
    assert_eq!(day_fault(today.pred_opt(), today), Some("field-day-past"));
    assert_eq!(day_fault(Some(today), today), None);
    assert_eq!(day_fault(Some(day(29)), today), None);
    assert_eq!(day_fault(Some(day(30)), today), Some("field-day-far"));
}

#[test]
fn the_usual_day_is_the_next_workday() {
    // 16 November 2026 is a Monday.
    assert_eq!(usual_day(day(16)), day(17));
    for weekend in [20, 21, 22] {
        assert_eq!(usual_day(day(weekend)), day(23));
    }
}

#[test]
fn only_answers_are_taken_for_answers() {
    assert_eq!(Outcome::from_answer("partly"), Some(Outcome::Partly));
    assert_eq!(Outcome::from_answer("let-go"), None);
    assert_eq!(Outcome::from_answer(""), None);
    assert!(Outcome::ALL.iter().all(|outcome| Outcome::from_id(outcome.id()) == Some(*outcome)));
}
