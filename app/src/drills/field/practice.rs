//! Where an intention comes from, and what authors offer ready there.

use super::content::FieldPractice;
use crate::{
    drills::DrillKind,
    language::Locale,
    library::{Library, Module},
};

/// What a form for an intention begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    /// A module, `module/drill` of a field practice, or nothing: kept with the intention.
    pub item: Option<String>,
    /// Whole sentences that can be taken as they are.
    pub ready: Vec<String>,
}

/// A field practice; no other drill, which an intention would finish.
fn find_practice<'a>(library: &'a Library, item: &str) -> Option<&'a FieldPractice> {
    let (module, drill) = item.split_once('/')?;
    library.drill(module, drill)?.as_kind()
}

fn first_practice(module: &Module) -> Option<&FieldPractice> {
    module.drills.iter().find_map(|drill| drill.as_kind())
}

/// Whether an intention may come from there.
pub fn is_origin(library: &Library, item: &str) -> bool {
    library.module(item).is_some() || find_practice(library, item).is_some()
}

/// The offer of a field practice; of a module its first practice's, if it has one.
pub fn find_offer(library: &Library, item: &str, locale: Locale) -> Option<Offer> {
    let practice = match library.module(item) {
        Some(module) => first_practice(module),
        None => Some(find_practice(library, item)?),
    };
    let item = practice.map_or_else(|| item.to_owned(), |practice| (practice as &dyn DrillKind).item());
    let ready = practice.into_iter().flat_map(|practice| &practice.intentions);
    Some(Offer { item: Some(item), ready: ready.map(|ready| ready.get(locale).clone()).collect() })
}
