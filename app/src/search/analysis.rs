//! From texts to the stems that the index knows, and back to where they stand.
//!
//! The German stemmer takes ß for ss and ä, ö, ü for ae, oe, ue (and both for a, o, u): every spelling finds the same.

use std::{collections::BTreeSet, ops::Range};

use tantivy::tokenizer::{Language, LowerCaser, SimpleTokenizer, Stemmer, TextAnalyzer, TokenStream};

use crate::language::Locale;

pub fn analyzer(locale: Locale) -> TextAnalyzer {
    let language = match locale {
        Locale::De | Locale::DeCh => Language::German,
        Locale::En => Language::English,
    };
    TextAnalyzer::builder(SimpleTokenizer::default()).filter(LowerCaser).filter(Stemmer::new(language)).build()
}

/// The stems of a text with their places.
pub fn stems(analyzer: &TextAnalyzer, text: &str) -> Vec<(String, Range<usize>)> {
    let mut analyzer = analyzer.clone();
    let mut stream = analyzer.token_stream(text);
    let mut stems = Vec::new();
    while stream.advance() {
        let token = stream.token();
        stems.push((token.text.clone(), token.offset_from..token.offset_to));
    }
    stems
}

/// What one word or one sentence of a search is found by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// One of these stems.
    Any(BTreeSet<String>),
    /// These stems one after another.
    Row(Vec<String>),
}

impl Match {
    /// Where it stands among the stems of a text.
    pub fn places(&self, stems: &[(String, Range<usize>)]) -> Vec<Range<usize>> {
        match self {
            Match::Any(any) => {
                stems.iter().filter(|(stem, _)| any.contains(stem)).map(|(_, place)| place.clone()).collect()
            }
            Match::Row(row) => {
                let rows = stems.windows(row.len().max(1));
                let found = rows.filter(|stems| stems.iter().map(|(stem, _)| stem).eq(row));
                found.filter_map(|stems| Some(stems.first()?.1.start..stems.last()?.1.end)).collect()
            }
        }
    }
}

/// The shortest part of a compound word, in letters of its stem: shorter ones stand in words by chance.
const PART: usize = 5;

/// Whether a word of the library is a compound that begins or ends with the word that is looked for.
pub fn is_compound_of(known: &str, stem: &str) -> bool {
    stem.chars().count() >= PART && known.len() > stem.len() && (known.starts_with(stem) || known.ends_with(stem))
}

/// Whether the word that is looked for is a compound whose last part is a word of the library.
pub fn has_as_head(stem: &str, known: &str) -> bool {
    is_compound_of(stem, known) && stem.ends_with(known)
}
