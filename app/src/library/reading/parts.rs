//! A drill's text that consists of parts known beforehand: paragraphs first, then named parts, some of which are lists of statements.

use std::ops::RangeInclusive;

use super::{
    page::Page,
    piece::{Node, Piece},
    quotes::{is_list, is_paragraph},
    section::Section,
    spelling::nothing,
    spelt::Spelt,
};
use crate::library::Html;

/// Paragraphs and nothing else, as many as there may be; `what` names them (`"a phrase drill"`).
pub fn opening(
    page: &mut Page,
    body: &Piece,
    nodes: &[Node],
    what: &str,
    count: RangeInclusive<usize>,
) -> (Spelt<Html>, Vec<usize>) {
    let lines: Vec<usize> = nodes.iter().map(|node| body.lines.at(node.range.start)).collect();
    for (_, line) in nodes.iter().zip(&lines).filter(|(node, _)| !is_paragraph(node)) {
        page.fault(*line, format!("Paragraphs alone open {what}."));
    }
    if !count.contains(&nodes.len()) {
        let (least, most) = (count.start(), count.end());
        page.fault(body.line(), format!("{least} to {most} paragraphs open {what}; here are {}.", nodes.len()));
    }
    (body.across(nodes).map_or_else(nothing, |text| page.html(&text)), lines)
}

/// The parts with these ids, each of which must be there, in this order and without others.
pub fn named<'s, 'n, 'a, const N: usize>(
    page: &mut Page,
    sections: &'s [Section<'n, 'a>],
    ids: [&str; N],
    line: usize,
) -> Option<[&'s Section<'n, 'a>; N]> {
    let all = || ids.map(|id| format!("{{#{id}}}")).join(", ");
    for section in sections {
        if !ids.contains(&section.id.as_str()) {
            page.fault(section.line, format!("There is no part {{#{}}} here; there are: {}.", section.id, all()));
        }
        if !section.classes.is_empty() {
            page.fault(section.line, "The heading of a part has an id and no class.");
        }
    }
    let found = ids.map(|id| sections.iter().find(|section| section.id == id));
    for (id, _) in ids.iter().zip(&found).filter(|(_, section)| section.is_none()) {
        page.fault(line, format!("The part {{#{id}}} is missing."));
    }
    let mut known = sections.iter().map(|section| section.id.as_str()).filter(|id| ids.contains(id));
    if found.iter().all(Option::is_some) && !ids.iter().all(|id| known.next() == Some(id)) {
        page.fault(line, format!("The parts stand in this order: {}.", all()));
    }
    let found: Vec<&Section> = found.into_iter().collect::<Option<_>>()?;
    found.try_into().ok()
}

/// A statement of one line and where it stands.
pub struct Statement {
    pub line: usize,
    pub text: Spelt<String>,
}

/// A part that holds a list of statements and nothing else; `what` names them (`"criteria"`).
pub fn statements(
    page: &mut Page,
    body: &Piece,
    section: &Section,
    what: &str,
    count: RangeInclusive<usize>,
) -> Vec<Statement> {
    let [list] = section.nodes else {
        page.fault(section.line, format!("Under this heading stands a list of {what} and nothing else."));
        return Vec::new();
    };
    if !is_list(list) {
        page.fault(section.line, format!("Under this heading stands a list of {what} and nothing else."));
        return Vec::new();
    }
    if !count.contains(&list.children.len()) {
        let wanted = match (count.start(), count.end()) {
            (least, most) if least == most => format!("exactly {least}"),
            (least, most) => format!("{least} to {most}"),
        };
        page.fault(section.line, format!("There must be {wanted} {what}, not {}.", list.children.len()));
    }
    list.children.iter().map(|item| statement(page, body, item)).collect()
}

fn statement(page: &mut Page, body: &Piece, item: &Node) -> Statement {
    let line = body.lines.at(item.range.start);
    let end = item.text_end();
    if !body.part(end..item.range.end.max(end)).is_blank() {
        page.fault(line, "A statement is one paragraph: nothing stands below it.");
    }
    let start = item.inline().first().map_or(end, |first| first.range.start);
    let text = body.part(start..end.max(start));
    let text = if text.is_blank() { Piece::new("", line) } else { text };
    Statement { line, text: page.plain(&text) }
}
