//! The program as a whole, against the design. One file a subject.

mod access_matrix;
mod architecture;
mod bad_input;
mod batch;
mod both_engines;
mod field;
mod fsrs;
mod kill;
mod kinds;
mod licences;
mod mastery;
mod my_data;
mod operations;
mod phrases;
mod recall;
mod recordings;
mod rhythm;
mod search;
mod steps;
mod test_out;
mod uptake;
mod visibility;
