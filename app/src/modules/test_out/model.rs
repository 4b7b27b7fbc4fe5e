//! What is asked, and what is known by the answers.

use std::{collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Serialize};

use crate::{
    activity::model::item,
    library::{Check, Lesson, Module},
    modules::{
        model::{Answer, Part, checks, judge},
        store::Learned,
    },
};

/// Answers as a form sends them: by lesson and check, positions of options; empty where somebody does not know.
pub type Sent = BTreeMap<String, BTreeMap<String, Vec<String>>>;

/// What was answered, as it is kept: by lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken(pub BTreeMap<String, TakenLesson>);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenLesson {
    /// The version that was asked.
    pub version: String,
    /// All of its checks were answered right.
    pub is_known: bool,
    /// Chosen options by check; checks left open are not in it.
    pub answers: BTreeMap<String, Vec<usize>>,
}

/// The lessons of a module that ask something.
pub fn asking(module: &Module) -> impl Iterator<Item = &Arc<Lesson>> {
    module.lessons.iter().filter(|lesson| checks(lesson).next().is_some())
}

/// Whether a module can still be tested out: none of its lessons is begun or finished, and it was not tried before.
pub fn is_offered(module: &Module, learned: &Learned) -> bool {
    let is_touched = |lesson: &Arc<Lesson>| {
        learned.finished.has(Part::Lesson(lesson)) || learned.begun.contains_key(&item(&module.id, &lesson.id))
    };
    asking(module).next().is_some()
        && !learned.tested.contains_key(&module.id)
        && !module.lessons.iter().any(is_touched)
}

/// One lesson with its answers judged.
pub struct Judged<'a> {
    pub lesson: &'a Arc<Lesson>,
    pub answers: Vec<(&'a Check, Answer)>,
    pub is_known: bool,
}

/// What the answers are worth; `None` where they make no sense: about something that is not asked, or options that are not there.
pub fn judge_all<'a>(module: &'a Module, sent: &Sent) -> Option<Vec<Judged<'a>>> {
    let is_asked = |id: &String, of: &BTreeMap<String, Vec<String>>| {
        let lesson = asking(module).find(|lesson| lesson.id == *id);
        lesson.is_some_and(|lesson| of.keys().all(|id| checks(lesson).any(|check| check.id == *id)))
    };
    if !sent.iter().all(|(id, of)| is_asked(id, of)) {
        return None;
    }
    asking(module).map(|lesson| judge_lesson(lesson, sent.get(&lesson.id))).collect()
}

fn judge_lesson<'a>(lesson: &'a Arc<Lesson>, sent: Option<&BTreeMap<String, Vec<String>>>) -> Option<Judged<'a>> {
    let mut answers = Vec::new();
    for check in checks(lesson) {
        let chosen =
            sent.and_then(|sent| sent.get(&check.id)).into_iter().flatten().filter(|choice| !choice.is_empty());
        let chosen: Vec<u32> = chosen.map(|choice| choice.parse().ok()).collect::<Option<_>>()?;
        let answer = judge(check, &chosen)?;
        if !answer.choices.is_empty() {
            answers.push((check, answer));
        }
    }
    let is_known = answers.len() == checks(lesson).count() && answers.iter().all(|(_, answer)| answer.is_right);
    Some(Judged { lesson, answers, is_known })
}

impl Taken {
    pub fn from(judged: &[Judged]) -> Taken {
        let lesson = |one: &Judged| {
            let answers = one.answers.iter().map(|(check, answer)| (check.id.clone(), answer.choices.clone()));
            let (version, is_known) = (one.lesson.version.clone(), one.is_known);
            (one.lesson.id.clone(), TakenLesson { version, is_known, answers: answers.collect() })
        };
        Taken(judged.iter().map(lesson).collect())
    }
}

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
