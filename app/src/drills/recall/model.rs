//! The rules of recall. A session is the same code on the server (plain forms) and in the island (at once); what comes when is the server's.

#[cfg(feature = "ssr")]
mod deck;
#[cfg(feature = "ssr")]
mod memory;
#[cfg(feature = "ssr")]
mod pause;

#[cfg(feature = "ssr")]
pub use deck::{Answered, Asked, Deck, MOST, answer, days_between, find_card};
#[cfg(feature = "ssr")]
pub use memory::{LONGEST_INTERVAL, Memory, after_review};
#[cfg(feature = "ssr")]
pub use pause::read_pause;

/// How well somebody knew the back of a card, by their own word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Grade {
    Again,
    Hard,
    Good,
    Easy,
}

impl Grade {
    /// In the order of the keys 1 to 4.
    pub const ALL: [Grade; 4] = [Grade::Again, Grade::Hard, Grade::Good, Grade::Easy];

    /// As it stands in the database, in forms and in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Grade::Again => "again",
            Grade::Hard => "hard",
            Grade::Good => "good",
            Grade::Easy => "easy",
        }
    }

    pub fn from_id(id: &str) -> Option<Grade> {
        Grade::ALL.into_iter().find(|grade| grade.id() == id)
    }

    /// The key that says it.
    pub fn key(self) -> String {
        (self as usize + 1).to_string()
    }

    pub fn from_key(key: &str) -> Option<Grade> {
        Grade::ALL.into_iter().find(|grade| grade.key() == key)
    }
}

/// Something the learner does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Turns the card in front of them.
    Show,
    /// Says how well they knew what is on its back.
    Answer(Grade),
}

/// An event that is not possible in this state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

/// Where a session stands. Its cards come one after another, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    pub cards: usize,
    pub answers: Vec<Grade>,
    /// The card in front has been turned.
    pub is_shown: bool,
}

impl Session {
    pub fn start(cards: usize) -> Session {
        Session { cards, ..Session::default() }
    }

    /// The position of the card in front; none once the last one is answered.
    pub fn card(&self) -> Option<usize> {
        Some(self.answers.len()).filter(|card| *card < self.cards)
    }

    /// The state after an event. Nobody says how well they knew what they have not seen.
    pub fn apply(&self, event: Event) -> Result<Session, Refused> {
        self.card().ok_or(Refused)?;
        let mut next = self.clone();
        match (event, self.is_shown) {
            (Event::Show, false) => next.is_shown = true,
            (Event::Answer(grade), true) => {
                next.answers.push(grade);
                next.is_shown = false;
            }
            _ => return Err(Refused),
        }
        Ok(next)
    }
}

#[cfg(feature = "ssr")]
#[cfg(test)]
mod tests;
