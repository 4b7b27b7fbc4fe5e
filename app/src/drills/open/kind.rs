//! An open drill as one kind of drill among others.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::{
    drills::{
        DrillKind, Ending, Head, Kind, Refused, Run, Said, Showing, Unfit,
        phrase::{pages, rehearsal::Rehearsal},
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
const LONGEST: usize = 1500;

/// A scene, to be answered with a whole reply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Open(pub Written);

impl Open {
    fn rehearsal(&self) -> Rehearsal<'_> {
        Rehearsal {
            kind: &KIND,
            written: &self.0,
            longest: LONGEST,
            too_long: "open-too-long",
            ask: "open-write",
            keeps: false,
        }
    }
}

impl DrillKind for Open {
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
        t.t("open-description").into_owned()
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
