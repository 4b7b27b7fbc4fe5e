//! Everything that people read in a dialogue, on whatever way.

use super::content::{Dialogue, Scene, SceneKind};
use crate::{
    language::Locale,
    library::{Passage, Voice},
};

pub fn passages(dialogue: &Dialogue, locale: Locale) -> Vec<Passage> {
    let mut passages = before(dialogue, locale);
    for scene in &dialogue.scenes {
        passages.extend(shown(scene, locale));
        if let SceneKind::Talk { choices, .. } = &scene.kind {
            passages.extend(choices.iter().flat_map(|choice| Passage::told(&choice.explanation, locale)));
        }
    }
    passages
}

/// What stands before the talk.
pub fn before(dialogue: &Dialogue, locale: Locale) -> Vec<Passage> {
    let mut passages = vec![Passage::label(&dialogue.head.title, locale)];
    passages.push(Passage::line(Voice::Told, &dialogue.customer.reason, locale));
    passages.extend(Passage::told(&dialogue.intro, locale));
    passages
}

/// What a scene shows: all of an ending, and of a talk all but what is explained afterwards.
pub fn shown(scene: &Scene, locale: Locale) -> Vec<Passage> {
    match &scene.kind {
        SceneKind::Talk { seen, says, choices } => {
            let mut passages = Passage::told(seen, locale);
            passages.extend(Passage::said(says, locale));
            passages.extend(choices.iter().map(|choice| Passage::line(Voice::Said, &choice.says, locale)));
            passages
        }
        SceneKind::Passage { .. } => Vec::new(),
        SceneKind::Ending { says, after, friend, .. } => {
            let mut passages = vec![Passage::label(&scene.title, locale)];
            passages.extend(Passage::said(says, locale));
            passages.extend(Passage::told(after, locale));
            passages.extend(friend.iter().flat_map(|friend| Passage::said(friend, locale)));
            passages
        }
    }
}
