//! Phrase drills: a sentence that puts people off, and a better one of one's own, written before any model is seen.

#[cfg(any(feature = "ssr", feature = "phrase-island"))]
pub mod islands;
#[cfg(feature = "ssr")]
mod kind;
pub mod model;
#[cfg(feature = "ssr")]
mod pages;
pub mod parts;
#[cfg(feature = "ssr")]
mod views;

#[cfg(feature = "ssr")]
pub use kind::{KIND, Phrase};
