//! Drills: what all kinds have in common; each kind reads the rest by itself.

use std::ops::RangeInclusive;

use serde::{Deserialize, de::IgnoredAny};
use toml::Spanned;

use super::{
    Reader,
    front::Word,
    lines::Lines,
    page::Page,
    pair::Mark,
    shelf::{Folder, Pair},
    spelt::Spelt,
};
use crate::drills::{AtHand, Drill, Head, KINDS, Kind, SETTINGS};

const MINUTES: RangeInclusive<u32> = 1..=10;

/// Reads every drill of a module.
pub fn read_all(module: &str, folder: &Folder, reader: &mut Reader) -> Vec<Drill> {
    let read = folder.drills.iter().filter_map(|(id, pair)| (kind_of(pair, reader)?.read)(module, id, pair, reader));
    read.collect()
}

/// The kind that the front matter names; the rest of it is the kind's own business.
#[derive(Deserialize)]
struct AnyFront {
    kind: Word,
    #[serde(flatten)]
    _rest: std::collections::BTreeMap<String, IgnoredAny>,
}

/// The kind that both files name.
fn kind_of(pair: &Pair, reader: &mut Reader) -> Option<&'static Kind> {
    let kinds = [pair.de, pair.en].map(|file| reader.page(file?, named_kind));
    match kinds {
        [Some(german), Some(english)] if german.id != english.id => {
            let path = pair.en.map_or("", |file| file.path.as_str());
            reader.fault(path, 1, format!("The kind is \"{}\", but in the German file \"{}\".", english.id, german.id));
            None
        }
        [Some(german), english] if english.is_some() || pair.en.is_none() => Some(german),
        [None, english] if pair.de.is_none() => english,
        _ => None,
    }
}

fn named_kind(page: &mut Page, text: &str) -> Option<&'static Kind> {
    let (front, _) = page.front::<AnyFront>(text);
    let (front, lines) = front?;
    let known = KINDS.iter().find(|kind| kind.id == front.kind.get_ref());
    if known.is_none() {
        let ids = KINDS.map(|kind| kind.id).join(", ");
        let message = format!("The kind \"{}\" is not known; there are: {ids}.", front.kind.get_ref());
        page.fault(lines.at(front.kind.span().start), message);
    }
    known.copied()
}

/// What every kind of drill says in its front matter.
pub struct HeadFront<'a> {
    pub title: &'a Word,
    pub setting: Option<&'a Word>,
    pub minutes: &'a Spanned<u32>,
    pub competencies: &'a Spanned<Vec<Word>>,
    pub at_hand: Option<AtHand>,
}

/// A [`Head`] in one language.
pub struct HeadDraft {
    minutes: u32,
    setting: Option<String>,
    competencies: Vec<String>,
    at_hand: Option<AtHand>,
    title: Spelt<String>,
}

impl HeadDraft {
    pub fn read(page: &mut Page, front: &HeadFront, lines: &Lines) -> HeadDraft {
        let at = |word: &Word| lines.at(word.span().start);
        if let Some(setting) = front.setting.filter(|setting| !SETTINGS.contains(&setting.get_ref().as_str())) {
            let message = format!("The setting \"{}\" is not one of: {}.", setting.get_ref(), SETTINGS.join(", "));
            page.fault(at(setting), message);
        }
        HeadDraft {
            minutes: page.within("The minutes of a drill", front.minutes, MINUTES, lines),
            setting: front.setting.map(|setting| setting.get_ref().clone()),
            competencies: page.competencies(front.competencies, lines),
            at_hand: front.at_hand,
            title: page.words(front.title.get_ref(), at(front.title)),
        }
    }

    pub fn shape(&self) -> Vec<Mark> {
        vec![
            Mark::new(1, format!("{} minutes", self.minutes)),
            Mark::new(1, format!("the setting {}", self.setting.as_deref().unwrap_or_default())),
            Mark::new(1, format!("the competencies {:?}", self.competencies)),
            Mark::new(
                1,
                self.at_hand.map_or("nothing at hand".to_owned(), |at_hand| format!("the {} at hand", at_hand.id())),
            ),
        ]
    }

    /// Joins both languages; the version is still empty.
    pub fn join(self, module: &str, id: &str, english: HeadDraft) -> Head {
        Head {
            id: id.to_owned(),
            module: module.to_owned(),
            version: String::new(),
            minutes: self.minutes,
            setting: self.setting,
            competencies: self.competencies,
            at_hand: self.at_hand,
            title: self.title.with(english.title),
        }
    }
}
