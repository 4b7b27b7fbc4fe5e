//! Decision cards: what people may grant on the spot, how far, and whom they tell afterwards. The organisation fills one in for each job, and a
//! common one; drills that need it lay it beside the talk, and it prints as a card for the pocket.

pub mod actions;
pub mod model;
pub mod pages;
pub mod store;
