//! What a coach can ask for, what makes sense of it, and where each person stands.

mod asking;
mod due;
mod standing;
mod team;

pub use asking::{NOTE_MAX, NewAssignment, What, Whom, assignable, due_fault, note_fault, usual_due};
pub use due::{Absence, effective_due};
pub use standing::{Done, Standing, concerns, done, standing};
pub use team::{Assignment, Member, Team, order};
