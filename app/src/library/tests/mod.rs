//! Tests of reading and checking.

mod dialogues;
mod field;
mod files;
pub mod fixture;
mod lessons;
mod lists;
mod properties;
mod reading;
mod swiss;
mod texts;
mod written;
