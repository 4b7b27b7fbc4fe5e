//! What is looked for, as it was typed, and what is shown of a text in which it was found.

mod passage;

pub use passage::{Passage, passage, whole};

use crate::ui::LONGEST_SEARCH;

/// What comes after so many characters is not looked at.
const LONGEST: usize = LONGEST_SEARCH as usize;
/// So many words at most; nobody knows more of a text.
const MOST: usize = 16;
/// So many hits a page.
pub const PAGE: i64 = 20;

/// What hits are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Module,
    Lesson,
    /// A phrase drill: one sentence.
    Phrase,
    /// Every other drill.
    Drill,
}

impl Kind {
    pub const ALL: [Kind; 4] = [Kind::Module, Kind::Lesson, Kind::Phrase, Kind::Drill];

    /// As it stands in URLs and message keys.
    pub fn id(self) -> &'static str {
        match self {
            Kind::Module => "module",
            Kind::Lesson => "lesson",
            Kind::Phrase => "phrase",
            Kind::Drill => "drill",
        }
    }

    pub fn from_id(id: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// What was typed, without space around it and not longer than it is looked at.
pub fn typed(text: &str) -> &str {
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(end, _)| end);
    text.get(..end).unwrap_or_default().trim()
}

/// The words of a search; what stands in quotation marks, of whatever kind, stays together. There is no other syntax.
pub fn wanted(text: &str) -> Vec<&str> {
    let parts: Vec<&str> = typed(text).split(['"', '„', '“', '”', '«', '»']).collect();
    let last = parts.len().saturating_sub(1);
    let wanted = parts.into_iter().enumerate().flat_map(|(position, part)| {
        // A mark that nothing closes is none.
        let is_quoted = position % 2 == 1 && position < last;
        if is_quoted { vec![part] } else { part.split_whitespace().collect() }
    });
    wanted.filter(|part| !part.trim().is_empty()).take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_alone_and_quotes_together() {
        assert_eq!(wanted(" kalte  Suppe "), ["kalte", "Suppe"]);
        assert_eq!(wanted("Gast „kalte Suppe“ «zu spät» \"so\""), ["Gast", "kalte Suppe", "zu spät", "so"]);
        assert_eq!(wanted("nie \"zu Ende"), ["nie", "zu", "Ende"]);
        assert_eq!(wanted("title:x AND (y OR -z)^2 ~"), ["title:x", "AND", "(y", "OR", "-z)^2", "~"]);
        assert!(wanted("").is_empty() && wanted(" \"\" „ “ ").is_empty());
    }

    #[test]
    fn a_search_has_its_bounds() {
        assert_eq!(typed(&"ü".repeat(999)).chars().count(), LONGEST);
        assert_eq!(wanted(&"a ".repeat(99)).len(), MOST);
    }

    #[test]
    fn kinds_are_known_by_their_ids() {
        assert!(Kind::ALL.into_iter().all(|kind| Kind::from_id(kind.id()) == Some(kind)));
        assert_eq!(Kind::from_id("card"), None);
    }
}
