//! The learner's day: one clear next step, what is asked of them, this week; and their own progress.

pub mod model;
pub mod pages;
pub mod store;
