//! Which pages there are, and what may stand on them.

use crate::routes::{Url, to};

/// The longest text, in characters.
pub const LONGEST: usize = 6000;

/// A page that the organisation writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Who helps with insults, threats and harassment.
    Help,
}

impl Topic {
    pub const ALL: [Topic; 1] = [Topic::Help];

    /// As it is stored and sent.
    pub fn id(self) -> &'static str {
        match self {
            Topic::Help => "help",
        }
    }

    pub fn from_id(id: &str) -> Option<Topic> {
        Topic::ALL.into_iter().find(|topic| topic.id() == id)
    }

    pub fn url(self) -> Url {
        match self {
            Topic::Help => to::help(),
        }
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
    fn topics_are_known_by_their_ids() {
        assert!(Topic::ALL.into_iter().all(|topic| Topic::from_id(topic.id()) == Some(topic)));
        assert_eq!(Topic::from_id("else"), None);
        assert_eq!((fault("kurz"), fault(&"ß".repeat(LONGEST + 1))), (None, Some("handbook-too-long")));
    }
}
