//! One file's text in the spellings that follow from it.

use crate::language::Localized;

/// A text as German and as Swiss readers get it; both are the same in an English file.
#[derive(Clone, Debug)]
pub struct Spelt<T> {
    pub main: T,
    pub swiss: T,
}

impl<T> Spelt<T> {
    /// A German text together with its translation.
    pub fn with(self, english: Spelt<T>) -> Localized<T> {
        Localized { de: self.main, de_ch: self.swiss, en: english.main }
    }
}
