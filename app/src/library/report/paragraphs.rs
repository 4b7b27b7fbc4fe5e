//! All text that readers meet, paragraph by paragraph.

use crate::{
    language::Locale,
    library::{Block, Check, Lesson, Module, Paragraph, Voice},
};

/// A part of the curriculum with its text.
pub struct Part {
    /// `module/lesson`, `module/drill`, `module/cards`; a module's own words have its id alone.
    pub place: String,
    pub paragraphs: Vec<Paragraph>,
}

/// Everything in a module, from top to bottom.
pub fn parts(module: &Module, locale: Locale) -> Vec<Part> {
    let place = |id: &str| format!("{}/{id}", module.id);
    let mut own = vec![Paragraph::label(&module.title, locale), Paragraph::line(Voice::Told, &module.summary, locale)];
    let situations = module.situations.get(locale).iter();
    own.extend(situations.map(|text| Paragraph { voice: Voice::Told, text: text.clone() }));
    let mut parts = vec![Part { place: module.id.clone(), paragraphs: own }];
    parts.extend(module.lessons.iter().map(|one| Part { place: place(&one.id), paragraphs: lesson(one, locale) }));
    parts.extend(
        module
            .drills
            .iter()
            .map(|one| Part { place: place(&one.head().id), paragraphs: one.paragraphs(locale).concat() }),
    );
    let cards = module.cards.iter().flat_map(|card| {
        let front = Paragraph::line(Voice::Told, &card.front, locale);
        std::iter::once(front).chain(Paragraph::told(&card.back, locale))
    });
    parts.push(Part { place: place("cards"), paragraphs: cards.collect() });
    parts
}

pub fn lesson(lesson: &Lesson, locale: Locale) -> Vec<Paragraph> {
    let mut paragraphs = vec![Paragraph::label(&lesson.title, locale)];
    for block in lesson.steps.iter().flat_map(|step| &step.blocks) {
        match block {
            Block::Prose(prose) => paragraphs.extend(Paragraph::told(&prose.html, locale)),
            Block::Check(check) => paragraphs.extend(check_paragraphs(check, locale)),
            Block::Reflection(reflection) => paragraphs.extend(Paragraph::told(&reflection.prompt, locale)),
        }
    }
    paragraphs
}

fn check_paragraphs(check: &Check, locale: Locale) -> Vec<Paragraph> {
    let options = check.options.iter().flat_map(|option| [&option.text, &option.explanation]);
    std::iter::once(&check.question).chain(options).flat_map(|text| Paragraph::told(text, locale)).collect()
}
