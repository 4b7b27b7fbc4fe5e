//! Sorts the files by their names; knows which lessons, drills and cards exist before any is read.

use std::collections::{BTreeMap, BTreeSet};

use super::Reader;
use super::names::{drill_name, is_id, lesson_name, stem};
use crate::library::SourceFile;

#[derive(Default)]
pub struct Shelf<'a> {
    pub competencies: Option<&'a SourceFile>,
    pub ideas: Option<&'a SourceFile>,
    pub paths: Option<&'a SourceFile>,
    /// May be missing: nothing is explained then.
    pub glossary: Option<&'a SourceFile>,
    pub modules: BTreeMap<&'a str, Folder<'a>>,
}

/// A module's files. Lessons go by number and id.
#[derive(Default)]
pub struct Folder<'a> {
    pub module: Option<&'a SourceFile>,
    pub lessons: BTreeMap<(u32, &'a str), Pair<'a>>,
    pub drills: BTreeMap<&'a str, Pair<'a>>,
    pub cards: Pair<'a>,
}

/// A text in both languages.
#[derive(Default)]
pub struct Pair<'a> {
    pub de: Option<&'a SourceFile>,
    pub en: Option<&'a SourceFile>,
}

impl<'a> Shelf<'a> {
    /// Finds a place for every file, and what is missing.
    pub fn sort(files: &'a [SourceFile], reader: &mut Reader) -> Shelf<'a> {
        let mut shelf = Shelf::default();
        let mut known = BTreeSet::new();
        for file in files {
            if !known.insert(file.path.as_str()) {
                reader.fault(&file.path, 1, "The file was given twice.");
            } else if let Err(message) = shelf.place(file) {
                reader.fault(&file.path, 1, message);
            }
        }
        shelf.name_missing(reader);
        shelf
    }

    fn place(&mut self, file: &'a SourceFile) -> Result<(), &'static str> {
        let parts: Vec<&str> = file.path.split('/').collect();
        match parts.as_slice() {
            ["competencies.toml"] => self.competencies = Some(file),
            ["ideas.toml"] => self.ideas = Some(file),
            ["paths.toml"] => self.paths = Some(file),
            ["glossary.toml"] => self.glossary = Some(file),
            ["README.md"] => {}
            hidden if hidden.iter().any(|part| part.starts_with('.')) => {}
            ["modules", module, inside @ ..] if !inside.is_empty() => {
                if !is_id(module) {
                    return Err(
                        "The module's folder is not a valid id: use a to z, digits and hyphens, a letter first.",
                    );
                }
                self.modules.entry(module).or_default().place(inside, file)?;
            }
            _ => return Err("No file of this name belongs here."),
        }
        Ok(())
    }

    fn name_missing(&self, reader: &mut Reader) {
        let lists = [("competencies.toml", self.competencies), ("ideas.toml", self.ideas), ("paths.toml", self.paths)];
        for (path, _) in lists.iter().filter(|(_, file)| file.is_none()) {
            reader.fault(path, 1, "The file is missing.");
        }
        for (module, folder) in &self.modules {
            folder.name_missing(module, reader);
        }
    }

    /// Whether `module/lesson`, `module/drill` or `module/cards` exists.
    pub fn holds(&self, place: &str) -> bool {
        let Some((module, item)) = place.split_once('/') else { return false };
        let Some(folder) = self.modules.get(module) else { return false };
        folder.has_lesson(item) || folder.drills.contains_key(item) || (item == "cards" && !folder.cards.is_empty())
    }
}

impl<'a> Folder<'a> {
    fn place(&mut self, inside: &[&'a str], file: &'a SourceFile) -> Result<(), &'static str> {
        if inside == ["module.toml"] {
            self.module = Some(file);
            return Ok(());
        }
        let pair = match inside {
            ["lessons", name] => self.lessons.entry(lesson_name(stem(name)?)?).or_default(),
            ["drills", name] => self.drills.entry(drill_name(stem(name)?)?).or_default(),
            [name] if stem(name) == Ok("cards") => &mut self.cards,
            _ => return Err("No file of this name belongs into a module."),
        };
        let is_german = file.path.ends_with(".de.md");
        *(if is_german { &mut pair.de } else { &mut pair.en }) = Some(file);
        Ok(())
    }

    fn name_missing(&self, module: &str, reader: &mut Reader) {
        let path = format!("modules/{module}/module.toml");
        if self.module.is_none() {
            reader.fault(&path, 1, "The file is missing.");
        }
        if self.lessons.is_empty() {
            reader.fault(&path, 1, "The module has no lesson.");
        }
        for pair in self.lessons.values().chain(self.drills.values()).chain([&self.cards]) {
            match (pair.de, pair.en) {
                (Some(file), None) => reader.fault(&file.path, 1, "The English translation (.en.md) is missing."),
                (None, Some(file)) => reader.fault(&file.path, 1, "The German original (.de.md) is missing."),
                _ => {}
            }
        }
        self.name_doubles(reader);
    }

    /// Lessons and drills of a module share their ids and their places.
    fn name_doubles(&self, reader: &mut Reader) {
        let mut ids: BTreeSet<&str> = self.drills.keys().copied().chain(["cards"]).collect();
        let mut numbers = BTreeSet::new();
        for ((number, id), pair) in &self.lessons {
            for file in [pair.de, pair.en].into_iter().flatten() {
                if ids.contains(id) {
                    reader.fault(&file.path, 1, format!("The id \"{id}\" stands for something else in this module."));
                }
                if numbers.contains(number) {
                    reader.fault(&file.path, 1, format!("Another lesson of this module has the number {number}."));
                }
            }
            ids.insert(id);
            numbers.insert(number);
        }
    }

    pub fn has_lesson(&self, id: &str) -> bool {
        self.lessons.keys().any(|(_, known)| *known == id)
    }
}

impl Pair<'_> {
    pub fn is_empty(&self) -> bool {
        self.de.is_none() && self.en.is_none()
    }
}
