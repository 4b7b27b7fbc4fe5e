//! What phrase drills and open drills are made of: a sentence or a scene, criteria, and two models to compare with.

#[cfg(feature = "ssr")]
pub mod content;
#[cfg(feature = "ssr")]
pub(crate) mod paragraphs;
#[cfg(feature = "ssr")]
pub(crate) mod reading;
pub mod rules;
