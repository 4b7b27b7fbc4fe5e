//! Everything that people read in a drill whose answer they find alone.

use super::content::{Model, Written};
use crate::{
    language::Locale,
    library::{Passage, Voice},
};

/// What is asked; and what is seen with and after one's own words.
pub fn passages(written: &Written, locale: Locale) -> [Vec<Passage>; 2] {
    let mut before = vec![Passage::label(&written.head.title, locale)];
    before.extend(Passage::told(&written.prompt, locale));
    before.extend(Passage::said(&written.sentence, locale));
    let mut after = vec![Passage::label(&written.criteria_title, locale)];
    after.extend(written.criteria.iter().map(|criterion| Passage::line(Voice::Told, criterion, locale)));
    after.extend([&written.poor, &written.good].into_iter().flat_map(|model| model_passages(model, locale)));
    [before, after]
}

fn model_passages(model: &Model, locale: Locale) -> Vec<Passage> {
    let mut passages = vec![Passage::label(&model.title, locale)];
    passages.extend(Passage::said(&model.says, locale));
    passages.extend(Passage::told(&model.why, locale));
    passages
}
