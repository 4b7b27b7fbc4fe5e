//! Spoken answers: what the browser records or a phone's recorder hands over, where its sound lies, and until when.

#[cfg(feature = "ssr")]
pub mod actions;
#[cfg(any(feature = "ssr", feature = "recorder-island"))]
mod browser;
#[cfg(any(feature = "ssr", feature = "recorder-island"))]
pub mod islands;
#[cfg(feature = "ssr")]
pub mod jobs;
pub mod model;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
mod sounds;
#[cfg(feature = "ssr")]
mod spoken;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(feature = "ssr")]
mod upload;
#[cfg(feature = "ssr")]
pub mod views;

#[cfg(feature = "ssr")]
pub use sounds::{Flow, Part, Sounds};
