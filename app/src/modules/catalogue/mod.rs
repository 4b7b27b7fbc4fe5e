//! The catalogue: what there is to learn, by situation, by competency, by the time there is.

pub mod model;
pub mod pages;
mod paths;
mod sections;
