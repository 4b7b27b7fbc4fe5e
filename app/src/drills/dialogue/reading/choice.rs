//! A choice: what one can say, where it leads, what it does, and why.

use pulldown_cmark::{Event, Tag};

use crate::drills::dialogue::mood::Mood;
use crate::library::Html;
use crate::library::reading::page::Page;
use crate::library::reading::pair::Mark;
use crate::library::reading::piece::{Node, Piece};
use crate::library::reading::spelt::Spelt;

pub struct ChoiceDraft {
    pub line: usize,
    pub to: String,
    pub says: Spelt<String>,
    pub effect: Effect,
    pub explanation: Spelt<Html>,
}

/// What a choice does to the mood, and the competencies that it uses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    pub trust: Option<i8>,
    pub tension: Option<i8>,
    pub competencies: Vec<String>,
}

/// Reads one item of a scene's list.
pub fn parse(page: &mut Page, body: &Piece, item: &Node) -> Option<ChoiceDraft> {
    let line = body.lines.at(item.range.start);
    let inline = item.inline();
    let linked = inline.first().and_then(|node| Some((node, target(node)?)));
    let Some((link, to)) = linked else {
        page.fault(line, "A choice begins with a link to a scene: [What one says](#scene).");
        return None;
    };
    let says = body.across(&link.children).unwrap_or_else(|| Piece::new("", line));
    let says = page.plain(&says);
    let effect = effect(page, body, inline.get(1..).unwrap_or_default(), line);
    let end = item.text_end();
    let explanation = body.part(end..item.range.end.max(end));
    if explanation.is_blank() {
        page.fault(line, "The choice has no explanation: write it below, indented, after an empty line.");
    }
    Some(ChoiceDraft { line, to, says, effect, explanation: page.html(&explanation) })
}

/// The scene that a link leads to.
pub fn target(node: &Node) -> Option<String> {
    match &node.event {
        Event::Start(Tag::Link { dest_url, .. }) => dest_url.strip_prefix('#').map(str::to_owned),
        _ => None,
    }
}

fn effect(page: &mut Page, body: &Piece, nodes: &[Node], line: usize) -> Effect {
    let mut effect = Effect::default();
    let mut has_any = false;
    for node in nodes {
        let line = body.lines.at(node.range.start);
        match &node.event {
            Event::Code(code) => {
                has_any = true;
                code.split_whitespace().for_each(|word| add(page, &mut effect, word, line));
            }
            Event::Text(text) if text.trim().is_empty() => {}
            Event::SoftBreak => {}
            Event::Text(_) | Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. }) => {
                page.fault(line, "After its link a choice has only its effects in inline code: `trust+1 tension-1`.");
            }
            _ => break,
        }
    }
    if !has_any {
        page.fault(line, "The choice has no effect: write `trust+0` if nothing changes.");
    } else if effect.trust.is_none() && effect.tension.is_none() {
        page.fault(line, "The choice says nothing of the mood: write `trust+0` if nothing changes.");
    }
    effect
}

/// Takes one word of an effect: a feeling with a signed number, or a competency.
fn add(page: &mut Page, effect: &mut Effect, word: &str, line: usize) {
    let feeling = [("trust", &mut effect.trust), ("tension", &mut effect.tension)]
        .into_iter()
        .find_map(|(name, feeling)| Some((feeling, word.strip_prefix(name)?)));
    match feeling {
        Some((feeling, change)) => match signed(change) {
            Some(_) if feeling.is_some() => page.fault(line, format!("\"{word}\": this feeling stands here twice.")),
            Some(change) => *feeling = Some(change),
            None => page.fault(line, format!("\"{word}\" is not an effect: write trust+1 or tension-2, 6 at most.")),
        },
        None => {
            page.competency(word, line);
            if effect.competencies.iter().any(|known| known == word) {
                page.fault(line, format!("The competency \"{word}\" is named twice."));
            }
            effect.competencies.push(word.to_owned());
        }
    }
}

fn signed(change: &str) -> Option<i8> {
    let digits = change.strip_prefix(['+', '-'])?;
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    change.parse().ok().filter(|value: &i8| is_number && (-Mood::MAX..=Mood::MAX).contains(value))
}

impl ChoiceDraft {
    pub fn mark(&self) -> Mark {
        let Effect { trust, tension, competencies } = &self.effect;
        let (trust, tension) = (trust.unwrap_or(0), tension.unwrap_or(0));
        let uses = if competencies.is_empty() { String::new() } else { format!(" {}", competencies.join(" ")) };
        Mark::new(self.line, format!("a choice to {} (trust{trust:+} tension{tension:+}{uses})", self.to))
    }
}
