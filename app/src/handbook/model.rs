//! Which pages there are, and what may stand on them.

use crate::{
    language::Locale,
    routes::{Url, to},
};

/// The longest text, in characters.
pub const LONGEST: usize = 6000;

/// A page that the organisation writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Who helps with insults, threats and harassment.
    Help,
    /// What may be granted on the spot.
    DecisionCard,
}

impl Topic {
    pub const ALL: [Topic; 2] = [Topic::Help, Topic::DecisionCard];

    /// As it is stored and sent.
    pub fn id(self) -> &'static str {
        match self {
            Topic::Help => "help",
            Topic::DecisionCard => "decision-card",
        }
    }

    pub fn from_id(id: &str) -> Option<Topic> {
        Topic::ALL.into_iter().find(|topic| topic.id() == id)
    }

    pub fn url(self) -> Url {
        match self {
            Topic::Help => to::help(),
            Topic::DecisionCard => to::decision_card(),
        }
    }
}

/// What stands on a page, as it was typed (Markdown).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    pub de: String,
    pub en: String,
}

impl Texts {
    /// In a language, or in the other one where there is none.
    pub fn get(&self, locale: Locale) -> Option<&str> {
        let both = match locale {
            Locale::En => [&self.en, &self.de],
            Locale::De | Locale::DeCh => [&self.de, &self.en],
        };
        both.into_iter().map(String::as_str).find(|text| !text.trim().is_empty())
    }
}

/// The message key of what is wrong with a text, if anything.
pub fn fault(text: &str) -> Option<&'static str> {
    (text.chars().count() > LONGEST).then_some("handbook-too-long")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_in_the_language_there_is() {
        let texts = Texts { de: "Hallo".into(), en: " ".into() };
        assert_eq!(texts.get(Locale::En), Some("Hallo"));
        assert_eq!(texts.get(Locale::DeCh), Some("Hallo"));
        assert_eq!(Texts::default().get(Locale::De), None);
    }

    #[test]
    fn topics_are_known_by_their_ids() {
        assert!(Topic::ALL.into_iter().all(|topic| Topic::from_id(topic.id()) == Some(topic)));
        assert_eq!(Topic::from_id("else"), None);
        assert_eq!((fault("kurz"), fault(&"ß".repeat(LONGEST + 1))), (None, Some("handbook-too-long")));
    }
}
