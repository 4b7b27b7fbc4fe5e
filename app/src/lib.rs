//! Augenhöhe: training for people who serve customers. The application: what it knows and what it shows.
//!
//! One feature, one room. In a room: `model` (pure rules), `store` (its SQL), `actions` (what forms send), `pages` (what is shown), and
//! `islands` where something must react in the browser. Everything but islands and the models they need is compiled for the server alone.

#![recursion_limit = "512"]

#[cfg(feature = "ssr")]
pub use chrono_tz;

#[cfg(feature = "ssr")]
pub mod access;
#[cfg(feature = "ssr")]
pub mod activity;
#[cfg(feature = "ssr")]
pub mod admin;
#[cfg(feature = "ssr")]
pub mod backup;
#[cfg(feature = "ssr")]
pub mod coaching;
#[cfg(feature = "ssr")]
pub mod confirmation;
#[cfg(feature = "ssr")]
pub mod decision_cards;
#[cfg(feature = "ssr")]
pub mod demo;
#[cfg(feature = "ssr")]
pub mod detours;
pub mod drills;
#[cfg(feature = "ssr")]
pub mod error;
#[cfg(feature = "ssr")]
pub mod handbook;
#[cfg(feature = "ssr")]
pub mod hex;
pub mod language;
pub mod library;
#[cfg(feature = "ssr")]
pub mod mastery;
#[cfg(feature = "ssr")]
pub mod modules;
#[cfg(feature = "ssr")]
pub mod my_data;
#[cfg(feature = "ssr")]
pub mod our_values;
#[cfg(feature = "ssr")]
pub mod people;
pub mod recordings;
#[cfg(feature = "ssr")]
pub mod responses;
#[cfg(feature = "ssr")]
pub mod rhythm;
#[cfg(feature = "ssr")]
pub mod routes;
#[cfg(feature = "ssr")]
pub mod search;
#[cfg(feature = "ssr")]
pub mod storage;
#[cfg(feature = "ssr")]
pub mod today;
#[cfg(feature = "ssr")]
pub mod ui;
#[cfg(feature = "ssr")]
pub mod uptake;
#[cfg(feature = "ssr")]
pub mod visit;
