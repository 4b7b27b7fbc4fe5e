//! A small valid content folder, to be spoiled by tests.

use std::{collections::BTreeMap, path::Path};

use super::talk::DRILL_TEXT;
use super::texts::{
    CARDS_TEXT, COMPETENCIES_TOML, FIELD_TEXT, LESSON_TEXT, MODULE_TOML, OPEN_TEXT, PATHS_TOML, PHRASE_TEXT, ideas,
};
use crate::library::{Fault, Library, SourceFile, check, read};

pub const MODULE: &str = "modules/listening/module.toml";
pub const LESSON: &str = "modules/listening/lessons/10-first.de.md";
pub const LESSON_EN: &str = "modules/listening/lessons/10-first.en.md";
pub const DRILL: &str = "modules/listening/drills/soup.de.md";
pub const DRILL_EN: &str = "modules/listening/drills/soup.en.md";
pub const PHRASE: &str = "modules/listening/drills/no.de.md";
pub const PHRASE_EN: &str = "modules/listening/drills/no.en.md";
pub const OPEN: &str = "modules/listening/drills/evening.de.md";
pub const OPEN_EN: &str = "modules/listening/drills/evening.en.md";
pub const FIELD: &str = "modules/listening/drills/week.de.md";
pub const FIELD_EN: &str = "modules/listening/drills/week.en.md";
pub const CARDS: &str = "modules/listening/cards.de.md";
pub const CARDS_EN: &str = "modules/listening/cards.en.md";

/// Files by their paths.
#[derive(Clone, Debug)]
pub struct Content(pub BTreeMap<String, Vec<u8>>);

impl Content {
    /// The curriculum as it is written.
    pub fn curriculum() -> std::io::Result<Content> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
        let (mut folders, mut files) = (vec![root.clone()], BTreeMap::new());
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let name = path.strip_prefix(&root).unwrap_or(&path).to_string_lossy().into_owned();
                files.insert(name, std::fs::read(path)?);
            }
        }
        Ok(Content(files))
    }

    pub fn valid() -> Content {
        let texts = [
            ("competencies.toml", COMPETENCIES_TOML.to_owned()),
            ("ideas.toml", ideas()),
            ("paths.toml", PATHS_TOML.to_owned()),
            ("README.md", "For authors.".to_owned()),
            (MODULE, MODULE_TOML.to_owned()),
            (LESSON, LESSON_TEXT.to_owned()),
            (LESSON_EN, LESSON_TEXT.to_owned()),
            (DRILL, DRILL_TEXT.to_owned()),
            (DRILL_EN, DRILL_TEXT.to_owned()),
            (PHRASE, PHRASE_TEXT.to_owned()),
            (PHRASE_EN, PHRASE_TEXT.to_owned()),
            (OPEN, OPEN_TEXT.to_owned()),
            (OPEN_EN, OPEN_TEXT.to_owned()),
            (FIELD, FIELD_TEXT.to_owned()),
            (FIELD_EN, FIELD_TEXT.replace("Wenn ", "When ").replace(", dann ", ", then I ")),
            (CARDS, CARDS_TEXT.to_owned()),
            (CARDS_EN, CARDS_TEXT.to_owned()),
        ];
        Content(texts.into_iter().map(|(path, text)| (path.to_owned(), text.into_bytes())).collect())
    }

    pub fn put(mut self, path: &str, text: impl Into<Vec<u8>>) -> Content {
        self.0.insert(path.to_owned(), text.into());
        self
    }

    pub fn without(mut self, path: &str) -> Content {
        assert!(self.0.remove(path).is_some(), "{path} is not there");
        self
    }

    pub fn text(&self, path: &str) -> String {
        self.0.get(path).map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default()
    }

    /// Replaces a text where it stands first.
    pub fn change(self, path: &str, from: &str, to: &str) -> Content {
        let text = self.text(path);
        assert!(text.contains(from), "{path} does not hold {from:?}");
        self.put(path, text.replacen(from, to, 1))
    }

    /// The same change in German and in English.
    pub fn change_both(self, german: &str, from: &str, to: &str) -> Content {
        self.change(german, from, to).change(&german.replace(".de.", ".en."), from, to)
    }

    pub fn files(&self) -> Vec<SourceFile> {
        self.0.iter().map(|(path, bytes)| SourceFile { path: path.clone(), bytes: bytes.clone() }).collect()
    }

    pub fn library(&self) -> Library {
        assert_eq!(self.faults(), []);
        read(&self.files()).unwrap_or_default()
    }

    pub fn faults(&self) -> Vec<Fault> {
        read(&self.files()).err().unwrap_or_default()
    }

    /// What the checker says, with what stops no server.
    pub fn faults_and_flaws(&self) -> Vec<Fault> {
        check(&self.files()).err().unwrap_or_default()
    }

    /// Asserts a fault in the line that first holds `place`; what it says begins or goes on with `message`.
    #[track_caller]
    pub fn has(&self, path: &str, place: &str, message: &str) -> &Content {
        let text = self.text(path);
        assert!(text.contains(place), "{path} does not hold {place:?}");
        let at = text.find(place).unwrap_or_default();
        self.has_in_line(path, 1 + text[..at].matches('\n').count(), message)
    }

    #[track_caller]
    pub fn has_in_line(&self, path: &str, line: usize, message: &str) -> &Content {
        let faults = self.faults();
        let is_it = |fault: &Fault| fault.path == path && fault.line == line && fault.message.contains(message);
        assert!(faults.iter().any(is_it), "no fault {message:?} at {path}:{line}, but {faults:#?}");
        self
    }

    /// Asserts that nothing but this fault is found, in this file or its translation.
    #[track_caller]
    pub fn has_only(&self, path: &str, place: &str, message: &str) {
        self.has(path, place, message);
        let faults = self.faults();
        assert!(faults.iter().all(|fault| fault.message.contains(message)), "more than {message:?}: {faults:#?}");
    }
}
