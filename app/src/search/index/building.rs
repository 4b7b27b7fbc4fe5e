//! From the library's texts to an index, on one thread and in memory.

use std::collections::BTreeSet;

use tantivy::{
    Index as Tantivy, ReloadPolicy, Searcher, TantivyDocument,
    directory::RamDirectory,
    schema::{IndexRecordOption, Schema, TextFieldIndexing, TextOptions},
    tokenizer::TokenizerManager,
};

use super::{Fields, Index, Vocabulary};
use crate::{
    error::{Error, Result},
    language::Locale,
    library::Library,
    search::{analysis::analyzer, entries::entries},
};

/// Decides how large the writer's tables begin; they grow with what a library needs.
const BUDGET: usize = 3_000_000;
const STEMS: &str = "stems";

impl Index {
    pub fn build(library: &Library, locale: Locale) -> Result<Index> {
        let analyzer = analyzer(locale);
        let (schema, fields) = schema();
        let tokenizers = TokenizerManager::default();
        tokenizers.register(STEMS, analyzer.clone());
        let builder = Tantivy::builder().schema(schema).tokenizers(tokenizers);
        let entries = entries(library, locale);
        // The usual writer works with threads of its own and takes twice the memory (39 MB instead of 21, measured with the curriculum).
        let mut writer = builder.single_segment_index_writer(RamDirectory::create(), BUDGET)?;
        for entry in &entries {
            let mut document = TantivyDocument::default();
            document.add_text(fields.title, &entry.title);
            document.add_text(fields.text, &entry.text);
            writer.add_document(document)?;
        }
        let index = writer.finalize()?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let searcher = reader.searcher();
        let vocabulary = match locale {
            Locale::De | Locale::DeCh => Vocabulary::new(known_stems(&searcher, fields)?),
            Locale::En => Vocabulary::default(),
        };
        Ok(Index { entries, searcher, analyzer, fields, vocabulary })
    }
}

fn known_stems(searcher: &Searcher, fields: Fields) -> Result<BTreeSet<String>> {
    let mut known = BTreeSet::new();
    for segment in searcher.segment_readers() {
        for field in [fields.title, fields.text] {
            let index = segment.inverted_index(field)?;
            let mut terms = index.terms().stream().map_err(Error::internal)?;
            while terms.advance() {
                known.extend(std::str::from_utf8(terms.key()).map(str::to_owned));
            }
        }
    }
    Ok(known)
}

/// Nothing is stored: a document has the number of its entry, and the texts are there.
fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default().set_tokenizer(STEMS);
    let indexing = indexing.set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let text = TextOptions::default().set_indexing_options(indexing);
    let fields =
        Fields { title: schema.add_text_field("title", text.clone()), text: schema.add_text_field("text", text) };
    (schema.build(), fields)
}
