//! The organisation's own pages: who helps where service ends, and the decision card. Everybody reads them, admins write them.

pub mod actions;
pub mod model;
pub mod pages;
pub mod store;
