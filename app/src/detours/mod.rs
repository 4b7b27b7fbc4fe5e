//! Detours: where conversations take another turn than they could. For those who look after the training: per dialogue and quarter, of the
//! whole organisation, what people say on their first attempt, where the way to a good ending is lost, and where a turn is taken back.
//! Never about one person: [`disclosure`] says what may be shown.

pub mod disclosure;
mod jobs;
pub mod model;
pub mod pages;
pub mod store;

pub use jobs::close_quarters;
