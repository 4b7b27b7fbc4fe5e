use super::*;
use crate::library::{CheckOption, Html, LessonStep};

fn words(text: &str) -> Localized<String> {
    Localized { de: text.into(), de_ch: text.into(), en: text.into() }
}

fn html() -> Localized<Html> {
    Localized { de: Html(String::new()), de_ch: Html(String::new()), en: Html(String::new()) }
}

fn lesson(steps: usize) -> Lesson {
    Lesson {
        id: "first".into(),
        module: "listening".into(),
        version: "now".into(),
        minutes: 4,
        competencies: Vec::new(),
        title: words("First"),
        steps: vec![LessonStep { blocks: Vec::new() }; steps],
    }
}

fn check(right: &[bool]) -> Check {
    let option = |is_right: &bool| CheckOption { text: html(), is_right: *is_right, explanation: html() };
    Check { id: "c".into(), question: html(), options: right.iter().map(option).collect() }
}

#[test]
fn reading_leads_from_step_to_step_and_to_the_end() {
    let lesson = lesson(3);
    assert_eq!(advance(1, "now", &lesson), Advance::To(2));
    assert_eq!(advance(2, "now", &lesson), Advance::To(3));
    assert_eq!(advance(3, "now", &lesson), Advance::Finished);
    assert_eq!(advance(usize::MAX, "now", &lesson), Advance::Finished);
}

#[test]
fn the_end_of_an_older_version_is_not_the_end() {
    let lesson = lesson(3);
    assert_eq!(advance(5, "before", &lesson), Advance::To(3));
    assert_eq!(advance(3, "before", &lesson), Advance::To(3));
    assert_eq!(advance(1, "before", &lesson), Advance::To(2));
    assert_eq!([0, 2, 9].map(|step| clamp_step(step, &lesson)), [1, 2, 3]);
}

#[test]
fn what_is_left_takes_its_share_of_the_minutes() {
    let lesson = lesson(8);
    assert_eq!([1, 2, 5, 8, 9].map(|step| minutes_from(step, &lesson)), [4, 4, 2, 1, 1]);
}

#[test]
fn one_right_option_asks_for_one_choice() {
    let check = check(&[false, true, false]);
    assert!(!has_several(&check));
    assert_eq!(judge(&check, &[1]), Some(Answer { choices: vec![1], is_right: true }));
    assert_eq!(judge(&check, &[2]), Some(Answer { choices: vec![2], is_right: false }));
    assert_eq!(judge(&check, &[1, 1]).map(|answer| answer.choices), Some(vec![1]));
    assert_eq!(judge(&check, &[0, 1]), None, "one is asked for");
    assert_eq!(judge(&check, &[3]), None, "not there");
    assert_eq!(judge(&check, &[u32::MAX]), None);
}

#[test]
fn several_right_options_must_all_be_chosen_and_no_other() {
    let check = check(&[true, false, true]);
    assert!(has_several(&check));
    assert_eq!(judge(&check, &[2, 0]), Some(Answer { choices: vec![0, 2], is_right: true }));
    assert_eq!(judge(&check, &[0]).map(|answer| answer.is_right), Some(false));
    assert_eq!(judge(&check, &[0, 1, 2]).map(|answer| answer.is_right), Some(false));
}

#[test]
fn a_share_counts_lessons_and_drills() {
    let lesson = lesson(2);
    let mut finished = Finished::default();
    let parts = || [Part::Lesson(&lesson)].into_iter();
    assert_eq!(Share::of(parts(), &finished), Share { done: 0, total: 1 });
    finished.insert(Kind::Lesson, "listening/first", 5);
    assert!(Share::of(parts(), &finished).is_full());
    assert!(!Share::default().is_full(), "nothing is never full");
    assert_eq!(finished.parts().collect::<Vec<_>>(), [("listening", "first", 5)]);
}
