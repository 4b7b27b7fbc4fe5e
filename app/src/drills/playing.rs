//! What the islands of all kinds of drills have in common: which attempt is played, and the fields of its forms.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{actions::RecordStep, outbox::Saving};

/// Which attempt is played, and how far it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Played {
    pub attempt: String,
    /// `module/drill`.
    pub item: String,
    pub version: String,
    /// Number of the last step that is stored; 0 before the first.
    pub last_number: i64,
    /// Where the attempt is shown, during and afterwards …
    pub attempt_url: String,
    /// … and before anything of it is stored.
    pub begin_url: String,
    /// As [`Outbox::new`](super::outbox::Outbox::new) wants it.
    pub unsent_as: String,
    pub today_url: String,
}

#[cfg(feature = "ssr")]
impl Played {
    pub fn of(visit: &crate::visit::Visit, head: &super::Head, run: super::Run) -> Played {
        use crate::{activity::model::item, drills::pages::unsent_as, routes::to};

        Played {
            unsent_as: unsent_as(visit, &run.attempt),
            begin_url: to::drill(&head.module, &head.id).with("attempt", &run.attempt).into_string(),
            attempt_url: to::attempt(&run.attempt).into_string(),
            today_url: to::today().into_string(),
            item: item(&head.module, &head.id),
            version: head.version.clone(),
            last_number: run.last_number(),
            attempt: run.attempt,
        }
    }
}

impl Played {
    fn url(&self, is_stored: bool) -> &str {
        if is_stored { &self.attempt_url } else { &self.begin_url }
    }

    /// A step as islands send it: the event as it is stored says everything.
    pub fn step(&self, number: i64, event: String) -> RecordStep {
        let (attempt, item, version) = (self.attempt.clone(), self.item.clone(), self.version.clone());
        let (said, marks, form) = Default::default();
        RecordStep { attempt, item, version, number, event, said, marks, form }
    }

    /// The hidden fields of a form for the step with this number.
    pub fn fields(&self, number: i64) -> impl IntoView + use<> {
        let number = number.to_string();
        [("attempt", &self.attempt), ("item", &self.item), ("version", &self.version), ("number", &number)]
            .map(|(name, value)| view! { <input type="hidden" name=name value=value.clone()/> })
            .collect_view()
    }
}

/// The address follows the attempt: whoever loads the page anew, or signs in again, goes on where they were.
pub fn keep_url(played: StoredValue<Played>, saving: RwSignal<Saving>) {
    let is_stored = StoredValue::new(played.with_value(|played| played.last_number > 0));
    Effect::new(move || {
        let saving = saving.get();
        if saving == Saving::Saved {
            is_stored.set_value(true);
        }
        if saving != Saving::Nothing {
            replace_url(&played.with_value(|played| played.url(is_stored.get_value()).to_owned()));
        }
    });
}

#[cfg(feature = "hydrate")]
fn replace_url(url: &str) {
    use leptos::wasm_bindgen::JsValue;
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(url));
    }
}

#[cfg(not(feature = "hydrate"))]
fn replace_url(_url: &str) {}

/// What was tapped is gone: the reader goes on at what came instead, which may be above what is in view.
#[cfg(feature = "hydrate")]
pub fn focus<Element>(node: NodeRef<Element>)
where
    Element: leptos::html::ElementType,
    Element::Output: leptos::wasm_bindgen::JsCast + AsRef<leptos::web_sys::HtmlElement> + Clone + 'static,
{
    request_animation_frame(move || {
        if let Some(element) = node.get_untracked() {
            let element: &leptos::web_sys::HtmlElement = element.as_ref();
            let _ = element.focus();
        }
    });
}

#[cfg(not(feature = "hydrate"))]
pub fn focus<Element: leptos::html::ElementType>(_node: NodeRef<Element>) {}
