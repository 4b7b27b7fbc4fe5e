//! What authors write: paths, modules, lessons, drills and cards, and how they are read and checked.

mod html;
#[cfg(feature = "ssr")]
pub mod model;
#[cfg(feature = "ssr")]
mod paragraph;
#[cfg(feature = "ssr")]
pub(crate) mod reading;
#[cfg(feature = "ssr")]
mod report;
#[cfg(feature = "ssr")]
mod source;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(all(test, feature = "ssr"))]
pub(crate) mod tests;
#[cfg(feature = "ssr")]
pub mod text;

pub use html::Html;
#[cfg(feature = "ssr")]
pub use model::*;
#[cfg(feature = "ssr")]
pub use paragraph::{Paragraph, Voice, count_words};
#[cfg(feature = "ssr")]
pub use reading::{check, read, sanitise::html as markdown};
#[cfg(feature = "ssr")]
pub use report::content_report;
#[cfg(feature = "ssr")]
pub use source::{Fault, SourceFile};
