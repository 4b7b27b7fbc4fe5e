//! Vision, mission and values, sentence by sentence.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{language::Bilingual, storage::Flash};

/// The most values: more than a handful nobody remembers.
pub const MOST_VALUES: usize = 6;
/// The longest sentence and the longest name of a value, in characters.
pub const SENTENCE_MAX: usize = 400;
pub const NAME_MAX: usize = 40;
/// How many values a form shows at least.
const SHOWN: usize = 3;

/// What a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Where we want to get.
    Vision,
    /// What we do for it every day.
    Mission,
    /// What matters to us while we do.
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

/// One sentence; its id stays while its words change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    pub id: String,
    pub kind: Kind,
    /// What a value is called; empty for the others.
    pub name: Bilingual,
    pub words: Bilingual,
}

/// A sentence as its fields send it. The id is made with the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedStatement {
    pub id: String,
    pub name_de: String,
    pub name_en: String,
    pub de: String,
    pub en: String,
}

/// What the form sends.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub vision: TypedStatement,
    pub mission: TypedStatement,
    pub values: Vec<TypedStatement>,
}

/// The id of a field: `vision-de`, `value-0-name-en`.
pub fn field(kind: Kind, number: usize, part: &str) -> String {
    let part = part.replace('_', "-");
    if kind == Kind::Value { format!("value-{number}-{part}") } else { format!("{}-{part}", kind.id()) }
}

impl Typed {
    fn all(&self) -> impl Iterator<Item = (Kind, usize, &TypedStatement)> {
        let values = self.values.iter().enumerate().map(|(number, value)| (Kind::Value, number, value));
        [(Kind::Vision, 0, &self.vision), (Kind::Mission, 0, &self.mission)].into_iter().chain(values)
    }

    /// The sentences that are meant, in their order, and what is wrong with them; the flash brings all of it back. Empty ones fall away.
    /// `None` where an id is none: no form of ours sends that.
    pub fn read(&self) -> Option<(Vec<Statement>, Flash)> {
        let mut flash = self.flash(self.values.len());
        let mut statements: Vec<Statement> = Vec::new();
        for (kind, number, typed) in self.all() {
            let name = Bilingual::typed_line(&typed.name_de, &typed.name_en);
            let words = Bilingual::typed_line(&typed.de, &typed.en);
            if name.is_empty() && words.is_empty() {
                continue;
            }
            let id = Uuid::parse_str(&typed.id).ok()?.to_string();
            let at = |part| field(kind, number, part);
            if words.is_empty() {
                flash.refuse(&at("de"), "values-sentence-missing");
            }
            if kind == Kind::Value && name.is_empty() {
                flash.refuse(&at("name_de"), "values-name-missing");
            }
            let parts = [("name_de", &name.de), ("name_en", &name.en), ("de", &words.de), ("en", &words.en)];
            for (part, text) in parts {
                let longest = if part.starts_with("name") { NAME_MAX } else { SENTENCE_MAX };
                if text.chars().count() > longest {
                    flash.refuse(&at(part), "values-too-long");
                }
            }
            if kind == Kind::Value && statements.iter().filter(|known| known.kind == Kind::Value).count() == MOST_VALUES
            {
                flash.refuse(&at("name_de"), "values-too-many");
            }
            if statements.iter().any(|known| known.id == id) {
                return None;
            }
            statements.push(Statement { id, kind, name, words });
        }
        Some((statements, flash))
    }

    /// All that was typed, with room for so many values.
    pub fn flash(&self, values: usize) -> Flash {
        let mut flash = Flash::default();
        for (kind, number, typed) in self.all() {
            let parts = [
                ("id", &typed.id),
                ("name_de", &typed.name_de),
                ("name_en", &typed.name_en),
                ("de", &typed.de),
                ("en", &typed.en),
            ];
            let parts = parts.map(|(part, value)| (field(kind, number, part), value.clone()));
            flash.values.extend(parts);
        }
        flash.values.insert("values".to_owned(), values.to_string());
        flash
    }
}

/// How many values a form shows: those that came back, or those there are and one more to write.
pub fn shown_values(values: usize, flash: &Flash) -> usize {
    let back = flash.value("values").and_then(|values| values.parse().ok());
    back.unwrap_or(values + 1).clamp(SHOWN, MOST_VALUES.max(values))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(name: &str, words: &str) -> TypedStatement {
        let id = Uuid::new_v4().to_string();
        TypedStatement { id, name_de: name.into(), de: words.into(), ..TypedStatement::default() }
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
        assert_eq!(errors, [("value-0-de", "values-sentence-missing"), ("value-1-name-de", "values-name-missing")]);
        assert_eq!(flash.value("value-1-de"), Some("Erst atmen."));
    }

    #[test]
    fn sentences_are_bounded() {
        let long = Typed { vision: typed("", &"ß".repeat(SENTENCE_MAX + 1)), ..Typed::default() };
        assert_eq!(long.read().unwrap().1.error("vision-de"), Some("values-too-long"));
        let many = Typed { values: (0..=MOST_VALUES).map(|_| typed("a", "b")).collect(), ..Typed::default() };
        assert_eq!(many.read().unwrap().1.error("value-6-name-de"), Some("values-too-many"));
        let twice = typed("a", "b");
        assert!(Typed { values: vec![twice.clone(), twice], ..Typed::default() }.read().is_none());
        let nameless = TypedStatement { id: "x".into(), ..typed("a", "b") };
        assert!(Typed { values: vec![nameless], ..Typed::default() }.read().is_none());
    }

    #[test]
    fn a_form_has_room_to_write() {
        let shown = |values| shown_values(values, &Flash::default());
        assert_eq!([shown(0), shown(3), shown(MOST_VALUES)], [3, 4, MOST_VALUES]);
        assert_eq!(shown_values(0, &Typed::default().flash(5)), 5);
        assert!(Kind::ALL.into_iter().all(|kind| Kind::from_id(kind.id()) == Some(kind)));
    }
}
