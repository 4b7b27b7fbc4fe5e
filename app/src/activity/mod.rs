//! What follows from practising, whatever was practised: weekly minutes, and what is finished. Other rooms call it in the transaction that records.

pub mod model;
pub mod store;
