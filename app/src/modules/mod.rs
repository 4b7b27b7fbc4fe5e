//! What there is to learn: the catalogue, a module, and lessons read step by step with checks and reflections.

pub mod actions;
pub mod catalogue;
pub mod model;
pub mod pages;
mod phrasing;
pub mod records;
pub mod store;
pub mod test_out;
