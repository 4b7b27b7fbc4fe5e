//! What is looked for in the catalogue, and what fits.

use crate::{
    access::Actor,
    library::{Library, Module},
    modules::model::{Finished, Part, parts},
    routes::{Url, to},
};

/// The minutes that can be asked for.
pub const TIMES: [u32; 3] = [5, 10, 20];

/// What is asked for, as it stands in the URL. What no page of ours asks for counts as not asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Modules by the situations that they are for.
    pub by_situation: bool,
    pub competency: Option<String>,
    /// One of [`TIMES`]; situations take none.
    pub minutes: Option<u32>,
}

impl Filter {
    /// From the values of a query.
    pub fn read(library: &Library, value: impl Fn(&str) -> Option<String>) -> Filter {
        let by_situation = value("by").as_deref() == Some("situation");
        let minutes = value("minutes").and_then(|minutes| minutes.parse().ok());
        let minutes = minutes.filter(|minutes| !by_situation && TIMES.contains(minutes));
        let competency = value("competency");
        let competency = competency.filter(|id| library.competencies.iter().any(|known| known.id == *id));
        Filter { by_situation, competency, minutes }
    }

    pub fn is_narrow(&self) -> bool {
        self.competency.is_some() || self.minutes.is_some()
    }

    /// Whether all modules are shown, as nobody asked for anything.
    pub fn is_open(&self) -> bool {
        !self.by_situation && !self.is_narrow()
    }

    /// The same view with nothing asked for.
    pub fn reset(&self) -> Url {
        if self.by_situation { to::situations() } else { to::modules() }
    }

    /// The modules that may fit, in the library's order.
    pub fn modules<'a>(&self, library: &'a Library, actor: &Actor) -> Vec<&'a Module> {
        let meant = library.modules_for(actor.guides());
        meant.filter(|module| self.competency.as_deref().is_none_or(|id| trains(module, id))).collect()
    }

    /// What of a module fits into so many minutes; empty where nothing does.
    pub fn fitting<'a>(&self, module: &'a Module, finished: &Finished, minutes: u32) -> Vec<Part<'a>> {
        let competency = self.competency.as_deref();
        let fits = |part: &Part| competency.is_none_or(|id| part.competencies().iter().any(|known| known == id));
        let open = fill(parts(module).filter(fits).filter(|part| !finished.has(*part)), minutes);
        if !open.is_empty() {
            return open;
        }
        // What was said once can be said again; a lesson is looked up from the module.
        let again = parts(module).filter(fits).filter(|part| finished.has(*part) && matches!(part, Part::Drill(_)));
        fill(again, minutes)
    }
}

/// Whether a module, or something in it, trains a competency.
fn trains(module: &Module, competency: &str) -> bool {
    let parts = parts(module).flat_map(Part::competencies);
    module.competencies.iter().chain(parts).any(|known| known == competency)
}

/// Lessons and rehearsals by turns, as long as there is time. What is tried at work takes no minutes here.
fn fill<'a>(parts: impl Iterator<Item = Part<'a>>, minutes: u32) -> Vec<Part<'a>> {
    let (mut lessons, mut drills) = (Vec::new(), Vec::new());
    for part in parts {
        match part {
            Part::Lesson(_) => lessons.push(part),
            Part::Drill(drill) if drill.is_rehearsed() => drills.push(part),
            Part::Drill(_) => {}
        }
    }
    let (mut lessons, mut drills) = (lessons.into_iter(), drills.into_iter());
    let (mut chosen, mut left, mut is_lesson_next) = (Vec::new(), minutes, true);
    loop {
        let fits = |part: &Part| part.minutes() <= left;
        let found = match is_lesson_next {
            true => lessons.find(fits).or_else(|| drills.find(fits)),
            false => drills.find(fits).or_else(|| lessons.find(fits)),
        };
        let Some(part) = found else { return chosen };
        left -= part.minutes();
        is_lesson_next = matches!(part, Part::Drill(_));
        chosen.push(part);
    }
}

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
