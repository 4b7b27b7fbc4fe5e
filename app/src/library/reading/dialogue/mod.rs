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

use super::front::Word;
use super::lines::Lines;
use super::page::{Page, Written};
use super::pair::{Draft, Mark};
use super::section::{Section, is_heading};
use super::spelling::nothing;
use super::spelt::Spelt;
use crate::library::{Html, Mood, SETTINGS};
use draft::SceneDraft;
pub use join::join;

const MINUTES: RangeInclusive<u32> = 1..=10;
const MOOD: RangeInclusive<u32> = 0..=Mood::MAX as u32;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Front {
    kind: Word,
    title: Word,
    setting: Word,
    customer: Customer,
    minutes: Spanned<u32>,
    trust: Spanned<u32>,
    tension: Spanned<u32>,
    competencies: Spanned<Vec<Word>>,
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
    head: Head,
    intro: Spelt<Html>,
    scenes: Vec<SceneDraft>,
}

/// What the front matter says.
struct Head {
    minutes: u32,
    setting: String,
    competencies: Vec<String>,
    title: Spelt<String>,
    /// Name, reason, mood.
    customer: [Spelt<String>; 3],
    start: Mood,
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
    let head = front.map(|(front, lines)| head(page, front, &lines))?;
    let is_whole = scenes.len() == nodes.iter().filter(|node| is_heading(node)).count();
    let is_mood = [head.start.trust, head.start.tension].iter().all(|feeling| (0..=Mood::MAX).contains(feeling));
    // The English file has the same ways, or its structure is at fault.
    if page.written == Written::German && is_whole && is_mood {
        ways::check(page, head.start, &scenes, body.line());
    }
    Some(DialogueDraft { head, intro, scenes })
}

fn head(page: &mut Page, front: Front, lines: &Lines) -> Head {
    let at = |word: &Word| lines.at(word.span().start);
    if front.kind.get_ref() != "dialogue" {
        let message = format!("The kind \"{}\" is not known; for now there is \"dialogue\".", front.kind.get_ref());
        page.fault(at(&front.kind), message);
    }
    if !SETTINGS.contains(&front.setting.get_ref().as_str()) {
        let message = format!("The setting \"{}\" is not one of: {}.", front.setting.get_ref(), SETTINGS.join(", "));
        page.fault(at(&front.setting), message);
    }
    let Customer { name, reason, mood } = &front.customer;
    let start = [("The trust", &front.trust), ("The tension", &front.tension)]
        .map(|(what, number)| i8::try_from(page.within(what, number, MOOD, lines)).unwrap_or(i8::MIN));
    Head {
        minutes: page.within("The minutes of a drill", &front.minutes, MINUTES, lines),
        competencies: page.competencies(&front.competencies, lines),
        title: page.words(front.title.get_ref(), at(&front.title)),
        customer: [name, reason, mood].map(|word| page.words(word.get_ref(), at(word))),
        setting: front.setting.into_inner(),
        start: Mood { trust: start[0], tension: start[1] },
    }
}

impl Draft for DialogueDraft {
    fn shape(&self) -> Vec<Mark> {
        let head = &self.head;
        let mut shape = vec![
            Mark::new(1, format!("{} minutes", head.minutes)),
            Mark::new(1, format!("the setting {}", head.setting)),
            Mark::new(1, format!("the competencies {:?}", head.competencies)),
            Mark::new(1, format!("trust {} and tension {}", head.start.trust, head.start.tension)),
        ];
        self.scenes.iter().for_each(|scene| scene.shape(&mut shape));
        shape
    }
}
