//! What every drill has, of whatever kind.

use serde::{Deserialize, Serialize};

use crate::language::Localized;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    pub id: String,
    pub module: String,
    /// Hash of structure and texts; an attempt keeps the version that it was made against.
    pub version: String,
    pub minutes: u32,
    /// One of [`SETTINGS`]; a field practice has none.
    #[serde(default)]
    pub setting: Option<String>,
    pub competencies: Vec<String>,
    pub title: Localized<String>,
}

/// Where a drill can be set; authors name one of these.
pub const SETTINGS: [&str; 12] = [
    "shop",
    "restaurant",
    "hotel",
    "garage",
    "hairdresser",
    "bakery",
    "bank",
    "counter",
    "hotline",
    "delivery",
    "field-service",
    "b2b",
];

/// An event that is not possible where an attempt stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;
