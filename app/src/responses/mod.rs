//! Answers that learners share with their coaches, as long as they share them.

pub mod pages;
pub mod store;
