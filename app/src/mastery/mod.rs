//! One's own competencies: levels that follow from what was practised and answered by one rule, and why each is what it is.

pub mod model;
pub mod pages;
pub mod store;
