use chrono::{DateTime, NaiveDate};

use super::*;
use crate::{
    detours::disclosure::Counts,
    drills::dialogue::{
        content::{Branch, Outcome},
        model::Effect,
        mood::{Comparison, Condition, Feeling, Mood},
    },
};

fn at(text: &str) -> i64 {
    DateTime::parse_from_rfc3339(text).unwrap().timestamp_millis()
}

fn quarter(text: &str) -> Quarter {
    text.parse().unwrap()
}

#[test]
fn quarters_are_three_months_one_after_another() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    for (text, name) in [("2026-01-01", "2026-Q1"), ("2026-06-30", "2026-Q2"), ("2026-12-31", "2026-Q4")] {
        assert_eq!(Quarter::of(day(text)).to_string(), name);
    }
    assert_eq!(quarter("2026-Q4").next(), quarter("2027-Q1"));
    assert_eq!(quarter("2026-Q3").bounds(), (at("2026-07-01T00:00:00Z"), at("2026-10-01T00:00:00Z")));
    assert_eq!(quarter("2026-Q3").bounds().1, quarter("2026-Q4").bounds().0, "nothing between, nothing twice");
    for bad in ["", "2026", "2026-Q0", "2026-Q5", "2026-Q01", "26-Q1", "+202-Q1", "2026-q1", "2026-Q1 "] {
        assert!(bad.parse::<Quarter>().is_err(), "{bad:?}");
    }
}

#[test]
fn a_quarter_is_closed_once_two_days_after_its_end() {
    let first = NaiveDate::from_ymd_opt(2026, 2, 9).unwrap();
    let due = |closed: &[&str], now: &str| -> Vec<String> {
        let closed = closed.iter().map(|text| quarter(text)).collect();
        quarters_to_close(first, &closed, at(now)).iter().map(Quarter::to_string).collect()
    };
    assert!(due(&[], "2026-04-02T23:59:59Z").is_empty());
    assert_eq!(due(&[], "2026-04-03T00:00:00Z"), ["2026-Q1"]);
    assert_eq!(due(&["2026-Q2"], "2026-12-01T00:00:00Z"), ["2026-Q1", "2026-Q3"]);
}

/// A talk in which one may say something kind, nothing much, or something rude, and may then make up for it once; by trust it ends well.
///
/// 0 talk -> 1 talk (kind), 1 talk (nothing much), 2 talk (rude); 1 -> 3; 2 -> 3 or 5; 3 passage -> 4 good, 5 poor.
fn plot() -> Plot {
    let choice = |to, trust| Effect { to, trust, tension: 0 };
    let enough = Condition { of: Feeling::Trust, is: Comparison::AtLeast, value: 3 };
    Plot {
        start: Mood { trust: 2, tension: 2 },
        scenes: vec![
            PlotScene::Talk(vec![choice(1, 1), choice(1, 0), choice(2, -1)]),
            PlotScene::Talk(vec![choice(3, 1), choice(3, -2)]),
            PlotScene::Talk(vec![choice(3, 1), choice(5, 0)]),
            PlotScene::Passage(vec![Branch { conditions: vec![enough], to: 4 }, Branch { conditions: vec![], to: 5 }]),
            PlotScene::Ending(Outcome::Good),
            PlotScene::Ending(Outcome::Poor),
        ],
    }
}

fn way(events: &[&str]) -> Way {
    let (plot, events) = (plot(), events.iter().map(|event| (*event).to_owned()).collect::<Vec<_>>());
    Way::of(&plot, &Hope::of(&plot), &events)
}

#[test]
fn hope_goes_by_scene_and_mood() {
    let hope = Hope::of(&plot());
    let there = |scene, trust| hope.is_there(scene, Mood { trust, tension: 2 });
    assert!(there(0, 2) && there(1, 2) && !there(1, 1) && there(2, 2) && !there(2, 1));
    assert!(there(4, 0) && !there(5, 6) && !there(9, 0));
}

#[test]
fn what_is_said_first_counts_and_where_the_way_is_lost() {
    let good = way(&["0", "0"]);
    assert_eq!((good.turns, good.lost, good.ending), ([(0, (0, false)), (1, (0, false))].into(), None, Some(4)));
    let rude = way(&["2", "0"]);
    assert_eq!((rude.lost, rude.ending), (Some(0), Some(5)), "with so little trust nothing makes up for it");
    let late = way(&["1", "1"]);
    assert_eq!((late.lost, late.ending), (Some(1), Some(5)));
}

#[test]
fn second_thoughts_do_not_count_as_what_was_said() {
    let back = way(&["2", "back", "0", "1", "back", "0"]);
    assert_eq!(back.turns, [(0, (2, true)), (1, (1, true))].into());
    assert_eq!((back.lost, back.ending), (Some(0), Some(5)), "what was reached first");
    let waited = way(&["wait", "0"]);
    assert_eq!((waited.turns, waited.ending), ([(0, (0, false))].into(), None));
    assert_eq!(way(&["wait"]), Way::default(), "nothing was said");
    assert_eq!(way(&["0", "7", "0"]).turns.len(), 1, "as far as it goes");
}

#[test]
fn a_tally_keeps_numbers_alone() {
    let mut tally = Tally::new(plot());
    let mut add = |events: &[&str]| tally.add(&events.iter().map(|event| (*event).to_owned()).collect::<Vec<_>>());
    assert!(add(&["0", "0"]) && add(&["2", "0"]) && add(&["2", "back", "1"]) && !add(&["wait"]) && !add(&[]));
    let Counts { people, scenes, endings, unfinished } = tally.counts();
    assert_eq!((*people, *unfinished), (3, 1));
    let first = scenes[0].as_ref().unwrap();
    assert_eq!((first.people, &first.choices[..], first.lost, first.taken_back), (3, &[1, 0, 2][..], 2, 1));
    assert_eq!(scenes[1].as_ref().unwrap().people, 1);
    assert!(scenes[3..].iter().all(Option::is_none));
    assert_eq!(endings.iter().map(|(place, ending)| (*place, ending.people)).collect::<Vec<_>>(), [(4, 1), (5, 1)]);
}

#[test]
fn scenes_stand_in_the_order_in_which_one_meets_them() {
    assert_eq!(in_order(&plot()), [0, 1, 2, 3, 4, 5]);
    let mut turned = plot();
    turned.scenes.push(PlotScene::Talk(Vec::new()));
    assert!(!in_order(&turned).contains(&6), "no way leads there");
}

#[test]
fn several_may_share_the_first_place() {
    let [few, some, many]: [Share; 3] = serde_json::from_str("[0, 40, 60]").unwrap();
    assert_eq!(most_frequent(&[few, many, some]), Some(1));
    assert_eq!(most_frequent(&[some, few, some]), None);
    assert_eq!(most_frequent(&[]), None);
    let scene =
        |lost| Some(Scene { people: serde_json::from_str("20").unwrap(), choices: vec![], lost, taken_back: few });
    let mut figures: Figures =
        serde_json::from_str(r#"{"people":20,"good":10,"endings":{"4":10},"unfinished":0,"scenes":[]}"#).unwrap();
    figures.scenes = vec![scene(few), None, scene(some), scene(some)];
    assert_eq!(lost_most(&figures), [2, 3]);
    assert!(taken_back_most(&figures).is_empty(), "few everywhere stands out nowhere");
}
