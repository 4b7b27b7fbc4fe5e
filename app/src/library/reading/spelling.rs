//! From an author's words to text and HTML in every spelling.

use pulldown_cmark::{Event, Parser, TagEnd};

use super::front::{Both, Word};
use super::lines::Lines;
use super::page::{Page, Written, is_text};
use super::piece::{Piece, options};
use super::sanitise;
use super::spelt::Spelt;
use crate::language::{Localized, swiss};
use crate::library::Html;

impl Page<'_> {
    /// A text from TOML, as plain text.
    pub fn words(&mut self, text: &str, line: usize) -> Spelt<String> {
        if text.trim().is_empty() {
            self.fault(line, "A text is empty.");
        }
        // Written as an escape: "\u0000".
        if let Some(sign) = text.chars().find(|sign| !is_text(*sign)) {
            self.sign_fault(line, sign);
        }
        self.check_differences(&Piece::new(text, line));
        self.spell(text)
    }

    /// Like [`Page::words`], for a text that stands in both languages in one file.
    pub fn both(&mut self, text: &Both<Word>, lines: &Lines) -> Localized<String> {
        let german = self.words(text.de.get_ref(), lines.at(text.de.span().start));
        let english = self.words(text.en.get_ref(), lines.at(text.en.span().start));
        german.with(english)
    }

    /// A line of Markdown as plain text.
    pub fn plain(&mut self, piece: &Piece) -> Spelt<String> {
        self.check_markup(piece);
        if piece.is_blank() {
            self.fault(piece.line(), "A text is empty.");
        }
        let source = self.spell(&piece.text);
        let spelt = Spelt { main: spoken(&source.main), swiss: spoken(&source.swiss) };
        self.check_sharp_s(piece, &source.swiss);
        spelt
    }

    /// Markdown as HTML that is safe to put into a page.
    pub fn html(&mut self, piece: &Piece) -> Spelt<Html> {
        if !self.check_markup(piece) {
            return nothing();
        }
        let source = self.spell(&piece.text);
        self.check_sharp_s(piece, &source.swiss);
        let main = sanitise::html(&source.main);
        let swiss = if source.swiss == source.main { main.clone() } else { sanitise::html(&source.swiss) };
        Spelt { main, swiss }
    }

    /// A text as it was written, in both spellings.
    pub fn spell(&self, source: &str) -> Spelt<String> {
        let main = swiss::to_german(source);
        let swiss = match self.written {
            Written::German => swiss::to_swiss(source, &self.names),
            Written::English => main.clone(),
        };
        Spelt { main, swiss }
    }
}

/// Stands where there is no text.
pub fn nothing() -> Spelt<Html> {
    Spelt { main: Html(String::new()), swiss: Html(String::new()) }
}

/// What remains of a line of Markdown when it is read aloud.
fn spoken(source: &str) -> String {
    let mut out = String::new();
    for event in Parser::new_ext(source, options()) {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item) => out.push(' '),
            _ => {}
        }
    }
    out.trim().to_owned()
}
