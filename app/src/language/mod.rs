//! Languages: which one a page is in, every message in it, and how it writes days and numbers.

mod bilingual;
mod keys;
mod locale;
#[cfg(feature = "ssr")]
mod messages;
#[cfg(feature = "ssr")]
mod negotiation;
mod plain;
pub mod swiss;

pub use bilingual::{Bilingual, Shown};
pub use keys::fold;
pub use locale::*;
#[cfg(feature = "ssr")]
pub use messages::{Args, Language, count};
#[cfg(feature = "ssr")]
pub use negotiation::{choose_locale, prefers_german};
pub use plain::plain_text;
