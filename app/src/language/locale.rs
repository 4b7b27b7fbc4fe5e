//! The languages that pages come in.

use serde::{Deserialize, Serialize};

/// What a page is written in. Swiss German is not authored: it follows from German.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Locale {
    De,
    DeCh,
    En,
}

impl Locale {
    pub const ALL: [Locale; 3] = [Locale::De, Locale::DeCh, Locale::En];

    /// The BCP 47 tag, for `lang` attributes.
    pub fn tag(self) -> &'static str {
        match self {
            Locale::De => "de",
            Locale::DeCh => "de-CH",
            Locale::En => "en",
        }
    }
}

/// One text as every locale has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Localized<T> {
    pub de: T,
    pub de_ch: T,
    pub en: T,
}

impl<T> Localized<T> {
    pub fn get(&self, locale: Locale) -> &T {
        match locale {
            Locale::De => &self.de,
            Locale::DeCh => &self.de_ch,
            Locale::En => &self.en,
        }
    }
}
