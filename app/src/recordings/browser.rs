//! The recorder's hands: the microphone, the take, and sending it. There are none on the server.

use super::islands::Panel;

#[cfg(feature = "hydrate")]
mod sending;
#[cfg(feature = "hydrate")]
mod taking;

#[cfg(feature = "hydrate")]
pub use {
    sending::send,
    taking::{prepare, start, stop},
};

#[cfg(not(feature = "hydrate"))]
pub fn prepare(_panel: Panel) {}
#[cfg(not(feature = "hydrate"))]
pub fn start(_panel: Panel) {}
#[cfg(not(feature = "hydrate"))]
pub fn stop() {}
#[cfg(not(feature = "hydrate"))]
pub fn send(_panel: Panel) {}
