//! Administration: people with their roles and absences, sites with their teams, reading people in from a file, and the audit log.
//!
//! An admin's own grant bounds everything here: [`model::Reach`] says how far it goes, and [`store::Work`] is one write within it.

pub mod answer;
pub mod audit_log;
pub mod import;
pub mod model;
pub mod pages;
pub mod people;
pub mod sites;
pub mod store;
