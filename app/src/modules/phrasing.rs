//! An author's HTML inside a legend, a label or a heading, where paragraphs may not stand.

use crate::library::Html;

const INLINE: [&str; 6] = ["a", "br", "code", "del", "em", "strong"];

/// The same words with line breaks where blocks ended.
pub fn phrasing(html: &Html) -> String {
    let mut out = String::with_capacity(html.0.len());
    let mut rest = html.0.as_str();
    while let Some((text, tagged)) = rest.split_once('<') {
        out.push_str(text);
        // What was sanitised has whole tags alone, and no other `<`.
        let (tag, after) = tagged.split_once('>').unwrap_or((tagged, ""));
        let name =
            tag.trim_start_matches('/').split(|sign: char| !sign.is_ascii_alphanumeric()).next().unwrap_or_default();
        if INLINE.contains(&name) {
            out.extend(["<", tag, ">"]);
        } else if tag.starts_with('/') && !out.trim_end().ends_with("<br>") {
            out.push_str("<br>");
        }
        rest = after;
    }
    out.push_str(rest);
    let words = out.trim();
    words.strip_suffix("<br>").unwrap_or(words).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_become_lines() {
        let phrased = |html: &str| phrasing(&Html(html.to_owned()));
        assert_eq!(phrased("<p>Was <em>sagst</em> du?</p>"), "Was <em>sagst</em> du?");
        assert_eq!(phrased("<blockquote>\n<p>Eins</p>\n</blockquote>\n<p>Zwei</p>\n"), "Eins<br>\n\nZwei");
        assert_eq!(phrased("<ol start=\"2\"><li><a href=\"/m\">Drei</a></li></ol>"), "<a href=\"/m\">Drei</a>");
        assert_eq!(phrased("a &lt; b"), "a &lt; b");
        assert_eq!(phrased(""), "");
    }
}
