//! Recall cards: the heading asks, the text answers, inline code names the competency.

use pulldown_cmark::{Event, Tag};
use serde::Deserialize;

use super::front::Word;
use super::page::Page;
use super::pair::{Draft, Mark};
use super::piece::{Node, Piece};
use super::section::{Section, is_heading};
use super::spelt::Spelt;
use crate::library::{Card, Html};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Front {
    #[serde(default)]
    names: Vec<Word>,
}

pub struct CardsDraft(Vec<CardDraft>);

struct CardDraft {
    line: usize,
    id: String,
    competency: String,
    front: Spelt<String>,
    back: Spelt<Html>,
}

/// Reads one file of cards.
pub fn parse(page: &mut Page, text: &str) -> Option<CardsDraft> {
    let (front, body) = page.front::<Front>(text);
    if let Some((front, lines)) = &front {
        page.take_names(&front.names, lines);
    }
    let nodes = body.nodes();
    let sections = Section::divide(page, &body, &nodes, "a card");
    if nodes.first().is_some_and(|first| !is_heading(first)) {
        page.fault(body.line(), "Text before the first card is never shown.");
    }
    if sections.is_empty() {
        page.fault(body.line(), "There is no card: each begins with a heading (##).");
    }
    let cards = sections.iter().filter_map(|section| card(page, &body, section)).collect();
    front.map(|_| CardsDraft(cards))
}

fn card(page: &mut Page, body: &Piece, section: &Section) -> Option<CardDraft> {
    let line = section.line;
    let front = page.plain(&section.title);
    let named = section.nodes.split_last().and_then(|(last, answer)| Some((only_code(last)?, answer)));
    let Some((competency, answer)) = named else {
        page.fault(line, "A card ends with its competency as inline code on a line of its own.");
        return None;
    };
    let competency_line = section.nodes.last().map_or(line, |node| body.lines.at(node.range.start));
    page.competency(competency, competency_line);
    let Some(back) = body.across(answer) else {
        page.fault(line, "The card has no answer.");
        return None;
    };
    let back = page.html(&back);
    Some(CardDraft { line, id: section.id.clone(), competency: competency.to_owned(), front, back })
}

/// The code in a paragraph that holds nothing else.
fn only_code<'n>(node: &'n Node) -> Option<&'n str> {
    match (&node.event, node.children.as_slice()) {
        (Event::Start(Tag::Paragraph), [Node { event: Event::Code(code), .. }]) => Some(code),
        _ => None,
    }
}

impl Draft for CardsDraft {
    fn shape(&self) -> Vec<Mark> {
        self.0.iter().map(|card| Mark::new(card.line, format!("the card {} ({})", card.id, card.competency))).collect()
    }
}

/// Joins two files of the same structure.
pub fn join(german: CardsDraft, english: CardsDraft) -> Vec<Card> {
    let card = |(german, english): (CardDraft, CardDraft)| Card {
        id: german.id,
        competency: german.competency,
        front: german.front.with(english.front),
        back: german.back.with(english.back),
    };
    german.0.into_iter().zip(english.0).map(card).collect()
}
