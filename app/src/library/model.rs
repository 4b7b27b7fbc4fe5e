//! What authors write, as the program knows it: paths, modules, lessons, drills and cards.
//!
//! Structure and texts stand together; every text is kept ready to show in each locale. Positions (`to`) point into `Dialogue::scenes`.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::language::{Locale, Localized};

mod mood;
pub use mood::*;

/// Everything that can be learned here, checked and in order.
#[derive(Clone, Debug, Default)]
pub struct Library {
    pub competencies: Vec<Competency>,
    pub ideas: Vec<Idea>,
    pub paths: Vec<Path>,
    /// By their `order`.
    pub modules: Vec<Module>,
}

/// What drills and cards give evidence of.
#[derive(Clone, Debug)]
pub struct Competency {
    pub id: String,
    pub title: Localized<String>,
}

/// A numbered idea of the curriculum and where it is taught; empty while it is still to come.
#[derive(Clone, Debug)]
pub struct Idea {
    pub id: String,
    pub text: Localized<String>,
    /// `module/lesson`, `module/drill` or `module/cards`.
    pub taught_in: Vec<String>,
}

/// An ordered list of modules for somebody.
#[derive(Clone, Debug)]
pub struct Path {
    pub id: String,
    pub title: Localized<String>,
    pub summary: Localized<String>,
    pub modules: Vec<String>,
    /// Modules announced for this path that are not written yet.
    pub to_come: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    Everyone,
    Coaches,
}

#[derive(Clone, Debug)]
pub struct Module {
    pub id: String,
    pub order: u32,
    pub audience: Audience,
    /// For the whole module.
    pub minutes: u32,
    pub competencies: Vec<String>,
    pub title: Localized<String>,
    pub summary: Localized<String>,
    pub situations: Localized<Vec<String>>,
    pub lessons: Vec<Arc<Lesson>>,
    pub drills: Vec<Arc<Dialogue>>,
    pub cards: Vec<Card>,
}

/// HTML made from an author's Markdown and sanitised; safe to put into a page as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Html(pub String);

/// A lesson is read in steps and resumed at the last one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lesson {
    pub id: String,
    pub module: String,
    /// Hash of structure and texts; changes whenever the lesson does.
    pub version: String,
    pub minutes: u32,
    pub competencies: Vec<String>,
    pub title: Localized<String>,
    pub steps: Vec<LessonStep>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonStep {
    pub blocks: Vec<Block>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    Prose(Localized<Html>),
    Check(Check),
    Reflection(Reflection),
}

/// A question of a knowledge check; every option explains itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    pub id: String,
    pub question: Localized<Html>,
    pub options: Vec<CheckOption>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckOption {
    pub text: Localized<Html>,
    pub is_right: bool,
    pub explanation: Localized<Html>,
}

/// A question to oneself; the answer is private.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reflection {
    pub id: String,
    pub prompt: Localized<Html>,
}

/// A recall card: front and back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    pub id: String,
    pub competency: String,
    pub front: Localized<String>,
    pub back: Localized<Html>,
}

/// A conversation with a customer who reacts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dialogue {
    pub id: String,
    pub module: String,
    /// Hash of structure and texts; an attempt keeps the version that it was made against.
    pub version: String,
    pub minutes: u32,
    /// One of [`SETTINGS`].
    pub setting: String,
    pub competencies: Vec<String>,
    pub title: Localized<String>,
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
    Talk {
        seen: Localized<Html>,
        says: Localized<Html>,
        choices: Vec<Choice>,
    },
    /// Passes on by mood at once: the first branch that holds.
    Passage {
        branches: Vec<Branch>,
    },
    Ending {
        outcome: Outcome,
        says: Localized<Html>,
        after: Localized<Html>,
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

impl Library {
    pub fn module(&self, id: &str) -> Option<&Module> {
        self.modules.iter().find(|module| module.id == id)
    }

    pub fn path(&self, id: &str) -> Option<&Path> {
        self.paths.iter().find(|path| path.id == id)
    }

    pub fn lesson(&self, module: &str, lesson: &str) -> Option<&Arc<Lesson>> {
        self.module(module)?.lessons.iter().find(|known| known.id == lesson)
    }

    pub fn drill(&self, module: &str, drill: &str) -> Option<&Arc<Dialogue>> {
        self.module(module)?.drills.iter().find(|known| known.id == drill)
    }

    /// A competency's name; its id where it is unknown, so that a page never fails for it.
    pub fn competency_title<'a>(&'a self, id: &'a str, locale: Locale) -> &'a str {
        let known = self.competencies.iter().find(|known| known.id == id);
        known.map_or(id, |competency| competency.title.get(locale))
    }
}
