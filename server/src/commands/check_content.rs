//! `check-content`: every fault at once, with file and line; of each dialogue its ways and what 1,000 random plays come to.

use std::path::Path;

use anyhow::bail;

use crate::content;

/// `is_quiet`: without what authors want to know beyond faults.
pub fn check(folder: Option<&Path>, is_quiet: bool) -> anyhow::Result<()> {
    match content::check(folder)? {
        Ok(library) => {
            let drills = library.modules.iter().flat_map(|module| &module.drills);
            for (drill, report) in drills.filter(|_| !is_quiet).filter_map(|drill| Some((drill, drill.report()?))) {
                println!("{}\n{report}", drill.item());
            }
            let lessons: usize = library.modules.iter().map(|module| module.lessons.len()).sum();
            let drills: usize = library.modules.iter().map(|module| module.drills.len()).sum();
            let cards: usize = library.modules.iter().map(|module| module.cards.len()).sum();
            let taught = library.ideas.iter().filter(|idea| !idea.taught_in.is_empty()).count();
            println!("{} modules, {lessons} lessons, {drills} drills, {cards} cards: no faults", library.modules.len());
            match library.ideas.len() - taught {
                0 => println!("all {taught} ideas are taught"),
                left => println!("{taught} ideas are taught, {left} are still to come"),
            }
            Ok(())
        }
        Err(faults) => {
            print!("{}", content::list(&faults));
            bail!("{} faults in the content", faults.len())
        }
    }
}
