//! Links from one text to another: each must lead somewhere.

use super::Reader;
use super::shelf::Shelf;

/// Pages that every organisation has.
const OWN_PAGES: [&str; 4] = ["/help", "/decision-card", "/our-values", "/glossary"];

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
    if OWN_PAGES.contains(&target) {
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
