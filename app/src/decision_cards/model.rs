//! What stands on a card, and what is wrong with one that was typed.

use serde::{Deserialize, Serialize};

use crate::{
    language::{Bilingual, Language, Locale},
    storage::Flash,
};

/// The card of everybody who has no other.
pub const COMMON: &str = "common";

/// The most lines: what is needed at the counter is looked up in seconds, and fits the pocket.
pub const MOST_LINES: usize = 8;
/// The longest parts of a line, and the longest name of a job, in characters.
pub const WHAT_MAX: usize = 80;
pub const PART_MAX: usize = 60;
pub const JOB_MAX: usize = 60;
/// The longest note, in characters: as long as the free text that cards once were.
pub const NOTE_MAX: usize = 6000;

/// One line of a card, as it is kept and as its fields send it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The reason.
    pub what: Bilingual,
    /// How far one may go.
    pub limit: Bilingual,
    /// Whom one tells afterwards; nobody where empty.
    pub tell: Bilingual,
}

/// A card, without its id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// Whose job it is for; empty on the common card.
    pub job: Bilingual,
    pub lines: Vec<Line>,
    /// Markdown, beneath the lines.
    pub note: Bilingual,
}

/// What the ids of a line's fields begin with.
pub fn field(line: usize, part: &str) -> String {
    format!("line-{line}-{part}")
}

impl Line {
    fn tidied(&self) -> Line {
        Line { what: self.what.in_one_line(), limit: self.limit.in_one_line(), tell: self.tell.in_one_line() }
    }

    fn is_empty(&self) -> bool {
        self.what.is_empty() && self.limit.is_empty() && self.tell.is_empty()
    }

    /// Its parts: what each is called, what it says, and how many characters there may be.
    pub fn parts(&self) -> [(&'static str, &Bilingual, usize); 3] {
        [("what", &self.what, WHAT_MAX), ("limit", &self.limit, PART_MAX), ("tell", &self.tell, PART_MAX)]
    }
}

impl Card {
    /// The card that is meant by what a form sends, and what is wrong with it; the flash brings all of it back. Empty lines fall away.
    pub fn read(&self, is_common: bool) -> (Card, Flash) {
        let mut flash = self.flash();
        let job = if is_common { Bilingual::default() } else { self.job.in_one_line() };
        if !is_common && job.is_empty() {
            flash.refuse("job-de", "card-job-missing");
        }
        flash.bound("job", (&job, JOB_MAX), "card-job-too-long");
        let lines: Vec<(usize, Line)> = self.lines.iter().map(Line::tidied).enumerate().collect();
        let lines: Vec<_> = lines.into_iter().filter(|(_, line)| !line.is_empty()).collect();
        for (number, line) in &lines {
            // A line says how far one may go, or everybody careful asks again.
            for (part, text, message) in
                [("what-de", &line.what, "card-what-missing"), ("limit-de", &line.limit, "card-limit-missing")]
            {
                if text.is_empty() {
                    flash.refuse(&field(*number, part), message);
                }
            }
            for (part, text, most) in line.parts() {
                flash.bound(&field(*number, part), (text, most), "card-part-too-long");
            }
        }
        if let Some((number, _)) = lines.get(MOST_LINES) {
            flash.refuse(&field(*number, "what-de"), "card-too-many-lines");
        }
        let note = self.note.tidied();
        flash.bound("note", (&note, NOTE_MAX), "card-note-too-long");
        (Card { job, lines: lines.into_iter().map(|(_, line)| line).collect(), note }, flash)
    }

    /// All that was typed.
    pub fn flash(&self) -> Flash {
        let mut flash = Flash::default();
        flash.keep("job", &self.job);
        flash.keep("note", &self.note);
        for (number, line) in self.lines.iter().enumerate() {
            for (part, text, _) in line.parts() {
                flash.keep(&field(number, part), text);
            }
        }
        flash.with("rows", self.lines.len())
    }
}

/// Whose job a card is for, in words.
pub fn job(t: Language, job: &Bilingual) -> String {
    if job.is_empty() { t.t("card-common").into_owned() } else { job.words(t.locale).to_owned() }
}

/// The sheet that a card is printed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// 85 × 54 mm, as a bank card.
    Pocket,
    /// 105 × 148 mm.
    A6,
}

impl Sheet {
    /// The smallest one that holds the card in a locale. Reckoned with the columns of the pocket card (style/50-decision-cards.css), in characters,
    /// and with heights in tenths of a millimetre: of a row of text, of what divides two lines, and of what is left beside head and foot.
    pub fn of(card: &Card, locale: Locale) -> Sheet {
        const COLUMNS: [usize; 3] = [24, 18, 14];
        const ROW: usize = 30;
        const RULE: usize = 15;
        const ROOM: usize = 300;
        let rows = |text: &str, column: usize| text.chars().count().div_ceil(column).max(1);
        let line = |line: &Line| {
            let parts = [&line.what, &line.limit, &line.tell].map(|part| part.words(locale));
            parts.into_iter().zip(COLUMNS).map(|(part, column)| rows(part, column)).max().unwrap_or(1)
        };
        let height: usize = card.lines.iter().map(|each| line(each) * ROW + RULE).sum();
        if height <= ROOM { Sheet::Pocket } else { Sheet::A6 }
    }

    pub fn class(self) -> &'static str {
        match self {
            Sheet::Pocket => "pocket",
            Sheet::A6 => "pocket a6",
        }
    }
}

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
