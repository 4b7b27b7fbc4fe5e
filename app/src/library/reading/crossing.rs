//! Links from one text to another: each must lead somewhere.

use super::Reader;
use super::shelf::Shelf;
use crate::routes::{Url, to};

/// Pages that every organisation has, and that a text may link to.
pub fn own_pages() -> [Url; 4] {
    [to::help(), to::decision_card(), to::our_values(), to::glossary()]
}

/// Names every link within the platform that leads nowhere.
pub fn check_links(shelf: &Shelf, reader: &mut Reader) {
    for link in std::mem::take(&mut reader.links) {
        if !leads_somewhere(shelf, &link.target) {
            let message = format!("The link to \"{}\" leads nowhere: there is no such page.", link.target);
            reader.fault(&link.path, link.line, message);
        }
    }
}

fn leads_somewhere(shelf: &Shelf, target: &str) -> bool {
    if own_pages().iter().any(|page| page.as_str() == target) {
        return true;
    }
    let parts: Vec<&str> = target.split('/').collect();
    let ["", "modules", module, inside @ ..] = parts.as_slice() else { return false };
    let Some(folder) = shelf.modules.get(module) else { return false };
    match inside {
        [] => true,
        ["lessons", lesson] => folder.has_lesson(lesson),
        ["drills", drill] => folder.drills.contains_key(drill),
        _ => false,
    }
}
