//! Terms of the glossary in a lesson: found where it uses them first. What becomes of them on a page is the page's business.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Parser, Tag, TextMergeStream};

use super::{glossary::Glossary, page::Written, piece::options, sanitise};
use crate::{
    language::{Locale, Localized},
    library::{Html, Stretch},
};

/// Signs that no author writes stand around a term while it passes the sanitiser: after the first one comes a sign for the term's place.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';
const FIRST_PLACE: u32 = 0xe100;

/// Goes through a lesson, text by text.
pub struct Marking<'g> {
    glossary: &'g mut Glossary,
    lesson: String,
    seen: Localized<BTreeSet<usize>>,
}

impl Marking<'_> {
    pub fn new(glossary: &mut Glossary, lesson: String) -> Marking<'_> {
        let seen = Localized { de: BTreeSet::new(), de_ch: BTreeSet::new(), en: BTreeSet::new() };
        Marking { glossary, lesson, seen }
    }

    /// The next text with its terms; nothing where it uses none. `html` is the same text without them.
    pub fn explain(&mut self, source: &Localized<String>, html: &Localized<Html>) -> Option<Localized<Vec<Stretch>>> {
        let [de, de_ch, en] = Locale::ALL.map(|locale| self.explain_in(locale, source.get(locale)));
        if [&de, &de_ch, &en].iter().all(|explained| explained.is_none()) {
            return None;
        }
        let or = |explained: Option<_>, html: &Html| explained.unwrap_or_else(|| vec![Stretch::Html(html.0.clone())]);
        Some(Localized { de: or(de, &html.de), de_ch: or(de_ch, &html.de_ch), en: or(en, &html.en) })
    }

    fn explain_in(&mut self, locale: Locale, source: &str) -> Option<Vec<Stretch>> {
        let (seen, written) = match locale {
            Locale::De => (&mut self.seen.de, Written::German),
            Locale::DeCh => (&mut self.seen.de_ch, Written::German),
            Locale::En => (&mut self.seen.en, Written::English),
        };
        let entries = self.glossary.entries.iter().enumerate();
        let forms = entries.filter(|(place, _)| !seen.contains(place));
        let forms =
            forms.flat_map(|(place, entry)| entry.forms.get(locale).iter().map(move |form| (place, form.as_str())));
        let mut spotting = Spotting { forms: forms.collect(), spotted: Vec::new(), closed: 0, said: None, before: ' ' };
        let events = TextMergeStream::new(Parser::new_ext(source, options())).map(|event| spotting.pass(event));
        let html = sanitise::render(events);
        let spotted = spotting.spotted;
        if spotted.is_empty() {
            return None;
        }
        for place in &spotted {
            seen.insert(*place);
            self.glossary.note(*place, written, &self.lesson);
        }
        Some(stretches(&html.0, |place| Some(self.glossary.entries.get(place)?.term.id.clone())))
    }
}

/// Looks for terms while Markdown passes by.
struct Spotting<'t> {
    /// By the places of their terms.
    forms: Vec<(usize, &'t str)>,
    spotted: Vec<usize>,
    /// How deep inside of something in which nothing is marked.
    closed: usize,
    /// What ends the words of somebody who is speaking.
    said: Option<char>,
    before: char,
}

impl Spotting<'_> {
    fn pass<'e>(&mut self, event: Event<'e>) -> Event<'e> {
        match event {
            Event::Start(tag) => {
                if self.closed > 0 || is_closed(&tag) {
                    self.closed += 1;
                }
                if !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. }) {
                    (self.said, self.before) = (None, ' ');
                }
                Event::Start(tag)
            }
            Event::End(tag) => {
                self.closed = self.closed.saturating_sub(1);
                Event::End(tag)
            }
            Event::Text(text) => Event::Text(self.spot(&text).into()),
            other => {
                self.before = ' ';
                other
            }
        }
    }

    fn spot(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(next) = rest.chars().next() {
            self.listen(next);
            let length = match self.term_at(rest) {
                Some((place, length)) => {
                    let word = rest.get(..length).unwrap_or_default();
                    self.spotted.push(place);
                    out.extend([OPEN, sign(place)]);
                    out.push_str(word);
                    out.push(CLOSE);
                    length
                }
                None => {
                    out.push(next);
                    next.len_utf8()
                }
            };
            let (passed, following) = rest.split_at(length);
            self.before = passed.chars().next_back().unwrap_or(' ');
            rest = following;
        }
        out
    }

    /// What somebody says is theirs: no mark interrupts it.
    fn listen(&mut self, next: char) {
        self.said = match (self.said, next) {
            (Some(end), next) if next == end => None,
            (None, '„') => Some('“'),
            (None, '«') => Some('»'),
            (None, '“') => Some('”'),
            (said, _) => said,
        };
    }

    /// The longest term that begins here as a word of its own, and its length.
    fn term_at(&self, rest: &str) -> Option<(usize, usize)> {
        if self.closed > 0 || self.said.is_some() || is_in_word(self.before) {
            return None;
        }
        let open = self.forms.iter().filter(|(place, _)| !self.spotted.contains(place));
        let found = open.filter_map(|(place, form)| Some((*place, beginning(rest, form)?)));
        found.max_by_key(|(_, length)| *length)
    }
}

/// Where nothing is marked: headings, links, what somebody says, code, heads of tables.
fn is_closed(tag: &Tag) -> bool {
    matches!(
        tag,
        Tag::Heading { .. }
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::TableHead
    )
}

/// How much of a text is this form, if the text begins with it. At the beginning of a sentence the form has a capital letter.
fn beginning(text: &str, form: &str) -> Option<usize> {
    let (first, wanted) = (text.chars().next()?, form.chars().next()?);
    if first != wanted && !wanted.to_uppercase().eq([first]) {
        return None;
    }
    let after = text.get(first.len_utf8()..)?.strip_prefix(form.get(wanted.len_utf8()..)?)?;
    let is_whole = !after.chars().next().is_some_and(is_in_word);
    is_whole.then_some(text.len() - after.len())
}

fn is_in_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '-'
}

/// The sign of a term's place. There are more of them than anybody explains terms.
fn sign(place: usize) -> char {
    u32::try_from(place).ok().and_then(|place| char::from_u32(FIRST_PLACE + place)).unwrap_or(CLOSE)
}

fn place_of(sign: char) -> Option<usize> {
    usize::try_from(u32::from(sign).checked_sub(FIRST_PLACE)?).ok()
}

/// HTML with its marked words, each with the id of the term at its place.
fn stretches(html: &str, term: impl Fn(usize) -> Option<String>) -> Vec<Stretch> {
    let mut parts = html.split(OPEN);
    let mut stretches = vec![Stretch::Html(parts.next().unwrap_or_default().to_owned())];
    for part in parts {
        let (marked, after) = part.split_once(CLOSE).unwrap_or((part, ""));
        let mut signs = marked.chars();
        let term = signs.next().and_then(place_of).and_then(&term);
        let word = signs.as_str().to_owned();
        stretches.push(match term {
            Some(term) => Stretch::Word { word, term },
            None => Stretch::Html(word),
        });
        stretches.push(Stretch::Html(after.to_owned()));
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is marked with these forms, in brackets.
    fn marked(source: &str, forms: &[(usize, &str)]) -> String {
        let mut spotting = Spotting { forms: forms.to_vec(), spotted: Vec::new(), closed: 0, said: None, before: ' ' };
        let events = TextMergeStream::new(Parser::new_ext(source, options())).map(|event| spotting.pass(event));
        let html = sanitise::render(events).0;
        let stretches = stretches(&html, |place| Some(place.to_string())).into_iter().map(|stretch| match stretch {
            Stretch::Html(html) => html,
            Stretch::Word { word, term } => format!("[{term} {word}]"),
        });
        stretches.collect()
    }

    const FORMS: [(usize, &str); 4] = [(0, "Kulanz"), (0, "kulant"), (1, "deep acting"), (2, "acting")];

    #[test]
    fn the_first_of_all_forms_is_marked_once() {
        assert_eq!(
            marked("Die Kulanz, kulant gelöst.\n\nKulanz.", &FORMS),
            "<p>Die [0 Kulanz], kulant gelöst.</p>\n<p>Kulanz.</p>"
        );
        assert_eq!(marked("*Sehr **kulant***", &FORMS), "<p><em>Sehr <strong>[0 kulant]</strong></em></p>");
        assert_eq!(marked("Kulant war das. Mit kulanz.", &FORMS), "<p>[0 Kulant] war das. Mit kulanz.</p>");
    }

    #[test]
    fn a_term_is_a_word_of_its_own_and_the_longest_wins() {
        assert_eq!(
            marked("Kulanzregel, Nichtkulanz, Kulanz-Karte, über**kulant**", &FORMS),
            "<p>Kulanzregel, Nichtkulanz, Kulanz-Karte, über<strong>kulant</strong></p>"
        );
        assert_eq!(marked("Deep acting and acting", &FORMS), "<p>[1 Deep acting] and [2 acting]</p>");
        assert_eq!(marked("(Kulanz)", &FORMS), "<p>([0 Kulanz])</p>");
    }

    #[test]
    fn headings_links_speech_and_code_stay_as_they_are() {
        for source in [
            "## Kulanz",
            "[Kulanz](/help)",
            "> Kulanz",
            "`Kulanz`",
            "```\nKulanz\n```",
            "„Aus Kulanz?“",
            "«Aus Kulanz?»",
            "“Aus Kulanz?”",
            "| Kulanz |\n| - |",
        ] {
            assert!(!marked(source, &FORMS).contains("[0"), "{source}");
            let later = format!("{source}\n\nDann Kulanz.");
            assert!(marked(&later, &FORMS).contains("<p>Dann [0 Kulanz].</p>"), "{later}");
        }
        assert_eq!(marked("„Nein.“ Kulanz", &FORMS), "<p>„Nein.“ [0 Kulanz]</p>");
        assert_eq!(
            marked("„Er *sagt* es.“ **Kulanz**", &FORMS),
            "<p>„Er <em>sagt</em> es.“ <strong>[0 Kulanz]</strong></p>"
        );
    }
}
