//! The rules of an open drill: state + event -> state.
//!
//! One answers, written or spoken, before any model can be seen; marks what one's own answer has; and then decides what becomes of it.

use std::{fmt, str::FromStr};

use uuid::Uuid;

use crate::{
    drills::{
        Refused,
        written::rules::{Rules, read_marks, write_marks},
    },
    language::plain_text,
};

/// What is to be done next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    Answer,
    /// From here on the models are shown.
    Mark,
    Decide,
    Done,
}

/// What one says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Written(String),
    /// The id of a recording.
    Spoken(String),
}

/// What becomes of an answer; the third possibility, deleting it, leaves no attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    Keep,
    Share,
}

/// Something the learner does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    Answer(Answer),
    /// Positions of the criteria that one's own answer meets, each once and in order.
    Mark(Vec<usize>),
    Choose(Choice),
    /// Takes back the last thing done; from a shared answer it takes the share.
    Back,
}

/// As it is stored: `write Guten Tag …`, `speak 0193…`, `mark 0 2`, `keep`, `share`, `back`.
impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Event::Answer(Answer::Written(text)) => write!(f, "write {text}"),
            Event::Answer(Answer::Spoken(recording)) => write!(f, "speak {recording}"),
            Event::Mark(marks) => write!(f, "mark{}", write_marks(marks)),
            Event::Choose(Choice::Keep) => f.write_str("keep"),
            Event::Choose(Choice::Share) => f.write_str("share"),
            Event::Back => f.write_str("back"),
        }
    }
}

impl FromStr for Event {
    type Err = Refused;

    fn from_str(text: &str) -> Result<Event, Refused> {
        let (name, said) = text.split_once(' ').unwrap_or((text, ""));
        match (name, said) {
            ("write", text) => Ok(Event::Answer(Answer::Written(plain_text(text)))),
            ("speak", recording) => {
                let recording = Uuid::parse_str(recording).map_err(|_| Refused)?;
                Ok(Event::Answer(Answer::Spoken(recording.to_string())))
            }
            ("mark", marks) => read_marks(marks).map(Event::Mark),
            ("keep", "") => Ok(Event::Choose(Choice::Keep)),
            ("share", "") => Ok(Event::Choose(Choice::Share)),
            ("back", "") => Ok(Event::Back),
            _ => Err(Refused),
        }
    }
}

/// Where an attempt stands. What was taken back stays in its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    pub phase: Phase,
    pub answer: Option<Answer>,
    pub marks: Vec<usize>,
    pub choice: Option<Choice>,
}

impl State {
    pub fn start() -> State {
        State { phase: Phase::Answer, answer: None, marks: Vec::new(), choice: None }
    }

    /// The state after an event.
    pub fn apply(&self, rules: &Rules, event: Event) -> Result<State, Refused> {
        let next = self.clone();
        match (self.phase, event) {
            (Phase::Answer, Event::Answer(answer)) => {
                if let Answer::Written(text) = &answer {
                    rules.check(text).map_err(|_| Refused)?;
                }
                Ok(State { phase: Phase::Mark, answer: Some(answer), ..next })
            }
            (Phase::Mark, Event::Mark(marks)) if rules.are_marks(&marks) => {
                Ok(State { phase: Phase::Decide, marks, ..next })
            }
            (Phase::Decide, Event::Choose(choice)) => Ok(State { phase: Phase::Done, choice: Some(choice), ..next }),
            (Phase::Mark, Event::Back) => Ok(State { phase: Phase::Answer, ..next }),
            (Phase::Decide, Event::Back) => Ok(State { phase: Phase::Mark, ..next }),
            (Phase::Done, Event::Back) => Ok(State { phase: Phase::Decide, choice: None, ..next }),
            _ => Err(Refused),
        }
    }

    /// The state after stored events, from the start.
    pub fn replay(rules: &Rules, events: &[String]) -> Result<State, Refused> {
        events.iter().try_fold(State::start(), |state, event| state.apply(rules, event.parse()?))
    }

    /// The share of the criteria that one found in one's own answer, in percent.
    pub fn score(&self, rules: &Rules) -> u32 {
        rules.score(&self.marks)
    }

    /// What one wrote, if one wrote.
    pub fn written(&self) -> &str {
        match &self.answer {
            Some(Answer::Written(text)) => text,
            _ => "",
        }
    }

    /// The recording that is the answer, if one spoke.
    pub fn recording(&self) -> Option<&str> {
        match &self.answer {
            Some(Answer::Spoken(recording)) => Some(recording),
            _ => None,
        }
    }
}

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
