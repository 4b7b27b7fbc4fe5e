//! What was done to grants, sign-ins and entries, by whom and when.

pub mod model;
pub mod pages;
pub mod store;
