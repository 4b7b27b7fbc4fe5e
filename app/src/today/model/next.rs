//! The one next step.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::{
    activity::model::Kind,
    coaching::model::What,
    library::{Library, Module},
    modules::model::{Begun, Finished, Part, Share, clamp_step, parts},
};

/// What was begun within so many milliseconds (two weeks) is gone on with first.
pub const RECENT: i64 = 14 * 24 * 60 * 60 * 1000;

/// A conversation that was left before its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenAttempt {
    pub id: String,
    /// `module/drill`.
    pub item: String,
    pub last_at: i64,
}

/// What somebody was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assigned {
    pub what: What,
    pub due: NaiveDate,
    pub note: String,
    /// The coach's name.
    pub coach: String,
}

/// All that the next step follows from.
pub struct Situation<'a> {
    pub library: &'a Library,
    pub finished: &'a Finished,
    /// Lessons that are not finished, by their items.
    pub begun: &'a HashMap<String, Begun>,
    pub attempt: Option<&'a OpenAttempt>,
    /// The one due next first.
    pub assigned: &'a [Assigned],
    pub guides: bool,
    pub now: i64,
}

/// Why something comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why<'a> {
    /// It was begun.
    GoOn,
    /// A coach asked for it.
    Assigned(&'a Assigned),
    /// It follows in the order of the paths and modules.
    InOrder,
    /// It has not been played for the longest time.
    Again,
}

/// What to do next.
#[derive(Clone, Copy, Debug)]
pub struct Next<'a> {
    pub why: Why<'a>,
    pub part: Part<'a>,
    /// The step of a lesson that was begun.
    pub step: Option<usize>,
    /// The attempt to go on with.
    pub attempt: Option<&'a str>,
}

/// The first of these that there is: the lesson that was read last within two weeks and is not finished; a conversation that was left within
/// two weeks; what is due soonest; what follows in order. `None`: everything has been done once, and
/// [`longest_ago`] says what to play again.
pub fn next_step<'a>(s: &Situation<'a>) -> Option<Next<'a>> {
    begun_lesson(s).or_else(|| open_attempt(s)).or_else(|| asked(s)).or_else(|| in_order(s))
}

fn begun_lesson<'a>(s: &Situation<'a>) -> Option<Next<'a>> {
    let recent = s.begun.iter().filter(|(_, begun)| s.now - begun.at <= RECENT);
    let known = recent.filter_map(|(item, begun)| Some((begun.at, find_part(s.library, Kind::Lesson, item)?)));
    let (_, part) = known.max_by_key(|(at, part)| (*at, part.item()))?;
    Some(s.next(Why::GoOn, part))
}

fn open_attempt<'a>(s: &Situation<'a>) -> Option<Next<'a>> {
    let attempt = s.attempt.filter(|attempt| s.now - attempt.last_at <= RECENT)?;
    let part = find_part(s.library, Kind::Drill, &attempt.item)?;
    Some(Next { attempt: Some(&attempt.id), ..s.next(Why::GoOn, part) })
}

fn asked<'a>(s: &Situation<'a>) -> Option<Next<'a>> {
    s.assigned.iter().find_map(|assigned| Some(s.next(Why::Assigned(assigned), s.open_part(&assigned.what)?)))
}

/// Along the paths in the authors' order, then by module: in each, lessons and rehearsals by turns.
fn in_order<'a>(s: &Situation<'a>) -> Option<Next<'a>> {
    let library = s.library;
    let on_paths = library.paths.iter().flat_map(|path| &path.modules).filter_map(|id| library.module(id));
    let modules: Vec<&Module> =
        on_paths.chain(&library.modules).filter(|module| module.is_meant_for(s.guides)).collect();
    let part = modules.iter().find_map(|module| by_turns(module, s.finished));
    // What is tried at work and takes a week comes when all is rehearsed.
    let any = || modules.iter().flat_map(|module| parts(module)).find(|part| !s.finished.has(*part));
    part.or_else(any).map(|part| s.next(Why::InOrder, part))
}

/// The next lesson of a module, or the next rehearsal as soon as fewer of them are finished than of the lessons, by their shares: what was
/// read is said aloud soon after.
fn by_turns<'a>(module: &'a Module, finished: &Finished) -> Option<Part<'a>> {
    let is_lesson = |part: &Part| part.kind() == Kind::Lesson;
    let is_rehearsal = |part: &Part| matches!(part, Part::Drill(drill) if drill.is_rehearsed());
    let lessons = Share::of(parts(module).filter(is_lesson), finished);
    let rehearsals = Share::of(parts(module).filter(is_rehearsal), finished);
    let open = || parts(module).filter(|part| !finished.has(*part));
    let (lesson, rehearsal) = (open().find(is_lesson), open().find(is_rehearsal));
    match lessons.done * rehearsals.total > rehearsals.done * lessons.total {
        true => rehearsal.or(lesson),
        false => lesson.or(rehearsal),
    }
}

fn find_part<'a>(library: &'a Library, kind: Kind, item: &str) -> Option<Part<'a>> {
    let (module, id) = item.split_once('/')?;
    match kind {
        Kind::Lesson => library.lesson(module, id).map(|lesson| Part::Lesson(lesson)),
        Kind::Drill => library.drill(module, id).map(Part::Drill),
        Kind::Module | Kind::Path => None,
    }
}

impl<'a> Situation<'a> {
    fn next(&self, why: Why<'a>, part: Part<'a>) -> Next<'a> {
        let step = match part {
            Part::Lesson(lesson) => self.begun.get(&part.item()).map(|begun| clamp_step(begun.step, lesson)),
            Part::Drill(_) => None,
        };
        Next { why, part, step, attempt: None }
    }

    /// What to do of something that was asked for: of a module what was begun, or what comes first.
    fn open_part(&self, what: &What) -> Option<Part<'a>> {
        let library = self.library;
        let modules: Vec<&Module> = match what.kind {
            Kind::Lesson | Kind::Drill => return find_part(library, what.kind, &what.item),
            Kind::Module => library.module(&what.item).into_iter().collect(),
            Kind::Path => library.path(&what.item)?.modules.iter().filter_map(|id| library.module(id)).collect(),
        };
        let open = || modules.iter().flat_map(|module| parts(module)).filter(|part| !self.finished.has(*part));
        open().find(|part| self.begun.contains_key(&part.item())).or_else(|| open().next())
    }
}

/// A field practice that was not tried yet, of the module in which something was finished last.
pub fn latest_field_practice<'a>(library: &'a Library, finished: &Finished) -> Option<Part<'a>> {
    let (module, ..) = finished.parts().max_by_key(|(module, id, at)| (*at, *module, *id))?;
    let module = library.module(module)?;
    let practice = |part: &Part| matches!(part, Part::Drill(drill) if !drill.is_rehearsed());
    parts(module).find(|part| practice(part) && !finished.has(*part))
}

/// The drill that was rehearsed longest ago, one never rehearsed before all others. `last_played` in UTC milliseconds, by item.
pub fn longest_ago<'a>(library: &'a Library, guides: bool, last_played: &HashMap<String, i64>) -> Option<Next<'a>> {
    let drills = library
        .modules_for(guides)
        .flat_map(|module| &module.drills)
        .filter(|drill| drill.is_rehearsed())
        .map(Part::Drill);
    let part = drills.min_by_key(|part| last_played.get(&part.item()).copied().unwrap_or(i64::MIN))?;
    Some(Next { why: Why::Again, part, step: None, attempt: None })
}

/// Whether it is enough for today: something was finished, and nothing that was asked for is due today or late. Never a debt: there is always
/// one more to choose.
pub fn is_enough(finished_today: bool, assigned: &[Assigned], today: NaiveDate) -> bool {
    finished_today && assigned.iter().all(|assigned| assigned.due > today)
}

#[cfg(test)]
#[path = "next_tests.rs"]
pub(super) mod tests;
