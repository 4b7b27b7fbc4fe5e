//! A phrase drill as one kind of drill among others.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{pages, rehearsal::Rehearsal};
use crate::{
    drills::{
        DrillKind, Ending, Head, Kind, Refused, Run, Said, Showing, Unfit,
        written::{
            content::Written,
            reading::{Bounds, join, parse},
        },
    },
    language::Language,
    library::reading::pair,
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

/// The most characters of a sentence.
const LONGEST: usize = 300;

/// A sentence that puts people off, to be said better.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Phrase(pub Written);

impl Phrase {
    fn rehearsal(&self) -> Rehearsal<'_> {
        Rehearsal {
            kind: &KIND,
            written: &self.0,
            longest: LONGEST,
            too_long: "phrase-too-long",
            ask: "phrase-write",
            keeps: true,
        }
    }
}

impl DrillKind for Phrase {
    fn head(&self) -> &Head {
        &self.0.head
    }

    fn kind(&self) -> &'static Kind {
        &KIND
    }

    fn follow(&self, events: &[String]) -> Result<Option<Ending>, Refused> {
        self.rehearsal().follow(events)
    }

    fn event(&self, name: &str, said: Said) -> Result<String, Unfit> {
        self.rehearsal().event(name, said)
    }

    fn any_event(&self, events: &[String], number: u64, best: bool) -> Option<String> {
        self.rehearsal().any_event(events, number, best)
    }

    fn description(&self, t: Language) -> String {
        t.t("phrase-description").into_owned()
    }

    fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }

    fn show_start(&self, visit: &Visit) -> Page {
        pages::show_start(visit, &self.rehearsal())
    }

    fn show_run<'a>(&'a self, visit: &'a Visit, run: Run) -> Showing<'a> {
        Box::pin(async move { pages::show_run(visit, &self.rehearsal(), run).await })
    }
}
