//! Finding a passage by its words: what the library holds, in an index of each language that is kept in memory.

mod analysis;
pub mod entries;
pub mod index;
pub mod model;
pub mod pages;

pub use index::Indexes;
