//! A dialogue drill: front matter, what has happened so far, and scenes that lead to one another.

mod branch;
mod choice;
mod draft;
mod join;
mod scene;
mod ways;

use std::ops::RangeInclusive;

use serde::Deserialize;
use toml::Spanned;

use crate::library::reading::front::Word;
use crate::library::reading::lines::Lines;
use crate::library::reading::page::{Page, Written};
use crate::library::reading::pair::{Draft, Mark};
use crate::library::reading::section::{Section, is_heading};
use crate::library::reading::spelling::nothing;
use crate::library::reading::spelt::Spelt;
use crate::{
    drills::{AtHand, dialogue::mood::Mood},
    library::{
        Html,
        reading::drills::{HeadDraft, HeadFront},
    },
};
use draft::SceneDraft;
pub use join::join;

const MOOD: RangeInclusive<u32> = 0..=Mood::MAX as u32;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Front {
    /// Known already: it has led here.
    #[serde(rename = "kind")]
    _kind: Word,
    title: Word,
    setting: Word,
    customer: Customer,
    minutes: Spanned<u32>,
    trust: Spanned<u32>,
    tension: Spanned<u32>,
    competencies: Spanned<Vec<Word>>,
    at_hand: Option<AtHand>,
    #[serde(default)]
    names: Vec<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Customer {
    name: Word,
    reason: Word,
    mood: Word,
}

pub struct DialogueDraft {
    head: HeadDraft,
    /// Name, reason, mood.
    customer: [Spelt<String>; 3],
    start: Mood,
    intro: Spelt<Html>,
    scenes: Vec<SceneDraft>,
}

/// Reads one file of a dialogue.
pub fn parse(page: &mut Page, text: &str) -> Option<DialogueDraft> {
    let (front, body) = page.front::<Front>(text);
    if let Some((front, lines)) = &front {
        page.take_names(&front.names, lines);
        // The customer's own name never changes its spelling.
        page.names.push(front.customer.name.get_ref().clone());
    }
    let nodes = body.nodes();
    let before = nodes.iter().take_while(|node| !is_heading(node)).count();
    let (intro, _) = nodes.split_at_checked(before)?;
    let intro = match body.across(intro) {
        Some(intro) => page.html(&intro),
        None => {
            page.fault(body.line(), "A paragraph that sets the scene must stand before the first heading.");
            nothing()
        }
    };
    let sections = Section::divide(page, &body, &nodes, "a scene");
    let scenes: Vec<SceneDraft> = sections.iter().filter_map(|section| scene::parse(page, &body, section)).collect();
    scene::check_links(page, &sections, &scenes);
    let (head, customer, start) = front.map(|(front, lines)| head(page, &front, &lines))?;
    let is_whole = scenes.len() == nodes.iter().filter(|node| is_heading(node)).count();
    let is_mood = [start.trust, start.tension].iter().all(|feeling| (0..=Mood::MAX).contains(feeling));
    // The English file has the same ways, or its structure is at fault.
    if page.written == Written::German && is_whole && is_mood {
        ways::check(page, start, &scenes, body.line());
    }
    Some(DialogueDraft { head, customer, start, intro, scenes })
}

fn head(page: &mut Page, front: &Front, lines: &Lines) -> (HeadDraft, [Spelt<String>; 3], Mood) {
    let at = |word: &Word| lines.at(word.span().start);
    let Customer { name, reason, mood } = &front.customer;
    let start = [("The trust", &front.trust), ("The tension", &front.tension)]
        .map(|(what, number)| i8::try_from(page.within(what, number, MOOD, lines)).unwrap_or(i8::MIN));
    let common = HeadFront {
        title: &front.title,
        setting: Some(&front.setting),
        minutes: &front.minutes,
        competencies: &front.competencies,
        at_hand: front.at_hand,
    };
    let head = HeadDraft::read(page, &common, lines);
    let customer = [name, reason, mood].map(|word| page.words(word.get_ref(), at(word)));
    (head, customer, Mood { trust: start[0], tension: start[1] })
}

impl Draft for DialogueDraft {
    fn shape(&self) -> Vec<Mark> {
        let mut shape = self.head.shape();
        shape.push(Mark::new(1, format!("trust {} and tension {}", self.start.trust, self.start.tension)));
        self.scenes.iter().for_each(|scene| scene.shape(&mut shape));
        shape
    }
}
