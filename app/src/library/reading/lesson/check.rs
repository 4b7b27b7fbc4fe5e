//! A knowledge check: a question, options and an explanation under each of them.

use std::ops::RangeInclusive;

use pulldown_cmark::{Event, Tag};

use super::super::page::Page;
use super::super::pair::Mark;
use super::super::piece::{Node, Piece};
use super::super::spelt::Spelt;
use crate::library::{Check, CheckOption, Html};

const OPTIONS: RangeInclusive<usize> = 2..=4;

pub struct CheckDraft {
    id: String,
    line: usize,
    question: Spelt<Html>,
    options: Vec<OptionDraft>,
}

struct OptionDraft {
    line: usize,
    is_right: bool,
    text: Spelt<Html>,
    explanation: Spelt<Html>,
}

/// Reads what stands between the fences; `line` is where the block begins.
pub fn parse(page: &mut Page, inside: &Piece, id: &str, line: usize) -> Option<CheckDraft> {
    let nodes = inside.nodes();
    let Some(at) = nodes.iter().position(|node| matches!(node.event, Event::Start(Tag::List(_)))) else {
        page.fault(line, "The check has no options: a list whose items begin with [ ] or [x].");
        return None;
    };
    let (before, list) = nodes.split_at_checked(at)?;
    let (list, after) = list.split_first()?;
    if let Some(extra) = after.first() {
        let line = inside.lines.at(extra.range.start);
        page.fault(line, "Nothing can follow the options of a check. Indent an explanation to stand under its option.");
    }
    let Some(question) = inside.across(before) else {
        page.fault(line, "The check asks nothing: a question stands before its options.");
        return None;
    };
    let question = page.html(&question);
    let options: Vec<_> = list.children.iter().filter_map(|item| option(page, inside, item)).collect();
    if !OPTIONS.contains(&list.children.len()) {
        page.fault(line, format!("A check has 2 to 4 options, this one has {}.", list.children.len()));
    }
    if options.len() == list.children.len() && !options.iter().any(|option| option.is_right) {
        page.fault(line, "The check has no right answer: mark at least one option with [x].");
    }
    Some(CheckDraft { id: id.to_owned(), line, question, options })
}

fn option(page: &mut Page, inside: &Piece, item: &Node) -> Option<OptionDraft> {
    let line = inside.lines.at(item.range.start);
    let Some((is_right, start)) = marker(item) else {
        page.fault(line, "An option begins with [ ] or, if it is right, with [x].");
        return None;
    };
    let text_ends = item.text_end();
    let text = inside.part(start..text_ends);
    let explanation = inside.part(text_ends..item.range.end.max(text_ends));
    if text.is_blank() {
        page.fault(line, "The option is empty.");
    }
    if explanation.is_blank() {
        page.fault(line, "The option has no explanation: write it below, indented, after an empty line.");
    }
    Some(OptionDraft { line, is_right, text: page.html(&text), explanation: page.html(&explanation) })
}

/// Whether the option is right, and where its text begins.
fn marker(item: &Node) -> Option<(bool, usize)> {
    let inline = item.children.first().into_iter().flat_map(|first| std::iter::once(first).chain(&first.children));
    inline.take(2).find_map(|node| match node.event {
        Event::TaskListMarker(is_right) => Some((is_right, node.range.end)),
        _ => None,
    })
}

impl CheckDraft {
    pub fn shape(&self, shape: &mut Vec<Mark>) {
        shape.push(Mark::new(self.line, format!("the check {}", self.id)));
        shape.extend(
            self.options.iter().map(|option| {
                Mark::new(option.line, if option.is_right { "a right option" } else { "a wrong option" })
            }),
        );
    }

    pub fn with(self, english: CheckDraft) -> Check {
        let options = self.options.into_iter().zip(english.options);
        Check {
            id: self.id,
            question: self.question.with(english.question),
            options: options.map(|(german, english)| german.with(english)).collect(),
        }
    }
}

impl OptionDraft {
    fn with(self, english: OptionDraft) -> CheckOption {
        CheckOption {
            text: self.text.with(english.text),
            is_right: self.is_right,
            explanation: self.explanation.with(english.explanation),
        }
    }
}
