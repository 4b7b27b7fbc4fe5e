//! When a person is away. No reason is asked for, and none is kept.

pub mod actions;
pub mod model;
pub mod pages;
pub mod store;
