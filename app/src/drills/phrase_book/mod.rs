//! One's own sentences: kept from phrase drills or written down, to be looked up where they are needed. Nobody else sees them.

pub mod actions;
#[cfg(feature = "ssr")]
pub mod model;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod store;

pub use actions::KeepPhrase;
