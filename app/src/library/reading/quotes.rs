//! What people say, in an author's file: blockquotes, and what stands around them.

use pulldown_cmark::{Event, Tag};

use super::{
    page::Page,
    piece::{Node, Piece},
    spelling::nothing,
    spelt::Spelt,
};
use crate::library::Html;

/// What stands before the first quotes, these, and what follows them.
pub fn around_quotes<'n, 'a>(nodes: &'n [Node<'a>]) -> (&'n [Node<'a>], &'n [Node<'a>], &'n [Node<'a>]) {
    let start = nodes.iter().take_while(|node| !is_quote(node)).count();
    let (before, rest) = nodes.split_at_checked(start).unwrap_or((nodes, &[]));
    let end = rest.iter().take_while(|node| is_quote(node)).count();
    let (quotes, after) = rest.split_at_checked(end).unwrap_or((rest, &[]));
    (before, quotes, after)
}

/// What is said in some quotes; `empty` is the fault where they hold nothing.
pub fn quoted_words(page: &mut Page, body: &Piece, quotes: &[Node], empty: &str) -> Spelt<Html> {
    let (Some(first), Some(last)) = (quotes.first(), quotes.last()) else { return nothing() };
    let words = body.quoted(first.range.start..last.range.end);
    if words.is_blank() {
        page.fault(words.line(), empty);
    }
    page.html(&words)
}

pub fn is_quote(node: &Node) -> bool {
    matches!(node.event, Event::Start(Tag::BlockQuote(_)))
}

pub fn is_list(node: &Node) -> bool {
    matches!(node.event, Event::Start(Tag::List(_)))
}

pub fn is_paragraph(node: &Node) -> bool {
    matches!(node.event, Event::Start(Tag::Paragraph))
}
