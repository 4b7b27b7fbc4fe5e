//! The program as a whole, against the design. One file a subject.

mod kill;
mod steps;
