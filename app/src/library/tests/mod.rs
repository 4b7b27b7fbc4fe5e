//! Tests of reading and checking.

mod dialogues;
mod field;
mod files;
pub mod fixture;
mod glossary;
mod lessons;
mod lists;
mod properties;
mod reading;
mod report;
mod swiss;
mod talk;
mod texts;
mod written;
