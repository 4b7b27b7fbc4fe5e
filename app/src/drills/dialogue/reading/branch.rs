//! A passage's branches: conditions on the mood, tried from the top.

use pulldown_cmark::Event;

use super::choice::target;
use crate::drills::dialogue::content::Branch;
use crate::drills::dialogue::mood::{Comparison, Condition, Feeling, Mood};
use crate::library::reading::page::Page;
use crate::library::reading::pair::Mark;
use crate::library::reading::piece::{Node, Piece};

pub struct BranchDraft {
    pub line: usize,
    pub to: String,
    pub conditions: Vec<Condition>,
    /// As it is written.
    condition: String,
}

pub fn begins_with_code(item: &Node) -> bool {
    item.inline().first().is_some_and(|node| matches!(node.event, Event::Code(_)))
}

/// Reads one item of a passage's list.
pub fn parse(page: &mut Page, body: &Piece, item: &Node) -> Option<BranchDraft> {
    let line = body.lines.at(item.range.start);
    let mut codes = Vec::new();
    let mut targets = Vec::new();
    let mut has_more = false;
    for node in item.inline() {
        match &node.event {
            Event::Code(code) => codes.push(code.to_string()),
            Event::Text(text) if text.trim().is_empty() => {}
            Event::SoftBreak => {}
            _ => match target(node) {
                Some(to) => targets.push(to),
                None => has_more = true,
            },
        }
    }
    let ([condition], [to], false) = (codes.as_slice(), targets.as_slice(), has_more) else {
        page.fault(line, "A branch has one condition in inline code and one link: `trust>=4` [on](#scene).");
        return None;
    };
    let Some(conditions) = conditions(condition) else {
        let message =
            "is not understood: write trust or tension, one of >= <= > < =, and a number from 0 to 6; or otherwise.";
        page.fault(line, format!("The condition \"{condition}\" {message}"));
        return None;
    };
    Some(BranchDraft { line, to: to.clone(), conditions, condition: condition.clone() })
}

fn conditions(written: &str) -> Option<Vec<Condition>> {
    match written.trim() {
        "" => None,
        "otherwise" => Some(Vec::new()),
        words => words.split_whitespace().map(one_condition).collect(),
    }
}

fn one_condition(word: &str) -> Option<Condition> {
    let feelings = [("trust", Feeling::Trust), ("tension", Feeling::Tension)];
    let (of, rest) = feelings.into_iter().find_map(|(name, of)| Some((of, word.strip_prefix(name)?)))?;
    let comparisons = [
        (">=", Comparison::AtLeast),
        ("<=", Comparison::AtMost),
        (">", Comparison::More),
        ("<", Comparison::Less),
        ("=", Comparison::Equal),
    ];
    let (is, number) = comparisons.into_iter().find_map(|(sign, is)| Some((is, rest.strip_prefix(sign)?)))?;
    let value = number.parse().ok().filter(|value| (0..=Mood::MAX).contains(value) && number.len() == 1)?;
    Some(Condition { of, is, value })
}

/// `otherwise` stands last, and every branch is taken in some mood.
pub fn check_complete(page: &mut Page, line: usize, branches: &[BranchDraft]) {
    if branches.last().is_none_or(|last| !last.conditions.is_empty()) {
        page.fault(line, "The last branch of a passage must be `otherwise`, so that the talk always moves on.");
    }
    for (position, branch) in branches.iter().enumerate() {
        let is_taken = moods().any(|mood| first_that_holds(branches, mood) == Some(position));
        if !is_taken {
            page.fault(branch.line, format!("The branch `{}` can never be taken.", branch.condition));
        }
    }
}

/// Which branch is taken in a mood.
pub fn first_that_holds(branches: &[BranchDraft], mood: Mood) -> Option<usize> {
    branches.iter().position(|branch| branch.conditions.iter().all(|condition| condition.holds(mood)))
}

/// Every mood there is.
fn moods() -> impl Iterator<Item = Mood> {
    (0..=Mood::MAX).flat_map(|trust| (0..=Mood::MAX).map(move |tension| Mood { trust, tension }))
}

impl BranchDraft {
    pub fn mark(&self) -> Mark {
        Mark::new(self.line, format!("a branch `{}` to {}", self.condition, self.to))
    }

    pub fn into_branch(self, to: usize) -> Branch {
        Branch { conditions: self.conditions, to }
    }
}
