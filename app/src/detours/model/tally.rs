//! Counting attempts at one version of a dialogue.

use super::{Hope, Way};
use crate::{
    detours::disclosure::{Counts, EndingCounts, SceneCounts},
    drills::dialogue::{
        content::Outcome,
        model::{Plot, PlotScene},
    },
};

/// What was counted so far. Only numbers are kept: an attempt is forgotten once it is counted.
#[derive(Clone, Debug)]
pub struct Tally {
    plot: Plot,
    hope: Hope,
    counts: Counts,
}

impl Tally {
    pub fn new(plot: Plot) -> Tally {
        let hope = Hope::of(&plot);
        let mut counts = Counts::default();
        for (place, scene) in plot.scenes.iter().enumerate() {
            counts.scenes.push(match scene {
                PlotScene::Talk(choices) => {
                    Some(SceneCounts { choices: vec![0; choices.len()], ..SceneCounts::default() })
                }
                _ => None,
            });
            if let PlotScene::Ending(outcome) = scene {
                counts.endings.insert(place, EndingCounts { people: 0, is_good: *outcome == Outcome::Good });
            }
        }
        Tally { plot, hope, counts }
    }

    /// Counts one person's attempt; one in which nothing was said is none: whether it was one.
    pub fn add(&mut self, events: &[String]) -> bool {
        let way = Way::of(&self.plot, &self.hope, events);
        if way.turns.is_empty() {
            return false;
        }
        let counts = &mut self.counts;
        counts.people += 1;
        for (scene, (choice, is_taken_back)) in &way.turns {
            let Some(Some(scene)) = counts.scenes.get_mut(*scene) else { continue };
            scene.people += 1;
            scene.taken_back += i64::from(*is_taken_back);
            scene.choices.get_mut(*choice).into_iter().for_each(|people| *people += 1);
        }
        if let Some(Some(scene)) = way.lost.and_then(|lost| counts.scenes.get_mut(lost)) {
            scene.lost += 1;
        }
        match way.ending.and_then(|ending| counts.endings.get_mut(&ending)) {
            Some(ending) => ending.people += 1,
            None => counts.unfinished += 1,
        }
        true
    }

    pub fn counts(&self) -> &Counts {
        &self.counts
    }
}
