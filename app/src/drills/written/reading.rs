//! From an author's two files to a drill with an answer of one's own.

use std::ops::RangeInclusive;

use serde::Deserialize;
use toml::Spanned;

use super::content::{Model, Written};
use crate::{
    drills::AtHand,
    library::{
        Html,
        reading::{
            drills::{HeadDraft, HeadFront},
            front::Word,
            page::Page,
            pair::{Draft, Mark},
            parts::{Statement, named, opening, statements},
            piece::Piece,
            quotes::{around_quotes, quoted_words},
            section::{Section, is_heading},
            spelling::nothing,
            spelt::Spelt,
            version,
        },
    },
};

/// In what the kinds differ.
pub struct Bounds {
    /// The kind in a sentence: `a phrase drill`.
    pub what: &'static str,
    pub paragraphs: RangeInclusive<usize>,
    pub criteria: RangeInclusive<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Front {
    /// Known already: it has led here.
    #[serde(rename = "kind")]
    _kind: Word,
    title: Word,
    setting: Word,
    minutes: Spanned<u32>,
    competencies: Spanned<Vec<Word>>,
    at_hand: Option<AtHand>,
    #[serde(default)]
    names: Vec<Word>,
}

pub struct WrittenDraft {
    head: HeadDraft,
    prompt: Spelt<Html>,
    /// Where the prompt's paragraphs begin.
    paragraphs: Vec<usize>,
    sentence: Spelt<Html>,
    criteria_title: Spelt<String>,
    criteria: Vec<Statement>,
    poor: ModelDraft,
    good: ModelDraft,
}

struct ModelDraft {
    title: Spelt<String>,
    says: Spelt<Html>,
    why: Spelt<Html>,
}

/// Reads one file.
pub fn parse(page: &mut Page, text: &str, bounds: &Bounds) -> Option<WrittenDraft> {
    let (front, body) = page.front::<Front>(text);
    if let Some((front, lines)) = &front {
        page.take_names(&front.names, lines);
    }
    let nodes = body.nodes();
    let first_part = nodes.iter().take_while(|node| !is_heading(node)).count();
    let (before, quotes, after) = around_quotes(nodes.get(..first_part).unwrap_or_default());
    let (prompt, paragraphs) = opening(page, &body, before, bounds.what, bounds.paragraphs.clone());
    if quotes.is_empty() {
        page.fault(body.line(), "Before the first heading stands what is said: a quote that begins with >.");
    }
    let sentence = quoted_words(page, &body, quotes, "The quote is empty.");
    if let Some(extra) = after.first() {
        page.fault(body.lines.at(extra.range.start), "The first heading follows the quote at once.");
    }
    let sections = Section::divide(page, &body, &nodes, "a part");
    let parts = named(page, &sections, ["criteria", "poor", "good"], body.line());
    let head = front.map(|(front, lines)| {
        let Front { title, setting, minutes, competencies, at_hand, .. } = &front;
        let (setting, at_hand) = (Some(setting), *at_hand);
        HeadDraft::read(page, &HeadFront { title, setting, minutes, competencies, at_hand }, &lines)
    });
    let [criteria, poor, good] = parts?;
    let (criteria_title, criteria) =
        (page.plain(&criteria.title), statements(page, &body, criteria, "criteria", bounds.criteria.clone()));
    let (poor, good) = (model(page, &body, poor), model(page, &body, good));
    Some(WrittenDraft { head: head?, prompt, paragraphs, sentence, criteria_title, criteria, poor: poor?, good: good? })
}

fn model(page: &mut Page, body: &Piece, section: &Section) -> Option<ModelDraft> {
    let (before, quotes, after) = around_quotes(section.nodes);
    if quotes.is_empty() {
        page.fault(section.line, "The model has no words: a quote that begins with >.");
        return None;
    }
    if let Some(extra) = before.first() {
        page.fault(body.lines.at(extra.range.start), "A model begins with what is said.");
    }
    let says = quoted_words(page, body, quotes, "The quote is empty.");
    if after.is_empty() {
        page.fault(section.line, "The model does not tell what it does.");
    }
    let why = body.across(after).map_or_else(nothing, |why| page.html(&why));
    Some(ModelDraft { title: page.plain(&section.title), says, why })
}

impl Draft for WrittenDraft {
    fn shape(&self) -> Vec<Mark> {
        let mut shape = self.head.shape();
        shape.extend(self.paragraphs.iter().map(|line| Mark::new(*line, "a paragraph")));
        shape.extend(self.criteria.iter().map(|criterion| Mark::new(criterion.line, "a criterion")));
        shape
    }
}

/// Joins two files of the same structure.
pub fn join(module: &str, id: &str, german: WrittenDraft, english: WrittenDraft) -> Written {
    let criteria = german.criteria.into_iter().zip(english.criteria);
    let mut written = Written {
        head: german.head.join(module, id, english.head),
        prompt: german.prompt.with(english.prompt),
        sentence: german.sentence.with(english.sentence),
        criteria_title: german.criteria_title.with(english.criteria_title),
        criteria: criteria.map(|(german, english)| german.text.with(english.text)).collect(),
        poor: german.poor.with(english.poor),
        good: german.good.with(english.good),
    };
    written.head.version = version::of(&written);
    written
}

impl ModelDraft {
    fn with(self, english: ModelDraft) -> Model {
        Model {
            title: self.title.with(english.title),
            says: self.says.with(english.says),
            why: self.why.with(english.why),
        }
    }
}
