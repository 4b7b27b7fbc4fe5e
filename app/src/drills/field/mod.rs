//! Field practice: something to try with real customers.

pub mod content;
mod kind;
mod reading;

pub use kind::KIND;
