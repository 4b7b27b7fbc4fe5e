//! What somebody does at a phrase drill in the browser: it shows at once, and is sent in the background.

use leptos::{
    html::{Input, P, Section, Textarea},
    prelude::*,
};
use serde::{Deserialize, Serialize};

use super::{
    model::{Event, Fault, State, plain_text},
    scene::Script,
};
use crate::drills::{
    actions::RecordStep,
    outbox::{Outbox, Saving},
    phrase_book::KeepPhrase,
    playing::{Played, focus, keep_url},
};

/// What a plain form brings back after a mistake.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entered {
    /// The form instance.
    pub form: String,
    pub said: Option<String>,
    pub fault: Option<String>,
}

/// What lies on the table: texts, what was done so far, and what is on its way.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub script: StoredValue<Script>,
    pub played: StoredValue<Played>,
    pub entered: StoredValue<Entered>,
    pub state: RwSignal<State>,
    pub number: RwSignal<i64>,
    pub fault: RwSignal<Option<String>>,
    /// The step whose text was kept.
    pub kept: RwSignal<Option<i64>>,
    pub steps: Outbox<RecordStep>,
    pub keeping: Outbox<KeepPhrase>,
    pub top: NodeRef<Section>,
    pub field: NodeRef<Textarea>,
    pub note: NodeRef<P>,
    pub boxes: StoredValue<Vec<NodeRef<Input>>>,
}

impl Desk {
    /// Does it at once and sends it.
    pub fn act(self, event: Event) {
        let next = self
            .script
            .with_value(|script| self.state.with_untracked(|state| state.apply(&script.rules, event.clone())));
        // What the rules refuse is not on the page; a tap on a control that has just gone changes nothing.
        let Ok(next) = next else { return };
        self.number.update(|number| *number += 1);
        self.fault.set(None);
        self.entered.update_value(|entered| entered.said = None);
        self.state.set(next);
        self.played.with_value(|played| {
            keep_url(&played.attempt_url);
            self.steps.send(played.step(self.number.get_untracked(), event.to_string()));
        });
        focus(self.top);
    }

    /// Takes what stands in the field, or says what is wrong with it.
    pub fn say(self, make: fn(String) -> Event) {
        let text = plain_text(&self.field.get_untracked().map(|field| field.value()).unwrap_or_default());
        match self.script.with_value(|script| script.rules.check(&text)) {
            Ok(()) => self.act(make(text)),
            Err(fault) => {
                let words = self.script.with_value(|script| match fault {
                    Fault::Empty => script.words.empty.clone(),
                    Fault::Long => script.words.too_long.clone(),
                });
                self.fault.set(Some(words));
                focus(self.field);
            }
        }
    }

    pub fn mark(self) {
        let is_checked = |field: &NodeRef<Input>| field.get_untracked().is_some_and(|field| field.checked());
        let marks = self.boxes.with_value(|boxes| {
            let checked = boxes.iter().enumerate().filter(|(_, field)| is_checked(field));
            checked.map(|(number, _)| number).collect()
        });
        self.act(Event::mark(marks));
    }

    /// Of steps and what is kept the one that is not stored, if any.
    pub fn saving(self) -> Saving {
        match (self.steps.saving().get(), self.keeping.saving().get()) {
            (steps, Saving::Nothing | Saving::Saved) => steps,
            (Saving::Nothing | Saving::Saved, keeping) => keeping,
            (steps, _) => steps,
        }
    }
}
