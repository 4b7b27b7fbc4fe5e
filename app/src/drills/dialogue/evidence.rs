//! What a talk says about competencies.

use std::collections::BTreeMap;

use super::{
    content::{Dialogue, SceneKind},
    model::State,
};
use crate::drills::Evidence;

/// Each competency that the choices on the way used, with the average of what they did: a choice that made things better (more trust or less
/// tension on the whole) counts 100, one that changed nothing 50, one that made them worse 0. What was taken back is not on the way.
pub fn evidence(dialogue: &Dialogue, state: &State) -> Vec<Evidence> {
    let mut scores: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for turn in &state.turns {
        let Some(SceneKind::Talk { choices, .. }) = dialogue.scenes.get(turn.scene).map(|scene| &scene.kind) else {
            continue;
        };
        let Some(choice) = choices.get(turn.choice) else { continue };
        let score = match choice.trust - choice.tension {
            ..=-1 => 0,
            0 => 50,
            1.. => 100,
        };
        for competency in &choice.competencies {
            scores.entry(competency).or_default().push(score);
        }
    }
    let average = |scores: &[u32]| scores.iter().sum::<u32>() / u32::try_from(scores.len()).unwrap_or(1).max(1);
    let evidence = scores.into_iter();
    evidence
        .map(|(competency, scores)| Evidence { competency: competency.to_owned(), score: average(&scores) })
        .collect()
}
