//! What may not stand in a text.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Parser, Tag, TagEnd};

use super::crossing::own_pages;
use super::page::{Link, Page, Written, is_text};
use super::piece::{Piece, options};
use crate::language::swiss;
use crate::routes::Url;

/// Nobody nests quotes and lists deeper than this on purpose.
const DEEPEST: usize = 16;

impl Page<'_> {
    pub fn check_differences(&mut self, piece: &Piece) {
        for at in swiss::broken_differences(&piece.text) {
            self.fault(
                piece.lines.at(at),
                "A Swiss difference is written {de: words | ch: words}, with one space after each colon and around the bar.",
            );
        }
    }

    /// A link is written where it stands: its text and its target may end up in different pieces otherwise.
    pub fn check_definitions(&mut self, piece: &Piece) {
        let parser = Parser::new_ext(&piece.text, options());
        for (_, definition) in parser.reference_definitions().iter() {
            let line = piece.lines.at(definition.span.start);
            self.fault(line, "Write the link's target in its place, [words](target), and not apart from it.");
        }
    }

    /// Looks for what may not stand in a text. False where it is not even fit to be rendered.
    pub fn check_markup(&mut self, piece: &Piece) -> bool {
        self.check_differences(piece);
        self.check_definitions(piece);
        let mut depth = 0_usize;
        let mut raw_lines = BTreeSet::new();
        for (event, range) in Parser::new_ext(&piece.text, options()).into_offset_iter() {
            let line = piece.lines.at(range.start);
            match event {
                Event::Start(tag) => {
                    depth += 1;
                    if depth > DEEPEST {
                        self.fault(line, "This is nested too deeply.");
                        return false;
                    }
                    self.check_tag(&tag, piece, range);
                }
                Event::End(_) => depth = depth.saturating_sub(1),
                // Written as an entity: `&#xE000;`.
                Event::Text(text) => {
                    if let Some(sign) = text.chars().find(|sign| !is_text(*sign)) {
                        self.sign_fault(line, sign);
                    }
                }
                Event::Html(_) | Event::InlineHtml(_) if raw_lines.insert(line) => {
                    self.fault(line, "Raw HTML is not allowed here. Write Markdown, or `code` to show a tag.");
                }
                _ => {}
            }
        }
        true
    }

    fn check_tag(&mut self, tag: &Tag, piece: &Piece, range: Range<usize>) {
        let line = piece.lines.at(range.start);
        match tag {
            Tag::Image { .. } => self.fault(line, "Images are not allowed here."),
            Tag::Link { dest_url, .. } => self.check_link(dest_url, line),
            Tag::CodeBlock(CodeBlockKind::Indented) => {
                self.fault(line, "Markdown reads this as code, because it is indented too far.");
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) if is_meant_as_question(info) => {
                self.fault(
                    line,
                    "A check or a reflection begins at the left margin of a lesson, outside of lists and quotes.",
                );
            }
            Tag::Heading { level: HeadingLevel::H1, .. } => {
                self.fault(line, "The page has its title already: begin headings with ##.");
            }
            Tag::Heading { .. } => {
                let source = piece.text.get(range).unwrap_or_default();
                if !source.trim_start().starts_with('#') {
                    self.fault(
                        line,
                        "A rule directly under a text makes a heading of it. Leave an empty line between.",
                    );
                }
            }
            _ => {}
        }
    }

    fn check_link(&mut self, target: &str, line: usize) {
        if target.starts_with('/') && !target.starts_with("//") {
            self.links.push(Link { path: self.path.to_owned(), line, target: target.to_owned() });
        } else if !target.starts_with("https://") || target.len() <= "https://".len() {
            let pages = own_pages().map(Url::into_string).join(", ");
            let message = format!("Begin it with https:// or with /modules/, or name one of: {pages}.");
            self.fault(line, format!("The link to \"{target}\" leads nowhere. {message}"));
        }
    }

    /// The Swiss text may hold ß in names, code and links alone.
    pub fn check_sharp_s(&mut self, piece: &Piece, swiss_source: &str) {
        if self.written == Written::German && has_sharp_s(swiss_source, &self.names) {
            let at = piece.text.find('&').unwrap_or(0);
            self.fault(
                piece.lines.at(at),
                "An ß is left in the Swiss text. Write the letter ß itself, or list the name.",
            );
        }
    }
}

/// Whether a fenced block seems to be meant as a check or a reflection.
pub fn is_meant_as_question(info: &str) -> bool {
    let info = info.trim().to_lowercase();
    info.starts_with("check") || info.starts_with("refle")
}

/// Whether ß is left, for example as `&szlig;`, where the reader sees it as a letter of a common word.
fn has_sharp_s(source: &str, names: &[String]) -> bool {
    let mut seen = String::new();
    let mut hidden = 0_usize;
    for event in Parser::new_ext(source, options()) {
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => {
                hidden += 1;
            }
            Event::End(TagEnd::CodeBlock | TagEnd::Link) => hidden = hidden.saturating_sub(1),
            Event::Text(text) if hidden == 0 => seen.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => seen.push(' '),
            _ => {}
        }
    }
    let count = |text: &str| text.matches(['ß', 'ẞ']).count();
    count(&seen) > count(&swiss::to_swiss(&seen, names))
}
