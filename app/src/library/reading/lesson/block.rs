//! What a step is made of: prose, checks, reflections.

use std::collections::BTreeSet;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::super::marking::Marking;
use super::super::markup::is_meant_as_question;
use super::super::page::Page;
use super::super::pair::Mark;
use super::super::piece::{Node, Piece};
use super::super::spelt::Spelt;
use super::check::{self, CheckDraft};
use crate::library::{Block, Html, Prose, Reflection};

pub struct BlockDraft {
    pub line: usize,
    kind: BlockKind,
}

enum BlockKind {
    Prose { html: Spelt<Html>, source: Spelt<String>, holds: Vec<Mark> },
    Check(CheckDraft),
    Reflection { id: String, prompt: Spelt<Html> },
}

/// Reads one question, or prose from one question to the next.
pub fn parse(page: &mut Page, body: &Piece, nodes: &[Node], ids: &mut BTreeSet<String>) -> Option<BlockDraft> {
    let first = nodes.first()?;
    let line = body.lines.at(first.range.start);
    let kind = match question(first) {
        Some(info) => asked(page, body, first, info, ids)?,
        None => {
            let prose = body.across(nodes)?;
            BlockKind::Prose { html: page.html(&prose), source: page.spell(&prose.text), holds: holds(body, nodes) }
        }
    };
    Some(BlockDraft { line, kind })
}

/// The info string of a block that is, or seems to be meant as, a check or a reflection.
pub fn question<'n>(node: &'n Node) -> Option<&'n str> {
    match &node.event {
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if is_meant_as_question(info) => Some(info),
        _ => None,
    }
}

fn asked(page: &mut Page, body: &Piece, node: &Node, info: &str, ids: &mut BTreeSet<String>) -> Option<BlockKind> {
    let line = body.lines.at(node.range.start);
    let words: Vec<&str> = info.split_whitespace().collect();
    let ["check" | "reflection", id] = words.as_slice() else {
        page.fault(
            line,
            format!("\"{info}\" is not understood here. Write \"check some-id\" or \"reflection some-id\"."),
        );
        return None;
    };
    page.id(id, line, ids);
    let inside = fenced(page, body, node)?;
    if words.first() == Some(&"check") {
        return check::parse(page, &inside, id, line).map(BlockKind::Check);
    }
    if inside.is_blank() {
        page.fault(line, "The reflection asks nothing.");
    }
    Some(BlockKind::Reflection { id: (*id).to_owned(), prompt: page.html(&inside) })
}

/// What stands between the fences.
fn fenced(page: &mut Page, body: &Piece, node: &Node) -> Option<Piece> {
    let source = body.text.get(node.range.clone())?;
    let line = body.lines.at(node.range.start);
    let fence = source.trim_start().chars().next()?;
    let (_, inside) = source.split_once('\n').unwrap_or((source, ""));
    let (content, closing) = inside.trim_end().rsplit_once('\n').unwrap_or(("", inside.trim_end()));
    let is_closed = closing.trim().len() >= 3 && closing.trim().chars().all(|c| c == fence);
    if !is_closed {
        page.fault(line, "The block is not closed. End it with a line of its own that holds only the fence.");
        return None;
    }
    Some(Piece::new(content, line + 1))
}

/// What prose is made of, as far as both languages must agree.
fn holds(body: &Piece, nodes: &[Node]) -> Vec<Mark> {
    let name = |node: &Node| match &node.event {
        Event::Start(Tag::Heading { level, .. }) => Some(format!("a heading ({level})")),
        Event::Start(Tag::List(_)) => Some(format!("a list of {}", node.children.len())),
        Event::Start(Tag::BlockQuote(_)) => Some("a quote".to_owned()),
        Event::Start(Tag::Table(_)) => Some(format!("a table of {} rows", node.children.len())),
        Event::Start(Tag::CodeBlock(_)) => Some("a block of code".to_owned()),
        _ => None,
    };
    nodes.iter().filter_map(|node| Some(Mark::new(body.lines.at(node.range.start), name(node)?))).collect()
}

impl BlockDraft {
    pub fn shape(&self, shape: &mut Vec<Mark>) {
        match &self.kind {
            BlockKind::Prose { holds, .. } => {
                shape.push(Mark::new(self.line, "a text"));
                shape.extend(holds.iter().map(|mark| Mark::new(mark.line, mark.is.clone())));
            }
            BlockKind::Check(check) => check.shape(shape),
            BlockKind::Reflection { id, .. } => shape.push(Mark::new(self.line, format!("the reflection {id}"))),
        }
    }

    pub fn with(self, english: BlockDraft, marking: &mut Marking) -> Option<Block> {
        Some(match (self.kind, english.kind) {
            (BlockKind::Prose { html, source, .. }, BlockKind::Prose { html: english, source: english_source, .. }) => {
                let html = html.with(english);
                let explained = marking.explain(&source.with(english_source), &html);
                Block::Prose(Prose { html, explained })
            }
            (BlockKind::Check(check), BlockKind::Check(english)) => Block::Check(check.with(english)),
            (BlockKind::Reflection { id, prompt }, BlockKind::Reflection { prompt: english, .. }) => {
                Block::Reflection(Reflection { id, prompt: prompt.with(english) })
            }
            _ => return None,
        })
    }
}
