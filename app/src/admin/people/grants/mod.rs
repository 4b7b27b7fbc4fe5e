//! Roles of a person: giving and ending them.

pub mod actions;
pub mod model;
pub mod pages;
pub mod store;
