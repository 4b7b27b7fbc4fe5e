//! The phrase drill as it reacts in the browser: every step shows at once and is saved in the background. Without wasm the same markup is
//! plain forms.

use leptos::{
    ev::MouseEvent,
    html::Section,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement},
};

use super::{
    model::{Event, Phase, State},
    parts::{Filling, Parts},
};
use crate::{
    drills::{
        actions::RecordStep,
        outbox::{Outbox, Refusal, SavingWords, saving_line},
        playing::{Played, focus, keep_url},
        written::rules::{Fault, Rules},
    },
    language::plain_text,
};

/// `entered`: what a plain form brought back, and its fault. `is_kept`: what stands there now is among one's own sentences already.
#[island]
pub fn PhrasePlayer(
    parts: Parts,
    rules: Rules,
    words: SavingWords,
    played: Played,
    state: State,
    entered: [Option<String>; 2],
    is_kept: bool,
) -> impl IntoView {
    let [said, fault] = entered;
    let here = played.begin_url.clone();
    let desk = Desk {
        parts: StoredValue::new(parts),
        rules,
        filling: RwSignal::new(Filling { state, last_number: played.last_number, is_kept, said, fault }),
        steps: Outbox::new(Refusal::EndsAll, played.unsent_as.clone()),
        played: StoredValue::new(played),
        top: NodeRef::new(),
    };
    keep_url(desk.played, desk.steps.saving());
    // Apart from what is said about saving: what is drawn anew loses what was typed.
    let html = move || desk.parts.with_value(|parts| desk.filling.with(|filling| parts.fill(filling)));
    let status = move || saving_line(&words, desk.steps.saving().get(), here.clone());
    view! {
        <section class="phrase" tabindex="-1" node_ref=desk.top aria-labelledby="part"
            on:click=move |event| desk.tap(&event) inner_html=html></section>
        <p class="meta" role="status">{status}</p>
    }
}

/// What was done so far, and what is on its way.
#[derive(Clone, Copy)]
struct Desk {
    parts: StoredValue<Parts>,
    rules: Rules,
    filling: RwSignal<Filling>,
    played: StoredValue<Played>,
    steps: Outbox<RecordStep>,
    top: NodeRef<Section>,
}

impl Desk {
    /// A tap on a button or a link of a part. What leads away waits until everything is stored.
    fn tap(self, event: &MouseEvent) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let control = target.and_then(|target| target.closest("button, a").ok().flatten());
        let Some(control) = control.and_then(|control| control.dyn_into::<HtmlElement>().ok()) else { return };
        let act: fn(Desk) = match control.get_attribute("value").as_deref() {
            Some("write") => |desk| desk.say(Event::Write),
            Some("mark") => |desk| desk.act(Event::Mark(desk.checked())),
            Some("rewrite") => |desk| desk.say(Event::Rewrite),
            Some("back") => |desk| desk.act(Event::Back),
            _ => return self.steps.hold(event, control),
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
        self.played.with_value(|played| self.steps.send(played.step(number, event.to_string())));
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
                let words = self.parts.with_value(|parts| match fault {
                    Fault::Empty => parts.empty.clone(),
                    Fault::Long => parts.too_long.clone(),
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
}

fn find<Kind: JsCast>(selector: &str) -> Option<Kind> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

fn find_box(number: usize) -> Option<HtmlInputElement> {
    find(&format!("#mark-{number}"))
}
