//! Our values: what the organisation says it is for, in its own words, and a worksheet that checks each sentence for service. Everybody reads
//! the sentences, admins write them, leaders and admins check them.

pub mod actions;
pub mod model;
pub mod pages;
pub mod store;
pub mod worksheet;
