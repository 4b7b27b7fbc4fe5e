//! From an author's files to a library: reads everything, and names every fault with its file and line.

mod cards;
mod crossing;
pub(crate) mod drills;
pub(crate) mod front;
mod glossary;
mod lesson;
pub(crate) mod lines;
mod lists;
mod marking;
mod markup;
mod modules;
mod names;
pub(crate) mod page;
pub(crate) mod pair;
pub(crate) mod parts;
pub(crate) mod piece;
pub(crate) mod quotes;
pub(crate) mod sanitise;
pub(crate) mod section;
mod shelf;
pub(crate) mod spelling;
pub(crate) mod spelt;
pub(crate) mod version;

use crate::library::{Competency, Fault, Library, SourceFile};
use glossary::Glossary;
use page::{Link, Page};
pub(crate) use shelf::Pair;
use shelf::Shelf;

/// Reads the content folder. With faults there is no library, but a complete, sorted list of them.
pub fn read(files: &[SourceFile]) -> Result<Library, Vec<Fault>> {
    let (library, faults, _) = gather(files);
    without(faults, library)
}

/// Like [`read`], and names as well what authors must put right although it can be shown: a server that runs is not stopped for it.
pub fn check(files: &[SourceFile]) -> Result<Library, Vec<Fault>> {
    let (library, faults, flaws) = gather(files);
    without([faults, flaws].concat(), library)
}

fn without(mut faults: Vec<Fault>, library: Library) -> Result<Library, Vec<Fault>> {
    if faults.is_empty() {
        return Ok(library);
    }
    faults.sort();
    faults.dedup();
    Err(faults)
}

/// As much of the library as could be read, with faults and flaws.
fn gather(files: &[SourceFile]) -> (Library, Vec<Fault>, Vec<Fault>) {
    let mut reader = Reader::default();
    let shelf = Shelf::sort(files, &mut reader);
    let competencies = lists::competencies(&shelf, &mut reader);
    reader.competencies = competencies.clone();
    reader.glossary = glossary::read(&shelf, &mut reader);
    let modules = modules::read_all(&shelf, &mut reader);
    glossary::check_used(&shelf, &mut reader);
    let ideas = lists::ideas(&shelf, &mut reader);
    let paths = lists::paths(&shelf, &mut reader);
    crossing::check_links(&shelf, &mut reader);
    let glossary = reader.glossary.into_terms();
    let library = Library { competencies: competencies.unwrap_or_default(), ideas, paths, modules, glossary };
    (library, reader.faults, reader.flaws)
}

/// What is gathered from file to file.
#[derive(Default)]
pub(crate) struct Reader {
    faults: Vec<Fault>,
    /// What must be put right although it can be shown.
    flaws: Vec<Fault>,
    links: Vec<Link>,
    /// None until the list of them could be read.
    competencies: Option<Vec<Competency>>,
    glossary: Glossary,
}

impl Reader {
    fn fault(&mut self, path: &str, line: usize, message: impl Into<String>) {
        self.faults.push(Fault { path: path.to_owned(), line, message: message.into() });
    }

    /// Reads one file and keeps what was found in it.
    fn page<T>(&mut self, file: &SourceFile, read: impl FnOnce(&mut Page, &str) -> Option<T>) -> Option<T> {
        let mut page = Page::new(&file.path, self.competencies.as_deref());
        let text = page.text(file);
        let value = text.and_then(|text| read(&mut page, &text));
        self.faults.append(&mut page.faults);
        self.flaws.append(&mut page.flaws);
        self.links.append(&mut page.links);
        value
    }
}

/// How many ideas each source of the curriculum has, from S1 on.
const IDEAS: [u32; 5] = [13, 11, 11, 16, 13];

/// Every idea that must be listed: `S1.1` to `S5.13`.
fn all_ideas() -> impl Iterator<Item = String> {
    (1..).zip(IDEAS).flat_map(|(source, count)| (1..=count).map(move |idea| format!("S{source}.{idea}")))
}

fn is_idea(id: &str) -> bool {
    all_ideas().any(|known| known == id)
}
