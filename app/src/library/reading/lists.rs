//! The three lists: competencies, ideas, paths.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::DeValue;

use super::front::{Both, Word};
use super::lines::Lines;
use super::page::Page;
use super::shelf::Shelf;
use super::{Reader, is_idea};
use crate::library::{Competency, Idea, Path, SourceFile};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CompetencyEntry {
    id: Word,
    de: Word,
    en: Word,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IdeaEntry {
    id: Word,
    de: Word,
    en: Word,
    taught_in: Option<Vec<Word>>,
    #[serde(default)]
    to_come: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PathEntry {
    id: Word,
    title: Both<Word>,
    summary: Both<Word>,
    modules: Vec<Word>,
    #[serde(default)]
    to_come: Vec<Word>,
}

/// None where the file could not be read.
pub fn competencies(shelf: &Shelf, reader: &mut Reader) -> Option<Vec<Competency>> {
    let mut ids = BTreeSet::new();
    entries(shelf.competencies, "competency", reader, |page, lines, entry: CompetencyEntry| {
        page.id(entry.id.get_ref(), lines.at(entry.id.span().start), &mut ids);
        let title = page.both(&Both { de: entry.de, en: entry.en }, lines);
        Some(Competency { id: entry.id.into_inner(), title })
    })
}

pub fn ideas(shelf: &Shelf, reader: &mut Reader) -> Vec<Idea> {
    let mut ids = BTreeSet::new();
    let read = entries(shelf.ideas, "idea", reader, |page, lines, entry: IdeaEntry| {
        let line = lines.at(entry.id.span().start);
        let id = entry.id.into_inner();
        if !is_idea(&id) {
            page.fault(line, format!("The curriculum has no idea \"{id}\"."));
        }
        if !ids.insert(id.clone()) {
            page.fault(line, format!("The idea {id} is listed twice."));
        }
        let places = entry.taught_in.unwrap_or_default();
        if places.is_empty() != entry.to_come {
            page.fault(line, format!("The idea {id} needs either taught_in with a place, or to_come = true."));
        }
        for place in places.iter().filter(|place| !shelf.holds(place.get_ref())) {
            page.fault(lines.at(place.span().start), format!("\"{}\" does not exist.", place.get_ref()));
        }
        let text = page.both(&Both { de: entry.de, en: entry.en }, lines);
        Some(Idea { id, text, taught_in: places.into_iter().map(Spanned::into_inner).collect() })
    });
    if let (Some(file), Some(_)) = (shelf.ideas, &read) {
        for missing in super::all_ideas().filter(|id| !ids.contains(id)) {
            reader.fault(&file.path, 1, format!("The idea {missing} is not listed."));
        }
    }
    read.unwrap_or_default()
}

pub fn paths(shelf: &Shelf, reader: &mut Reader) -> Vec<Path> {
    let mut ids = BTreeSet::new();
    let read = entries(shelf.paths, "path", reader, |page, lines, entry: PathEntry| {
        page.id(entry.id.get_ref(), lines.at(entry.id.span().start), &mut ids);
        let mut seen = BTreeSet::new();
        for module in entry.modules.iter().chain(&entry.to_come) {
            if !seen.insert(module.get_ref()) {
                page.fault(
                    lines.at(module.span().start),
                    format!("\"{}\" stands twice in this path.", module.get_ref()),
                );
            }
        }
        for module in entry.modules.iter().filter(|module| !shelf.modules.contains_key(module.get_ref().as_str())) {
            page.fault(lines.at(module.span().start), format!("There is no module \"{}\".", module.get_ref()));
        }
        for module in entry.to_come.iter().filter(|module| shelf.modules.contains_key(module.get_ref().as_str())) {
            let message = format!("The module \"{}\" exists, so it is no longer to come.", module.get_ref());
            page.fault(lines.at(module.span().start), message);
        }
        let (title, summary) = (page.both(&entry.title, lines), page.both(&entry.summary, lines));
        let [modules, to_come] =
            [entry.modules, entry.to_come].map(|list| list.into_iter().map(Spanned::into_inner).collect());
        Some(Path { id: entry.id.into_inner(), title, summary, modules, to_come })
    });
    read.unwrap_or_default()
}

/// Reads `[[key]]` entry by entry, so that a fault in one does not hide those in the next.
pub fn entries<E: DeserializeOwned, T>(
    file: Option<&SourceFile>,
    key: &str,
    reader: &mut Reader,
    mut read: impl FnMut(&mut Page, &Lines, E) -> Option<T>,
) -> Option<Vec<T>> {
    reader.page(file?, |page, text| {
        let lines = Lines::new(text, 1);
        let mut found = Vec::new();
        for (name, value) in page.table(text, &lines)? {
            let line = lines.at(name.span().start);
            match value.into_inner() {
                DeValue::Array(list) if name.get_ref() == key => found = list.into_iter().collect(),
                _ => page.fault(line, format!("Only [[{key}]] is known here, not \"{}\".", name.get_ref())),
            }
        }
        if found.is_empty() {
            page.fault(1, format!("The file lists nothing: write [[{key}]]."));
        }
        let values = found.into_iter().filter_map(|value| {
            let entry = page.value(value, &lines)?;
            read(page, &lines, entry)
        });
        Some(values.collect())
    })
}
