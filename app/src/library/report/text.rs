//! From HTML to paragraphs, sentences and words.

use super::paragraphs::{Paragraph, Voice};
use crate::library::Html;

/// Elements that stand within a paragraph.
const INLINE: [&str; 6] = ["a", "code", "del", "em", "strong", "br"];

/// The paragraphs of a text; blocks part them, marks within a sentence do not.
pub fn paragraphs(html: &Html) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    let (mut quotes, mut voice, mut open) = (0_usize, Voice::Told, String::new());
    let mut parts = html.0.split('<');
    open.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (tag, text) = part.split_once('>').unwrap_or(("", part));
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if !INLINE.contains(&name) {
            close(&mut open, if quotes > 0 { Voice::Said } else { voice }, &mut paragraphs);
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
    close(&mut open, voice, &mut paragraphs);
    paragraphs
}

fn close(open: &mut String, voice: Voice, paragraphs: &mut Vec<Paragraph>) {
    let text = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", " "), ("&amp;", "&")]
        .iter()
        .fold(std::mem::take(open), |text, (entity, sign)| text.replace(entity, sign));
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if !text.is_empty() {
        paragraphs.push(Paragraph { voice, text });
    }
}

/// What ends with a full stop and is no end of a sentence; single letters and days of a month (`z. B.`, `14. Juni`) are known without it.
const SHORT: [&str; 14] =
    ["abs", "al", "art", "bzw", "ca", "dr", "etc", "evtl", "inkl", "mio", "nr", "st", "vgl", "zzgl"];

/// The sentences of a paragraph. One ends where a stop is followed by a beginning: a capital letter, a number, an opening quotation mark.
pub fn sentences(paragraph: &str) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let mut tokens = paragraph.split_whitespace().peekable();
    while let Some(token) = tokens.next() {
        open.push(token);
        if tokens.peek().is_none_or(|next| ends(token) && begins(next)) {
            sentences.push(open.join(" "));
            open.clear();
        }
    }
    sentences.retain(|sentence| words(sentence).next().is_some());
    sentences
}

fn ends(token: &str) -> bool {
    let bare = token.trim_end_matches(['“', '”', '»', '«', '"', '‘', '’', '›', ')']);
    if bare.ends_with(['?', '!', '…']) {
        return true;
    }
    let Some(before) = bare.strip_suffix('.') else { return false };
    let word = before.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    let is_day = word.len() <= 2 && word.chars().all(|sign| sign.is_ascii_digit());
    !(is_day || word.chars().count() == 1 || SHORT.contains(&word.to_lowercase().as_str()))
}

fn begins(token: &str) -> bool {
    token.starts_with(|sign: char| sign.is_uppercase() || sign.is_ascii_digit() || "„“«»‚‘\"(*".contains(sign))
}

/// The words of a text, without the marks around them.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let bare = text.split_whitespace().map(|token| token.trim_matches(|sign: char| !sign.is_alphanumeric()));
    bare.filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_part_paragraphs_and_marks_do_not() {
        let html = Html("<h2>Titel</h2>\n<p>Das <em>ist</em>&nbsp;<strong>gut</strong>.</p>\n<blockquote>\n<p>Nein &amp; ja.</p>\n</blockquote>\n<ul>\n<li>Eins</li>\n</ul>".into());
        let found = paragraphs(&html);
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
        assert_eq!(paragraphs(&Html("<table><tr><td>a b</td><td>c</td></tr></table><p>d</p>".into())).len(), 3);
    }

    #[test]
    fn sentences_end_where_the_next_begins() {
        let count = |text: &str| sentences(text).len();
        assert_eq!(sentences("Er geht. „Nein?“ Sie bleibt."), ["Er geht.", "„Nein?“", "Sie bleibt."]);
        assert_eq!(count("Am 14. Juni, z. B. um 10.14 Uhr (Marvel u. a., JAMA 281, 1999)."), 1);
        assert_eq!(count("„Nein?“ fragt er. Im Jahr 1999. Danach."), 3);
        assert_eq!(count("Danke, dass Sie … Und beende den Satz. Ohne Punkt"), 3);
        assert_eq!(count("… “"), 0);
    }

    #[test]
    fn words_have_no_marks() {
        assert_eq!(
            words("„Na ja“, sagt er – 3.20 Euro.").collect::<Vec<_>>(),
            ["Na", "ja", "sagt", "er", "3.20", "Euro"]
        );
    }
}
