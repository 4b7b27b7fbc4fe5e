//! All text that readers meet, paragraph by paragraph.

use super::text;
use crate::{
    language::{Locale, Localized},
    library::{Block, Check, Html, Lesson, Module},
};

/// How a paragraph stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// By itself: a title, a heading, a cell of a table.
    Label,
    /// The authors tell or explain.
    Told,
    /// Somebody says it aloud.
    Said,
}

/// A paragraph in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    pub voice: Voice,
    pub text: String,
}

impl Passage {
    pub fn label(text: &Localized<String>, locale: Locale) -> Passage {
        Passage { voice: Voice::Label, text: text.get(locale).clone() }
    }

    pub fn line(voice: Voice, text: &Localized<String>, locale: Locale) -> Passage {
        Passage { voice, text: text.get(locale).clone() }
    }

    /// The paragraphs of a text that the authors tell; what they quote is said.
    pub fn told(html: &Localized<Html>, locale: Locale) -> Vec<Passage> {
        text::paragraphs(html.get(locale))
    }

    /// The paragraphs of what somebody says.
    pub fn said(html: &Localized<Html>, locale: Locale) -> Vec<Passage> {
        let paragraphs = text::paragraphs(html.get(locale)).into_iter();
        paragraphs.map(|passage| Passage { voice: Voice::Said, ..passage }).collect()
    }

    /// How many words it has.
    pub fn words(&self) -> usize {
        text::words(&self.text).count()
    }
}

/// A part of the curriculum with its text.
pub struct Part {
    /// `module/lesson`, `module/drill`, `module/cards`; a module's own words have its id alone.
    pub place: String,
    pub passages: Vec<Passage>,
}

/// Everything in a module, from top to bottom.
pub fn parts(module: &Module, locale: Locale) -> Vec<Part> {
    let place = |id: &str| format!("{}/{id}", module.id);
    let mut own = vec![Passage::label(&module.title, locale), Passage::line(Voice::Told, &module.summary, locale)];
    let situations = module.situations.get(locale).iter();
    own.extend(situations.map(|text| Passage { voice: Voice::Told, text: text.clone() }));
    let mut parts = vec![Part { place: module.id.clone(), passages: own }];
    parts.extend(module.lessons.iter().map(|one| Part { place: place(&one.id), passages: lesson(one, locale) }));
    parts.extend(
        module.drills.iter().map(|one| Part { place: place(&one.head().id), passages: one.passages(locale).concat() }),
    );
    let cards = module.cards.iter().flat_map(|card| {
        let front = Passage::line(Voice::Told, &card.front, locale);
        std::iter::once(front).chain(Passage::told(&card.back, locale))
    });
    parts.push(Part { place: place("cards"), passages: cards.collect() });
    parts
}

pub fn lesson(lesson: &Lesson, locale: Locale) -> Vec<Passage> {
    let mut passages = vec![Passage::label(&lesson.title, locale)];
    for block in lesson.steps.iter().flat_map(|step| &step.blocks) {
        match block {
            Block::Prose(prose) => passages.extend(Passage::told(&prose.html, locale)),
            Block::Check(check) => passages.extend(check_passages(check, locale)),
            Block::Reflection(reflection) => passages.extend(Passage::told(&reflection.prompt, locale)),
        }
    }
    passages
}

fn check_passages(check: &Check, locale: Locale) -> Vec<Passage> {
    let options = check.options.iter().flat_map(|option| [&option.text, &option.explanation]);
    std::iter::once(&check.question).chain(options).flat_map(|text| Passage::told(text, locale)).collect()
}
