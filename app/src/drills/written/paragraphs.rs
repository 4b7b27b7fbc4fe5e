//! Everything that people read in a drill whose answer they find alone.

use super::content::{Model, Written};
use crate::{
    language::Locale,
    library::{Paragraph, Voice},
};

/// What is asked; and what is seen with and after one's own words.
pub fn paragraphs(written: &Written, locale: Locale) -> [Vec<Paragraph>; 2] {
    let mut before = vec![Paragraph::label(&written.head.title, locale)];
    before.extend(Paragraph::told(&written.prompt, locale));
    before.extend(Paragraph::said(&written.sentence, locale));
    let mut after = vec![Paragraph::label(&written.criteria_title, locale)];
    after.extend(written.criteria.iter().map(|criterion| Paragraph::line(Voice::Told, criterion, locale)));
    after.extend([&written.poor, &written.good].into_iter().flat_map(|model| model_paragraphs(model, locale)));
    [before, after]
}

fn model_paragraphs(model: &Model, locale: Locale) -> Vec<Paragraph> {
    let mut paragraphs = vec![Paragraph::label(&model.title, locale)];
    paragraphs.extend(Paragraph::said(&model.says, locale));
    paragraphs.extend(Paragraph::told(&model.why, locale));
    paragraphs
}
