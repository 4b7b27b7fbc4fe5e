//! A lesson: steps divided by rules, with checks and reflections as fenced blocks.

mod block;
mod check;

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use pulldown_cmark::Event;
use serde::Deserialize;
use toml::Spanned;

use super::front::Word;
use super::glossary::Glossary;
use super::marking::Marking;
use super::page::Page;
use super::pair::{Draft, Mark};
use super::piece::{Node, Piece};
use super::spelt::Spelt;
use super::version;
use crate::library::{Lesson, LessonStep};
use block::{BlockDraft, question};

const MINUTES: RangeInclusive<u32> = 3..=5;
const STEPS: RangeInclusive<usize> = 2..=10;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Front {
    title: Word,
    minutes: Spanned<u32>,
    competencies: Spanned<Vec<Word>>,
    #[serde(default)]
    names: Vec<Word>,
}

pub struct LessonDraft {
    minutes: u32,
    competencies: Vec<String>,
    title: Spelt<String>,
    steps: Vec<Vec<BlockDraft>>,
}

/// Reads one file of a lesson.
pub fn parse(page: &mut Page, text: &str) -> Option<LessonDraft> {
    let (front, body) = page.front::<Front>(text);
    if let Some((front, lines)) = &front {
        page.take_names(&front.names, lines);
    }
    let steps = steps(page, &body);
    let (front, lines) = front?;
    let title = page.words(front.title.get_ref(), lines.at(front.title.span().start));
    let minutes = page.within("The minutes of a lesson", &front.minutes, MINUTES, &lines);
    let competencies = page.competencies(&front.competencies, &lines);
    Some(LessonDraft { minutes, competencies, title, steps })
}

fn steps(page: &mut Page, body: &Piece) -> Vec<Vec<BlockDraft>> {
    let nodes = body.nodes();
    let mut ids = BTreeSet::new();
    let mut steps = Vec::new();
    let mut line = body.line();
    for step in nodes.split_inclusive(|node| node.event == Event::Rule) {
        let content = without_rule(step);
        if content.is_empty() {
            page.fault(line, "A step is empty.");
        }
        steps.push(blocks(page, body, content, &mut ids));
        line = step.last().map_or(line, |node| body.lines.at(node.range.start));
    }
    if nodes.last().is_some_and(|node| node.event == Event::Rule) {
        page.fault(line, "A step is empty.");
    }
    if !STEPS.contains(&steps.len()) {
        let (least, most) = (STEPS.start(), STEPS.end());
        page.fault(body.line(), format!("A lesson has {least} to {most} steps, this one has {}.", steps.len()));
    }
    steps
}

/// A step's nodes without the rule that ends it.
fn without_rule<'n, 'a>(step: &'n [Node<'a>]) -> &'n [Node<'a>] {
    match step.split_last() {
        Some((last, content)) if last.event == Event::Rule => content,
        _ => step,
    }
}

/// Prose between the questions becomes one block.
fn blocks(page: &mut Page, body: &Piece, nodes: &[Node], ids: &mut BTreeSet<String>) -> Vec<BlockDraft> {
    let groups = nodes.chunk_by(|one, next| question(one).is_none() && question(next).is_none());
    groups.filter_map(|group| block::parse(page, body, group, ids)).collect()
}

impl Draft for LessonDraft {
    fn shape(&self) -> Vec<Mark> {
        let mut shape = vec![
            Mark::new(1, format!("{} minutes", self.minutes)),
            Mark::new(1, format!("the competencies {:?}", self.competencies)),
        ];
        for step in &self.steps {
            let line = step.first().map_or(1, |block| block.line);
            shape.push(Mark::new(line, "a step"));
            step.iter().for_each(|block| block.shape(&mut shape));
        }
        shape
    }
}

/// Joins two files of the same structure; each term of the glossary is marked where the lesson uses it first.
pub fn join(module: &str, id: &str, german: LessonDraft, english: LessonDraft, glossary: &mut Glossary) -> Lesson {
    let mut marking = Marking::new(glossary, format!("{module}/{id}"));
    let mut step = |(german, english): (Vec<BlockDraft>, Vec<BlockDraft>)| LessonStep {
        blocks: german
            .into_iter()
            .zip(english)
            .filter_map(|(german, english)| german.with(english, &mut marking))
            .collect(),
    };
    let mut lesson = Lesson {
        id: id.to_owned(),
        module: module.to_owned(),
        version: String::new(),
        minutes: german.minutes,
        competencies: german.competencies,
        title: german.title.with(english.title),
        steps: german.steps.into_iter().zip(english.steps).map(&mut step).collect(),
    };
    lesson.version = version::of(&lesson);
    lesson
}
