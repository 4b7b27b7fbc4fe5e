//! Open drills: a scene, and a whole reply of one's own. So far written, in the manner of a phrase drill.

mod kind;

pub use kind::{KIND, Open};
