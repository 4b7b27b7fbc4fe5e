//! What stopped people, handed in without a name.
//!
//! # What is protected, and from whom
//!
//! Leaders read the words; nobody must learn from the system whose they are. The attacker we reckon with sees everything that any leader
//! sees, comes back every day and compares, knows this method, and gets to see the tables as they are at some moment. Therefore
//!
//! - a row holds the words, the site and the week: no person, no team, no moment; its id is a random one, made with the form;
//! - one's own note is emptied in the same transaction, and nothing at the person's says that something was handed in, so that the two cannot
//!   be compared, nor a lonely row be told to belong to the only one who handed in;
//! - words appear in closed weeks only, and never by ones and twos: those of a site are published together once there are at least as many as
//!   a group must have ([`publish_obstacles`]), later ones wait until they are as many again. Whoever compares two days sees none or a group;
//! - a site with fewer learners than a group must have publishes nothing: its few people would be the only ones who can have written it;
//! - what is published is written anew in the order of the random ids, with the same week for all: neither the order on the page nor that in
//!   the file says what came first;
//! - only leaders who reach the whole site see it.
//!
//! # What this does not cover
//!
//! The words themselves: who writes how one is known to write, or of what only one person was part of, is recognised. The form says so, and
//! lets people edit first. Somebody who hands in many by herself to fill a group sees what is left, but not whose of the site's people it is.
//! Whoever runs the server could compare yesterday's backup with today's, and sees on PostgreSQL which rows were written together (`xmin`)
//! until they are published.

pub mod actions;
pub mod model;
pub mod pages;
mod publishing;
pub mod store;

pub use publishing::publish_obstacles;
