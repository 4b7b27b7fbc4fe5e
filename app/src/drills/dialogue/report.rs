//! What authors want to know of a dialogue before people play it: its ways as a graph, and what comes of it where nobody thinks.

use std::{collections::BTreeSet, fmt::Write};

use rand::{RngExt, SeedableRng, rngs::StdRng};

use super::{
    content::{Dialogue, Outcome, SceneKind},
    model::{Event, Plot, PlotScene, State},
    mood::Mood,
};

/// Enough that a percent is ten plays.
const PLAYS: usize = 1000;

/// The share of random plays that an ending may have, in percent.
const FAIR: std::ops::RangeInclusive<f64> = 3.0..=70.0;

/// What came of [`PLAYS`] random plays, the same ones each time.
#[derive(Debug)]
pub struct Simulation {
    /// Plays that reached an ending, by scene.
    pub ended: Vec<usize>,
    /// By scene and choice: how often it was taken, and how often a good ending followed.
    pub taken: Vec<Vec<(usize, usize)>>,
}

impl Simulation {
    pub fn of(plot: &Plot) -> Simulation {
        let mut random = StdRng::seed_from_u64(1);
        let choices = |scene: &PlotScene| if let PlotScene::Talk(choices) = scene { choices.len() } else { 0 };
        let taken = plot.scenes.iter().map(|scene| vec![(0, 0); choices(scene)]).collect();
        let mut simulation = Simulation { ended: vec![0; plot.scenes.len()], taken };
        for _ in 0..PLAYS {
            simulation.play(plot, &mut random);
        }
        simulation
    }

    fn play(&mut self, plot: &Plot, random: &mut StdRng) {
        let mut state = State::start(plot);
        while let Some(PlotScene::Talk(choices)) = plot.scenes.get(state.scene) {
            let choice = random.random_range(0..choices.len().max(1));
            let Ok(next) = state.apply(plot, Event::Choose(choice)) else { return };
            state = next;
        }
        let is_good = state.outcome(plot) == Some(Outcome::Good);
        self.ended[state.scene] += 1;
        for turn in &state.turns {
            let (taken, good) = &mut self.taken[turn.scene][turn.choice];
            *taken += 1;
            *good += usize::from(is_good);
        }
    }

    /// In how many of a hundred plays a scene was the end.
    pub fn share(&self, scene: usize) -> f64 {
        100.0 * self.ended.get(scene).copied().unwrap_or(0) as f64 / PLAYS as f64
    }

    /// How often a scene was met in a play, on average.
    pub fn met(&self, scene: usize) -> f64 {
        let talked = self.taken.get(scene).into_iter().flatten().map(|(taken, _)| taken).sum::<usize>();
        (talked + self.ended.get(scene).copied().unwrap_or(0)) as f64 / PLAYS as f64
    }

    /// How often a choice was taken in a play, on average.
    pub fn chosen(&self, scene: usize, choice: usize) -> f64 {
        let taken = self.taken.get(scene).and_then(|choices| choices.get(choice));
        taken.map_or(0.0, |(taken, _)| *taken as f64 / PLAYS as f64)
    }

    /// The turns of a play, on average.
    pub fn mean_turns(&self) -> f64 {
        self.taken.iter().flatten().map(|(taken, _)| taken).sum::<usize>() as f64 / PLAYS as f64
    }

    /// The choice of a scene that leads to a good ending at least twice as often as each other one, with both percentages, the next best's
    /// second: whoever has found it has found the way.
    pub fn dominating(&self, scene: usize) -> Option<(usize, usize, usize)> {
        let share = |(taken, good): &(usize, usize)| 100 * good / (*taken).max(1);
        let mut shares: Vec<(usize, usize)> = self.taken.get(scene)?.iter().map(share).enumerate().collect();
        shares.sort_by_key(|(_, share)| std::cmp::Reverse(*share));
        match shares.as_slice() {
            [(choice, best), (_, next), ..] if *best >= 10 && *best >= 2 * next => Some((*choice, *best, *next)),
            _ => None,
        }
    }
}

/// Endings that random plays reach too often to be worth another try, or too seldom to be found.
pub fn lopsided(dialogue: &Dialogue) -> Vec<(String, String)> {
    let simulation = Simulation::of(&Plot::from(dialogue));
    let endings =
        dialogue.scenes.iter().enumerate().filter(|(_, scene)| matches!(scene.kind, SceneKind::Ending { .. }));
    let shares = endings.map(|(at, scene)| (scene, simulation.share(at)));
    let lopsided = shares.filter(|(_, share)| !FAIR.contains(share)).map(|(scene, share)| {
        let (least, most) = (FAIR.start(), FAIR.end());
        let message = format!("{share:.1} % of {PLAYS} random plays end here; it should be {least} to {most} %.");
        (scene.id.clone(), message)
    });
    lopsided.collect()
}

/// Graph and simulation as text.
pub fn report(dialogue: &Dialogue) -> String {
    let plot = Plot::from(dialogue);
    let simulation = Simulation::of(&plot);
    let mut text = mermaid(dialogue);
    let _ = writeln!(text, "{PLAYS} random plays");
    for (at, scene) in dialogue.scenes.iter().enumerate() {
        match &scene.kind {
            SceneKind::Ending { outcome, .. } => {
                let _ = writeln!(text, "  {:5.1} %  {} ({outcome:?})", simulation.share(at), scene.id);
            }
            SceneKind::Talk { .. } => {
                if let Some((choice, best, next)) = simulation.dominating(at) {
                    let number = choice + 1;
                    let _ = writeln!(
                        text,
                        "  {}: choice {number} dominates, a good ending follows it in {best} % (next best {next} %)",
                        scene.id
                    );
                }
            }
            SceneKind::Passage { .. } => {}
        }
    }
    text
}

/// The scenes and where their choices lead, as Mermaid draws them.
fn mermaid(dialogue: &Dialogue) -> String {
    let mut text = "flowchart TD\n".to_owned();
    let id = |scene: usize| dialogue.scenes.get(scene).map_or("", |scene| scene.id.as_str());
    for scene in &dialogue.scenes {
        let title = scene.title.de.replace('"', "'");
        let from = &scene.id;
        let _ = match &scene.kind {
            SceneKind::Talk { .. } => writeln!(text, "  {from}[\"{title}\"]"),
            SceneKind::Passage { .. } => writeln!(text, "  {from}{{\"{title}\"}}"),
            SceneKind::Ending { .. } => writeln!(text, "  {from}([\"{title}\"])"),
        };
        match &scene.kind {
            SceneKind::Talk { choices, .. } => {
                for (number, choice) in (1..).zip(choices) {
                    let effect = format!("{number}: {:+} {:+}", choice.trust, choice.tension);
                    let _ = writeln!(text, "  {from} -->|\"{effect}\"| {}", id(choice.to));
                }
            }
            SceneKind::Passage { branches } => {
                for branch in branches {
                    let _ = writeln!(text, "  {from} -.-> {}", id(branch.to));
                }
            }
            SceneKind::Ending { .. } => {}
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drills::dialogue::model::Effect;

    /// Of four choices two lead to the good ending, one half of the others back from there by a second question.
    fn plot(effects: &[usize]) -> Plot {
        let choice = |to: &usize| Effect { to: *to, trust: 0, tension: 0 };
        Plot {
            start: Mood { trust: 3, tension: 3 },
            scenes: vec![
                PlotScene::Talk(effects.iter().map(choice).collect()),
                PlotScene::Ending(Outcome::Good),
                PlotScene::Ending(Outcome::Poor),
            ],
        }
    }

    #[test]
    fn random_plays_reach_endings_as_often_as_choices_lead_there() {
        let simulation = Simulation::of(&plot(&[1, 2, 2, 2]));
        assert_eq!(simulation.ended.iter().sum::<usize>(), PLAYS);
        assert!((200..300).contains(&simulation.ended[1]), "{simulation:?}");
        assert_eq!(simulation.ended, Simulation::of(&plot(&[1, 2, 2, 2])).ended, "the same plays each time");
    }

    #[test]
    fn means_are_counted_by_play() {
        assert_eq!(plot(&[1, 2, 2, 2]).longest_way(), 1);
        let simulation = Simulation::of(&plot(&[1, 2, 2, 2]));
        assert_eq!((simulation.mean_turns(), simulation.met(0)), (1.0, 1.0));
        assert!((simulation.share(1) + simulation.share(2) - 100.0).abs() < 1e-9);
        assert!((simulation.chosen(0, 0) - simulation.met(1)).abs() < 1e-9);
        assert_eq!((simulation.chosen(0, 9), simulation.chosen(9, 0), simulation.share(9)), (0.0, 0.0, 0.0));
        assert!(
            [3.0, 70.0].iter().all(|share| FAIR.contains(share))
                && ![2.9, 70.1].iter().any(|share| FAIR.contains(share))
        );
    }

    #[test]
    fn the_only_way_to_a_good_ending_dominates() {
        assert_eq!(Simulation::of(&plot(&[2, 1, 2])).dominating(0), Some((1, 100, 0)));
        assert_eq!(Simulation::of(&plot(&[1, 1, 2])).dominating(0), None);
    }
}
