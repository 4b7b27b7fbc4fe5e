//! How a customer feels, and what depends on it.

use serde::{Deserialize, Serialize};

/// How a customer feels: each from 0 to [`Mood::MAX`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Mood {
    pub trust: i8,
    pub tension: i8,
}

impl Mood {
    pub const MAX: i8 = 6;
    const LEVELS: usize = Mood::MAX as usize + 1;
    /// So many moods there are.
    pub const COUNT: usize = Mood::LEVELS * Mood::LEVELS;

    /// Which of them this is, from 0.
    pub fn number(self) -> usize {
        let level = |feeling: i8| usize::from(feeling.clamp(0, Mood::MAX).unsigned_abs());
        level(self.trust) * Mood::LEVELS + level(self.tension)
    }

    /// The mood after an effect, kept within its bounds.
    pub fn after(self, trust: i8, tension: i8) -> Mood {
        let bounded = |value: i8, change: i8| value.saturating_add(change).clamp(0, Mood::MAX);
        Mood { trust: bounded(self.trust, trust), tension: bounded(self.tension, tension) }
    }

    /// The mood once the time for an answer has run out.
    pub fn after_waiting(self) -> Mood {
        self.after(0, WAITED)
    }
}

/// What waiting for an answer adds to the customer's tension.
const WAITED: i8 = 1;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    pub of: Feeling,
    pub is: Comparison,
    pub value: i8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Feeling {
    Trust,
    Tension,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Comparison {
    Less,
    AtMost,
    Equal,
    AtLeast,
    More,
}

impl Condition {
    pub fn holds(self, mood: Mood) -> bool {
        let actual = match self.of {
            Feeling::Trust => mood.trust,
            Feeling::Tension => mood.tension,
        };
        match self.is {
            Comparison::Less => actual < self.value,
            Comparison::AtMost => actual <= self.value,
            Comparison::Equal => actual == self.value,
            Comparison::AtLeast => actual >= self.value,
            Comparison::More => actual > self.value,
        }
    }
}
