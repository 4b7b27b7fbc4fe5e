//! The rules of a dialogue, tried out.

use proptest::prelude::*;

use super::*;
use crate::drills::dialogue::mood::{Comparison, Condition, Feeling};

/// 0: talk (to 1 or 2) -> 1: passage by trust -> 3 or 4; 2: talk -> 4.
fn plot() -> Plot {
    let trusting = Condition { of: Feeling::Trust, is: Comparison::AtLeast, value: 3 };
    Plot {
        start: Mood { trust: 2, tension: 4 },
        scenes: vec![
            PlotScene::Talk(vec![Effect { to: 1, trust: 1, tension: -1 }, Effect { to: 2, trust: -9, tension: 9 }]),
            PlotScene::Passage(vec![
                Branch { conditions: vec![trusting], to: 3 },
                Branch { conditions: vec![], to: 4 },
            ]),
            PlotScene::Talk(vec![Effect { to: 4, trust: 0, tension: 0 }]),
            PlotScene::Ending(Outcome::Good),
            PlotScene::Ending(Outcome::Poor),
        ],
    }
}

#[test]
fn a_choice_moves_the_mood_and_a_passage_follows_it() {
    let plot = plot();
    let end = State::start(&plot).apply(&plot, Event::Choose(0)).unwrap();
    assert_eq!((end.scene, end.mood, end.outcome(&plot)), (3, Mood { trust: 3, tension: 3 }, Some(Outcome::Good)));
}

#[test]
fn the_mood_stays_within_its_bounds() {
    let plot = plot();
    let after = State::start(&plot).apply(&plot, Event::Choose(1)).unwrap();
    assert_eq!(after.mood, Mood { trust: 0, tension: Mood::MAX });
}

#[test]
fn back_undoes_exactly_one_choice() {
    let plot = plot();
    let start = State::start(&plot);
    assert_eq!(start.apply(&plot, Event::Back), Err(Refused));
    let there = start.apply(&plot, Event::Choose(1)).unwrap();
    let back = there.apply(&plot, Event::Back).unwrap();
    assert_eq!(back.undone.len(), 1, "what was taken back is remembered");
    assert_eq!(State { undone: Vec::new(), ..back }, start);
}

#[test]
fn nothing_follows_an_ending_but_going_back() {
    let plot = plot();
    let end = State::replay(&plot, [Event::Choose(0)]).unwrap();
    assert_eq!(end.apply(&plot, Event::Choose(0)), Err(Refused));
    assert!(end.apply(&plot, Event::Back).is_ok());
}

#[test]
fn the_longest_way_counts_choices() {
    assert_eq!(plot().longest_way(), 2);
}

#[test]
fn a_way_that_no_mood_allows_is_not_the_longest() {
    // The only way to the second question leads over a trust that nobody has by then.
    let mut plot = plot();
    plot.scenes[0] = PlotScene::Talk(vec![Effect { to: 1, trust: 0, tension: 0 }]);
    plot.scenes[3] = PlotScene::Talk(vec![Effect { to: 4, trust: 0, tension: 0 }]);
    assert_eq!(plot.longest_way(), 1);
    plot.start.trust = 3;
    assert_eq!(plot.longest_way(), 2);
}

#[test]
fn a_way_that_is_open_to_those_alone_who_let_time_run_out_counts() {
    // The second question is asked of those alone who have kept somebody waiting.
    let mut plot = plot();
    let tense = Condition { of: Feeling::Tension, is: Comparison::AtLeast, value: 5 };
    plot.scenes[0] = PlotScene::Talk(vec![Effect { to: 1, trust: 0, tension: 0 }]);
    plot.scenes[1] =
        PlotScene::Passage(vec![Branch { conditions: vec![tense], to: 2 }, Branch { conditions: vec![], to: 4 }]);
    assert_eq!(plot.longest_way(), 2);
    plot.start.tension = 3;
    assert_eq!(plot.longest_way(), 1);
}

#[test]
fn a_loop_has_a_longest_way_as_well() {
    let again =
        |to: usize| PlotScene::Talk(vec![Effect { to, trust: 1, tension: 0 }, Effect { to, trust: 0, tension: -1 }]);
    let plot = Plot { start: Mood { trust: 0, tension: 6 }, scenes: vec![again(1), again(0)] };
    assert!(plot.longest_way() <= 2 * Mood::COUNT);
}

proptest! {
    #[test]
    fn events_survive_being_stored(events in prop::collection::vec(prop_oneof![Just(Event::Back), Just(Event::Wait), (0..9_usize).prop_map(Event::Choose)], 0..20)) {
        prop_assert_eq!(events.iter().map(|event| event.to_string().parse()).collect::<Result<Vec<Event>, _>>(), Ok(events));
    }

    #[test]
    fn every_order_shows_every_choice_once(attempt in ".{0,40}", turn in 0..20_usize, choices in 0..6_usize) {
        let mut order = shown_order(&attempt, turn, choices);
        prop_assert_eq!(&order, &shown_order(&attempt, turn, choices));
        order.sort_unstable();
        prop_assert_eq!(order, (0..choices).collect::<Vec<_>>());
    }

    #[test]
    fn no_event_leads_out_of_the_plot(events in prop::collection::vec(prop_oneof![Just(Event::Back), Just(Event::Wait), (0..3_usize).prop_map(Event::Choose)], 0..30)) {
        let plot = plot();
        let mut state = State::start(&plot);
        for event in events {
            if let Ok(next) = state.apply(&plot, event) {
                prop_assert!(next.scene < plot.scenes.len());
                prop_assert!((0..=Mood::MAX).contains(&next.mood.trust) && (0..=Mood::MAX).contains(&next.mood.tension));
                state = next;
            }
        }
    }
}

#[test]
fn waiting_costs_once_and_is_taken_back_with_its_turn() {
    let plot = plot();
    let waited = State::start(&plot).apply(&plot, Event::Wait).unwrap();
    assert_eq!((waited.mood.tension, waited.mood_before().map(|mood| mood.tension)), (5, Some(4)));
    assert_eq!(waited.apply(&plot, Event::Wait), Err(Refused), "once in a scene");
    let chosen = waited.apply(&plot, Event::Choose(1)).unwrap();
    assert!(chosen.turns[0].was_late);
    let back = chosen.apply(&plot, Event::Back).unwrap();
    assert_eq!((back.mood, back.turns.len(), back.undone.len()), (plot.start, 0, 1));
    assert!(back.apply(&plot, Event::Wait).is_ok(), "and once more after going back");
    let end = State::start(&plot).apply(&plot, Event::Choose(0)).unwrap();
    assert_eq!(end.apply(&plot, Event::Wait), Err(Refused), "nobody waits after the end");
}

#[test]
fn orders_differ_between_attempts() {
    let orders: std::collections::HashSet<_> = (0..40).map(|id| shown_order(&format!("attempt {id}"), 0, 3)).collect();
    assert_eq!(orders.len(), 6);
}

/// A browser's program counts in 32 bits, the server's in 64.
#[test]
fn choices_stand_in_the_same_order_in_the_browser_and_on_the_server() {
    let orders = [0, 1, 2, 3].map(|turn| shown_order("0b1f8a1e-0c3f-4bb0-8d1d-1ea7c1a6d2aa", turn, 3));
    assert_eq!(orders, [[0, 2, 1], [0, 2, 1], [2, 1, 0], [0, 1, 2]]);
}
