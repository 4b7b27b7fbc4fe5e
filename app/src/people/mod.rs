//! Signing in and out, sessions, and one's own account.

pub mod actions;
pub mod model;
pub mod pages;
pub mod password;
pub mod store;
pub mod store_admin;

pub use actions::{ChooseLanguage, SignIn, SignOut};
