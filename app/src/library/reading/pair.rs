//! The German and the English file of one text have the same structure; only the words differ.

use super::Reader;
use super::page::Page;
use super::shelf::Pair;

/// One element of structure, as an author would name it, and its line.
pub struct Mark {
    pub line: usize,
    pub is: String,
}

impl Mark {
    pub fn new(line: usize, is: impl Into<String>) -> Mark {
        Mark { line, is: is.into() }
    }
}

/// What was read from one file, before it meets its translation.
pub trait Draft {
    /// The structure without the words, from top to bottom.
    fn shape(&self) -> Vec<Mark>;
}

/// Reads both files; returns them when both could be read and agree.
pub fn read<D: Draft>(
    pair: &Pair,
    reader: &mut Reader,
    parse: impl Fn(&mut Page, &str) -> Option<D>,
) -> Option<(D, D)> {
    let german = pair.de.and_then(|file| reader.page(file, &parse));
    let english = pair.en.and_then(|file| reader.page(file, &parse));
    let (german, english, path) = (german?, english?, &pair.en?.path);
    is_same(&german, &english, path, reader).then_some((german, english))
}

/// Names the first place at which two structures part; all of them as long as the rest still runs in step.
fn is_same(german: &impl Draft, english: &impl Draft, path: &str, reader: &mut Reader) -> bool {
    let (german, english) = (german.shape(), english.shape());
    let in_step = german.len() == english.len();
    let mut differences = german.iter().zip(&english).filter(|(german, english)| german.is != english.is).peekable();
    let is_same = in_step && differences.peek().is_none();
    let mut is_named = false;
    for (german, english) in differences.take(if in_step { usize::MAX } else { 1 }) {
        let message =
            format!("Here stands {}, but the German file has {} (line {}).", english.is, german.is, german.line);
        reader.fault(path, english.line, message);
        is_named = true;
    }
    if !is_same && !is_named {
        let line = english.last().map_or(1, |mark| mark.line);
        let message = match (german.get(english.len()), english.get(german.len())) {
            (Some(missing), _) => format!("The German file goes on with {} (line {}).", missing.is, missing.line),
            (_, Some(extra)) => format!("The German file ends before {}.", extra.is),
            _ => "The German file has another structure.".to_owned(),
        };
        reader.fault(path, line, message);
    }
    is_same
}
