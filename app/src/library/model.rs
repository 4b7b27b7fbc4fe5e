//! What authors write, as the program knows it: paths, modules, lessons, drills and cards.
//!
//! Structure and texts stand together; every text is kept ready to show in each locale. What a drill is made of stands with its kind, in `drills`.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Html;
use crate::{
    drills::Drill,
    language::{Locale, Localized},
};

/// Everything that can be learned here, checked and in order.
#[derive(Clone, Debug, Default)]
pub struct Library {
    pub competencies: Vec<Competency>,
    pub ideas: Vec<Idea>,
    pub paths: Vec<Path>,
    /// By their `order`.
    pub modules: Vec<Module>,
    /// Terms that lessons use, as their authors have listed them.
    pub glossary: Vec<Term>,
}

/// A term of the glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    pub id: String,
    pub term: Localized<String>,
    /// What it means here.
    pub text: Localized<String>,
    /// The lessons that use it, as `module/lesson`.
    pub used_in: Vec<String>,
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
    pub drills: Vec<Drill>,
    pub cards: Vec<Card>,
}

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
    Prose(Prose),
    Check(Check),
    Reflection(Reflection),
}

/// Text to be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prose {
    #[serde(flatten)]
    pub html: Localized<Html>,
    /// The same text with the words that the glossary explains, where it holds any. No part of what is kept, nor of the version: an answer to a
    /// lesson stays when a term is explained in other words.
    #[serde(skip)]
    pub explained: Option<Localized<Vec<Stretch>>>,
}

/// A piece of a text in which words are explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// Sanitised; what begins in one piece may end in a later one.
    Html(String),
    /// A word as HTML, and the id of the term of which it is a form.
    Word { word: String, term: String },
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

impl Module {
    /// Whether it is meant for somebody who guides others, or does not.
    pub fn is_meant_for(&self, guides: bool) -> bool {
        guides || self.audience == Audience::Everyone
    }
}

impl Library {
    /// The modules that are meant for somebody who guides others, or does not: all that lists, searches and suggestions go by. By its link
    /// everybody may open any.
    pub fn modules_for(&self, guides: bool) -> impl Iterator<Item = &Module> {
        self.modules.iter().filter(move |module| module.is_meant_for(guides))
    }

    pub fn module(&self, id: &str) -> Option<&Module> {
        self.modules.iter().find(|module| module.id == id)
    }

    pub fn path(&self, id: &str) -> Option<&Path> {
        self.paths.iter().find(|path| path.id == id)
    }

    pub fn lesson(&self, module: &str, lesson: &str) -> Option<&Arc<Lesson>> {
        self.module(module)?.lessons.iter().find(|known| known.id == lesson)
    }

    pub fn drill(&self, module: &str, drill: &str) -> Option<&Drill> {
        self.module(module)?.drills.iter().find(|known| known.head().id == drill)
    }

    /// A competency's name; its id where it is unknown, so that a page never fails for it.
    pub fn competency_title<'a>(&'a self, id: &'a str, locale: Locale) -> &'a str {
        let known = self.competencies.iter().find(|known| known.id == id);
        known.map_or(id, |competency| competency.title.get(locale))
    }
}
