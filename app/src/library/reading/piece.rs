//! A piece of an author's Markdown that knows where it stands in its file.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::lines::Lines;

/// Nesting below this is of no interest to structure; [`Piece::nodes`] leaves it out.
const DEEPEST: usize = 4;

#[derive(Clone, Debug)]
pub struct Piece {
    pub text: String,
    pub lines: Lines,
}

/// One element of Markdown with what stands in it.
#[derive(Debug)]
pub struct Node<'a> {
    pub event: Event<'a>,
    pub range: Range<usize>,
    pub children: Vec<Node<'a>>,
}

impl<'a> Node<'a> {
    /// What stands in the first paragraph of a list item. A tight item has no paragraph.
    pub fn inline(&self) -> &[Node<'a>] {
        match self.children.first() {
            Some(Node { event: Event::Start(Tag::Paragraph), children, .. }) => children,
            _ => &self.children,
        }
    }

    /// Where the first paragraph of a list item ends, or in a tight item the text before the next block.
    pub fn text_end(&self) -> usize {
        match self.children.iter().find(|node| node.is_block()) {
            Some(node) if node.event == Event::Start(Tag::Paragraph) => node.range.end,
            Some(node) => node.range.start,
            None => self.range.end,
        }
    }

    fn is_block(&self) -> bool {
        match &self.event {
            Event::Start(tag) => {
                !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
            }
            _ => false,
        }
    }
}

/// What Markdown means here; the same wherever it is read.
pub fn options() -> Options {
    Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
}

impl Piece {
    pub fn new(text: impl Into<String>, line: usize) -> Piece {
        let text = text.into();
        let lines = Lines::new(&text, line);
        Piece { text, lines }
    }

    /// The line of its first word.
    pub fn line(&self) -> usize {
        let blanks = self.text.len() - self.text.trim_start().len();
        self.lines.at(if self.is_blank() { 0 } else { blanks })
    }

    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// What stands in a range, without the blanks around it and without its indentation.
    pub fn part(&self, range: Range<usize>) -> Piece {
        let inside = self.text.get(range.clone()).unwrap_or_default();
        let start = range.start + (inside.len() - inside.trim_start().len());
        let indent = self.lines.column(start);
        let dedented = each_line(inside.trim(), |number, line| {
            let spaces = line.len() - line.trim_start_matches(' ').len();
            line.get(if number == 0 { 0 } else { spaces.min(indent) }..).unwrap_or_default()
        });
        Piece::new(dedented, self.lines.at(start))
    }

    /// What stands in a blockquote, without its marks.
    pub fn quoted(&self, range: Range<usize>) -> Piece {
        let quote = self.part(range);
        let text = each_line(&quote.text, |_, line| match line.trim_start_matches(' ').strip_prefix('>') {
            Some(inner) => inner.strip_prefix(' ').unwrap_or(inner),
            None => line,
        });
        Piece::new(text, quote.lines.at(0))
    }

    /// The upper levels of the Markdown in it.
    pub fn nodes(&self) -> Vec<Node<'_>> {
        let mut done = Vec::new();
        let mut open: Vec<Node> = Vec::new();
        let mut depth = 0_usize;
        for (event, range) in Parser::new_ext(&self.text, options()).into_offset_iter() {
            let finished = match event {
                Event::Start(_) => {
                    depth += 1;
                    if depth <= DEEPEST {
                        open.push(Node { event, range, children: Vec::new() });
                    }
                    None
                }
                Event::End(_) => {
                    depth = depth.saturating_sub(1);
                    if depth < DEEPEST { open.pop() } else { None }
                }
                leaf if depth <= DEEPEST => Some(Node { event: leaf, range, children: Vec::new() }),
                _ => None,
            };
            if let Some(node) = finished {
                open.last_mut().map_or(&mut done, |parent| &mut parent.children).push(node);
            }
        }
        done
    }

    /// From the first to the last of these nodes.
    pub fn across(&self, nodes: &[Node]) -> Option<Piece> {
        let (first, last) = (nodes.first()?, nodes.last()?);
        Some(self.part(first.range.start..last.range.end))
    }
}

fn each_line<'a>(text: &'a str, change: impl Fn(usize, &'a str) -> &'a str) -> String {
    let lines: Vec<&str> = text.split('\n').enumerate().map(|(number, line)| change(number, line)).collect();
    lines.join("\n")
}
