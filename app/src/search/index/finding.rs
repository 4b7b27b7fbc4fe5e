//! From words to hits. Queries are put together piece by piece: what is typed is never read as a query language.

use std::{collections::BTreeSet, ops::Range};

use tantivy::{
    Term,
    collector::TopDocs,
    query::{BooleanQuery, BoostQuery, Occur, PhraseQuery, Query, TermQuery},
    schema::{Field, IndexRecordOption},
    tokenizer::TextAnalyzer,
};

use super::Index;
use crate::{
    error::Result,
    search::{
        analysis::{Match, stems},
        entries::{Entry, Place},
    },
};

/// A title says more than a text.
const TITLE: f32 = 3.0;
/// Compounds come after the word itself.
const COMPOUND: f32 = 0.3;

/// What was found.
pub struct Found {
    /// Positions of entries, the best first; of a module or a lesson its best text alone.
    pub hits: Vec<usize>,
    /// Nothing holds all of the words: these hold some.
    pub is_loose: bool,
    pub marker: Marker,
}

/// Finds in any text what was looked for.
#[derive(Clone)]
pub struct Marker {
    analyzer: TextAnalyzer,
    /// What a text must have to be found, and what it may have.
    needed: Vec<Match>,
    more: Vec<Match>,
}

impl Marker {
    /// Where it stands, in order.
    pub fn places(&self, text: &str) -> Vec<Range<usize>> {
        let stems = stems(&self.analyzer, text);
        let mut places: Vec<_> = self.needed.iter().chain(&self.more).flat_map(|one| one.places(&stems)).collect();
        places.sort_by_key(|place| (place.start, place.end));
        places
    }

    pub fn is_found(&self, text: &str) -> bool {
        let stems = stems(&self.analyzer, text);
        !self.needed.is_empty() && self.needed.iter().all(|one| !one.places(&stems).is_empty())
    }
}

/// One word or sentence of a search as the index knows it.
struct Known {
    query: Box<dyn Query>,
    is_common: bool,
    by: Match,
}

impl Index {
    /// What holds all that is needed of it; where nothing does, what holds some of that. `is_shown`: whether a person may find an entry.
    pub fn find(&self, wanted: &[&str], is_shown: impl Fn(&Entry) -> bool) -> Result<Found> {
        let mut known = Vec::new();
        for text in wanted {
            known.extend(self.know(text)?);
        }
        // A word that stands nearly everywhere need not be there, unless there is no other.
        let all_common = known.iter().all(|one| one.is_common);
        let is_needed = |one: &Known| all_common || !one.is_common;
        let clause = |one: &Known, occur| (occur, one.query.box_clone());
        let strict = |one| clause(one, if is_needed(one) { Occur::Must } else { Occur::Should });
        let mut hits = self.run(known.iter().map(strict).collect(), &is_shown)?;
        // Some of several: what stands nearly everywhere anyway is none of it.
        let is_loose = hits.is_empty() && known.iter().filter(|one| is_needed(one)).count() > 1;
        if is_loose {
            let some = known.iter().filter(|one| is_needed(one)).map(|one| clause(one, Occur::Should));
            hits = self.run(some.collect(), &is_shown)?;
        }
        let (needed, more): (Vec<_>, Vec<_>) = known.into_iter().partition(is_needed);
        let [needed, more] = [needed, more].map(|known| known.into_iter().map(|one| one.by).collect());
        let is_loose = is_loose && !hits.is_empty();
        Ok(Found { hits, is_loose, marker: Marker { analyzer: self.analyzer.clone(), needed, more } })
    }

    fn run(&self, clauses: Vec<(Occur, Box<dyn Query>)>, is_shown: &impl Fn(&Entry) -> bool) -> Result<Vec<usize>> {
        let most = TopDocs::with_limit(self.entries.len().max(1)).order_by_score();
        let mut seen = BTreeSet::new();
        let mut hits = Vec::new();
        for (_, address) in self.searcher.search(&BooleanQuery::new(clauses), &most)? {
            let position = address.doc_id as usize;
            let Some(entry) = self.entry(position).filter(|entry| is_shown(entry)) else { continue };
            let of = match &entry.place {
                Place::Module => "",
                Place::Lesson { id, .. } | Place::Drill { id, .. } => id.as_str(),
            };
            if seen.insert((entry.module.as_str(), of)) {
                hits.push(position);
            }
        }
        Ok(hits)
    }

    /// `None` for what holds no letter and no digit.
    fn know(&self, text: &str) -> Result<Option<Known>> {
        let row: Vec<String> = stems(&self.analyzer, text).into_iter().map(|(stem, _)| stem).collect();
        Ok(match row.as_slice() {
            [] => None,
            [stem] => Some(self.know_word(stem)?),
            _ => Some(Known { query: self.in_row(&row), is_common: false, by: Match::Row(row) }),
        })
    }

    fn in_row(&self, row: &[String]) -> Box<dyn Query> {
        let in_field = |field: Field| -> Box<dyn Query> {
            Box::new(PhraseQuery::new(row.iter().map(|stem| Term::from_field_text(field, stem)).collect()))
        };
        let title = Box::new(BoostQuery::new(in_field(self.fields.title), TITLE));
        Box::new(BooleanQuery::union(vec![title, in_field(self.fields.text)]))
    }

    fn know_word(&self, stem: &str) -> Result<Known> {
        let in_texts = self.searcher.doc_freq(&Term::from_field_text(self.fields.text, stem))?;
        let in_titles = self.searcher.doc_freq(&Term::from_field_text(self.fields.title, stem))?;
        let mut compounds = self.vocabulary.compounds_of(stem);
        if compounds.is_empty() && in_texts + in_titles == 0 {
            // Authors may have said it with a simpler word.
            compounds.extend(self.vocabulary.head_of(stem));
        }
        let mut queries = self.everywhere(stem, 1.0);
        queries.extend(compounds.iter().flat_map(|compound| self.everywhere(compound, COMPOUND)));
        let any = compounds.into_iter().chain([stem.to_owned()]).collect();
        let is_common = in_texts * 4 > self.searcher.num_docs();
        Ok(Known { query: Box::new(BooleanQuery::union(queries)), is_common, by: Match::Any(any) })
    }

    fn everywhere(&self, stem: &str, weight: f32) -> Vec<Box<dyn Query>> {
        let weighed = |(field, boost)| -> Box<dyn Query> {
            let term = TermQuery::new(Term::from_field_text(field, stem), IndexRecordOption::WithFreqs);
            Box::new(BoostQuery::new(Box::new(term), weight * boost))
        };
        [(self.fields.title, TITLE), (self.fields.text, 1.0)].map(weighed).into()
    }
}
