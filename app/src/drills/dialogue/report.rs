//! What authors want to know of a dialogue before people play it: its ways as a graph, and what comes of it where nobody thinks: of a
//! thousand random plays, so many end here and there on average. Worked out exactly; nothing is played.

use std::fmt::Write;

use super::{
    chances::Chances,
    content::{Dialogue, SceneKind},
    model::Plot,
};

/// Graph and chances as text.
pub fn report(dialogue: &Dialogue) -> String {
    let chances = Chances::of(&Plot::from(dialogue));
    let mut text = mermaid(dialogue);
    let _ = writeln!(text, "Of 1,000 random plays, on average");
    for (at, scene) in dialogue.scenes.iter().enumerate() {
        match &scene.kind {
            SceneKind::Ending { outcome, .. } => {
                let plays = 10.0 * chances.share(at);
                let _ = writeln!(text, "  {plays:4.0} end in {} ({outcome:?})", scene.id);
            }
            SceneKind::Talk { .. } => {
                if let Some((choice, best, next)) = chances.dominating(at) {
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
