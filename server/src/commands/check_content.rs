//! `check-content`: every fault at once, with file and line; of each dialogue its ways and what is to be expected of random
//! plays.

use std::path::Path;

use anyhow::bail;
use app::library::Library;

use super::print;
use crate::content;

/// `is_quiet`: without what authors want to know beyond faults.
pub fn check(folder: Option<&Path>, is_quiet: bool) -> anyhow::Result<()> {
    match content::check(folder)? {
        Ok(library) => {
            let drills = library.modules.iter().flat_map(|module| &module.drills);
            for (drill, report) in drills.filter(|_| !is_quiet).filter_map(|drill| Some((drill, drill.report()?))) {
                print(&format!("{}\n{report}\n", drill.item()))?;
            }
            print(&totals(&library))
        }
        Err(faults) => {
            print(&content::list(&faults))?;
            bail!("{} faults in the content", faults.len())
        }
    }
}

fn totals(library: &Library) -> String {
    let lessons: usize = library.modules.iter().map(|module| module.lessons.len()).sum();
    let drills: usize = library.modules.iter().map(|module| module.drills.len()).sum();
    let cards: usize = library.modules.iter().map(|module| module.cards.len()).sum();
    let taught = library.ideas.iter().filter(|idea| !idea.taught_in.is_empty()).count();
    let ideas = match library.ideas.len() - taught {
        0 => format!("all {taught} ideas are taught"),
        left => format!("{taught} ideas are taught, {left} are still to come"),
    };
    format!(
        "{} modules, {lessons} lessons, {drills} drills, {cards} cards: no faults\n{ideas}\n",
        library.modules.len()
    )
}
