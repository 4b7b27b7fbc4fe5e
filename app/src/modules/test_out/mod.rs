//! Testing out: the checks of a module's lessons, taken before anything is read. A lesson whose checks are all answered right counts as
//! finished: what is known already is not taught again.

pub mod actions;
mod model;
pub mod pages;
mod store;

pub use model::is_offered;
