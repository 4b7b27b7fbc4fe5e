//! How long a card is remembered: FSRS-6 with its published weights, as the crate of its authors reckons it (single precision), without
//! learning steps and without fuzz. `tests/tests/fsrs.rs` compares it with the reference implementation.

use std::sync::LazyLock;

use fsrs::{FSRS, FSRS6_DEFAULT_DECAY, MemoryState, current_retrievability};

use super::Grade;
use crate::error::{Error, Result};

/// A card comes back when it is still known with this probability.
const RETENTION: f32 = 0.9;
/// The longest wait for a card, in days: what is never asked again might as well not be a card.
pub const LONGEST_INTERVAL: u32 = 365;
/// Whole numbers are stored, in billionths: finer than single precision wherever a card can get to.
const EXACT: f64 = 1e9;

static SCHEDULER: LazyLock<FSRS> = LazyLock::new(FSRS::default);

/// What is assumed of somebody's memory of a card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// Days after which it is remembered with a probability of 90 %.
    pub stability: f32,
    /// From 1 to 10.
    pub difficulty: f32,
}

impl Memory {
    /// The probability, from 0 to 1, that the card is remembered so many days after it was last answered.
    pub fn retrievability(self, days: u32) -> f32 {
        let state = MemoryState { stability: self.stability, difficulty: self.difficulty };
        current_retrievability(state, days as f32, FSRS6_DEFAULT_DECAY)
    }

    /// Stability and difficulty as they are stored.
    pub fn to_stored(self) -> (i64, i64) {
        let stored = |value: f32| (f64::from(value) * EXACT).round() as i64;
        (stored(self.stability), stored(self.difficulty))
    }

    pub fn from_stored((stability, difficulty): (i64, i64)) -> Memory {
        let read = |stored: i64| (stored as f64 / EXACT) as f32;
        Memory { stability: read(stability), difficulty: read(difficulty) }
    }
}

/// The memory of a card after an answer, and in how many days it comes back. `known`: the memory so far and the days since the last answer.
pub fn after_review(known: Option<(Memory, u32)>, grade: Grade) -> Result<(Memory, u32)> {
    let state = known.map(|(memory, _)| MemoryState { stability: memory.stability, difficulty: memory.difficulty });
    let days = known.map_or(0, |(_, days)| days);
    let next = SCHEDULER.next_states(state, RETENTION, days).map_err(Error::internal)?;
    let next = match grade {
        Grade::Again => next.again,
        Grade::Hard => next.hard,
        Grade::Good => next.good,
        Grade::Easy => next.easy,
    };
    let memory = Memory { stability: next.memory.stability, difficulty: next.memory.difficulty };
    Ok((memory, (next.interval.round() as u32).clamp(1, LONGEST_INTERVAL)))
}
