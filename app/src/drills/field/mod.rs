//! Field practice: an intention for a real customer, a day, and what came of it. Private, but for what somebody hands in without a name.

pub mod actions;
pub mod content;
mod draft;
mod kind;
pub mod model;
pub mod obstacles;
pub mod pages;
pub mod practice;
mod reading;
pub mod store;

pub use kind::KIND;
