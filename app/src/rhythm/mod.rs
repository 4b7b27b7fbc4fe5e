//! A weekly rhythm that the learner chooses, and a receipt of the time that learning took. Nobody else sees either.

pub mod actions;
pub mod model;
pub mod pages;
mod receipt;
pub mod store;

pub use receipt::{give_receipt, show_receipt};
