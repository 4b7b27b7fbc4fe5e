//! The organisation's own page on who helps where service ends. Everybody reads it, admins write it.

pub mod actions;
pub mod model;
pub mod pages;
pub mod store;
