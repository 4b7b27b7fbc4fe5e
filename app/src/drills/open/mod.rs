//! Open drills: a scene, and a whole reply of one's own, written or spoken; then one decides what becomes of it.

mod kind;
mod model;
mod pages;

pub use kind::{KIND, Open};
pub use pages::show_answer;
