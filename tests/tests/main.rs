//! The program as a whole, against the design. One file a subject.

mod access_matrix;
mod architecture;
mod bad_input;
mod batch;
mod both_engines;
mod detours;
mod field;
mod fsrs;
mod handbook;
mod kill;
mod kinds;
mod licences;
mod looked_up;
mod mastery;
mod my_data;
mod operations;
mod our_values;
mod phrases;
mod recall;
mod recordings;
mod rhythm;
mod search;
mod steps;
mod test_out;
mod uptake;
mod visibility;
