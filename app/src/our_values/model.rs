//! Vision, mission and values, sentence by sentence.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    error::Result,
    hex::sha256,
    language::{Bilingual, Locale},
    storage::Flash,
};

/// The most values: more than a handful nobody remembers.
pub const MOST_VALUES: usize = 6;
/// The longest sentence and the longest name of a value, in characters.
pub const SENTENCE_MAX: usize = 400;
pub const NAME_MAX: usize = 40;

/// What a sentence is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Where we want to get.
    Vision,
    /// What we do for it every day.
    Mission,
    /// What matters to us while we do.
    #[default]
    Value,
}

impl Kind {
    pub const ALL: [Kind; 3] = [Kind::Vision, Kind::Mission, Kind::Value];

    /// As it is stored.
    pub fn id(self) -> &'static str {
        match self {
            Kind::Vision => "vision",
            Kind::Mission => "mission",
            Kind::Value => "value",
        }
    }

    pub fn from_id(id: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// One sentence, as it is kept and as its fields send it. Its id is made with the form, and stays while its words change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    pub id: String,
    /// A form says it by the place of the fields.
    #[serde(skip)]
    pub kind: Kind,
    /// What a value is called; empty for the others, whose forms do not ask.
    #[serde(default)]
    pub name: Bilingual,
    pub words: Bilingual,
}

impl Statement {
    /// What it is called where no reader's language is known: the value's name; `Vision` and `Mission` are the same in all of them.
    pub fn title(&self) -> &str {
        match self.kind {
            Kind::Vision => "Vision",
            Kind::Mission => "Mission",
            Kind::Value => self.name.words(Locale::De),
        }
    }

    /// Its parts: what each is called, what it says, and how many characters there may be. Only a value has a name.
    pub fn parts(&self) -> [(&'static str, &Bilingual, usize); 2] {
        [("name", &self.name, NAME_MAX), ("words", &self.words, SENTENCE_MAX)]
    }
}

/// What stands in all of them, as a short text: another one as soon as a sentence is added, changed, moved or gone.
pub fn revision<'a>(statements: impl Iterator<Item = &'a Statement>) -> Result<String> {
    let all: Vec<_> = statements.map(|known| (&known.id, known.kind.id(), &known.name, &known.words)).collect();
    Ok(sha256(serde_json::to_vec(&all)?))
}

/// What the form sends.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub vision: Statement,
    pub mission: Statement,
    pub values: Vec<Statement>,
}

/// What the id of each field of a sentence begins with: `vision`, `value-0`.
pub fn at(kind: Kind, number: usize) -> String {
    if kind == Kind::Value { format!("value-{number}") } else { kind.id().to_owned() }
}

/// What the ids of a part's fields begin with: `vision-words`, `value-0-name`.
pub fn field(kind: Kind, number: usize, part: &str) -> String {
    format!("{}-{part}", at(kind, number))
}

impl Typed {
    fn all(&self) -> impl Iterator<Item = (Kind, usize, &Statement)> {
        let values = self.values.iter().enumerate().map(|(number, value)| (Kind::Value, number, value));
        [(Kind::Vision, 0, &self.vision), (Kind::Mission, 0, &self.mission)].into_iter().chain(values)
    }

    /// The sentences that are meant, in their order, and what is wrong with them; the flash brings all of it back. Empty ones fall away.
    /// `None` where an id is none: no form of ours sends that.
    pub fn read(&self) -> Option<(Vec<Statement>, Flash)> {
        let mut flash = self.flash();
        let mut statements: Vec<Statement> = Vec::new();
        for (kind, number, typed) in self.all() {
            let (name, words) = (typed.name.in_one_line(), typed.words.in_one_line());
            if name.is_empty() && words.is_empty() {
                continue;
            }
            let statement = Statement { id: Uuid::parse_str(&typed.id).ok()?.to_string(), kind, name, words };
            if statements.iter().any(|known| known.id == statement.id) {
                return None;
            }
            let mut refuse = |part, message| flash.refuse(&field(kind, number, part), message);
            if statement.words.is_empty() {
                refuse("words-de", "values-sentence-missing");
            }
            if kind == Kind::Value && statement.name.is_empty() {
                refuse("name-de", "values-name-missing");
            }
            let is_value = |known: &&Statement| known.kind == Kind::Value;
            if kind == Kind::Value && statements.iter().filter(is_value).count() == MOST_VALUES {
                refuse("name-de", "values-too-many");
            }
            for (part, text, most) in statement.parts() {
                flash.bound(&field(kind, number, part), (text, most), "values-too-long");
            }
            statements.push(statement);
        }
        Some((statements, flash))
    }

    /// All that was typed.
    pub fn flash(&self) -> Flash {
        let mut flash = Flash::default();
        for (kind, number, typed) in self.all() {
            flash.values.insert(format!("{}-id", at(kind, number)), typed.id.clone());
            for (part, text, _) in typed.parts() {
                flash.keep(&field(kind, number, part), text);
            }
        }
        flash.with("rows", self.values.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(name: &str, words: &str) -> Statement {
        let (name, words) = (Bilingual::new(name, ""), Bilingual::new(words, ""));
        Statement { id: Uuid::new_v4().to_string(), name, words, ..Statement::default() }
    }

    #[test]
    fn what_is_empty_falls_away_and_the_rest_keeps_its_order() {
        let all = Typed {
            vision: typed("", ""),
            mission: typed("", " Wir sehen nach. "),
            values: vec![typed("Antwort", "Niemand geht ohne."), typed("", " "), typed("Ruhe", "Erst atmen.")],
        };
        let (statements, flash) = all.read().unwrap();
        assert!(flash.is_empty(), "{flash:?}");
        let words: Vec<_> = statements.iter().map(|known| (known.kind, known.words.de.as_str())).collect();
        let expected =
            [(Kind::Mission, "Wir sehen nach."), (Kind::Value, "Niemand geht ohne."), (Kind::Value, "Erst atmen.")];
        assert_eq!(words, expected);
    }

    #[test]
    fn a_value_has_a_name_and_a_sentence() {
        let all = Typed { values: vec![typed("Antwort", ""), typed("", "Erst atmen.")], ..Typed::default() };
        let (_, flash) = all.read().unwrap();
        let errors: Vec<_> = flash.errors.iter().map(|(field, message)| (field.as_str(), message.as_str())).collect();
        assert_eq!(
            errors,
            [("value-0-words-de", "values-sentence-missing"), ("value-1-name-de", "values-name-missing")]
        );
        assert_eq!(flash.value("value-1-words-de"), Some("Erst atmen."));
    }

    #[test]
    fn sentences_are_bounded() {
        let long = Typed { vision: typed("", &"ß".repeat(SENTENCE_MAX + 1)), ..Typed::default() };
        assert_eq!(long.read().unwrap().1.error("vision-words-de"), Some("values-too-long"));
        let many = Typed { values: (0..=MOST_VALUES).map(|_| typed("a", "b")).collect(), ..Typed::default() };
        assert_eq!(many.read().unwrap().1.error("value-6-name-de"), Some("values-too-many"));
        let twice = typed("a", "b");
        assert!(Typed { values: vec![twice.clone(), twice], ..Typed::default() }.read().is_none());
        let nameless = Statement { id: "x".into(), ..typed("a", "b") };
        assert!(Typed { values: vec![nameless], ..Typed::default() }.read().is_none());
    }

    #[test]
    fn every_change_is_another_revision() {
        let (one, two) = (typed("Antwort", "Niemand geht ohne."), typed("Ruhe", "Erst atmen."));
        let of = |all: &[&Statement]| revision(all.iter().copied()).unwrap();
        let (renamed, vision) = (
            Statement { name: Bilingual::new("Zeit", ""), ..one.clone() },
            Statement { kind: Kind::Vision, ..one.clone() },
        );
        let all =
            [of(&[&one, &two]), of(&[&two, &one]), of(&[&one]), of(&[]), of(&[&renamed, &two]), of(&[&vision, &two])];
        assert_eq!(all.iter().collect::<std::collections::BTreeSet<_>>().len(), all.len());
        assert_eq!(of(&[&one, &two]), of(&[&one.clone(), &two.clone()]));
    }

    #[test]
    fn kinds_are_known_by_their_ids() {
        assert!(Kind::ALL.into_iter().all(|kind| Kind::from_id(kind.id()) == Some(kind)));
    }
}
