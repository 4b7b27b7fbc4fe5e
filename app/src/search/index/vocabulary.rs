//! Which words of a library begin or end with another: German writes words together.

use std::collections::BTreeSet;

use crate::search::analysis::{has_as_head, is_compound_of};

/// Every stem of a library's texts once.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// In order: what begins alike stands together.
    stems: Vec<String>,
    /// The same, last letter first: what ends alike stands together.
    backwards: Vec<String>,
}

impl Vocabulary {
    pub fn new(stems: BTreeSet<String>) -> Vocabulary {
        let mut backwards: Vec<String> = stems.iter().map(|stem| turned(stem)).collect();
        backwards.sort_unstable();
        Vocabulary { stems: stems.into_iter().collect(), backwards }
    }

    /// The compounds that begin or end with a stem.
    pub fn compounds_of(&self, stem: &str) -> BTreeSet<String> {
        let ends = turned(stem);
        let ending = beginning_with(&self.backwards, &ends).map(|known| turned(known));
        let all = beginning_with(&self.stems, stem).cloned().chain(ending);
        all.filter(|known| is_compound_of(known, stem)).collect()
    }

    /// The longest stem that a compound ends with.
    pub fn head_of(&self, compound: &str) -> Option<String> {
        let ends = compound.char_indices().filter_map(|(start, _)| compound.get(start..));
        let mut heads = ends.filter(|end| has_as_head(compound, end));
        heads.find(|end| self.stems.binary_search_by(|known| known.as_str().cmp(*end)).is_ok()).map(str::to_owned)
    }
}

fn beginning_with<'a>(sorted: &'a [String], start: &'a str) -> impl Iterator<Item = &'a String> {
    let first = sorted.partition_point(|known| known.as_str() < start);
    sorted.iter().skip(first).take_while(move |known| known.starts_with(start))
}

fn turned(text: &str) -> String {
    text.chars().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary(stems: &[&str]) -> Vocabulary {
        Vocabulary::new(stems.iter().map(|stem| (*stem).to_owned()).collect())
    }

    #[test]
    fn compounds_begin_or_end_with_a_word() {
        let known =
            vocabulary(&["beschwerd", "beschwerdebuch", "kundenbeschwerd", "kundenbeschwerdebuch", "zwerg", "ärg"]);
        assert_eq!(Vec::from_iter(known.compounds_of("beschwerd")), ["beschwerdebuch", "kundenbeschwerd"]);
        assert_eq!(Vec::from_iter(known.compounds_of("werd")), [""; 0], "what is short stands in words by chance");
        assert!(known.compounds_of("größer").is_empty() && Vocabulary::default().compounds_of("beschwerd").is_empty());
    }

    #[test]
    fn a_compound_is_known_by_its_last_part() {
        let known = vocabulary(&["beschwerd", "schwerd", "gäste", "werd"]);
        assert_eq!(known.head_of("gästebeschwerd").as_deref(), Some("beschwerd"), "the longest");
        assert_eq!(known.head_of("ärgerschwerd").as_deref(), Some("schwerd"));
        assert_eq!(
            (known.head_of("beschwerd"), known.head_of("gästebuch"), known.head_of("")),
            (Some("schwerd".into()), None, None)
        );
    }

    #[test]
    fn it_finds_what_looking_at_every_word_would() {
        proptest::proptest!(|(stems in proptest::collection::btree_set("[aeéß]{1,9}", 0..60), word in "[aeéß]{0,12}")| {
            let known = Vocabulary::new(stems.clone());
            let compounds: BTreeSet<String> = stems.iter().filter(|stem| is_compound_of(stem, &word)).cloned().collect();
            proptest::prop_assert_eq!(known.compounds_of(&word), compounds);
            let heads = stems.iter().filter(|stem| has_as_head(&word, stem));
            proptest::prop_assert_eq!(known.head_of(&word), heads.max_by_key(|stem| stem.len()).cloned());
        });
    }
}
