//! What bad input gets: a clear answer, nothing lost, nothing private in the log.

mod content;
mod database;
mod requests;
mod sign_in;
mod start;
