//! Text that is ready for a page.

use serde::{Deserialize, Serialize};

/// HTML made from an author's Markdown and sanitised; safe to put into a page as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Html(pub String);
