//! Dialogue drills: a customer whose words, trust and tension react.

#[cfg(feature = "ssr")]
pub mod chances;
#[cfg(any(feature = "ssr", feature = "dialogue-island"))]
mod clock;
pub mod content;
#[cfg(feature = "ssr")]
pub mod debrief;
#[cfg(feature = "ssr")]
mod evidence;
#[cfg(any(feature = "ssr", feature = "dialogue-island"))]
pub mod islands;
#[cfg(feature = "ssr")]
mod kind;
pub mod model;
pub mod mood;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
pub mod paragraphs;
#[cfg(feature = "ssr")]
mod reading;
#[cfg(feature = "ssr")]
pub mod report;
pub mod scene;
#[cfg(feature = "ssr")]
pub mod script;

#[cfg(feature = "ssr")]
pub use kind::KIND;
