//! TOML: the lists, and the front matter of Markdown files.

use std::ops::RangeInclusive;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::lines::Lines;
use super::page::Page;
use super::piece::Piece;

/// A text that stands in both languages in a TOML file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Both<T> {
    pub de: T,
    pub en: T,
}

/// What one can write in TOML with its place.
pub type Word = Spanned<String>;

impl Page<'_> {
    /// Parses TOML into a table; reports every error of syntax.
    pub fn table<'t>(&mut self, text: &'t str, lines: &Lines) -> Option<DeTable<'t>> {
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            self.toml_fault(lines, 0, error);
        }
        errors.is_empty().then(|| table.into_inner())
    }

    /// Reads a value of TOML; `fallback` is where it begins.
    pub fn value<T: DeserializeOwned>(&mut self, value: Spanned<DeValue<'_>>, lines: &Lines) -> Option<T> {
        let start = value.span().start;
        match T::deserialize(ValueDeserializer::from(value)) {
            Ok(read) => Some(read),
            Err(error) => {
                self.toml_fault(lines, start, &error);
                None
            }
        }
    }

    /// Reads a whole text of TOML.
    pub fn document<T: DeserializeOwned>(&mut self, text: &str, lines: &Lines) -> Option<T> {
        let table = self.table(text, lines)?;
        self.value(Spanned::new(0..0, DeValue::Table(table)), lines)
    }

    fn toml_fault(&mut self, lines: &Lines, fallback: usize, error: &toml::de::Error) {
        let line = lines.at(error.span().map_or(fallback, |span| span.start));
        self.fault(line, format!("The TOML is wrong: {}.", error.message().trim_end_matches('.')));
    }

    /// Splits off the front matter between `+++` lines and reads it; what follows is the body.
    pub fn front<T: DeserializeOwned>(&mut self, text: &str) -> (Option<(T, Lines)>, Piece) {
        let Some((front, body)) = split_front(text) else {
            self.fault(1, "The file must begin with front matter between two lines of +++.");
            return (None, Piece::new(text, 1));
        };
        let lines = Lines::new(front, 2);
        let first_line_of_body = 2 + front.matches('\n').count() + 1;
        let value = self.document(front, &lines).map(|value| (value, lines));
        let body = Piece::new(body, first_line_of_body);
        self.check_definitions(&body);
        (value, body)
    }

    /// The names of competencies, each known and named once.
    pub fn competencies(&mut self, list: &Spanned<Vec<Word>>, lines: &Lines) -> Vec<String> {
        let mut seen: Vec<String> = Vec::new();
        if list.get_ref().is_empty() {
            self.fault(lines.at(list.span().start), "Name at least one competency.");
        }
        for word in list.get_ref() {
            let line = lines.at(word.span().start);
            self.competency(word.get_ref(), line);
            if seen.contains(word.get_ref()) {
                self.fault(line, format!("The competency \"{}\" is named twice.", word.get_ref()));
            }
            seen.push(word.get_ref().clone());
        }
        seen
    }

    /// Whether a number stands within its bounds.
    pub fn within(&mut self, what: &str, number: &Spanned<u32>, bounds: RangeInclusive<u32>, lines: &Lines) -> u32 {
        let value = *number.get_ref();
        if !bounds.contains(&value) {
            let (least, most) = (bounds.start(), bounds.end());
            self.fault(lines.at(number.span().start), format!("{what} must be {least} to {most}, not {value}."));
        }
        value
    }

    /// The names that keep their ß; taken over before any text is spelt.
    pub fn take_names(&mut self, names: &[Word], lines: &Lines) {
        for name in names {
            if name.get_ref().trim().is_empty() {
                self.fault(lines.at(name.span().start), "A name is empty.");
            }
            self.names.push(name.get_ref().clone());
        }
    }
}

fn split_front(text: &str) -> Option<(&str, &str)> {
    let after = text.strip_prefix("+++")?;
    let (rest_of_line, after) = after.split_once('\n')?;
    if !rest_of_line.trim().is_empty() {
        return None;
    }
    let mut at = 0;
    for line in after.split_inclusive('\n') {
        if line.trim_end() == "+++" {
            return Some((after.get(..at)?, after.get(at + line.len()..)?));
        }
        at += line.len();
    }
    None
}
