//! What comes of a talk where nobody thinks: every choice is as likely as the others of its scene. Worked out exactly, not drawn, so that no
//! generator of random numbers decides what passes the checker.

use std::collections::BTreeMap;

use super::{
    content::Outcome,
    model::{Plot, PlotScene},
    mood::Mood,
};

/// The share of random plays that an ending may have, in percent: more is not worth another try, less is hardly found.
pub const FAIR: std::ops::RangeInclusive<f64> = 3.0..=70.0;

/// Where a play stands.
type Place = (usize, Mood);

#[derive(Debug)]
pub struct Chances {
    /// By scene: how likely a play ends there.
    ended: Vec<f64>,
    /// By scene and choice: how likely a play takes it, and how likely it takes it and ends well.
    taken: Vec<Vec<(f64, f64)>>,
}

impl Chances {
    pub fn of(plot: &Plot) -> Chances {
        let choices = |scene: &PlotScene| if let PlotScene::Talk(choices) = scene { choices.len() } else { 0 };
        let taken = plot.scenes.iter().map(|scene| vec![(0.0, 0.0); choices(scene)]).collect();
        let mut chances = Chances { ended: vec![0.0; plot.scenes.len()], taken };
        // From the last turn to the first: whether a play ends well is known behind a choice before it is asked of the choice.
        let mut well = BTreeMap::new();
        for (place, chance) in turns(plot).iter().rev().flatten() {
            let ends_well = chances.add(plot, *place, *chance, &well);
            well.insert(*place, ends_well);
        }
        chances
    }

    /// Adds a place that is met with this chance; how likely a play ends well from there.
    fn add(&mut self, plot: &Plot, (scene, mood): Place, chance: f64, well: &BTreeMap<Place, f64>) -> f64 {
        match plot.scenes.get(scene) {
            Some(PlotScene::Ending(outcome)) => {
                self.ended[scene] += chance;
                f64::from(*outcome == Outcome::Good)
            }
            Some(PlotScene::Talk(choices)) => {
                let share = 1.0 / choices.len() as f64;
                let mut ends_well = 0.0;
                for (choice, taken) in choices.iter().zip(&mut self.taken[scene]) {
                    let next = place(plot, choice.to, mood.after(choice.trust, choice.tension));
                    let followed = share * well.get(&next).copied().unwrap_or(0.0);
                    taken.0 += chance * share;
                    taken.1 += chance * followed;
                    ends_well += followed;
                }
                ends_well
            }
            _ => 0.0,
        }
    }

    /// How many of a hundred plays end in a scene.
    pub fn share(&self, scene: usize) -> f64 {
        100.0 * self.ended.get(scene).copied().unwrap_or(0.0)
    }

    /// How often a scene is met in a play, on average.
    pub fn met(&self, scene: usize) -> f64 {
        let talked = self.taken.get(scene).into_iter().flatten().map(|(taken, _)| taken).sum::<f64>();
        talked + self.ended.get(scene).copied().unwrap_or(0.0)
    }

    /// How often a choice is taken in a play, on average.
    pub fn chosen(&self, scene: usize, choice: usize) -> f64 {
        self.taken.get(scene).and_then(|choices| choices.get(choice)).map_or(0.0, |(taken, _)| *taken)
    }

    /// The turns of a play, on average.
    pub fn mean_turns(&self) -> f64 {
        self.taken.iter().flatten().map(|(taken, _)| taken).sum()
    }

    /// The choice of a scene that leads to a good ending at least twice as often as each other one, with both percentages, the next best's
    /// second: whoever has found it has found the way.
    pub fn dominating(&self, scene: usize) -> Option<(usize, u32, u32)> {
        let percent = |(taken, good): &(f64, f64)| if *taken > 0.0 { (100.0 * good / taken).round() as u32 } else { 0 };
        let mut percents: Vec<(usize, u32)> = self.taken.get(scene)?.iter().map(percent).enumerate().collect();
        percents.sort_by_key(|(_, percent)| std::cmp::Reverse(*percent));
        match percents.as_slice() {
            [(choice, best), (_, next), ..] if *best >= 10 && *best >= 2 * next => Some((*choice, *best, *next)),
            _ => None,
        }
    }
}

/// Turn by turn: where a play can stand, and how likely it does.
fn turns(plot: &Plot) -> Vec<BTreeMap<Place, f64>> {
    let mut turns = Vec::new();
    let mut now = BTreeMap::from([(place(plot, 0, plot.start), 1.0)]);
    // No way has more turns than there are scenes: the checker rules out loops.
    while !now.is_empty() && turns.len() <= plot.scenes.len() {
        let mut next = BTreeMap::new();
        for ((scene, mood), chance) in &now {
            let Some(PlotScene::Talk(choices)) = plot.scenes.get(*scene) else { continue };
            for choice in choices {
                let next = next.entry(place(plot, choice.to, mood.after(choice.trust, choice.tension))).or_insert(0.0);
                *next += chance / choices.len() as f64;
            }
        }
        turns.push(std::mem::replace(&mut now, next));
    }
    turns
}

fn place(plot: &Plot, scene: usize, mood: Mood) -> Place {
    (plot.pass_on(scene, mood), mood)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drills::dialogue::{
        content::Branch,
        model::Effect,
        mood::{Comparison, Condition, Feeling},
    };

    /// One question whose choices lead to the good ending (1) and the poor one (2).
    fn plot(to: &[usize]) -> Plot {
        let choice = |to: &usize| Effect { to: *to, trust: 0, tension: 0 };
        Plot {
            start: Mood { trust: 3, tension: 3 },
            scenes: vec![
                PlotScene::Talk(to.iter().map(choice).collect()),
                PlotScene::Ending(Outcome::Good),
                PlotScene::Ending(Outcome::Poor),
            ],
        }
    }

    /// Three questions; each first choice earns trust, and all three of them together the good ending.
    fn three_questions() -> Plot {
        let question =
            |to: usize| PlotScene::Talk(vec![Effect { to, trust: 1, tension: 0 }, Effect { to, trust: 0, tension: 0 }]);
        let all = Condition { of: Feeling::Trust, is: Comparison::AtLeast, value: 3 };
        Plot {
            start: Mood { trust: 0, tension: 3 },
            scenes: vec![
                question(1),
                question(2),
                question(3),
                PlotScene::Passage(vec![
                    Branch { conditions: vec![all], to: 4 },
                    Branch { conditions: Vec::new(), to: 5 },
                ]),
                PlotScene::Ending(Outcome::Good),
                PlotScene::Ending(Outcome::Poor),
            ],
        }
    }

    #[test]
    fn endings_are_as_likely_as_the_choices_that_lead_there() {
        let chances = Chances::of(&plot(&[1, 2, 2, 2]));
        assert_eq!([1, 2].map(|scene| chances.share(scene)), [25.0, 75.0]);
        let chances = Chances::of(&three_questions());
        assert_eq!([4, 5].map(|scene| chances.share(scene)), [12.5, 87.5], "one way in eight");
        assert_eq!((chances.mean_turns(), chances.met(2), chances.chosen(2, 0)), (3.0, 1.0, 0.5));
    }

    #[test]
    fn means_are_counted_by_play() {
        let chances = Chances::of(&plot(&[1, 2, 2, 2]));
        assert_eq!((chances.mean_turns(), chances.met(0), chances.met(1)), (1.0, 1.0, 0.25));
        assert_eq!((chances.chosen(0, 9), chances.chosen(9, 0), chances.share(9)), (0.0, 0.0, 0.0));
        assert!([3.0, 70.0].iter().all(|share| FAIR.contains(share)));
        assert!(![2.9, 70.1].iter().any(|share| FAIR.contains(share)));
    }

    #[test]
    fn the_only_way_to_a_good_ending_dominates() {
        assert_eq!(Chances::of(&plot(&[2, 1, 2])).dominating(0), Some((1, 100, 0)));
        assert_eq!(Chances::of(&plot(&[1, 1, 2])).dominating(0), None);
        // One in four and none: on average over the trust that the first two questions have left.
        assert_eq!(Chances::of(&three_questions()).dominating(2), Some((0, 25, 0)));
    }

    #[test]
    fn a_loop_comes_to_an_end() {
        let mut plot = plot(&[0, 1]);
        plot.scenes.truncate(2);
        assert_eq!(Chances::of(&plot).share(1), 75.0, "after as many turns as there are scenes");
    }
}
