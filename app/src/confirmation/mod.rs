//! A confirmation to print: what somebody has completed, not how well.

mod pages;
mod store;

pub use pages::show_confirmation;
