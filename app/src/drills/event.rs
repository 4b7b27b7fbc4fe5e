//! What is done in an attempt, of whatever kind: one event after another.

/// An event that is not possible where an attempt stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;
