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
    /// What lies beside it, before and during play. Drills without anything keep the version that they had before there was any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_hand: Option<AtHand>,
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

/// What can lie beside a drill: a page that the organisation writes. Kept and authored as [`AtHand::id`] says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AtHand {
    /// What the reader may grant on the spot.
    DecisionCard,
}

impl AtHand {
    /// `at_hand = "decision-card"`.
    pub fn id(self) -> &'static str {
        match self {
            AtHand::DecisionCard => "decision-card",
        }
    }
}
