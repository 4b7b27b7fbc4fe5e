//! What every kind of drill can do. A kind is a sub-room with its content, its pure rules and its pages; it is known by its line in [`super::KINDS`].

use std::{any::Any, fmt::Debug, future::Future, pin::Pin, sync::Arc};

use super::{Head, Refused};
use crate::{
    error::Result,
    language::{Language, Locale},
    library::{
        Paragraph, Voice, count_words,
        reading::{Pair, Reader},
    },
    ui::Page,
    visit::Visit,
};

/// A drill of some kind.
pub type Drill = Arc<dyn DrillKind>;

/// A page on its way.
pub type Showing<'a> = Pin<Box<dyn Future<Output = Result<Page>> + Send + 'a>>;

/// One kind: how its drills are read, from authors' files and from an older version that was kept.
pub struct Kind {
    /// As authors write it: `kind = "dialogue"`.
    pub id: &'static str,
    /// Whether one makes attempts at it; a field practice is done elsewhere.
    pub is_rehearsed: bool,
    /// From the two files of module and id; `None` where the reader has noted faults.
    pub(crate) read: fn(&str, &str, &Pair, &mut Reader) -> Option<Drill>,
    /// From the JSON of [`DrillKind::to_json`].
    pub restore: fn(&str) -> serde_json::Result<Drill>,
}

impl Kind {
    /// What it is called: `Gespräch`.
    pub fn name(&self, t: Language) -> String {
        t.t(&format!("drill-{}-name", self.id)).into_owned()
    }

    /// What one does with it: `Gespräch führen`.
    pub fn begin(&self, t: Language) -> String {
        t.t(&format!("drill-{}-begin", self.id)).into_owned()
    }

    /// What one does with one that is begun: `Gespräch weiterführen`.
    pub fn go_on(&self, t: Language) -> String {
        t.t(&format!("drill-{}-go-on", self.id)).into_owned()
    }
}

/// What a form sends that makes no event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// No form of ours sends it.
    Nonsense,
    /// The message that says what is wrong with the text.
    Text(&'static str),
}

/// How an attempt ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// Known to the kind: a dialogue's scene, what was decided.
    pub id: String,
    pub evidence: Vec<Evidence>,
}

/// What was decided about the answer of an attempt that has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The coach sees it; otherwise it is kept for oneself.
    pub is_shared: bool,
    /// The recording that is the answer, if it is spoken.
    pub recording: Option<String>,
}

/// What an attempt says about a competency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    pub competency: String,
    /// Percent: 100 where everything was done as well as it can be.
    pub score: u32,
}

/// An attempt as its pages need it.
#[derive(Clone, Debug)]
pub struct Run {
    pub attempt: String,
    /// Everything done so far, in order, as it is stored.
    pub events: Vec<String>,
}

impl Run {
    /// Number of the last step that is stored; 0 before the first.
    pub fn last_number(&self) -> i64 {
        self.events.len() as i64
    }
}

/// What a plain form sends beside the event's name.
#[derive(Clone, Debug, Default)]
pub struct Said {
    pub text: String,
    /// Positions of ticked boxes.
    pub marks: Vec<u32>,
}

pub trait DrillKind: Any + Debug + Send + Sync {
    fn head(&self) -> &Head;

    /// The kind's line in the list.
    fn kind(&self) -> &'static Kind;

    /// Whether these events can follow one another from the start, and how the attempt has ended, if it has.
    fn follow(&self, events: &[String]) -> Result<Option<Ending>, Refused>;

    /// What stands decided after these events, where a kind leaves that to the learner.
    fn decision(&self, _events: &[String]) -> Option<Decision> {
        None
    }

    /// The event that a form means, as it is stored. What is stored means itself: that is how islands send it.
    fn event(&self, name: &str, said: Said) -> Result<String, Unfit>;

    /// Any event that leads on from here, drawn by a number; `None` once there is nothing more to do. `best`: one that serves well.
    fn any_event(&self, events: &[String], number: u64, best: bool) -> Option<String>;

    /// What it is, in a list of drills: `Gespräch mit Frau Brandt`.
    fn description(&self, t: Language) -> String;

    /// Everything in it that people read, in one language: what leads up to the learner's own words, and what comes with and after them, which one
    /// is to find alone first.
    fn paragraphs(&self, locale: Locale) -> [Vec<Paragraph>; 2];

    /// How many words somebody reads who does it once.
    fn words_met(&self, locale: Locale) -> f64 {
        count_words(&self.paragraphs(locale).concat()) as f64
    }

    /// What authors want to know of it, beyond faults.
    fn report(&self) -> Option<String> {
        None
    }

    fn to_json(&self) -> serde_json::Result<String>;

    /// The page before an attempt begins.
    fn show_start(&self, visit: &Visit) -> Page;

    /// The page of an attempt: what is to be done next, or what came of it.
    fn show_run<'a>(&'a self, visit: &'a Visit, run: Run) -> Showing<'a>;
}

impl dyn DrillKind {
    /// `module/drill`.
    pub fn item(&self) -> String {
        crate::activity::model::item(&self.head().module, &self.head().id)
    }

    /// What leads up to the learner's own words, without titles: what a search may find and show.
    pub fn opening(&self, locale: Locale) -> Vec<String> {
        let [before, _] = self.paragraphs(locale);
        before.into_iter().filter(|paragraph| paragraph.voice != Voice::Label).map(|paragraph| paragraph.text).collect()
    }

    /// Whether one can make an attempt at it; a field practice is done elsewhere.
    pub fn is_rehearsed(&self) -> bool {
        self.kind().is_rehearsed
    }

    /// As one of its kind.
    pub fn as_kind<K: DrillKind>(&self) -> Option<&K> {
        (self as &dyn Any).downcast_ref()
    }
}
