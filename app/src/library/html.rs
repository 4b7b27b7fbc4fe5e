//! Text that is ready for a page.

use serde::{Deserialize, Serialize};

/// HTML made from an author's Markdown and sanitised; safe to put into a page as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Html(pub String);

impl Html {
    /// The words alone, in one line.
    pub fn words(&self) -> String {
        let parts = self.0.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
        let text = parts.collect::<Vec<_>>().join(" ");
        let text = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", " "), ("&amp;", "&")]
            .iter()
            .fold(text, |text, (entity, sign)| text.replace(entity, sign));
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::Html;

    #[test]
    fn words_come_without_their_marks() {
        let html = Html("<p>Bis <em>morgen</em>: „1 &lt; 2“ &amp;lt; mehr.</p>\n<p>Gut.</p>".into());
        assert_eq!(html.words(), "Bis morgen : „1 < 2“ &lt; mehr. Gut.");
    }
}
