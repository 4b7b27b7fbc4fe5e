//! Whether the endings of a talk are all worth looking for.

use super::draft::{Kind, SceneDraft};
use crate::drills::dialogue::{
    chances::{Chances, FAIR},
    content::Branch,
    model::{Effect, Plot, PlotScene},
    mood::Mood,
};
use crate::library::reading::page::Page;

/// Names endings that random plays reach too often to be worth another try, or too seldom to be found. `to`: where scenes lead; a link that
/// leads nowhere is named elsewhere.
pub fn check(page: &mut Page, start: Mood, scenes: &[SceneDraft], to: &[Vec<Option<usize>>]) {
    let Some(plot) = plot(start, scenes, to) else { return };
    let chances = Chances::of(&plot);
    let endings = scenes.iter().enumerate().filter(|(_, scene)| matches!(scene.kind, Kind::Ending { .. }));
    let shares = endings.map(|(at, scene)| (scene, chances.share(at)));
    for (scene, share) in shares.filter(|(_, share)| !FAIR.contains(share)) {
        let (least, most) = (FAIR.start(), FAIR.end());
        page.flaw(scene.line, format!("{share:.1} % of random plays end here; it should be {least} to {most} %."));
    }
}

fn plot(start: Mood, scenes: &[SceneDraft], to: &[Vec<Option<usize>>]) -> Option<Plot> {
    let scenes = scenes.iter().zip(to).map(|(scene, to)| {
        let to: Vec<usize> = to.iter().copied().collect::<Option<_>>()?;
        Some(plot_scene(&scene.kind, to))
    });
    Some(Plot { start, scenes: scenes.collect::<Option<_>>()? })
}

fn plot_scene(kind: &Kind, to: Vec<usize>) -> PlotScene {
    match kind {
        Kind::Talk { choices, .. } => {
            let effects = choices.iter().map(|choice| &choice.effect).zip(to);
            let effects = effects.map(|(effect, to)| Effect {
                to,
                trust: effect.trust.unwrap_or(0),
                tension: effect.tension.unwrap_or(0),
            });
            PlotScene::Talk(effects.collect())
        }
        Kind::Passage { branches } => {
            let branches = branches.iter().zip(to);
            let branches = branches.map(|(branch, to)| Branch { conditions: branch.conditions.clone(), to });
            PlotScene::Passage(branches.collect())
        }
        Kind::Ending { outcome, .. } => PlotScene::Ending(*outcome),
    }
}
