//! What a talk says about competencies.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    content::{Choice, Dialogue, SceneKind},
    model::State,
};
use crate::drills::Evidence;

/// Each competency that turns on the way say something about, with the average. What was taken back is not on the way.
pub fn evidence(dialogue: &Dialogue, state: &State) -> Vec<Evidence> {
    let mut scores: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for turn in &state.turns {
        let Some(SceneKind::Talk { choices, .. }) = dialogue.scenes.get(turn.scene).map(|scene| &scene.kind) else {
            continue;
        };
        let Some((competencies, score)) = choices.get(turn.choice).map(|choice| of_turn(choices, choice)) else {
            continue;
        };
        for competency in competencies {
            scores.entry(competency).or_default().push(score);
        }
    }
    let average = |scores: &[u32]| scores.iter().sum::<u32>() / u32::try_from(scores.len()).unwrap_or(1).max(1);
    let evidence = scores.into_iter();
    evidence
        .map(|(competency, scores)| Evidence { competency: competency.to_owned(), score: average(&scores) })
        .collect()
}

/// What a choice says of which competencies: 100 where it made things better (more trust or less tension on the whole), 50 where it changed
/// nothing, 0 where it made them worse. Authors name a competency where it is put to use; a choice that uses none and helped nothing says
/// something of those that the others would have used. Otherwise only what went well would ever count.
fn of_turn<'a>(choices: &'a [Choice], chosen: &'a Choice) -> (BTreeSet<&'a str>, u32) {
    let score = match chosen.trust - chosen.tension {
        ..=-1 => 0,
        0 => 50,
        1.. => 100,
    };
    let used: BTreeSet<&str> = chosen.competencies.iter().map(String::as_str).collect();
    let is_missed = used.is_empty() && score < 100;
    let others = choices.iter().filter(|_| is_missed).flat_map(|choice| &choice.competencies).map(String::as_str);
    (used.iter().copied().chain(others).collect(), score)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{language::Localized, library::Html};

    fn choice(trust: i8, tension: i8, competencies: &[&str]) -> Choice {
        let html = || Html(String::new());
        Choice {
            says: Localized { de: String::new(), de_ch: String::new(), en: String::new() },
            to: 0,
            trust,
            tension,
            competencies: competencies.iter().map(|id| (*id).to_owned()).collect(),
            explanation: Localized { de: html(), de_ch: html(), en: html() },
        }
    }

    #[test]
    fn what_helps_counts_and_what_is_missed_as_well() {
        let choices = [
            choice(1, -1, &["calm", "clear"]),
            choice(0, 0, &[]),
            choice(-1, 1, &[]),
            choice(0, 1, &["kind"]),
            choice(1, 0, &[]),
        ];
        let said = |position: usize| {
            let (competencies, score) = of_turn(&choices, &choices[position]);
            (competencies.into_iter().collect::<Vec<_>>(), score)
        };
        assert_eq!(said(0), (vec!["calm", "clear"], 100));
        assert_eq!(said(1), (vec!["calm", "clear", "kind"], 50));
        assert_eq!(said(2), (vec!["calm", "clear", "kind"], 0));
        assert_eq!(said(3), (vec!["kind"], 0), "used, and it did not help");
        assert_eq!(said(4), (vec![], 100), "helped in a way that has no name here");
    }
}
