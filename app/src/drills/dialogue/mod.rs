//! Dialogue drills: a customer whose words, trust and tension react.

#[cfg(feature = "ssr")]
pub mod debrief;
pub mod islands;
pub mod model;
pub mod scene;
#[cfg(feature = "ssr")]
pub mod script;
