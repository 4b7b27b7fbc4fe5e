//! People: finding, creating, changing, moving, locking out and letting back in; resetting a sign-in.

pub mod absences;
pub mod actions;
pub mod grants;
mod list_page;
pub mod model;
pub mod pages;
mod person_page;
pub mod store;
