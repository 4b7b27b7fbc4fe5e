//! The glossary: terms that lessons use, each with its forms and a short text in both languages.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::{
    Reader,
    front::{Both, Word},
    lines::Lines,
    lists,
    page::{Page, Written},
    shelf::Shelf,
};
use crate::{language::Localized, library::Term};

/// A text is read between two words of a lesson: nobody wants a page there.
const WORDS: usize = 60;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TermEntry {
    id: Word,
    de: Words,
    en: Words,
}

/// A term in one language; `forms` are the others in which a lesson may use it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    term: Word,
    #[serde(default)]
    forms: Vec<Word>,
    text: Word,
}

/// The terms while lessons are read, and where these use them.
#[derive(Default)]
pub struct Glossary {
    pub entries: Vec<Entry>,
}

pub struct Entry {
    pub term: Term,
    /// As a lesson may write it, the term itself first.
    pub forms: Localized<Vec<String>>,
    /// Where the term stands in the file.
    lines: Both<usize>,
    is_used: Both<bool>,
}

impl Glossary {
    /// Remembers that a lesson in this language uses a term.
    pub fn note(&mut self, term: usize, written: Written, lesson: &str) {
        let Some(entry) = self.entries.get_mut(term) else { return };
        match written {
            Written::German => entry.is_used.de = true,
            Written::English => entry.is_used.en = true,
        }
        if !entry.term.used_in.iter().any(|known| known == lesson) {
            entry.term.used_in.push(lesson.to_owned());
        }
    }

    pub fn into_terms(self) -> Vec<Term> {
        self.entries.into_iter().map(|entry| entry.term).collect()
    }
}

pub fn read(shelf: &Shelf, reader: &mut Reader) -> Glossary {
    let mut ids = BTreeSet::new();
    // By spelling: German and Swiss; English.
    let mut forms = Both { de: vec![BTreeMap::new(), BTreeMap::new()], en: vec![BTreeMap::new()] };
    let entries = lists::entries(shelf.glossary, "term", reader, |page, lines, entry: TermEntry| {
        page.id(entry.id.get_ref(), lines.at(entry.id.span().start), &mut ids);
        for (language, known) in [(&entry.de, &mut forms.de), (&entry.en, &mut forms.en)] {
            check_forms(page, lines, entry.id.get_ref(), language, known);
            check_length(page, lines, &language.text);
        }
        Some(Entry::read(page, lines, entry))
    });
    Glossary { entries: entries.unwrap_or_default() }
}

/// Every term is used in both languages. Looked for once nothing else is wrong: of a lesson that cannot be read nobody knows what it uses.
pub fn check_used(shelf: &Shelf, reader: &mut Reader) {
    let Some(file) = shelf.glossary.filter(|_| reader.faults.is_empty()) else { return };
    let mut faults = Vec::new();
    for Entry { term, lines, is_used, .. } in &reader.glossary.entries {
        let languages = [("German", is_used.de, lines.de), ("English", is_used.en, lines.en)];
        for (language, _, line) in languages.into_iter().filter(|(_, is_used, _)| !is_used) {
            faults
                .push((line, format!("No {language} lesson uses the term \"{}\" where it could be marked.", term.id)));
        }
    }
    for (line, message) in faults {
        reader.fault(&file.path, line, message);
    }
}

/// No word leads to two terms in any spelling: "Maße" and "Masse" are one word in Switzerland. `known`: by spelling, the term of each form.
fn check_forms(page: &mut Page, lines: &Lines, id: &str, words: &Words, known: &mut [BTreeMap<String, String>]) {
    for form in std::iter::once(&words.term).chain(&words.forms) {
        let spelt = page.spell(form.get_ref());
        let spellings = known.iter_mut().zip([spelt.main, spelt.swiss]);
        // As a lesson would write it at the beginning of a sentence.
        let taken = spellings.map(|(known, spelling)| known.insert(spelling.to_lowercase(), id.to_owned()));
        let taken: Vec<Option<String>> = taken.collect();
        // A term may well have two forms that are spelt the same in Switzerland alone.
        let other = taken.into_iter().enumerate().find_map(|(at, other)| other.filter(|other| at == 0 || other != id));
        if let Some(other) = other {
            let message = format!("\"{}\" is a form of the term \"{other}\" already.", form.get_ref());
            page.fault(lines.at(form.span().start), message);
        }
    }
}

fn check_length(page: &mut Page, lines: &Lines, text: &Word) {
    let count = text.get_ref().split_whitespace().count();
    if count > WORDS {
        let message = format!("The text of a term has {WORDS} words at most; this one has {count}.");
        page.fault(lines.at(text.span().start), message);
    }
}

impl Entry {
    fn read(page: &mut Page, lines: &Lines, entry: TermEntry) -> Entry {
        let at = Both { de: lines.at(entry.de.term.span().start), en: lines.at(entry.en.term.span().start) };
        let mut forms = Localized { de: Vec::new(), de_ch: Vec::new(), en: Vec::new() };
        for form in std::iter::once(&entry.de.term).chain(&entry.de.forms) {
            let spelt = page.words(form.get_ref(), lines.at(form.span().start));
            forms.de.push(spelt.main);
            forms.de_ch.push(spelt.swiss);
        }
        for form in std::iter::once(&entry.en.term).chain(&entry.en.forms) {
            forms.en.push(page.words(form.get_ref(), lines.at(form.span().start)).main);
        }
        let (de, en) = (entry.de, entry.en);
        let term = Term {
            id: entry.id.into_inner(),
            term: page.both(&Both { de: de.term, en: en.term }, lines),
            text: page.both(&Both { de: de.text, en: en.text }, lines),
            used_in: Vec::new(),
        };
        Entry { term, forms, lines: at, is_used: Both { de: false, en: false } }
    }
}
