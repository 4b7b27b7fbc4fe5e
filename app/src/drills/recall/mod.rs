//! Recall: cards that come back shortly before they would be forgotten. Not a drill with attempts: each answer stands by itself.

pub mod actions;
#[cfg(any(feature = "ssr", feature = "recall-island"))]
pub mod islands;
pub mod model;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod store;
