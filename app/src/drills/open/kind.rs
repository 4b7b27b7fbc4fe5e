//! An open drill as one kind of drill among others.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{
    model::{Answer, Choice, Event, Phase, State},
    pages,
};
use crate::{
    drills::{
        Decision, DrillKind, Ending, Evidence, Head, Kind, Refused, Run, Said, Showing, Unfit,
        written::{
            content::Written,
            paragraphs::paragraphs,
            reading::{Bounds, join, parse},
            rules::{Fault, Rules, tidy_marks},
        },
    },
    language::{Language, Locale},
    library::{Paragraph, reading::pair},
    ui::Page,
    visit::Visit,
};

pub static KIND: Kind = Kind {
    id: "open",
    is_rehearsed: true,
    read: |module, id, files, reader| {
        let (german, english) = pair::read(files, reader, |page, text| parse(page, text, &BOUNDS))?;
        Some(Arc::new(Open(join(module, id, german, english))))
    },
    restore: |json| Ok(Arc::new(serde_json::from_str::<Open>(json)?)),
};

const BOUNDS: Bounds = Bounds { what: "an open drill", paragraphs: 2..=4, criteria: 3..=5 };

/// The most characters of a reply.
pub const LONGEST: usize = 2000;

/// A scene, to be answered with a whole reply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Open(pub Written);

impl Open {
    fn rules(&self) -> Rules {
        Rules { criteria: self.0.criteria.len(), longest: LONGEST }
    }

    /// Where an attempt stands after stored events.
    pub(super) fn replay(&self, events: &[String]) -> Result<State, Refused> {
        State::replay(&self.rules(), events)
    }

    /// The event of a recording that answers. Forms of other kinds cannot send it: it comes with the recording.
    pub fn spoken(recording: &str) -> String {
        Event::Answer(Answer::Spoken(recording.to_owned())).to_string()
    }
}

impl DrillKind for Open {
    fn head(&self) -> &Head {
        &self.0.head
    }

    fn kind(&self) -> &'static Kind {
        &KIND
    }

    /// Evidence of each of the drill's competencies: the share of the criteria that the learner found in the answer, shared or not.
    fn follow(&self, events: &[String]) -> Result<Option<Ending>, Refused> {
        let state = self.replay(events)?;
        let id = match state.choice {
            None => return Ok(None),
            Some(Choice::Keep) => "kept",
            Some(Choice::Share) => "shared",
        };
        let score = state.score(&self.rules());
        let competencies = self.0.head.competencies.iter().cloned();
        let evidence = competencies.map(|competency| Evidence { competency, score }).collect();
        Ok(Some(Ending { id: id.to_owned(), evidence }))
    }

    fn decision(&self, events: &[String]) -> Option<Decision> {
        let state = self.replay(events).ok()?;
        let is_shared = state.choice? == Choice::Share;
        Some(Decision { is_shared, recording: state.recording().map(str::to_owned) })
    }

    fn event(&self, name: &str, said: Said) -> Result<String, Unfit> {
        let event = match name {
            "write" => format!("write {}", said.text).parse(),
            "mark" => Ok(Event::Mark(tidy_marks(said.marks.into_iter().map(|mark| mark as usize).collect()))),
            stored => stored.parse(),
        };
        match event.map_err(|_| Unfit::Nonsense)? {
            Event::Answer(Answer::Spoken(_)) => Err(Unfit::Nonsense),
            Event::Answer(Answer::Written(text)) => match self.rules().check(&text) {
                Ok(()) => Ok(Event::Answer(Answer::Written(text)).to_string()),
                Err(Fault::Empty) => Err(Unfit::Text("open-empty")),
                Err(Fault::Long) => Err(Unfit::Text("open-too-long")),
            },
            event => Ok(event.to_string()),
        }
    }

    /// Writes what the authors' models say, and shares some of it; `best` finds every criterion in it.
    fn any_event(&self, events: &[String], number: u64, best: bool) -> Option<String> {
        let state = self.replay(events).ok()?;
        let Written { criteria, poor, good, .. } = &self.0;
        let says = if best || number.is_multiple_of(2) { &good.says } else { &poor.says };
        let event = match state.phase {
            Phase::Answer => Event::Answer(Answer::Written(
                says.de.words().chars().take(LONGEST).collect::<String>().trim().to_owned(),
            )),
            Phase::Mark => Event::Mark((0..criteria.len()).filter(|mark| best || number >> mark & 1 == 1).collect()),
            Phase::Decide if number.is_multiple_of(3) => Event::Choose(Choice::Share),
            Phase::Decide => Event::Choose(Choice::Keep),
            Phase::Done => return None,
        };
        Some(event.to_string())
    }

    fn description(&self, t: Language) -> String {
        t.t("open-description").into_owned()
    }

    fn paragraphs(&self, locale: Locale) -> [Vec<Paragraph>; 2] {
        paragraphs(&self.0, locale)
    }

    fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }

    fn show_start(&self, visit: &Visit) -> Page {
        pages::show_start(visit, self)
    }

    fn show_run<'a>(&'a self, visit: &'a Visit, run: Run) -> Showing<'a> {
        Box::pin(pages::show_run(visit, self, run))
    }
}
