//! A dialogue in one language, for the page and the island.

use super::{
    content::{Dialogue, Scene, SceneKind},
    scene::{SceneText, Script, Words},
};
use crate::{drills::pages::saving_words, language::Language, library::Html};

/// Everything that playing needs; explanations stay here.
pub fn script(dialogue: &Dialogue, t: Language) -> Script {
    let scenes = dialogue.scenes.iter().map(|scene| scene_text(scene, t)).collect();
    Script { plot: dialogue.into(), scenes, words: words(dialogue, t) }
}

fn scene_text(scene: &Scene, t: Language) -> SceneText {
    match &scene.kind {
        SceneKind::Talk { seen, says, choices } => SceneText {
            seen: seen.get(t.locale).0.clone(),
            says: says.get(t.locale).0.clone(),
            choices: choices.iter().map(|choice| choice.says.get(t.locale).clone()).collect(),
            after: String::new(),
            seconds: seconds(says.get(t.locale), choices.iter().map(|choice| choice.says.get(t.locale).as_str())),
        },
        SceneKind::Passage { .. } => SceneText::default(),
        SceneKind::Ending { says, after, .. } => SceneText {
            says: says.get(t.locale).0.clone(),
            after: after.get(t.locale).0.clone(),
            ..SceneText::default()
        },
    }
}

/// What a page says around this dialogue.
pub fn words(dialogue: &Dialogue, t: Language) -> Words {
    let customer = || dialogue.customer.name.get(t.locale).as_str().into();
    Words {
        mood: t.t("drill-mood").into(),
        customer_says: t.with("drill-customer-says", &[("customer", customer())]),
        you_answer: t.t("drill-you-answer").into(),
        tension: t.with("drill-tension", &[("customer", customer())]),
        trust: t.with("drill-trust", &[("customer", customer())]),
        levels: ["drill-level-low", "drill-level-middle", "drill-level-high"].map(|key| t.t(key).into()),
        changes: ["drill-fell", "drill-rose"].map(|key| format!(", {}", t.t(key))),
        back: t.t("drill-back").into(),
        later: t.t("drill-later").into(),
        time: ["drill-time-on", "drill-time-off"].map(|key| t.t(key).into()),
        seconds_left: t.with("drill-seconds-left", &[("seconds", "{n}".into())]),
        waited: t.with("drill-waited", &[("customer", customer())]),
        to_debrief: t.t("drill-to-debrief").into(),
        saving: saving_words(t),
    }
}

/// Time to read everything at a slow pace (120 words a minute), and some more to think.
fn seconds<'a>(says: &'a Html, choices: impl Iterator<Item = &'a str>) -> u32 {
    const TO_THINK: usize = 12;
    let words = choices.chain([says.0.as_str()]).flat_map(str::split_whitespace).count();
    u32::try_from(TO_THINK + words / 2).unwrap_or(u32::MAX)
}
