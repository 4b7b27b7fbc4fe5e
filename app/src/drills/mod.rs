//! Drills: rehearsing conversations. Each kind is a sub-room and a line in [`KINDS`]; what all kinds share (attempts and their steps) stands here.

pub mod actions;
pub mod dialogue;
mod event;
#[cfg(feature = "ssr")]
pub mod field;
mod head;
#[cfg(feature = "ssr")]
mod kind;
#[cfg(feature = "ssr")]
pub mod open;
pub mod outbox;
#[cfg(feature = "ssr")]
pub mod pages;
pub mod phrase;
pub mod phrase_book;
pub mod playing;
pub mod recall;
#[cfg(feature = "ssr")]
pub mod store;
mod texts;
pub mod written;

pub use event::Refused;
pub use head::{AtHand, Head, SETTINGS};
#[cfg(feature = "ssr")]
pub use kind::{Decision, Drill, DrillKind, Ending, Evidence, Kind, Run, Said, Showing, Unfit};

/// Every kind of drill that authors can write.
#[cfg(feature = "ssr")]
pub static KINDS: [&Kind; 4] = [&dialogue::KIND, &phrase::KIND, &open::KIND, &field::KIND];
