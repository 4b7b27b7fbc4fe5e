//! What authors and editors want to know of the whole curriculum: how long, how hard, how complete, and what is said twice. As Markdown.

mod figures;
mod markdown;
mod paragraphs;
mod readability;
mod recurrence;
mod syllables;

pub use markdown::content_report;

/// The languages that are authored.
const LANGUAGES: [crate::language::Locale; 2] = [crate::language::Locale::De, crate::language::Locale::En];
