//! What is counted of attempts, and over which time.

mod quarter;
mod tally;
mod way;

pub use quarter::{Quarter, quarters_to_close};
pub use tally::Tally;
pub use way::{Hope, Way};

use std::collections::VecDeque;

use super::disclosure::{Figures, Scene, Share};
use crate::drills::dialogue::model::{Plot, PlotScene};

/// The scenes in which the way to a good ending is lost most often, by position; none where it is lost nowhere by many.
pub fn lost_most(figures: &Figures) -> Vec<usize> {
    most(figures, |scene| scene.lost)
}

/// The scenes in which most of those who were there take back what they said.
pub fn taken_back_most(figures: &Figures) -> Vec<usize> {
    most(figures, |scene| scene.taken_back)
}

fn most(figures: &Figures, share: impl Fn(&Scene) -> Share) -> Vec<usize> {
    let shares = figures.scenes.iter().enumerate().filter_map(|(place, scene)| Some((place, share(scene.as_ref()?))));
    let shares: Vec<_> = shares.collect();
    let most = shares.iter().map(|(_, share)| *share).max().filter(|most| *most > Share::FEW);
    shares.into_iter().filter(|(_, share)| Some(*share) == most).map(|(place, _)| place).collect()
}

/// The answer that more people give first than any other one, by position; none where several share the first place.
pub fn most_frequent(choices: &[Share]) -> Option<usize> {
    let most = choices.iter().max()?;
    let mut places = choices.iter().enumerate().filter(|(_, share)| *share == most).map(|(place, _)| place);
    places.next().filter(|_| places.next().is_none())
}

/// The scenes in the order in which one meets them: by the fewest answers on the way there, then as authored. What no way leads to is left out.
pub fn in_order(plot: &Plot) -> Vec<usize> {
    let mut steps: Vec<Option<usize>> = vec![None; plot.scenes.len()];
    let mut open = VecDeque::from([(0, 0)]);
    while let Some((scene, step)) = open.pop_front() {
        let Some(known) = steps.get_mut(scene).filter(|known| known.is_none()) else { continue };
        *known = Some(step);
        match &plot.scenes[scene] {
            PlotScene::Talk(choices) => open.extend(choices.iter().map(|choice| (choice.to, step + 1))),
            // Nobody speaks there: what follows is met at once.
            PlotScene::Passage(branches) => {
                branches.iter().rev().for_each(|branch| open.push_front((branch.to, step)));
            }
            PlotScene::Ending(_) => {}
        }
    }
    let mut order: Vec<_> =
        steps.iter().enumerate().filter_map(|(scene, step)| Some((step.as_ref()?, scene))).collect();
    order.sort();
    order.into_iter().map(|(_, scene)| scene).collect()
}

#[cfg(test)]
mod tests;
