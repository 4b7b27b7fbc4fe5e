//! A phrase drill as one kind of drill among others.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{
    model::{Event, LONGEST, Phase, State},
    pages,
};
use crate::{
    drills::{
        DrillKind, Ending, Evidence, Head, Kind, Refused, Run, Said, Showing, Unfit,
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
    id: "phrase",
    is_rehearsed: true,
    read: |module, id, files, reader| {
        let (german, english) = pair::read(files, reader, |page, text| parse(page, text, &BOUNDS))?;
        Some(Arc::new(Phrase(join(module, id, german, english))))
    },
    restore: |json| Ok(Arc::new(serde_json::from_str::<Phrase>(json)?)),
};

const BOUNDS: Bounds = Bounds { what: "a phrase drill", paragraphs: 1..=2, criteria: 3..=3 };

/// A sentence that puts people off, to be said better.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Phrase(pub Written);

impl Phrase {
    pub fn rules(&self) -> Rules {
        Rules { criteria: self.0.criteria.len(), longest: LONGEST }
    }

    /// Where an attempt stands after stored events.
    pub fn replay(&self, events: &[String]) -> Result<State, Refused> {
        State::replay(&self.rules(), events)
    }
}

impl DrillKind for Phrase {
    fn head(&self) -> &Head {
        &self.0.head
    }

    fn kind(&self) -> &'static Kind {
        &KIND
    }

    /// Evidence of each of the drill's competencies: the share of the criteria that the learner found in the first text of their own.
    fn follow(&self, events: &[String]) -> Result<Option<Ending>, Refused> {
        let state = self.replay(events)?;
        let score = state.score(&self.rules());
        let competencies = self.head().competencies.iter().cloned();
        let evidence = competencies.map(|competency| Evidence { competency, score }).collect();
        Ok(state.is_done().then(|| Ending { id: "done".to_owned(), evidence }))
    }

    fn event(&self, name: &str, said: Said) -> Result<String, Unfit> {
        let event = match name {
            "write" | "rewrite" => format!("{name} {}", said.text).parse(),
            "mark" => Ok(Event::Mark(tidy_marks(said.marks.into_iter().map(|mark| mark as usize).collect()))),
            stored => stored.parse(),
        };
        let event: Event = event.map_err(|_| Unfit::Nonsense)?;
        match event.text().map_or(Ok(()), |text| self.rules().check(text)) {
            Ok(()) => Ok(event.to_string()),
            Err(Fault::Empty) => Err(Unfit::Text("phrase-empty")),
            Err(Fault::Long) => Err(Unfit::Text("phrase-too-long")),
        }
    }

    /// Says what the authors' models say; `best` finds every criterion in it.
    fn any_event(&self, events: &[String], number: u64, best: bool) -> Option<String> {
        let state = self.replay(events).ok()?;
        let Written { sentence, criteria, poor, good, .. } = &self.0;
        let says = match number % 3 {
            _ if best => &good.says,
            0 => &good.says,
            1 => &poor.says,
            _ => sentence,
        };
        let says: String = says.de.words().chars().take(LONGEST).collect();
        let event = match state.phase {
            Phase::Write => Event::Write(says),
            Phase::Mark => Event::Mark((0..criteria.len()).filter(|mark| best || number >> mark & 1 == 1).collect()),
            Phase::Rewrite => Event::Rewrite(if best { says } else { state.first }),
            Phase::Done => return None,
        };
        Some(event.to_string())
    }

    fn description(&self, t: Language) -> String {
        t.t("phrase-description").into_owned()
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
