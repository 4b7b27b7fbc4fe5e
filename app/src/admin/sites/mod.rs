//! Sites, each with a time zone and a region, and the teams that belong to them.

pub mod actions;
pub mod model;
pub mod pages;
mod places_page;
pub mod store;
