//! The rules of a dialogue: state + event -> state. The same code on the server (plain forms) and in the island (at once).

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::library::{Branch, Dialogue, Mood, Outcome, SceneKind};

/// A dialogue without its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plot {
    pub start: Mood,
    pub scenes: Vec<PlotScene>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PlotScene {
    Talk(Vec<Effect>),
    Passage(Vec<Branch>),
    Ending(Outcome),
}

/// What a choice does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effect {
    pub to: usize,
    pub trust: i8,
    pub tension: i8,
}

impl From<&Dialogue> for Plot {
    fn from(dialogue: &Dialogue) -> Plot {
        let scenes = dialogue.scenes.iter().map(|scene| match &scene.kind {
            SceneKind::Talk { choices, .. } => PlotScene::Talk(
                choices
                    .iter()
                    .map(|choice| Effect { to: choice.to, trust: choice.trust, tension: choice.tension })
                    .collect(),
            ),
            SceneKind::Passage { branches } => PlotScene::Passage(branches.clone()),
            SceneKind::Ending { outcome, .. } => PlotScene::Ending(*outcome),
        });
        Plot { start: dialogue.start, scenes: scenes.collect() }
    }
}

/// Something the learner does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// Says the choice at this position of the scene (as authored, not as shown).
    Choose(usize),
    /// Takes back the last choice.
    Back,
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Event::Choose(choice) => write!(f, "{choice}"),
            Event::Back => f.write_str("back"),
        }
    }
}

impl FromStr for Event {
    type Err = Refused;

    fn from_str(text: &str) -> Result<Event, Refused> {
        match text {
            "back" => Ok(Event::Back),
            number => number.parse().map(Event::Choose).map_err(|_| Refused),
        }
    }
}

/// An event that is not possible in this state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

/// One choice made, and the mood before and after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    pub scene: usize,
    pub choice: usize,
    pub before: Mood,
    pub after: Mood,
}

/// Where a talk stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    pub scene: usize,
    pub mood: Mood,
    /// The way here; what was taken back is not on it.
    pub turns: Vec<Turn>,
}

impl State {
    pub fn start(plot: &Plot) -> State {
        State { scene: plot.pass_on(0, plot.start), mood: plot.start, turns: Vec::new() }
    }

    /// The state after an event.
    pub fn apply(&self, plot: &Plot, event: Event) -> Result<State, Refused> {
        let mut next = self.clone();
        match event {
            Event::Back => {
                let turn = next.turns.pop().ok_or(Refused)?;
                (next.scene, next.mood) = (turn.scene, turn.before);
            }
            Event::Choose(choice) => {
                let Some(PlotScene::Talk(choices)) = plot.scenes.get(self.scene) else { return Err(Refused) };
                let effect = choices.get(choice).ok_or(Refused)?;
                next.mood = self.mood.after(effect.trust, effect.tension);
                next.scene = plot.pass_on(effect.to, next.mood);
                next.turns.push(Turn { scene: self.scene, choice, before: self.mood, after: next.mood });
            }
        }
        Ok(next)
    }

    /// The state after all events, from the start.
    pub fn replay(plot: &Plot, events: impl IntoIterator<Item = Event>) -> Result<State, Refused> {
        events.into_iter().try_fold(State::start(plot), |state, event| state.apply(plot, event))
    }

    /// How the talk ended, if it has.
    pub fn outcome(&self, plot: &Plot) -> Option<Outcome> {
        match plot.scenes.get(self.scene) {
            Some(PlotScene::Ending(outcome)) => Some(*outcome),
            _ => None,
        }
    }
}

impl Plot {
    /// Follows passages by mood until somebody speaks. The checker rules out loops; the bound holds for content that was never checked.
    fn pass_on(&self, mut scene: usize, mood: Mood) -> usize {
        for _ in 0..self.scenes.len() {
            let Some(PlotScene::Passage(branches)) = self.scenes.get(scene) else { break };
            let holds = |branch: &&Branch| branch.conditions.iter().all(|condition| condition.holds(mood));
            let Some(branch) = branches.iter().find(holds) else { break };
            scene = branch.to;
        }
        scene
    }

    /// The most choices on any way through.
    pub fn longest_way(&self) -> usize {
        fn longest(plot: &Plot, scene: usize, known: &mut [Option<usize>], depth: usize) -> usize {
            if let Some(length) = known.get(scene).copied().flatten() {
                return length;
            }
            if depth > plot.scenes.len() {
                return 0;
            }
            let length = match plot.scenes.get(scene) {
                Some(PlotScene::Talk(choices)) => {
                    choices.iter().map(|choice| 1 + longest(plot, choice.to, known, depth + 1)).max().unwrap_or(0)
                }
                Some(PlotScene::Passage(branches)) => {
                    branches.iter().map(|branch| longest(plot, branch.to, known, depth + 1)).max().unwrap_or(0)
                }
                _ => 0,
            };
            if let Some(slot) = known.get_mut(scene) {
                *slot = Some(length);
            }
            length
        }
        longest(self, 0, &mut vec![None; self.scenes.len()], 0)
    }
}

/// Events as they are stored in one line.
pub fn join_events(events: &[Event]) -> String {
    events.iter().map(Event::to_string).collect::<Vec<_>>().join(" ")
}

/// The events of a stored line.
pub fn split_events(line: &str) -> Result<Vec<Event>, Refused> {
    line.split_whitespace().map(str::parse).collect()
}

/// The order in which the choices of a turn are shown: drawn from the attempt's id, so that it is the same on every device and
/// differs from attempt to attempt. (Fisher-Yates over an FNV-1a hash: this is variety, not chance that anybody relies on.)
pub fn shown_order(attempt: &str, turn: usize, choices: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..choices).collect();
    let mut hash = attempt
        .bytes()
        // As u64: a usize has fewer bytes in a browser, and a tap there would say another sentence than the page shows.
        .chain((turn as u64).to_le_bytes())
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    for left in (1..choices).rev() {
        hash ^= hash >> 29;
        hash = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        order.swap(left, (hash >> 33) as usize % (left + 1));
    }
    order
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::library::{Comparison, Condition, Feeling};

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
        assert_eq!(there.apply(&plot, Event::Back), Ok(start));
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

    proptest! {
        #[test]
        fn events_survive_being_stored(events in prop::collection::vec(prop_oneof![Just(Event::Back), (0..9_usize).prop_map(Event::Choose)], 0..20)) {
            prop_assert_eq!(split_events(&join_events(&events)), Ok(events));
        }

        #[test]
        fn every_order_shows_every_choice_once(attempt in ".{0,40}", turn in 0..20_usize, choices in 0..6_usize) {
            let mut order = shown_order(&attempt, turn, choices);
            prop_assert_eq!(&order, &shown_order(&attempt, turn, choices));
            order.sort_unstable();
            prop_assert_eq!(order, (0..choices).collect::<Vec<_>>());
        }

        #[test]
        fn no_event_leads_out_of_the_plot(events in prop::collection::vec(prop_oneof![Just(Event::Back), (0..3_usize).prop_map(Event::Choose)], 0..30)) {
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
    fn orders_differ_between_attempts() {
        let orders: std::collections::HashSet<_> =
            (0..40).map(|id| shown_order(&format!("attempt {id}"), 0, 3)).collect();
        assert_eq!(orders.len(), 6);
    }

    /// A browser's program counts in 32 bits, the server's in 64.
    #[test]
    fn choices_stand_in_the_same_order_in_the_browser_and_on_the_server() {
        let orders = [0, 1, 2, 3].map(|turn| shown_order("0b1f8a1e-0c3f-4bb0-8d1d-1ea7c1a6d2aa", turn, 3));
        assert_eq!(orders, [[0, 2, 1], [0, 2, 1], [2, 1, 0], [0, 1, 2]]);
    }
}
