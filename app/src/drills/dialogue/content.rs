//! A dialogue as its authors wrote it. Positions (`to`) point into `Dialogue::scenes`.

use serde::{Deserialize, Serialize};

use super::mood::{Condition, Mood};
use crate::{drills::Head, language::Localized, library::Html};

/// A conversation with a customer who reacts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dialogue {
    #[serde(flatten)]
    pub head: Head,
    pub customer: Customer,
    pub intro: Localized<Html>,
    pub start: Mood,
    /// The first one opens the talk.
    pub scenes: Vec<Scene>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    pub name: Localized<String>,
    pub reason: Localized<String>,
    pub mood: Localized<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scene {
    pub id: String,
    pub title: Localized<String>,
    pub kind: SceneKind,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SceneKind {
    /// The customer speaks and the learner chooses.
    Talk { seen: Localized<Html>, says: Localized<Html>, choices: Vec<Choice> },
    /// Passes on by mood at once: the first branch that holds.
    Passage { branches: Vec<Branch> },
    Ending {
        outcome: Outcome,
        says: Localized<Html>,
        after: Localized<Html>,
        /// What the customer says to a friend afterwards. Older versions that were kept may lack it.
        #[serde(default)]
        friend: Option<Localized<Html>>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    Good,
    Mixed,
    Poor,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    pub says: Localized<String>,
    pub to: usize,
    pub trust: i8,
    pub tension: i8,
    pub competencies: Vec<String>,
    pub explanation: Localized<Html>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Branch {
    /// All must hold; none for `otherwise`.
    pub conditions: Vec<Condition>,
    pub to: usize,
}
