//! Phrase drills: a sentence that puts people off, and a better one of one's own, written before any model is seen.

pub mod desk;
pub mod islands;
#[cfg(feature = "ssr")]
mod kind;
pub mod model;
#[cfg(feature = "ssr")]
pub(super) mod pages;
#[cfg(feature = "ssr")]
pub(super) mod rehearsal;
pub mod scene;
#[cfg(feature = "ssr")]
mod script;

#[cfg(feature = "ssr")]
pub use kind::{KIND, Phrase};
