//! Whether training is taken up: figures of groups for closed weeks, never about one person.

pub mod closing;
pub mod disclosure;
mod jobs;
mod kept;
pub mod pages;
pub mod store;

pub use jobs::close_weeks;
pub use kept::KeptPages;
