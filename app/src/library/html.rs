//! Text that is ready for a page.

use serde::{Deserialize, Serialize};

/// HTML made from an author's Markdown and sanitised; safe to put into a page as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Html(pub String);

impl Html {
    /// The words alone, in one line.
    pub fn words(&self) -> String {
        let parts = self.0.split('<').map(|part| match part.split_once('>') {
            Some((tag, text)) => [if is_within_words(tag) { "" } else { " " }, text],
            None => ["", part],
        });
        let text: String = parts.flatten().collect();
        let text = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", " "), ("&amp;", "&")]
            .iter()
            .fold(text, |text, (entity, sign)| text.replace(entity, sign));
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Whether a tag may stand within a word, or between a word and its comma.
fn is_within_words(tag: &str) -> bool {
    let name = tag.trim_start_matches('/').split_whitespace().next().unwrap_or_default();
    matches!(name, "em" | "strong" | "a" | "code" | "del" | "q" | "abbr" | "span" | "sup" | "sub")
}

#[cfg(test)]
mod tests {
    use super::Html;

    #[test]
    fn words_come_without_their_marks() {
        let html = Html("<p>Bis <em>morgen</em>: „1 &lt; 2“ &amp;lt; mehr.</p>\n<ul><li>Gut.</li><li><strong>Be</strong>sser.</li></ul>".into());
        assert_eq!(html.words(), "Bis morgen: „1 < 2“ &lt; mehr. Gut. Besser.");
    }
}
