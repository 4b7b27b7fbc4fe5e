//! The rules of a dialogue: state + event -> state. The same code on the server (plain forms) and in the island (at once).

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::{
    content::{Branch, Dialogue, Outcome, SceneKind},
    mood::Mood,
};
use crate::drills::Refused;

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
    /// Lets the time run out, where somebody has switched time on.
    Wait,
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Event::Choose(choice) => write!(f, "{choice}"),
            Event::Back => f.write_str("back"),
            Event::Wait => f.write_str("wait"),
        }
    }
}

impl FromStr for Event {
    type Err = Refused;

    fn from_str(text: &str) -> Result<Event, Refused> {
        match text {
            "back" => Ok(Event::Back),
            "wait" => Ok(Event::Wait),
            number => number.parse().map(Event::Choose).map_err(|_| Refused),
        }
    }
}

/// One choice made, and the mood before and after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    pub scene: usize,
    pub choice: usize,
    pub before: Mood,
    pub after: Mood,
    /// The customer had waited for it.
    pub was_late: bool,
}

/// Where a talk stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    pub scene: usize,
    pub mood: Mood,
    /// The way here; what was taken back is not on it.
    pub turns: Vec<Turn>,
    /// What was taken back, in order.
    pub undone: Vec<Turn>,
    /// How the customer felt before the time ran out in this scene, if it has.
    pub waited_from: Option<Mood>,
}

impl State {
    pub fn start(plot: &Plot) -> State {
        State {
            scene: plot.pass_on(0, plot.start),
            mood: plot.start,
            turns: Vec::new(),
            undone: Vec::new(),
            waited_from: None,
        }
    }

    /// The state after an event.
    pub fn apply(&self, plot: &Plot, event: Event) -> Result<State, Refused> {
        let mut next = self.clone();
        match event {
            Event::Back => {
                let turn = next.turns.pop().ok_or(Refused)?;
                (next.scene, next.mood, next.waited_from) = (turn.scene, turn.before, None);
                next.undone.push(turn);
            }
            Event::Choose(choice) => {
                let Some(PlotScene::Talk(choices)) = plot.scenes.get(self.scene) else { return Err(Refused) };
                let effect = choices.get(choice).ok_or(Refused)?;
                next.mood = self.mood.after(effect.trust, effect.tension);
                next.scene = plot.pass_on(effect.to, next.mood);
                let (scene, was_late) = (self.scene, self.waited_from.is_some());
                // A taken-back turn begins anew, without the wait.
                let before = self.waited_from.unwrap_or(self.mood);
                next.turns.push(Turn { scene, choice, before, after: next.mood, was_late });
                next.waited_from = None;
            }
            // Once in a scene: nobody is pressed further and further.
            Event::Wait => {
                if self.waited_from.is_some() || !matches!(plot.scenes.get(self.scene), Some(PlotScene::Talk(_))) {
                    return Err(Refused);
                }
                (next.mood, next.waited_from) = (self.mood.after_waiting(), Some(self.mood));
            }
        }
        Ok(next)
    }

    /// The state after all events, from the start.
    pub fn replay(plot: &Plot, events: impl IntoIterator<Item = Event>) -> Result<State, Refused> {
        events.into_iter().try_fold(State::start(plot), |state, event| state.apply(plot, event))
    }

    /// How the customer felt before what happened last, if anything has.
    pub fn mood_before(&self) -> Option<Mood> {
        self.waited_from.or_else(|| self.turns.last().map(|turn| turn.before))
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
    pub(super) fn pass_on(&self, mut scene: usize, mood: Mood) -> usize {
        for _ in 0..self.scenes.len() {
            let Some(PlotScene::Passage(branches)) = self.scenes.get(scene) else { break };
            let holds = |branch: &&Branch| branch.conditions.iter().all(|condition| condition.holds(mood));
            let Some(branch) = branches.iter().find(holds) else { break };
            scene = branch.to;
        }
        scene
    }

    /// The turns of the longest way that a mood allows, with or without waiting; by the links alone there may be a longer one, which nobody
    /// can go.
    pub fn longest_way(&self) -> usize {
        self.longest_from(0, self.start, &mut vec![None; self.scenes.len() * Mood::COUNT])
    }

    /// Looks at each scene once in each mood, at most. `known`: by scene and mood.
    fn longest_from(&self, scene: usize, mood: Mood, known: &mut [Option<usize>]) -> usize {
        let scene = self.pass_on(scene, mood);
        let Some(PlotScene::Talk(choices)) = self.scenes.get(scene) else { return 0 };
        let place = scene * Mood::COUNT + mood.number();
        match known.get_mut(place) {
            Some(Some(length)) => return *length,
            // Meanwhile: content that was never checked may lead back to here.
            Some(length) => *length = Some(0),
            None => return 0,
        }
        let next = choices.iter().flat_map(|choice| {
            [mood, mood.after_waiting()].map(|mood| (choice.to, mood.after(choice.trust, choice.tension)))
        });
        let length = next.map(|(to, mood)| 1 + self.longest_from(to, mood, known)).max().unwrap_or(0);
        known[place] = Some(length);
        length
    }
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
mod tests;
