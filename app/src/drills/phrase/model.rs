//! The rules of a phrase drill: state + event -> state. The same code on the server (plain forms) and in the island (at once).
//!
//! One writes, before any model can be seen; marks what one's own sentence has; and writes once more. What is taken back stays in its field.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{
    drills::{
        Refused,
        written::rules::{Rules, read_marks, write_marks},
    },
    language::plain_text,
};

/// The most characters of a sentence.
pub const LONGEST: usize = 300;

/// What is to be done next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Phase {
    Write,
    /// From here on the models are shown.
    Mark,
    Rewrite,
    Done,
}

/// Something the learner does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    Write(String),
    /// Positions of the criteria that one's own text meets, each once and in order.
    Mark(Vec<usize>),
    /// May be the same text again.
    Rewrite(String),
    /// Takes back the last thing done.
    Back,
}

/// As it is stored: `write Bis morgen …`, `mark 0 2`, `rewrite …`, `back`.
impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Event::Write(text) => write!(f, "write {text}"),
            Event::Mark(marks) => write!(f, "mark{}", write_marks(marks)),
            Event::Rewrite(text) => write!(f, "rewrite {text}"),
            Event::Back => f.write_str("back"),
        }
    }
}

impl FromStr for Event {
    type Err = Refused;

    fn from_str(text: &str) -> Result<Event, Refused> {
        let (name, said) = text.split_once(' ').unwrap_or((text, ""));
        match name {
            "write" => Ok(Event::Write(plain_text(said))),
            "mark" => read_marks(said).map(Event::Mark),
            "rewrite" => Ok(Event::Rewrite(plain_text(said))),
            "back" if said.is_empty() => Ok(Event::Back),
            _ => Err(Refused),
        }
    }
}

impl Event {
    /// What it says, if it says something.
    pub fn text(&self) -> Option<&str> {
        match self {
            Event::Write(text) | Event::Rewrite(text) => Some(text),
            Event::Mark(_) | Event::Back => None,
        }
    }
}

/// Where an attempt stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    pub phase: Phase,
    /// What was written first. Behind [`Phase::Write`] it is not empty.
    pub first: String,
    pub marks: Vec<usize>,
    /// What was written after the models were seen; empty until then.
    pub better: String,
}

impl State {
    pub fn start() -> State {
        State { phase: Phase::Write, first: String::new(), marks: Vec::new(), better: String::new() }
    }

    /// The state after an event.
    pub fn apply(&self, rules: &Rules, event: Event) -> Result<State, Refused> {
        if event.text().is_some_and(|text| rules.check(text).is_err() || plain_text(text) != text) {
            return Err(Refused);
        }
        let next = self.clone();
        match (self.phase, event) {
            (Phase::Write, Event::Write(first)) => Ok(State { phase: Phase::Mark, first, ..next }),
            (Phase::Mark, Event::Mark(marks)) if rules.are_marks(&marks) => {
                Ok(State { phase: Phase::Rewrite, marks, ..next })
            }
            (Phase::Rewrite, Event::Rewrite(better)) => Ok(State { phase: Phase::Done, better, ..next }),
            (Phase::Mark, Event::Back) => Ok(State { phase: Phase::Write, ..next }),
            (Phase::Rewrite, Event::Back) => Ok(State { phase: Phase::Mark, ..next }),
            (Phase::Done, Event::Back) => Ok(State { phase: Phase::Rewrite, ..next }),
            _ => Err(Refused),
        }
    }

    /// The state after stored events, from the start.
    pub fn replay(rules: &Rules, events: &[String]) -> Result<State, Refused> {
        events.iter().try_fold(State::start(), |state, event| state.apply(rules, event.parse()?))
    }

    pub fn is_done(&self) -> bool {
        self.phase == Phase::Done
    }

    /// The share of the criteria that one found in one's own first text, in percent.
    pub fn score(&self, rules: &Rules) -> u32 {
        rules.score(&self.marks)
    }

    /// What the second text begins with: what was taken back, or the first text.
    pub fn draft(&self) -> &str {
        if self.better.is_empty() { &self.first } else { &self.better }
    }
}

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
