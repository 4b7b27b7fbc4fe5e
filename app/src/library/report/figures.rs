//! A module in figures.

use std::collections::BTreeSet;

use super::{
    LANGUAGES,
    paragraphs::{Part, lesson, parts},
    readability,
};
use crate::{
    drills::{
        KINDS,
        dialogue::{
            chances::Chances,
            content::{Dialogue, Outcome, SceneKind},
            model::Plot,
        },
    },
    library::{Block, Lesson, Module, count_words},
};

/// One figure for each of [`LANGUAGES`].
pub type PerLanguage<T> = [T; 2];

/// Words a minute, read aloud and with understanding by adults: Trauzettel-Klosinski and Dietz, Investigative Ophthalmology & Visual Science
/// 53 (2012), table of 17 languages (German 179 ± 17, English 228 ± 30). Silent reading is faster, a text that asks something slower.
pub const RATE: PerLanguage<f64> = [179.0, 228.0];

pub struct ModuleFigures<'a> {
    pub module: &'a Module,
    pub words: PerLanguage<usize>,
    /// What its lessons and drills state, summed.
    pub minutes_of_parts: u32,
    /// To read lessons and drills once, a dialogue on a random way; without thinking and writing, and without cards.
    pub reading_minutes: PerLanguage<f64>,
    pub ease: PerLanguage<Option<f64>>,
    pub lessons: Vec<LessonFigures<'a>>,
    pub dialogues: Vec<DialogueFigures<'a>>,
    pub checks: usize,
    pub reflections: usize,
    /// By kind, in the order of [`KINDS`].
    pub drills: Vec<usize>,
    pub competencies: BTreeSet<&'a str>,
    /// Its parts in each language.
    pub parts: PerLanguage<Vec<Part>>,
}

pub struct LessonFigures<'a> {
    pub lesson: &'a Lesson,
    /// Without its title, with its questions and what explains them.
    pub words: PerLanguage<usize>,
    pub ease: PerLanguage<Option<f64>>,
}

pub struct DialogueFigures<'a> {
    pub dialogue: &'a Dialogue,
    pub longest: usize,
    pub mean: f64,
    /// Id, outcome and share of random plays in percent.
    pub endings: Vec<(&'a str, Outcome, f64)>,
}

impl<'a> ModuleFigures<'a> {
    pub fn of(module: &'a Module) -> ModuleFigures<'a> {
        let parts = LANGUAGES.map(|locale| parts(module, locale));
        let lessons: Vec<LessonFigures> = module.lessons.iter().map(|lesson| LessonFigures::of(lesson)).collect();
        let dialogues = module.drills.iter().filter_map(|drill| drill.as_kind());
        let dialogues: Vec<DialogueFigures> = dialogues.map(DialogueFigures::of).collect();
        let blocks = || module.lessons.iter().flat_map(|lesson| &lesson.steps).flat_map(|step| &step.blocks);
        let kind = |id: &str| module.drills.iter().filter(|drill| drill.kind().id == id).count();
        let stated = module.lessons.iter().map(|lesson| lesson.minutes);
        ModuleFigures {
            words: [0, 1].map(|at| parts[at].iter().map(|part| count_words(&part.paragraphs)).sum()),
            minutes_of_parts: stated.chain(module.drills.iter().map(|drill| drill.head().minutes)).sum(),
            reading_minutes: [0, 1].map(|at| words_read(at, module, &lessons) / RATE[at]),
            ease: [0, 1].map(|at| readability::ease(parts[at].iter().flat_map(|part| &part.paragraphs), LANGUAGES[at])),
            checks: blocks().filter(|block| matches!(block, Block::Check(_))).count(),
            reflections: blocks().filter(|block| matches!(block, Block::Reflection(_))).count(),
            drills: KINDS.iter().map(|known| kind(known.id)).collect(),
            competencies: competencies(module),
            module,
            lessons,
            dialogues,
            parts,
        }
    }
}

/// By somebody who reads all lessons and does every drill once.
fn words_read(at: usize, module: &Module, lessons: &[LessonFigures]) -> f64 {
    let lessons = lessons.iter().map(|lesson| lesson.words[at] as f64);
    lessons.chain(module.drills.iter().map(|drill| drill.words_met(LANGUAGES[at]))).sum()
}

impl<'a> LessonFigures<'a> {
    fn of(one: &'a Lesson) -> LessonFigures<'a> {
        let paragraphs = LANGUAGES.map(|locale| lesson(one, locale));
        LessonFigures {
            lesson: one,
            words: [0, 1].map(|at| count_words(paragraphs[at].get(1..).unwrap_or_default())),
            ease: [0, 1].map(|at| readability::ease(&paragraphs[at], LANGUAGES[at])),
        }
    }
}

impl<'a> DialogueFigures<'a> {
    fn of(dialogue: &'a Dialogue) -> DialogueFigures<'a> {
        let plot = Plot::from(dialogue);
        let chances = Chances::of(&plot);
        let endings = dialogue.scenes.iter().enumerate().filter_map(|(at, scene)| match &scene.kind {
            SceneKind::Ending { outcome, .. } => Some((scene.id.as_str(), *outcome, chances.share(at))),
            _ => None,
        });
        DialogueFigures {
            longest: plot.longest_way(),
            mean: chances.mean_turns(),
            endings: endings.collect(),
            dialogue,
        }
    }
}

/// Those of its parts as well.
fn competencies(module: &Module) -> BTreeSet<&str> {
    let lessons = module.lessons.iter().flat_map(|lesson| &lesson.competencies);
    let drills = module.drills.iter().flat_map(|drill| &drill.head().competencies);
    let cards = module.cards.iter().map(|card| &card.competency);
    module.competencies.iter().chain(lessons).chain(drills).chain(cards).map(String::as_str).collect()
}
