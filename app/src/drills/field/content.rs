//! Something to try with real customers, as its authors wrote it.

use serde::{Deserialize, Serialize};

use crate::{drills::Head, language::Localized, library::Html};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldPractice {
    #[serde(flatten)]
    pub head: Head,
    /// What to try, and how one notices that it worked.
    pub prompt: Localized<Html>,
    /// As the authors head the intentions.
    pub intentions_title: Localized<String>,
    /// Ready ones, whole sentences: "When …, then I …".
    pub intentions: Vec<Localized<String>>,
}
