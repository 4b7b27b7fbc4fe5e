//! What authors write: paths, modules, lessons, drills and cards, and how they are read and checked.

pub mod model;
pub use model::*;

#[cfg(feature = "ssr")]
mod reading;
#[cfg(feature = "ssr")]
mod source;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(all(test, feature = "ssr"))]
mod tests;

#[cfg(feature = "ssr")]
pub use reading::read;
#[cfg(feature = "ssr")]
pub use source::{Fault, SourceFile};
