//! The phrase drill as it reacts in the browser: every step shows at once and is saved in the background. Without wasm the same markup is
//! plain forms.

use leptos::{
    ev::MouseEvent,
    html::Section,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlInputElement, HtmlTextAreaElement},
};

use super::{
    model::{Event, Fault, Phase, Rules, State, plain_text},
    parts::{Filling, Parts},
};
use crate::drills::{
    actions::RecordStep,
    outbox::{Outbox, Refusal, Saving, SavingWords, saving_line},
    phrase_book::KeepPhrase,
    playing::{Played, focus, keep_url},
};

/// `faults`: what is said of a text that is empty, and of one that is too long. `entered`: what a plain form brought back, and its fault.
/// `is_kept`: what stands there now is among one's own sentences already.
#[island]
pub fn PhrasePlayer(
    parts: Parts,
    rules: Rules,
    faults: [String; 2],
    words: SavingWords,
    played: Played,
    state: State,
    entered: [Option<String>; 2],
    is_kept: bool,
) -> impl IntoView {
    let [said, fault] = entered;
    let here = played.attempt_url.clone();
    let desk = Desk {
        filling: RwSignal::new(Filling { state, last_number: played.last_number, is_kept, said, fault }),
        rules,
        faults: StoredValue::new(faults),
        played: StoredValue::new(played),
        steps: Outbox::new(Refusal::EndsAll),
        keeping: Outbox::new(Refusal::EndsOne),
        leaving: RwSignal::new(None),
        top: NodeRef::new(),
    };
    desk.leave_when_saved();
    // Apart from the rest of what is said about saving: what is drawn anew loses what was typed.
    let unsent = Memo::new(move |_| {
        let step = (desk.steps.saving().get() == Saving::SignedOut).then(|| desk.steps.first())?;
        step.map(|step| (step.number, step.event))
    });
    let html = move || {
        let unsent = unsent.get();
        desk.filling
            .with(|filling| parts.fill(filling, unsent.as_ref().map(|(number, event)| (*number, event.as_str()))))
    };
    let status =
        move || saving_line(&words, if unsent.get().is_some() { Saving::Nothing } else { desk.saving() }, here.clone());
    view! {
        <section class="phrase" tabindex="-1" node_ref=desk.top aria-labelledby="part" on:click=move |event| desk.tap(&event) inner_html=html>
        </section>
        <p class="meta" role="status">{status}</p>
    }
}

/// What was done so far, and what is on its way.
#[derive(Clone, Copy)]
struct Desk {
    filling: RwSignal<Filling>,
    rules: Rules,
    faults: StoredValue<[String; 2]>,
    played: StoredValue<Played>,
    steps: Outbox<RecordStep>,
    keeping: Outbox<KeepPhrase>,
    /// Where somebody wants to go once everything is stored.
    leaving: RwSignal<Option<String>>,
    top: NodeRef<Section>,
}

impl Desk {
    /// A tap on a button or a link of a part; everything else is left to the browser.
    fn tap(self, event: &MouseEvent) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(control) = target.and_then(|target| target.closest("button, a").ok().flatten()) else { return };
        if let Some(url) = control.get_attribute("href") {
            if untrack(|| self.saving()) == Saving::Waiting {
                event.prevent_default();
                self.leaving.set(Some(url));
            }
            return;
        }
        let act: fn(Desk) = match control.get_attribute("value").as_deref() {
            Some("write") => |desk| desk.say(Event::Write),
            Some("mark") => |desk| desk.act(Event::mark(desk.checked())),
            Some("rewrite") => |desk| desk.say(Event::Rewrite),
            Some("back") => |desk| desk.act(Event::Back),
            Some("keep") => Desk::keep,
            _ => return,
        };
        event.prevent_default();
        act(self);
    }

    /// Does it at once and sends it.
    fn act(self, event: Event) {
        let next = self.filling.with_untracked(|filling| filling.state.apply(&self.rules, event.clone()));
        // What the rules refuse is not on the page; a tap on a control that has just gone changes nothing.
        let Ok(state) = next else { return };
        let number = self.filling.with_untracked(|filling| filling.last_number) + 1;
        let marks = (state.phase == Phase::Mark).then(|| state.marks.clone());
        self.filling.set(Filling { state, last_number: number, is_kept: false, said: None, fault: None });
        self.played.with_value(|played| {
            keep_url(&played.attempt_url);
            self.steps.send(played.step(number, event.to_string()));
        });
        focus(self.top);
        if let Some(marks) = marks {
            request_animation_frame(move || self.check(&marks));
        }
    }

    /// Takes what stands in the field, or says what is wrong with it.
    fn say(self, make: fn(String) -> Event) {
        let Some(field) = find::<HtmlTextAreaElement>("#said") else { return };
        let text = plain_text(&field.value());
        match self.rules.check(&text) {
            Ok(()) => self.act(make(text)),
            Err(fault) => {
                let words = self.faults.with_value(|[empty, long]| match fault {
                    Fault::Empty => empty.clone(),
                    Fault::Long => long.clone(),
                });
                if let Some(line) = find::<Element>("#said-error") {
                    line.set_text_content(Some(&words));
                }
                // Refused only for what is not an attribute's name; and a field can take the focus.
                let _ = field.set_attribute("aria-invalid", "true");
                let _ = field.focus();
            }
        }
    }

    /// The positions of the criteria that are ticked.
    fn checked(self) -> Vec<usize> {
        let is_checked = |number: &usize| find_box(*number).is_some_and(|field| field.checked());
        (0..self.rules.criteria).filter(is_checked).collect()
    }

    fn check(self, marks: &[usize]) {
        for number in 0..self.rules.criteria {
            if let Some(field) = find_box(number) {
                field.set_checked(marks.contains(&number));
            }
        }
    }

    /// Keeps the sentence among one's own.
    fn keep(self) {
        self.filling.update(|filling| filling.is_kept = true);
        let (number, text) = self.filling.with_untracked(|filling| (filling.last_number, filling.state.better.clone()));
        let call = self.played.with_value(|played| {
            let (attempt, item) = (played.attempt.clone(), played.item.clone());
            KeepPhrase { attempt, number, item, text }
        });
        self.keeping.send(call);
        focus(self.top);
    }

    /// Of steps and what is kept the one that is not stored, if any.
    fn saving(self) -> Saving {
        match (self.steps.saving().get(), self.keeping.saving().get()) {
            (steps, Saving::Nothing | Saving::Saved) => steps,
            (Saving::Nothing | Saving::Saved, keeping) => keeping,
            (steps, _) => steps,
        }
    }

    fn leave_when_saved(self) {
        Effect::new(move || {
            if let (Saving::Saved, Some(url)) = (self.saving(), self.leaving.get()) {
                // Refused only for what is not a URL.
                let _ = window().location().set_href(&url);
            }
        });
    }
}

fn find<Kind: JsCast>(selector: &str) -> Option<Kind> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

fn find_box(number: usize) -> Option<HtmlInputElement> {
    find(&format!("#mark-{number}"))
}
