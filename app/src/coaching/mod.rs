//! Coaches ask their teams to practise something by a day, and see who has done it: done or not, and when.

pub mod actions;
pub mod model;
pub mod pages;
pub mod store;
