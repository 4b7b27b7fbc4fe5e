//! Drills: rehearsing conversations. Each kind is a sub-room; what all kinds share (attempts and their steps) stands here.

pub mod actions;
pub mod dialogue;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod store;
