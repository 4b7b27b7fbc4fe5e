//! A scene, a passage or an ending, by what stands under its heading.

use std::collections::BTreeSet;

use super::branch::{self, BranchDraft};
use super::choice;
use super::draft::{Kind, SceneDraft};
use crate::drills::dialogue::content::Outcome;
use crate::library::Html;
use crate::library::reading::page::Page;
use crate::library::reading::piece::{Node, Piece};
use crate::library::reading::quotes::{around_quotes, is_list, is_quote, quoted_words};
use crate::library::reading::section::Section;
use crate::library::reading::spelling::nothing;
use crate::library::reading::spelt::Spelt;

/// Reads what stands under one heading.
pub fn parse(page: &mut Page, body: &Piece, section: &Section) -> Option<SceneDraft> {
    let title = page.plain(&section.title);
    let kind = if !section.classes.is_empty() {
        ending(page, body, section)?
    } else if is_passage(section.nodes) {
        passage(page, body, section)?
    } else {
        talk(page, body, section)?
    };
    Some(SceneDraft { line: section.line, id: section.id.clone(), title, kind })
}

/// Every choice and branch must lead to a scene of this drill.
pub fn check_links(page: &mut Page, sections: &[Section], scenes: &[SceneDraft]) {
    let known: BTreeSet<&str> = sections.iter().map(|section| section.id.as_str()).collect();
    for (to, line) in scenes.iter().flat_map(SceneDraft::links).filter(|(to, _)| !known.contains(to)) {
        page.fault(line, format!("There is no scene \"{to}\" in this drill."));
    }
}

fn talk(page: &mut Page, body: &Piece, section: &Section) -> Option<Kind> {
    let (seen, quotes, after) = around_quotes(section.nodes);
    if quotes.is_empty() {
        page.fault(section.line, "The scene has no customer's words: a quote that begins with >.");
        return None;
    }
    let seen = body.across(seen).map_or_else(nothing, |seen| page.html(&seen));
    let says = quoted_words(page, body, quotes, "The customer's words are empty.");
    let Some((list, extra)) = after.split_first().filter(|(list, _)| is_list(list)) else {
        page.fault(section.line, "The scene has no choices: a list must follow the customer's words at once.");
        return None;
    };
    if let Some(extra) = extra.first() {
        page.fault(
            body.lines.at(extra.range.start),
            "Nothing can follow the choices of a scene. Indent an explanation.",
        );
    }
    if !(2..=4).contains(&list.children.len()) {
        page.fault(section.line, format!("A scene has 2 to 4 choices, this one has {}.", list.children.len()));
    }
    let choices: Option<Vec<_>> =
        list.children.iter().map(|item| choice::parse(page, body, item)).collect::<Vec<_>>().into_iter().collect();
    Some(Kind::Talk { seen, says, choices: choices? })
}

fn passage(page: &mut Page, body: &Piece, section: &Section) -> Option<Kind> {
    for extra in section.nodes.iter().filter(|node| !is_list(node)) {
        page.fault(body.lines.at(extra.range.start), "A passage holds conditions alone: nobody speaks in it.");
    }
    let items = section.nodes.iter().filter(|node| is_list(node)).flat_map(|list| &list.children);
    let branches: Vec<_> = items.map(|item| branch::parse(page, body, item)).collect();
    let branches: Vec<BranchDraft> = branches.into_iter().collect::<Option<_>>()?;
    branch::check_complete(page, section.line, &branches);
    Some(Kind::Passage { branches })
}

fn ending(page: &mut Page, body: &Piece, section: &Section) -> Option<Kind> {
    let mut classes: Vec<&str> = section.classes.iter().map(String::as_str).collect();
    classes.sort_unstable();
    let outcome = match classes.as_slice() {
        ["ending", "good"] => Outcome::Good,
        ["ending", "mixed"] => Outcome::Mixed,
        ["ending", "poor"] => Outcome::Poor,
        _ => {
            page.fault(
                section.line,
                "An ending has the classes .ending and one of .good, .mixed or .poor; other scenes have none.",
            );
            return None;
        }
    };
    let (before, quotes, after) = around_quotes(section.nodes);
    if quotes.is_empty() {
        page.fault(section.line, "The ending has no customer's last words: a quote that begins with >.");
        return None;
    }
    if let Some(extra) = before.first() {
        page.fault(body.lines.at(extra.range.start), "An ending begins with the customer's last words.");
    }
    let says = quoted_words(page, body, quotes, "The customer's words are empty.");
    let told = after.iter().position(is_quote).unwrap_or(after.len());
    let (after, told) = after.split_at_checked(told)?;
    let Some(after) = body.across(after) else {
        page.fault(section.line, "The ending does not tell what came of it.");
        return None;
    };
    let friend = friend(page, body, section, told)?;
    Some(Kind::Ending { outcome, says, after: page.html(&after), friend })
}

/// What the customer says of it to a friend: quotes that end the ending.
fn friend(page: &mut Page, body: &Piece, section: &Section, told: &[Node]) -> Option<Spelt<Html>> {
    if told.is_empty() {
        page.fault(
            section.line,
            "The ending does not tell what the customer says to a friend afterwards: a quote at its end.",
        );
        return None;
    }
    if let Some(extra) = told.iter().find(|node| !is_quote(node)) {
        page.fault(body.lines.at(extra.range.start), "What the customer says to a friend ends the ending.");
    }
    Some(quoted_words(page, body, told, "What the customer tells a friend is empty."))
}

fn is_passage(nodes: &[Node]) -> bool {
    let first = nodes.iter().find(|node| is_list(node)).and_then(|list| list.children.first());
    !nodes.iter().any(is_quote) && first.is_some_and(branch::begins_with_code)
}
