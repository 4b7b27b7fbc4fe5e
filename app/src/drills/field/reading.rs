//! From an author's two files to a field practice.

use std::ops::RangeInclusive;

use serde::Deserialize;
use toml::Spanned;

use super::content::FieldPractice;
use crate::{
    drills::AtHand,
    library::{
        Html,
        reading::{
            drills::{HeadDraft, HeadFront},
            front::Word,
            page::{Page, Written},
            pair::{Draft, Mark},
            parts::{Statement, named, opening, statements},
            section::{Section, is_heading},
            spelt::Spelt,
            version,
        },
    },
};

const PARAGRAPHS: RangeInclusive<usize> = 1..=2;
const INTENTIONS: RangeInclusive<usize> = 2..=4;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Front {
    /// Known already: it has led here.
    #[serde(rename = "kind")]
    _kind: Word,
    title: Word,
    minutes: Spanned<u32>,
    competencies: Spanned<Vec<Word>>,
    at_hand: Option<AtHand>,
    #[serde(default)]
    names: Vec<Word>,
}

pub struct FieldDraft {
    head: HeadDraft,
    prompt: Spelt<Html>,
    /// Where the prompt's paragraphs begin.
    paragraphs: Vec<usize>,
    title: Spelt<String>,
    intentions: Vec<Statement>,
}

/// Reads one file.
pub fn parse(page: &mut Page, text: &str) -> Option<FieldDraft> {
    let (front, body) = page.front::<Front>(text);
    if let Some((front, lines)) = &front {
        page.take_names(&front.names, lines);
    }
    let nodes = body.nodes();
    let first_part = nodes.iter().take_while(|node| !is_heading(node)).count();
    let before = nodes.get(..first_part).unwrap_or_default();
    let (prompt, paragraphs) = opening(page, &body, before, "a field practice", PARAGRAPHS);
    let sections = Section::divide(page, &body, &nodes, "a part");
    let parts = named(page, &sections, ["intentions"], body.line());
    let head = front.map(|(front, lines)| {
        let Front { title, minutes, competencies, at_hand, .. } = &front;
        HeadDraft::read(page, &HeadFront { title, setting: None, minutes, competencies, at_hand: *at_hand }, &lines)
    });
    let [section] = parts?;
    let intentions = statements(page, &body, section, "intentions", INTENTIONS);
    let written = page.written;
    for intention in intentions.iter().filter(|intention| !is_whole(written, &intention.text.main)) {
        let form = match written {
            Written::German => "Wenn …, dann …",
            Written::English => "When …, then I …",
        };
        page.fault(intention.line, format!("An intention is written \"{form}\"."));
    }
    Some(FieldDraft { head: head?, prompt, paragraphs, title: page.plain(&section.title), intentions })
}

/// Whether it says when, and what then.
fn is_whole(written: Written, text: &str) -> bool {
    let (begins, goes_on) = match written {
        Written::German => ("Wenn ", ", dann "),
        Written::English => ("When ", ", then I "),
    };
    text.starts_with(begins) && text.contains(goes_on)
}

impl Draft for FieldDraft {
    fn shape(&self) -> Vec<Mark> {
        let mut shape = self.head.shape();
        shape.extend(self.paragraphs.iter().map(|line| Mark::new(*line, "a paragraph")));
        shape.extend(self.intentions.iter().map(|intention| Mark::new(intention.line, "an intention")));
        shape
    }
}

/// Joins two files of the same structure.
pub fn join(module: &str, id: &str, german: FieldDraft, english: FieldDraft) -> FieldPractice {
    let intentions = german.intentions.into_iter().zip(english.intentions);
    let mut practice = FieldPractice {
        head: german.head.join(module, id, english.head),
        prompt: german.prompt.with(english.prompt),
        intentions_title: german.title.with(english.title),
        intentions: intentions.map(|(german, english)| german.text.with(english.text)).collect(),
    };
    practice.head.version = version::of(&practice);
    practice
}
