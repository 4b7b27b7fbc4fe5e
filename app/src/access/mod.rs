//! Who may do what, and who sees what: the only policy. Rooms ask here and nowhere else.
//!
//! - [`Actor`]: who is signed in, with roles; made from the session in one statement.
//! - [`Permit`]: proof that a check was made; every write of a store takes one, and only this room makes them.
//! - [`Scope`]: what a role reaches, joined into the `WHERE` of reads.
//! - [`visibility`]: one row for every kind of data that is stored.

mod actor;
#[cfg(feature = "ssr")]
pub mod pages;
mod permit;
mod store;
pub mod visibility;

pub use actor::{Actor, Grant, Role};
pub use permit::{Administration, Coaching, Leading, Learning, Permit, Scope, Stewardship};
pub(crate) use store::reaches_everything;
