//! Everything that people read in a dialogue, on whatever way.

use super::{
    chances::Chances,
    content::{Choice, Dialogue, Scene, SceneKind},
    model::Plot,
};
use crate::{
    language::Locale,
    library::{Paragraph, Voice, count_words},
};

/// What a customer opens with, and the talk that is to be played.
pub fn paragraphs(dialogue: &Dialogue, locale: Locale) -> [Vec<Paragraph>; 2] {
    let (mut before, mut after) = (introduction(dialogue, locale), Vec::new());
    for (at, scene) in dialogue.scenes.iter().enumerate() {
        let told = if at == 0 { &mut before } else { &mut after };
        told.extend(shown(scene, locale));
        after.extend(
            choices(scene).iter().flat_map(|choice| [said(choice, locale), explained(choice, locale)].concat()),
        );
    }
    [before, after]
}

/// How many words are read on a way through, on average over random ones, with what is explained afterwards.
pub fn words_met(dialogue: &Dialogue, locale: Locale) -> f64 {
    let chances = Chances::of(&Plot::from(dialogue));
    let scenes = dialogue.scenes.iter().enumerate().map(|(at, scene)| {
        let all = choices(scene).iter().flat_map(|choice| said(choice, locale));
        let read_later = choices(scene).iter().enumerate();
        let read_later =
            read_later.map(|(choice, one)| chances.chosen(at, choice) * count_words(&explained(one, locale)) as f64);
        let read: Vec<Paragraph> = shown(scene, locale).into_iter().chain(all).collect();
        chances.met(at) * count_words(&read) as f64 + read_later.sum::<f64>()
    });
    count_words(&introduction(dialogue, locale)) as f64 + scenes.sum::<f64>()
}

fn introduction(dialogue: &Dialogue, locale: Locale) -> Vec<Paragraph> {
    let customer = &dialogue.customer;
    let text = format!("{}. {}", customer.name.get(locale), customer.reason.get(locale));
    let who = [Paragraph::label(&dialogue.head.title, locale), Paragraph { voice: Voice::Told, text }];
    who.into_iter().chain(Paragraph::told(&dialogue.intro, locale)).collect()
}

/// All of a scene but its choices.
fn shown(scene: &Scene, locale: Locale) -> Vec<Paragraph> {
    match &scene.kind {
        SceneKind::Talk { seen, says, .. } => [Paragraph::told(seen, locale), Paragraph::said(says, locale)].concat(),
        SceneKind::Passage { .. } => Vec::new(),
        SceneKind::Ending { says, after, friend, .. } => {
            let mut paragraphs = vec![Paragraph::label(&scene.title, locale)];
            paragraphs.extend(Paragraph::said(says, locale));
            paragraphs.extend(Paragraph::told(after, locale));
            paragraphs.extend(friend.iter().flat_map(|friend| Paragraph::said(friend, locale)));
            paragraphs
        }
    }
}

fn choices(scene: &Scene) -> &[Choice] {
    if let SceneKind::Talk { choices, .. } = &scene.kind { choices } else { &[] }
}

fn said(choice: &Choice, locale: Locale) -> Vec<Paragraph> {
    vec![Paragraph::line(Voice::Said, &choice.says, locale)]
}

fn explained(choice: &Choice, locale: Locale) -> Vec<Paragraph> {
    Paragraph::told(&choice.explanation, locale)
}
