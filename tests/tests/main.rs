//! The program as a whole, against the design. One file a subject.

mod access_matrix;
mod batch;
mod both_engines;
mod kill;
mod steps;
mod visibility;
