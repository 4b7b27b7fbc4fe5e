//! Where an intention comes from, and what authors offer ready there.

use crate::{language::Locale, library::Library};

/// What a form for an intention begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    /// A module, `module/drill` of a field practice, or nothing: kept with the intention.
    pub item: Option<String>,
    /// Whole sentences that can be taken as they are.
    pub ready: Vec<String>,
}

/// The offer of a field practice of a module; without `drill` of its first one, and of the module alone where it has none. `None`: there is
/// no such module or practice. So far the library knows no field practice.
pub fn find_offer(library: &Library, module: &str, drill: Option<&str>, _locale: Locale) -> Option<Offer> {
    let module = library.module(module)?;
    drill.is_none().then(|| Offer { item: Some(module.id.clone()), ready: Vec::new() })
}

/// Whether an intention may come from there: a module, or a field practice (no other drill, which it would finish).
pub fn is_origin(library: &Library, item: &str) -> bool {
    match item.split_once('/') {
        None => library.module(item).is_some(),
        Some((module, drill)) => find_offer(library, module, Some(drill), Locale::De).is_some(),
    }
}
