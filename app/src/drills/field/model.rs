//! Rules of intentions: what one is, when it is asked about, and what can become of it.

use chrono::{Datelike, Days, NaiveDate, Weekday};

mod asking;
mod words;

pub use asking::Asking;
pub use words::{
    NOTE_MAX, OBSTACLE_MAX, PART_MAX, READY_MAX, halves, note_fault, obstacle_fault, one_line, sentence, tidy_then,
    tidy_when,
};

/// An intention lies at most so many days ahead.
const FARTHEST: u64 = 28;

/// How it went, or what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Worked,
    Partly,
    /// There was no occasion so far; it can be moved or let go.
    NotYet,
    LetGo,
}

impl Outcome {
    const ALL: [Outcome; 4] = [Outcome::Worked, Outcome::Partly, Outcome::NotYet, Outcome::LetGo];
    /// What is asked for in one tap.
    pub const ANSWERS: [Outcome; 3] = [Outcome::Worked, Outcome::Partly, Outcome::NotYet];

    /// As it stands in the database, in forms and in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Outcome::Worked => "worked",
            Outcome::Partly => "partly",
            Outcome::NotYet => "not-yet",
            Outcome::LetGo => "let-go",
        }
    }

    pub fn from_id(id: &str) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|outcome| outcome.id() == id)
    }

    /// An answer as a form sends it.
    pub fn from_answer(id: &str) -> Option<Outcome> {
        Outcome::from_id(id).filter(|outcome| Outcome::ANSWERS.contains(outcome))
    }

    /// Whether something was tried: then the field practice is done.
    pub fn is_tried(self) -> bool {
        matches!(self, Outcome::Worked | Outcome::Partly)
    }
}

/// Everything about an intention that can change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    pub day: NaiveDate,
    /// `None` until the person says how it went.
    pub outcome: Option<Outcome>,
    /// A sentence about how it went.
    pub note: String,
    /// What stopped the person.
    pub obstacle: String,
}

/// What a person does with an intention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Says how it went; without a note the one that is kept stays.
    Answer {
        outcome: Outcome,
        note: Option<String>,
    },
    Move {
        day: NaiveDate,
    },
    LetGo,
    /// Keeps words for oneself; empty ones to take them back.
    Keep {
        note: String,
        obstacle: String,
    },
}

impl State {
    /// Whether it still stands: not tried so far, and not let go.
    pub fn is_open(&self) -> bool {
        matches!(self.outcome, None | Some(Outcome::NotYet))
    }

    /// Whether it can be set for another day: also after it was let go, but not once it was tried.
    pub fn can_move(&self) -> bool {
        !self.outcome.is_some_and(Outcome::is_tried)
    }

    /// What it is after a change; `None` where it cannot be made.
    pub fn after(&self, change: &Change) -> Option<State> {
        let now = self.clone();
        match change {
            Change::Answer { outcome, note } => {
                Some(State { outcome: Some(*outcome), note: note.clone().unwrap_or(now.note), ..now })
            }
            Change::Move { day } => self.can_move().then_some(State { day: *day, outcome: None, ..now }),
            Change::LetGo => self.is_open().then_some(State { outcome: Some(Outcome::LetGo), ..now }),
            Change::Keep { note, obstacle } => Some(State { note: note.clone(), obstacle: obstacle.clone(), ..now }),
        }
    }

    /// Whether a change was made already, and nothing else was since: then the same form was sent twice.
    pub fn has(&self, change: &Change) -> bool {
        match change {
            Change::Answer { outcome, note } => {
                self.outcome == Some(*outcome) && note.as_ref().is_none_or(|note| *note == self.note)
            }
            Change::Move { day } => self.outcome.is_none() && self.day == *day,
            Change::LetGo => self.outcome == Some(Outcome::LetGo),
            Change::Keep { note, obstacle } => (note, obstacle) == (&self.note, &self.obstacle),
        }
    }
}

/// The day that a form begins with: tomorrow, or Monday where tomorrow is a weekend.
pub fn usual_day(today: NaiveDate) -> NaiveDate {
    let is_workday = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    today.iter_days().skip(1).find(is_workday).unwrap_or(today)
}

/// The message key of what is wrong with a day, if anything: it lies between today and four weeks ahead.
pub fn day_fault(day: Option<NaiveDate>, today: NaiveDate) -> Option<&'static str> {
    let last = today.checked_add_days(Days::new(FARTHEST)).unwrap_or(today);
    match day {
        None => Some("field-day-missing"),
        Some(day) if day < today => Some("field-day-past"),
        Some(day) if day > last => Some("field-day-far"),
        Some(_) => None,
    }
}

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
