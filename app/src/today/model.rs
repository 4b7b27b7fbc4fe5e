//! Rules of the day and of progress.

mod asked;
mod next;
mod plan;
mod progress;
mod week;

pub use asked::still_asked;
pub use next::{
    Assigned, Next, OpenAttempt, RECENT, Situation, Why, is_enough, latest_field_practice, longest_ago, next_step,
};
pub use plan::{Plan, Stop, Today};
pub use progress::latest;
pub use week::{Due, days_practised, due_words, whole_minutes};
