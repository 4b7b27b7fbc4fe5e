//! `check-content`: every fault at once, with file and line.

use std::path::Path;

use anyhow::bail;

use crate::content;

pub fn check(folder: Option<&Path>) -> anyhow::Result<()> {
    match content::check(folder)? {
        Ok(library) => {
            let lessons: usize = library.modules.iter().map(|module| module.lessons.len()).sum();
            let drills: usize = library.modules.iter().map(|module| module.drills.len()).sum();
            let cards: usize = library.modules.iter().map(|module| module.cards.len()).sum();
            let taught = library.ideas.iter().filter(|idea| !idea.taught_in.is_empty()).count();
            println!("{} modules, {lessons} lessons, {drills} drills, {cards} cards: no faults", library.modules.len());
            println!("{taught} of {} ideas are taught, the others are still to come", library.ideas.len());
            Ok(())
        }
        Err(faults) => {
            print!("{}", content::list(&faults));
            bail!("{} faults in the content", faults.len())
        }
    }
}
