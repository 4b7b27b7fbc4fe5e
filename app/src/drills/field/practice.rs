//! Where an intention comes from, and what authors offer ready there.

use crate::{drills::Drill, language::Locale, library::Library};

/// The kind of drill that ready intentions belong to.
const KIND: &str = "field";

/// What a form for an intention begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    /// A module, `module/drill` of a field practice, or nothing: kept with the intention.
    pub item: Option<String>,
    /// Whole sentences that can be taken as they are.
    pub ready: Vec<String>,
    /// The one that is taken already.
    pub taken: Option<String>,
}

/// A field practice; no other drill, which an intention would finish.
fn find_practice<'a>(library: &'a Library, item: &str) -> Option<&'a Drill> {
    let (module, drill) = item.split_once('/')?;
    library.drill(module, drill).filter(|drill| drill.kind().id == KIND)
}

/// Whether an intention may come from there.
pub fn is_origin(library: &Library, item: &str) -> bool {
    library.module(item).is_some() || find_practice(library, item).is_some()
}

/// The offer of a field practice; of a module its first practice's, if it has one. `taken`: the place of a ready intention.
pub fn find_offer(library: &Library, item: &str, taken: Option<usize>, locale: Locale) -> Option<Offer> {
    let practice = match library.module(item) {
        Some(module) => module.drills.iter().find(|drill| drill.kind().id == KIND),
        None => Some(find_practice(library, item)?),
    };
    let ready = practice.map(|practice| ready_of(practice, locale)).unwrap_or_default();
    let item = practice.map_or_else(|| item.to_owned(), |practice| practice.item());
    let taken = taken.and_then(|place| ready.get(place).cloned());
    Some(Offer { item: Some(item), ready, taken })
}

/// The ready intentions of a field practice; none until the library knows that kind.
fn ready_of(_practice: &Drill, _locale: Locale) -> Vec<String> {
    Vec::new()
}
