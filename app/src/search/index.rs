//! The index of a language: made when it is first asked for, and anew when authors have changed the library.

mod building;
mod finding;
mod vocabulary;

use std::sync::{Arc, Weak};

use tantivy::{Searcher, schema::Field, tokenizer::TextAnalyzer};
use tokio::{sync::Mutex, task::spawn_blocking};

use super::entries::Entry;
use crate::{
    error::{Error, Result},
    language::Locale,
    library::Library,
};

pub use finding::{Found, Marker};
use vocabulary::Vocabulary;

/// All texts in one spelling.
pub struct Index {
    /// In the order of the documents.
    entries: Vec<Entry>,
    searcher: Searcher,
    analyzer: TextAnalyzer,
    fields: Fields,
    /// Of German alone, where words are written together.
    vocabulary: Vocabulary,
}

#[derive(Clone, Copy)]
struct Fields {
    title: Field,
    text: Field,
}

/// The indexes in use: until somebody looks for something in a language, there is none and nothing waits for it.
#[derive(Default)]
pub struct Indexes([Mutex<Option<Kept>>; 3]);

/// An index, and the library that it was made of.
type Kept = (Weak<Library>, Arc<Index>);

impl Indexes {
    /// The index of a library as it is now.
    pub async fn of(&self, library: &Arc<Library>, locale: Locale) -> Result<Arc<Index>> {
        let [de, de_ch, en] = &self.0;
        let slot = match locale {
            Locale::De => de,
            Locale::DeCh => de_ch,
            Locale::En => en,
        };
        // Who asks meanwhile waits for the same index.
        let mut kept = slot.lock().await;
        let now = Arc::downgrade(library);
        if let Some((made_of, index)) = &*kept
            && made_of.ptr_eq(&now)
        {
            return Ok(Arc::clone(index));
        }
        let library = Arc::clone(library);
        let index = spawn_blocking(move || Index::build(&library, locale)).await.map_err(Error::internal)??;
        let index = Arc::new(index);
        *kept = Some((now, Arc::clone(&index)));
        Ok(index)
    }
}

impl Index {
    pub fn entry(&self, position: usize) -> Option<&Entry> {
        self.entries.get(position)
    }
}

impl From<tantivy::TantivyError> for Error {
    fn from(error: tantivy::TantivyError) -> Error {
        Error::internal(error)
    }
}

#[cfg(test)]
mod tests;
