//! A text divided by headings with ids: scenes of a dialogue, cards.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, HeadingLevel, Tag};

use super::page::Page;
use super::piece::{Node, Piece};

/// What stands under one heading with an id.
pub struct Section<'n, 'a> {
    pub line: usize,
    pub id: String,
    pub classes: Vec<String>,
    pub title: Piece,
    pub nodes: &'n [Node<'a>],
}

impl<'n, 'a> Section<'n, 'a> {
    /// Divides at the headings of the second level; what stands before the first one is left out.
    pub fn divide(page: &mut Page, body: &Piece, nodes: &'n [Node<'a>], what: &str) -> Vec<Section<'n, 'a>> {
        let mut ids = BTreeSet::new();
        let mut sections = Vec::new();
        for group in nodes.chunk_by(|_, next| !is_heading(next)) {
            let Some((heading, nodes)) = group.split_first() else { continue };
            let line = body.lines.at(heading.range.start);
            match &heading.event {
                Event::Start(Tag::Heading { level: HeadingLevel::H2, id: Some(id), classes, attrs }) => {
                    if !attrs.is_empty() {
                        page.fault(line, "After a heading stand its id and classes alone: {#some-id .some-class}.");
                    }
                    page.id(id, line, &mut ids);
                    let title = body.across(&heading.children).unwrap_or_else(|| Piece::new("", line));
                    let classes = classes.iter().map(|class| class.to_string()).collect();
                    sections.push(Section { line, id: id.to_string(), classes, title, nodes });
                }
                Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }) => {
                    page.fault(line, format!("The heading of {what} needs an id at its end: {{#some-id}}."));
                }
                Event::Start(Tag::Heading { .. }) => page.fault(line, format!("The heading of {what} begins with ##.")),
                _ => {}
            }
        }
        sections
    }
}

pub fn is_heading(node: &Node) -> bool {
    matches!(node.event, Event::Start(Tag::Heading { .. }))
}
