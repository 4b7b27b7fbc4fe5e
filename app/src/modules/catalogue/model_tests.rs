use super::*;
use crate::{
    access::Role,
    activity::model::Kind,
    library::{Audience, tests::fixture::Content},
};

fn read(values: &[(&str, &str)]) -> Filter {
    let value = |name: &str| values.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
    Filter::read(&Content::valid().library(), value)
}

fn fitting(filter: &Filter, finished: &Finished, minutes: u32) -> Vec<String> {
    let library = Content::valid().library();
    let parts = filter.fitting(library.module("listening").unwrap(), finished, minutes);
    parts.into_iter().map(|part| part.item().replace("listening/", "")).collect()
}

#[test]
fn what_nobody_offers_is_not_asked_for() {
    assert_eq!(read(&[("by", "x"), ("minutes", "7"), ("competency", "patience")]), Filter::default());
    assert_eq!(read(&[("competency", "")]), Filter::default());
    assert_eq!(read(&[("minutes", "10")]).minutes, Some(10));
    assert_eq!(read(&[("by", "situation"), ("minutes", "10")]).minutes, None);
    assert!(
        read(&[]).is_open() && !read(&[("by", "situation")]).is_open() && read(&[("competency", "speed")]).is_narrow()
    );
}

#[test]
fn time_is_filled_by_turns() {
    let within = |minutes| fitting(&Filter::default(), &Finished::default(), minutes);
    assert_eq!(within(3), ["no"]);
    assert_eq!(within(5), ["first"]);
    assert_eq!(within(10), ["first", "evening"]);
    assert_eq!(within(20), ["first", "evening", "no", "soup"]);
    assert!(within(2).is_empty(), "what is tried at work takes no minutes here");
}

#[test]
fn what_is_finished_gives_way_and_comes_again_at_the_end() {
    let filter = Filter::default();
    let mut finished = Finished::default();
    finished.insert(Kind::Lesson, "listening/first", 1);
    assert_eq!(fitting(&filter, &finished, 5), ["evening"]);
    for drill in ["evening", "no", "soup"] {
        finished.insert(Kind::Drill, &format!("listening/{drill}"), 1);
    }
    assert_eq!(fitting(&filter, &finished, 5), ["evening"], "said once more");
}

#[test]
fn a_competency_is_trained_by_a_module_or_by_something_in_it() {
    let filter = Filter { competency: Some("speed".into()), ..Filter::default() };
    assert_eq!(fitting(&filter, &Finished::default(), 20), ["no"]);
    let (library, learner) = (Content::valid().library(), Actor::invented(&[]));
    assert_eq!(filter.modules(&library, &learner).len(), 1);
    let untrained = Filter { competency: Some("patience".into()), ..Filter::default() };
    assert!(untrained.modules(&library, &learner).is_empty());
}

#[test]
fn modules_for_coaches_are_shown_to_those_who_guide() {
    let mut library = Content::valid().library();
    library.modules[0].audience = Audience::Coaches;
    let count = |roles: &[Role]| Filter::default().modules(&library, &Actor::invented(roles)).len();
    assert_eq!([&[][..], &[Role::Learner, Role::Admin], &[Role::Coach], &[Role::Leader]].map(count), [0, 0, 1, 1]);
}
