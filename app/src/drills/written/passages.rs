//! Everything that people read in a drill whose answer they find alone.

use super::content::{Model, Written};
use crate::{
    language::Locale,
    library::{Passage, Voice},
};

pub fn passages(written: &Written, locale: Locale) -> Vec<Passage> {
    let mut passages = vec![Passage::label(&written.head.title, locale)];
    passages.extend(Passage::told(&written.prompt, locale));
    passages.extend(Passage::said(&written.sentence, locale));
    passages.push(Passage::label(&written.criteria_title, locale));
    passages.extend(written.criteria.iter().map(|criterion| Passage::line(Voice::Told, criterion, locale)));
    passages.extend([&written.poor, &written.good].into_iter().flat_map(|model| model_passages(model, locale)));
    passages
}

fn model_passages(model: &Model, locale: Locale) -> Vec<Passage> {
    let mut passages = vec![Passage::label(&model.title, locale)];
    passages.extend(Passage::said(&model.says, locale));
    passages.extend(Passage::told(&model.why, locale));
    passages
}
