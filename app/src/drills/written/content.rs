//! A drill whose answer the learner finds alone, as its authors wrote it.

use serde::{Deserialize, Serialize};

use crate::{drills::Head, language::Localized, library::Html};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    #[serde(flatten)]
    pub head: Head,
    /// What has happened so far.
    pub prompt: Localized<Html>,
    /// What is said: a sentence to be replaced, or the customer's to be answered.
    pub sentence: Localized<Html>,
    /// As the authors head the criteria.
    pub criteria_title: Localized<String>,
    /// What one can find in one's own answer, or not.
    pub criteria: Vec<Localized<String>>,
    pub poor: Model,
    pub good: Model,
}

/// What somebody could say, and what it does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Model {
    pub title: Localized<String>,
    pub says: Localized<Html>,
    pub why: Localized<Html>,
}
