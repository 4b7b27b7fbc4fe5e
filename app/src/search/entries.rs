//! What of the library can be found: what may be read at any time. Cards, answers and what customers reply are left to be found by practising.

use super::model::Kind;
use crate::{
    drills::{self, Drill},
    language::Locale,
    library::{Block, Html, Lesson, LessonStep, Library, Module, Paragraph, Voice},
    routes::{Url, to},
};

/// One text and where it stands.
#[derive(Clone)]
pub struct Entry {
    /// The id of its module.
    pub module: String,
    pub is_for_coaches: bool,
    pub title: String,
    pub text: String,
    pub place: Place,
}

#[derive(Clone)]
pub enum Place {
    Module,
    /// A step, from 1.
    Lesson {
        id: String,
        step: usize,
        steps: usize,
    },
    Drill {
        id: String,
        kind: &'static drills::Kind,
    },
}

impl Entry {
    pub fn kind(&self) -> Kind {
        match self.place {
            Place::Module => Kind::Module,
            Place::Lesson { .. } => Kind::Lesson,
            Place::Drill { kind, .. } if kind.id == drills::phrase::KIND.id => Kind::Phrase,
            Place::Drill { .. } => Kind::Drill,
        }
    }

    pub fn url(&self) -> Url {
        match &self.place {
            Place::Module => to::module(&self.module),
            Place::Lesson { id, step, .. } => to::lesson(&self.module, id).with("step", &step.to_string()),
            Place::Drill { id, .. } => to::drill(&self.module, id),
        }
    }
}

/// Everything in one spelling, in the order of the library.
pub fn entries(library: &Library, locale: Locale) -> Vec<Entry> {
    let all = library.modules.iter().flat_map(|module| {
        let lessons = module.lessons.iter().flat_map(|lesson| steps(lesson, locale));
        let drills = module.drills.iter().map(|drill| opening(drill, locale));
        let all = about(library, module, locale).chain(lessons).chain(drills);
        all.map(|(title, text, place)| Entry {
            module: module.id.clone(),
            is_for_coaches: !module.is_meant_for(false),
            title,
            text,
            place,
        })
    });
    all.collect()
}

type Found = (String, String, Place);

/// What a module is about, and each situation by itself: it is found by what happens in one of them.
fn about<'a>(library: &'a Library, module: &'a Module, locale: Locale) -> impl Iterator<Item = Found> + 'a {
    let competencies = module.competencies.iter().map(|id| format!(" {}.", library.competency_title(id, locale)));
    let summary = module.summary.get(locale).clone() + &competencies.collect::<String>();
    let texts = std::iter::once(summary).chain(module.situations.get(locale).iter().cloned());
    texts.map(move |text| (module.title.get(locale).clone(), text, Place::Module))
}

fn steps(lesson: &Lesson, locale: Locale) -> impl Iterator<Item = Found> {
    let steps = lesson.steps.len();
    lesson.steps.iter().enumerate().map(move |(position, step)| {
        let place = Place::Lesson { id: lesson.id.clone(), step: position + 1, steps };
        (lesson.title.get(locale).clone(), step_text(step, locale), place)
    })
}

/// What is asked, but neither the options of a check nor what is said about them.
fn step_text(step: &LessonStep, locale: Locale) -> String {
    let texts = step.blocks.iter().map(|block| match block {
        Block::Prose(prose) => in_one_line(prose.html.get(locale)),
        Block::Check(check) => check.question.get(locale).words(),
        Block::Reflection(reflection) => reflection.prompt.get(locale).words(),
    });
    texts.collect::<Vec<_>>().join(" ")
}

/// Headings end like sentences, so that a passage does not run on from one.
fn in_one_line(html: &Html) -> String {
    let paragraphs = html.paragraphs().into_iter().map(|Paragraph { voice, text }| match voice {
        Voice::Label if text.ends_with(char::is_alphanumeric) => text + ".",
        _ => text,
    });
    paragraphs.collect::<Vec<_>>().join(" ")
}

fn opening(drill: &Drill, locale: Locale) -> Found {
    let head = drill.head();
    let place = Place::Drill { id: head.id.clone(), kind: drill.kind() };
    (head.title.get(locale).clone(), drill.opening(locale).join(" "), place)
}
