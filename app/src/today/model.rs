//! Rules of the day and of progress.

mod asked;
mod next;
mod progress;
mod week;

pub use asked::still_asked;
pub use next::{Assigned, Next, OpenAttempt, RECENT, Situation, Why, is_enough, longest_ago, next_step};
pub use progress::latest;
pub use week::{Due, days_practised, due_words, whole_minutes};
