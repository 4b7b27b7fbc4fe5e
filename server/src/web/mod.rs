//! From a connection to a room and back.
//!
//! A request passes, in this order: [`log`] (id, one line), [`headers`] (security, caching, compression), [`door`] (size, origin, characters),
//! [`gate`] (who is it; denied by default), and then [`render`] (a page), [`downloads`] (a file) or [`actions`] (a form).

mod actions;
pub mod assets;
mod door;
mod downloads;
mod gate;
mod gzip;
mod headers;
mod log;
mod render;
mod router;
mod sounds;

pub use gate::Server;
pub use router::{build, paths};
