//! The rules of one's own sentences.

use crate::{
    drills::{
        phrase::model::LONGEST,
        written::rules::{Fault, Rules},
    },
    language::fold,
};

/// What may be a sentence: as in a phrase drill.
const RULES: Rules = Rules { criteria: 0, longest: LONGEST };

/// The message that says what is wrong with a sentence.
pub fn fault(text: &str) -> Option<&'static str> {
    match RULES.check(text) {
        Ok(()) => None,
        Err(Fault::Empty) => Some("phrase-empty"),
        Err(Fault::Long) => Some("phrase-too-long"),
    }
}

/// The most characters of a sentence.
pub fn longest() -> u32 {
    u32::try_from(RULES.longest).unwrap_or(u32::MAX)
}

/// The id of what stood in an attempt after a step: kept twice, it is there once.
pub fn kept_id(attempt: &str, number: i64) -> String {
    format!("{attempt}-{number}")
}

/// Whether every word that is looked for stands in one of the texts, whatever its case and accents.
pub fn is_found(words: &str, texts: &[&str]) -> bool {
    let texts: Vec<String> = texts.iter().map(|text| fold(text)).collect();
    fold(words).split(' ').all(|word| texts.iter().any(|text| text.contains(word)))
}

/// Whether it can be the name of a drill: `module/drill`. It may have left the content since.
pub fn is_item(item: &str) -> bool {
    let is_id = |id: &str| {
        !id.is_empty() && id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-')) && id.len() <= 100
    };
    item.split_once('/').is_some_and(|(module, drill)| is_id(module) && is_id(drill))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_spelling() {
        let texts = ["Bis Freitag weiß ich Bescheid.", "Gedulden müssen"];
        for words in ["", "  ", "WEISS", "freitag mussen", "Bescheid.", "ß"] {
            assert!(is_found(words, &texts), "{words}");
        }
        for words in ["Montag", "freitag montag", "weißich"] {
            assert!(!is_found(words, &texts), "{words}");
        }
    }

    #[test]
    fn a_sentence_has_its_bounds() {
        assert_eq!(fault("Gern."), None);
        assert_eq!(fault(""), Some("phrase-empty"));
        assert_eq!(fault(&"ü".repeat(301)), Some("phrase-too-long"));
    }

    #[test]
    fn items_are_names_of_drills() {
        assert!(is_item("speed/cold-soup"));
        for item in ["", "speed", "/", "speed/", "a/b/c", "a/ü", "a/b c"] {
            assert!(!is_item(item), "{item}");
        }
    }
}
