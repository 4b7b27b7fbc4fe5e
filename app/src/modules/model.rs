//! Rules of reading: what a module is made of, how far somebody has come, and what counts as right.

use std::hash::{Hash, Hasher};

use hashbrown::{Equivalent, HashMap};
use rustc_hash::FxBuildHasher;

use crate::{
    activity::model::{Kind, item},
    drills::Drill,
    language::Localized,
    library::{Block, Check, Lesson, Module},
    routes::{Url, to},
};

/// The longest answer to a reflection, in characters.
pub const REFLECTION_MAX: usize = 4000;

/// A lesson or a drill of a module.
#[derive(Clone, Copy, Debug)]
pub enum Part<'a> {
    Lesson(&'a Lesson),
    Drill(&'a Drill),
}

/// A module's lessons, then its drills.
pub fn parts(module: &Module) -> impl Iterator<Item = Part<'_>> {
    let lessons = module.lessons.iter().map(|lesson| Part::Lesson(lesson));
    lessons.chain(module.drills.iter().map(Part::Drill))
}

impl<'a> Part<'a> {
    pub fn kind(self) -> Kind {
        match self {
            Part::Lesson(_) => Kind::Lesson,
            Part::Drill(_) => Kind::Drill,
        }
    }

    /// Its name in the database.
    pub fn item(self) -> String {
        match self {
            Part::Lesson(lesson) => item(&lesson.module, &lesson.id),
            Part::Drill(drill) => drill.item(),
        }
    }

    pub fn title(self) -> &'a Localized<String> {
        match self {
            Part::Lesson(lesson) => &lesson.title,
            Part::Drill(drill) => &drill.head().title,
        }
    }

    pub fn minutes(self) -> u32 {
        match self {
            Part::Lesson(lesson) => lesson.minutes,
            Part::Drill(drill) => drill.head().minutes,
        }
    }

    pub fn competencies(self) -> &'a [String] {
        match self {
            Part::Lesson(lesson) => &lesson.competencies,
            Part::Drill(drill) => &drill.head().competencies,
        }
    }

    pub fn url(self) -> Url {
        match self {
            Part::Lesson(lesson) => to::lesson(&lesson.module, &lesson.id),
            Part::Drill(drill) => to::drill(&drill.head().module, &drill.head().id),
        }
    }
}

/// What a person has finished, and when first (UTC milliseconds). Pages ask for hundreds of parts, and none of these questions makes a new text.
#[derive(Clone, Debug, Default)]
pub struct Finished(HashMap<Done, i64, FxBuildHasher>);

/// Something that is finished, as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Done {
    kind: Kind,
    item: Box<str>,
}

/// The same as a question: kind, module (or path), and the part's id, which is empty for the whole.
#[derive(Hash)]
struct IsDone<'a>(Kind, &'a str, &'a str);

impl Hash for Done {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let (whole, part) = apart(&self.item);
        IsDone(self.kind, whole, part).hash(state);
    }
}

impl Equivalent<Done> for IsDone<'_> {
    fn equivalent(&self, done: &Done) -> bool {
        self.0 == done.kind && (self.1, self.2) == apart(&done.item)
    }
}

impl Finished {
    /// For so many, without making room again and again.
    pub fn with_room(for_many: usize) -> Finished {
        Finished(HashMap::with_capacity_and_hasher(for_many, FxBuildHasher))
    }

    pub fn insert(&mut self, kind: Kind, item: &str, at: i64) {
        self.0.insert(Done { kind, item: item.into() }, at);
    }

    pub fn at(&self, kind: Kind, item: &str) -> Option<i64> {
        let (whole, part) = apart(item);
        self.find(kind, whole, part)
    }

    pub fn part_at(&self, part: Part) -> Option<i64> {
        match part {
            Part::Lesson(lesson) => self.find(Kind::Lesson, &lesson.module, &lesson.id),
            Part::Drill(drill) => self.find(Kind::Drill, &drill.head().module, &drill.head().id),
        }
    }

    fn find(&self, kind: Kind, whole: &str, part: &str) -> Option<i64> {
        self.0.get(&IsDone(kind, whole, part)).copied()
    }

    pub fn has(&self, part: Part) -> bool {
        self.part_at(part).is_some()
    }

    /// When anything was finished.
    pub fn moments(&self) -> impl Iterator<Item = i64> {
        self.0.values().copied()
    }

    /// Every lesson and drill: module, id, and the moment it was finished.
    pub fn parts(&self) -> impl Iterator<Item = (&str, &str, i64)> {
        let parts = self.0.iter().filter(|(done, _)| matches!(done.kind, Kind::Lesson | Kind::Drill));
        parts.map(|(done, at)| {
            let (module, id) = apart(&done.item);
            (module, id, *at)
        })
    }
}

/// `module/part`, or the name of a module or path alone.
fn apart(item: &str) -> (&str, &str) {
    item.split_once('/').unwrap_or((item, ""))
}

/// How much of something is done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    pub done: usize,
    pub total: usize,
}

impl Share {
    pub fn of<'a>(parts: impl Iterator<Item = Part<'a>>, finished: &Finished) -> Share {
        parts.fold(Share::default(), |share, part| Share {
            done: share.done + usize::from(finished.has(part)),
            total: share.total + 1,
        })
    }

    /// Whether there is something, and all of it is done.
    pub fn is_full(self) -> bool {
        self.total > 0 && self.done >= self.total
    }
}

/// Minutes of what is not finished yet.
pub fn minutes_left(module: &Module, finished: &Finished) -> u32 {
    parts(module).filter(|part| !finished.has(*part)).map(Part::minutes).sum()
}

/// A lesson somebody has begun and not finished: where to go on, from 1, and when it was last read (UTC milliseconds).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Begun {
    pub step: usize,
    pub at: i64,
}

/// A step of a lesson, from 1, that exists: authors may have shortened the lesson since.
pub fn clamp_step(step: usize, lesson: &Lesson) -> usize {
    step.clamp(1, lesson.steps.len().max(1))
}

/// Minutes from a step to the end, at least one.
pub fn minutes_from(step: usize, lesson: &Lesson) -> u32 {
    let total = lesson.steps.len().max(1);
    let left = (total + 1).saturating_sub(step.max(1));
    u32::try_from((lesson.minutes as usize * left).div_ceil(total)).unwrap_or(lesson.minutes).max(1)
}

/// Where reading leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advance {
    /// To this step.
    To(usize),
    /// The lesson is read.
    Finished,
}

/// What follows once step `read` of a version of a lesson has been read. The last step of a version that has been changed since is not the
/// end of the lesson as it is now: its last step is shown first.
pub fn advance(read: usize, version: &str, lesson: &Lesson) -> Advance {
    let is_last = read >= lesson.steps.len();
    match is_last {
        true if version == lesson.version => Advance::Finished,
        _ => Advance::To(clamp_step(read.saturating_add(1), lesson)),
    }
}

/// All checks of a lesson.
pub fn checks(lesson: &Lesson) -> impl Iterator<Item = &Check> {
    let blocks = lesson.steps.iter().flat_map(|step| &step.blocks);
    blocks.filter_map(|block| if let Block::Check(check) = block { Some(check) } else { None })
}

/// An answer to a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Chosen options by position, in order.
    pub choices: Vec<usize>,
    pub is_right: bool,
}

/// Whether more than one option is right: then several can be chosen.
pub fn has_several(check: &Check) -> bool {
    check.options.iter().filter(|option| option.is_right).count() > 1
}

/// The answer that the chosen options make; `None` where they make none: an option that is not there, or several where one is asked for.
pub fn judge(check: &Check, choices: &[u32]) -> Option<Answer> {
    let mut choices: Vec<usize> = choices.iter().map(|choice| *choice as usize).collect();
    choices.sort_unstable();
    choices.dedup();
    let exists = choices.iter().all(|choice| *choice < check.options.len());
    let fits = choices.len() <= 1 || has_several(check);
    let is_right =
        check.options.iter().enumerate().all(|(position, option)| option.is_right == choices.contains(&position));
    (exists && fits).then_some(Answer { choices, is_right })
}

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
