//! The program as a whole, against the design. One file a subject.

mod access_matrix;
mod kill;
mod steps;
