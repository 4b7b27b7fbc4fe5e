//! Reading people in from a CSV file: a dry run that says what would happen to every row, then all or nothing.

pub mod actions;
pub mod model;
#[cfg(test)]
mod model_tests;
pub mod pages;
pub mod reading;
mod results_page;
pub mod store;
pub mod upload;
