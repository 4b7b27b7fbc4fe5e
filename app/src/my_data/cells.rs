//! What is stored, as people write it: moments, days, titles and names.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde_json::Value;

use super::store::Own;
use crate::{
    decision_cards::model::{Line, job},
    language::{Bilingual, Language},
    library::Library,
};

/// What values stand for.
pub struct Words<'a> {
    t: Language,
    library: &'a Library,
    time_zone: &'a str,
    /// Ids of rows that others refer to, with what they are called.
    names: HashMap<String, String>,
}

/// Columns that only say which row it is.
const TECHNICAL: [&str; 10] = [
    "id",
    "person_id",
    "subject_id",
    "version",
    "account_key",
    "events",
    "answers",
    "source",
    "stability",
    "difficulty",
];

/// Tables whose rows others refer to by their ids, and which have a name.
const NAMED: [&str; 4] = ["teams", "sites", "attempts", "decision_cards"];

/// Whether a column is for people to read.
pub fn is_readable(column: &str) -> bool {
    !TECHNICAL.contains(&column) && !column.ends_with("_key")
}

impl<'a> Words<'a> {
    pub fn new(t: Language, library: &'a Library, time_zone: &'a str, tables: &[&Own]) -> Words<'a> {
        let mut words = Words { t, library, time_zone, names: HashMap::new() };
        for own in tables.iter().filter(|own| NAMED.contains(&own.table.name)) {
            for row in &own.rows {
                let position = |name: &str| own.table.columns().position(|column| column == name);
                let text = |name: &str| row.get(position(name)?)?.as_str();
                let name = match own.table.name {
                    "attempts" => text("item").map(|item| words.title(item)),
                    "decision_cards" => {
                        let [de, en] = ["job_de", "job_en"].map(|column| text(column).unwrap_or_default());
                        Some(job(t, &Bilingual::new(de, en)))
                    }
                    _ => text("name").map(str::to_owned),
                };
                if let (Some(id), Some(name)) = (text("id"), name) {
                    words.names.insert(id.to_owned(), name);
                }
            }
        }
        words
    }

    /// A value of a column, in words.
    pub fn cell(&self, column: &str, value: &Value) -> String {
        match value {
            Value::Number(number) => self.number(column, number.as_i64().unwrap_or_default()),
            Value::String(text) => self.text(column, text),
            _ => "–".to_owned(),
        }
    }

    fn number(&self, column: &str, number: i64) -> String {
        let t = self.t;
        let is_moment = column == "at" || column.ends_with("_at") || column == "delete_after";
        let is_flag = column.starts_with("is_") || matches!(column, "must_renew" | "first_right");
        match column {
            _ if is_moment => t.moment(number, self.time_zone),
            _ if is_flag => t.t(if number == 0 { "my-data-no" } else { "my-data-yes" }).into_owned(),
            "millis" => t.with("my-data-minutes", &[("minutes", ((number + 30_000) / 60_000).into())]),
            _ => t.number(number),
        }
    }

    fn text(&self, column: &str, text: &str) -> String {
        let t = self.t;
        let is_day = column == "week" || column.ends_with("_on") || column.ends_with("day");
        match column {
            _ if is_day => text.parse::<NaiveDate>().map_or_else(|_| text.to_owned(), |day| t.day(day)),
            "item" | "module" | "card" => self.title(text),
            "competency" => self.library.competency_title(text, t.locale).to_owned(),
            "kind" | "role" | "outcome" | "grade" | "state" => self.known(&format!("my-data-value-{text}"), text),
            "lines" => self.lines(text),
            "action" => self.known(&format!("audit-{text}"), text),
            _ => self.names.get(text).cloned().unwrap_or_else(|| text.replace(['\u{1e}', '\u{1f}'], " · ")),
        }
    }

    /// What stands on a decision card.
    fn lines(&self, text: &str) -> String {
        let lines: Vec<Line> = serde_json::from_str(text).unwrap_or_default();
        let words =
            |line: &Line| [&line.what, &line.limit, &line.tell].map(|part| part.words(self.t.locale)).join(" · ");
        lines.iter().map(words).collect::<Vec<_>>().join("\n")
    }

    /// The message, if there is one.
    fn known(&self, key: &str, text: &str) -> String {
        if self.t.knows(key) { self.t.t(key).into_owned() } else { text.to_owned() }
    }

    /// What a lesson, drill, module or path is called; its id where authors have taken it away.
    fn title(&self, item: &str) -> String {
        let library = self.library;
        let title = match item.split_once('/') {
            Some((module, part)) => {
                let lesson = library.lesson(module, part).map(|lesson| &lesson.title);
                lesson.or_else(|| library.drill(module, part).map(|drill| &drill.head().title))
            }
            None => {
                let module = library.module(item).map(|module| &module.title);
                module.or_else(|| library.path(item).map(|path| &path.title))
            }
        };
        title.map_or(item, |title| title.get(self.t.locale)).to_owned()
    }
}
