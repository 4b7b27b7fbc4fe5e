//! A module: its own file and everything in its folder.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use super::front::{Both, Word};
use super::lines::Lines;
use super::page::Page;
use super::shelf::{Folder, Shelf};
use super::{Reader, cards, drills, lesson, pair};
use crate::language::Localized;
use crate::library::{Audience, Lesson, Module};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    order: Spanned<u32>,
    audience: Audience,
    minutes: Spanned<u32>,
    competencies: Spanned<Vec<Word>>,
    title: Both<Word>,
    summary: Both<Word>,
    situations: Both<Spanned<Vec<Word>>>,
}

/// Reads every module, in order.
pub fn read_all(shelf: &Shelf, reader: &mut Reader) -> Vec<Module> {
    let mut orders = BTreeMap::new();
    let mut modules: Vec<Module> =
        shelf.modules.iter().filter_map(|(id, folder)| read(id, folder, &mut orders, reader)).collect();
    modules.sort_by_key(|module| module.order);
    modules
}

fn read<'a>(id: &'a str, folder: &Folder, orders: &mut BTreeMap<u32, &'a str>, reader: &mut Reader) -> Option<Module> {
    let lessons = lessons(id, folder, reader);
    let drills = drills::read_all(id, folder, reader);
    let cards = pair::read(&folder.cards, reader, cards::parse);
    let module = reader.page(folder.module?, |page, text| {
        let lines = Lines::new(text, 1);
        let entry = page.document::<Entry>(text, &lines)?;
        if let Some(other) = orders.insert(*entry.order.get_ref(), id) {
            let line = lines.at(entry.order.span().start);
            page.fault(line, format!("The module \"{other}\" has the order {} as well.", entry.order.get_ref()));
        }
        Some(module(id, page, &lines, entry))
    })?;
    let cards = cards.map(|(german, english)| cards::join(german, english)).unwrap_or_default();
    Some(Module { lessons, drills, cards, ..module })
}

fn module(id: &str, page: &mut Page, lines: &Lines, entry: Entry) -> Module {
    Module {
        id: id.to_owned(),
        order: entry.order.into_inner(),
        audience: entry.audience,
        minutes: page.within("The minutes of a module", &entry.minutes, 3..=240, lines),
        competencies: page.competencies(&entry.competencies, lines),
        title: page.both(&entry.title, lines),
        summary: page.both(&entry.summary, lines),
        situations: situations(page, lines, &entry.situations),
        lessons: Vec::new(),
        drills: Vec::new(),
        cards: Vec::new(),
    }
}

fn situations(page: &mut Page, lines: &Lines, both: &Both<Spanned<Vec<Word>>>) -> Localized<Vec<String>> {
    let line = lines.at(both.en.span().start);
    let counts = (both.de.get_ref().len(), both.en.get_ref().len());
    if counts.0 != counts.1 {
        page.fault(line, format!("There are {} situations in German, but {} in English.", counts.0, counts.1));
    }
    if counts.0 == 0 {
        page.fault(line, "Name at least one situation.");
    }
    let mut spell = |list: &Spanned<Vec<Word>>| {
        let words = list.get_ref().iter();
        words.map(|word| page.words(word.get_ref(), lines.at(word.span().start))).collect::<Vec<_>>()
    };
    let (german, english) = (spell(&both.de), spell(&both.en));
    let (de, de_ch) = german.into_iter().map(|text| (text.main, text.swiss)).unzip();
    Localized { de, de_ch, en: english.into_iter().map(|text| text.main).collect() }
}

fn lessons(module: &str, folder: &Folder, reader: &mut Reader) -> Vec<Arc<Lesson>> {
    let read = folder.lessons.iter().filter_map(|((_, id), pair)| {
        let (german, english) = pair::read(pair, reader, lesson::parse)?;
        Some(Arc::new(lesson::join(module, id, german, english, &mut reader.glossary)))
    });
    read.collect()
}
