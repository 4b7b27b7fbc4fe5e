//! One file while it is read: collects every fault and every link in it.

use std::collections::BTreeSet;

use super::lines::Lines;
use super::names::is_id;
use crate::library::{Competency, Fault, SourceFile};

/// A link within the platform, kept until all ids are known.
#[derive(Debug)]
pub struct Link {
    pub path: String,
    pub line: usize,
    pub target: String,
}

/// Which spellings follow from a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    German,
    English,
}

/// Whether a sign means something to readers. No database keeps U+0000; what is for private use means nothing to others, and the reading of
/// lessons uses it for itself.
pub fn is_text(sign: char) -> bool {
    !matches!(sign, '\0' | '\u{e000}'..='\u{f8ff}')
}

pub struct Page<'a> {
    pub path: &'a str,
    pub written: Written,
    /// Names that keep their ß.
    pub names: Vec<String>,
    /// None where the list itself could not be read: then nothing is unknown.
    pub competencies: Option<&'a [Competency]>,
    pub faults: Vec<Fault>,
    pub flaws: Vec<Fault>,
    pub links: Vec<Link>,
}

impl<'a> Page<'a> {
    pub fn new(path: &'a str, competencies: Option<&'a [Competency]>) -> Page<'a> {
        let written = if path.ends_with(".en.md") { Written::English } else { Written::German };
        Page {
            path,
            written,
            names: Vec::new(),
            competencies,
            faults: Vec::new(),
            flaws: Vec::new(),
            links: Vec::new(),
        }
    }

    pub fn fault(&mut self, line: usize, message: impl Into<String>) {
        self.faults.push(Fault { path: self.path.to_owned(), line, message: message.into() });
    }

    /// What must be put right although it can be shown.
    pub fn flaw(&mut self, line: usize, message: impl Into<String>) {
        self.flaws.push(Fault { path: self.path.to_owned(), line, message: message.into() });
    }

    /// The file's text with plain line ends, if it is text at all.
    pub fn text(&mut self, file: &SourceFile) -> Option<String> {
        let text = match std::str::from_utf8(&file.bytes) {
            Ok(text) => text,
            Err(error) => {
                let valid = file.bytes.get(..error.valid_up_to()).unwrap_or_default();
                let line = 1 + valid.iter().filter(|byte| **byte == b'\n').count();
                self.fault(line, "The file is not UTF-8 text. Save it with the encoding UTF-8.");
                return None;
            }
        };
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
        if let Some((at, sign)) = text.char_indices().find(|(_, sign)| !is_text(*sign)) {
            self.sign_fault(Lines::new(&text, 1).at(at), sign);
            return None;
        }
        Some(text)
    }

    pub fn sign_fault(&mut self, line: usize, sign: char) {
        self.fault(line, format!("Here stands the character U+{:04X}, which is not text.", u32::from(sign)));
    }

    /// Whether a competency is on the list.
    pub fn competency(&mut self, id: &str, line: usize) {
        let is_known = self.competencies.is_none_or(|known| known.iter().any(|competency| competency.id == id));
        if !is_known {
            self.fault(line, format!("There is no competency \"{id}\" in competencies.toml."));
        }
    }

    /// Whether an id is well formed and new; remembers it.
    pub fn id(&mut self, id: &str, line: usize, known: &mut BTreeSet<String>) {
        if !is_id(id) {
            self.fault(line, format!("\"{id}\" is not a valid id: use a to z, digits and hyphens, a letter first."));
        }
        if !known.insert(id.to_owned()) {
            self.fault(line, format!("The id \"{id}\" is used twice."));
        }
    }
}
