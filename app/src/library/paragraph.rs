//! Text as people read it: paragraph by paragraph, without marks.

use super::{Html, text};
use crate::language::{Locale, Localized};

/// How a paragraph stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// By itself: a title, a heading, a cell of a table.
    Label,
    /// The authors tell or explain.
    Told,
    /// Somebody says it aloud.
    Said,
}

/// A paragraph in one language, without marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    pub voice: Voice,
    pub text: String,
}

impl Paragraph {
    pub fn label(text: &Localized<String>, locale: Locale) -> Paragraph {
        Paragraph { voice: Voice::Label, text: text.get(locale).clone() }
    }

    pub fn line(voice: Voice, text: &Localized<String>, locale: Locale) -> Paragraph {
        Paragraph { voice, text: text.get(locale).clone() }
    }

    /// The paragraphs of a text that the authors tell; what they quote is said.
    pub fn told(html: &Localized<Html>, locale: Locale) -> Vec<Paragraph> {
        html.get(locale).paragraphs()
    }

    /// The paragraphs of what somebody says.
    pub fn said(html: &Localized<Html>, locale: Locale) -> Vec<Paragraph> {
        let paragraphs = html.get(locale).paragraphs().into_iter();
        paragraphs.map(|paragraph| Paragraph { voice: Voice::Said, ..paragraph }).collect()
    }
}

/// How many words there are in all of them.
pub fn count_words(paragraphs: &[Paragraph]) -> usize {
    paragraphs.iter().map(|paragraph| text::words(&paragraph.text).count()).sum()
}

impl Html {
    /// The words alone, in one line.
    pub fn words(&self) -> String {
        let paragraphs = self.paragraphs().into_iter().map(|paragraph| paragraph.text);
        paragraphs.collect::<Vec<_>>().join(" ")
    }

    /// The paragraphs of a text; blocks part them, marks within a sentence do not.
    pub fn paragraphs(&self) -> Vec<Paragraph> {
        let mut found = Vec::new();
        let (mut quotes, mut voice, mut open) = (0_usize, Voice::Told, String::new());
        let mut parts = self.0.split('<');
        open.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let (tag, text) = part.split_once('>').unwrap_or(("", part));
            let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
            if !is_inline(name) {
                close(&mut open, if quotes > 0 { Voice::Said } else { voice }, &mut found);
                match tag {
                    "blockquote" => quotes += 1,
                    "/blockquote" => quotes = quotes.saturating_sub(1),
                    _ => {}
                }
                let is_label = matches!(name, "h2" | "h3" | "h4" | "h5" | "h6" | "th" | "td") && !tag.starts_with('/');
                voice = if is_label { Voice::Label } else { Voice::Told };
            }
            open.push_str(if name == "br" { " " } else { "" });
            open.push_str(text);
        }
        close(&mut open, voice, &mut found);
        found
    }
}

/// Whether an element stands within a paragraph, or even within a word.
fn is_inline(name: &str) -> bool {
    matches!(name, "a" | "abbr" | "br" | "code" | "del" | "em" | "q" | "span" | "strong" | "sub" | "sup")
}

fn close(open: &mut String, voice: Voice, found: &mut Vec<Paragraph>) {
    let text = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", " "), ("&amp;", "&")]
        .iter()
        .fold(std::mem::take(open), |text, (entity, sign)| text.replace(entity, sign));
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if !text.is_empty() {
        found.push(Paragraph { voice, text });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_without_their_marks() {
        let html = Html("<p>Bis <em>morgen</em>: „1 &lt; 2“ &amp;lt; mehr.</p>\n<ul><li>Gut.</li><li><strong>Be</strong>sser,<br/>am <q>besten</q>.</li></ul>".into());
        assert_eq!(html.words(), "Bis morgen: „1 < 2“ &lt; mehr. Gut. Besser, am besten.");
    }

    #[test]
    fn blocks_part_paragraphs_and_marks_do_not() {
        let html = Html("<h2>Titel</h2>\n<p>Das <em>ist</em>&nbsp;<strong>gut</strong>.</p>\n<blockquote>\n<p>Nein &amp; ja.</p>\n</blockquote>\n<ul>\n<li>Eins</li>\n</ul>".into());
        let found = html.paragraphs();
        let found: Vec<(Voice, &str)> =
            found.iter().map(|paragraph| (paragraph.voice, paragraph.text.as_str())).collect();
        assert_eq!(
            found,
            [
                (Voice::Label, "Titel"),
                (Voice::Told, "Das ist gut."),
                (Voice::Said, "Nein & ja."),
                (Voice::Told, "Eins")
            ]
        );
        assert_eq!(Html("<table><tr><td>a b</td><td>c</td></tr></table><p>d</p>".into()).paragraphs().len(), 3);
    }
}
