//! What was done in the browser and is not stored yet: it shows at once, and is sent in the background, one thing after another, and again
//! after a while where the network fails. What cannot be sent outlasts the page in this tab: it is sent when its owner is back.

use std::marker::PhantomData;

use leptos::{ev::MouseEvent, prelude::*, server_fn::ServerFn, wasm_bindgen::JsCast, web_sys::HtmlElement};
use serde::Serialize;
use serde_json::Value;

use super::texts::texts;

/// Whether everything done is stored.
#[cfg_attr(not(feature = "hydrate"), allow(dead_code, reason = "only a browser gets to know"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    Nothing,
    Saved,
    /// It is sent again by itself.
    Waiting,
    SignedOut,
    /// With this status. 409: another tab or device went on meanwhile. 410: it is no longer among the contents.
    Refused(u16),
}

/// What the server's refusal of one thing means for those after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// They build on it, and stay unsent.
    EndsAll,
    /// They stand by themselves, and are sent.
    EndsOne,
}

/// Calls of one server function, on their way.
#[derive(Debug)]
pub struct Outbox<Call: 'static> {
    queue: Queue,
    calls: PhantomData<fn(Call)>,
}

impl<Call> Clone for Outbox<Call> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Call> Copy for Outbox<Call> {}

impl<Call: ServerFn<Output = ()> + Serialize> Outbox<Call> {
    /// `kept_as`: what is unsent outlasts the page under this name, which differs from person to person.
    pub fn new(refusal: Refusal, kept_as: String) -> Outbox<Call> {
        let (unsent, saving) = (RwSignal::new(Vec::new()), RwSignal::new(Saving::Nothing));
        let (kept_as, leaving) = (StoredValue::new(kept_as), StoredValue::new_local(None));
        let queue = Queue { path: Call::PATH, unsent, saving, refusal, kept_as, leaving };
        // Once the page is as the server made it.
        Effect::new(move || queue.resume());
        Outbox { queue, calls: PhantomData }
    }

    pub fn saving(self) -> RwSignal<Saving> {
        self.queue.saving
    }

    /// Sends it after everything that waits already.
    pub fn send(self, call: Call) {
        self.queue.send(serde_json::to_value(call).unwrap_or_default());
    }

    /// For a tap on what leads away: it waits until everything is stored, and leads on by itself then.
    pub fn hold(self, event: &MouseEvent, control: HtmlElement) {
        self.queue.hold(event, control);
    }

    /// The way on from here, once everything is stored.
    pub fn way_on(self, text: String, url: String) -> impl IntoView + use<Call> {
        self.queue.way_on(text, url)
    }
}

/// The same for every function: browsers load it once.
#[cfg_attr(not(feature = "hydrate"), allow(dead_code, reason = "nothing is sent on the server"))]
#[derive(Clone, Copy, Debug)]
struct Queue {
    path: &'static str,
    unsent: RwSignal<Vec<Value>>,
    saving: RwSignal<Saving>,
    refusal: Refusal,
    kept_as: StoredValue<String>,
    /// What somebody tapped that leads away, before everything was stored.
    leaving: StoredValue<Option<HtmlElement>, LocalStorage>,
}

impl Queue {
    fn send(self, fields: Value) {
        // Whoever goes on here does not want to leave any more.
        self.leaving.set_value(None);
        self.unsent.update(|unsent| unsent.push(fields));
        // Until all of it is sent: the page may be left at any moment.
        self.keep();
        if self.saving.get_untracked() != Saving::Waiting {
            self.send_all(false);
        }
    }

    /// Sends what an earlier page in this tab could not, and shows what came of it.
    #[cfg(feature = "hydrate")]
    fn resume(self) {
        let Some(unsent) = self.kept_as.with_value(|name| kept::find(name)) else { return };
        self.unsent.set(unsent);
        self.send_all(true);
    }

    #[cfg(feature = "hydrate")]
    fn send_all(self, is_resumed: bool) {
        use std::time::Duration;

        use leptos::task::spawn_local;

        /// Milliseconds until the next try.
        const AGAIN: u64 = 3000;

        self.saving.set(Saving::Waiting);
        spawn_local(async move {
            let mut result = Saving::Saved;
            while let Some(fields) = self.unsent.with_untracked(|unsent| unsent.first().cloned()) {
                match post::post(self.path, &fields).await {
                    Some(200..400) => {}
                    Some(401) => return self.saving.set(Saving::SignedOut),
                    Some(status @ 400..500) if self.refusal == Refusal::EndsAll => {
                        self.forget();
                        return self.saving.set(Saving::Refused(status));
                    }
                    Some(status @ 400..500) => result = Saving::Refused(status),
                    // May go well another time.
                    _ => return set_timeout(move || self.send_all(is_resumed), Duration::from_millis(AGAIN)),
                }
                self.unsent.update(|unsent| _ = unsent.remove(0));
            }
            self.forget();
            self.saving.set(result);
            if result == Saving::Saved {
                // Once the address is right: what puts it right would stop the way to another page.
                set_timeout(move || self.go_on(is_resumed), Duration::ZERO);
            }
        });
    }

    /// Where somebody wants to go, unless they have begun to write meanwhile; or, where an earlier page's steps were sent, to the page that knows
    /// them. Where it cannot be loaded, this one says what it said.
    #[cfg(feature = "hydrate")]
    fn go_on(self, is_resumed: bool) {
        match self.leaving.try_update_value(Option::take).flatten() {
            Some(control) if !is_writing() => control.click(),
            Some(_) => {}
            None if is_resumed => _ = window().location().reload(),
            None => {}
        }
    }

    fn hold(self, event: &MouseEvent, control: HtmlElement) {
        if self.saving.get_untracked() == Saving::Waiting {
            event.prevent_default();
            self.leaving.set_value(Some(control));
        }
    }

    fn way_on(self, text: String, url: String) -> impl IntoView {
        let leave = move |event: MouseEvent| {
            if let Some(link) = event.current_target().and_then(|link| link.dyn_into().ok()) {
                self.hold(&event, link);
            }
        };
        view! { <p class="actions"><a class="button primary" href=url on:click=leave>{text}</a></p> }
    }

    #[cfg(feature = "hydrate")]
    fn keep(self) {
        self.unsent.with_untracked(|unsent| self.kept_as.with_value(|name| kept::keep(name, unsent)));
    }

    #[cfg(feature = "hydrate")]
    fn forget(self) {
        self.kept_as.with_value(|name| kept::forget(name));
    }

    #[cfg(not(feature = "hydrate"))]
    fn keep(self) {}

    #[cfg(not(feature = "hydrate"))]
    fn resume(self) {}

    #[cfg(not(feature = "hydrate"))]
    fn send_all(self, _is_resumed: bool) {}
}

/// Whether somebody is in a field for text: a tap on what leads away would have taken them out of it.
#[cfg(feature = "hydrate")]
fn is_writing() -> bool {
    document().active_element().is_some_and(|element| element.is_instance_of::<leptos::web_sys::HtmlTextAreaElement>())
}

/// In the tab's own storage, which goes with the tab. A browser without one keeps nothing.
#[cfg(feature = "hydrate")]
mod kept {
    use leptos::{prelude::window, web_sys::Storage};
    use serde_json::Value;

    fn storage() -> Option<Storage> {
        window().session_storage().ok().flatten()
    }

    pub fn find(name: &str) -> Option<Vec<Value>> {
        serde_json::from_str(&storage()?.get_item(name).ok().flatten()?).ok()
    }

    pub fn keep(name: &str, unsent: &[Value]) {
        if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(unsent)) {
            // Full: then it lasts as long as the page.
            let _ = storage.set_item(name, &text);
        }
    }

    pub fn forget(name: &str) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(name);
        }
    }
}

/// Sending as a plain form does, by the browser's own means: leptos's client for server functions would be 7 kB more to load.
#[cfg(feature = "hydrate")]
mod post {
    use leptos::{
        prelude::window,
        wasm_bindgen::{JsCast, JsValue},
    };
    use serde_json::Value;
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{RequestInit, Response, UrlSearchParams};

    /// The status of the answer, if one came.
    pub async fn post(path: &str, fields: &Value) -> Option<u16> {
        let options = RequestInit::new();
        options.set_method("POST");
        options.set_body(&body(fields).ok()?);
        let answer = JsFuture::from(window().fetch_with_str_and_init(path, &options)).await.ok()?;
        Some(answer.unchecked_into::<Response>().status())
    }

    /// The arguments of a server function as a form sends them: texts, numbers, ticks, and lists of them.
    fn body(fields: &Value) -> Result<JsValue, JsValue> {
        let params = UrlSearchParams::new()?;
        for (name, value) in fields.as_object().into_iter().flatten() {
            append(&params, name, value);
        }
        Ok(params.into())
    }

    fn append(params: &UrlSearchParams, name: &str, value: &Value) {
        match value {
            Value::String(text) => params.append(name, text),
            Value::Array(values) => values.iter().for_each(|value| append(params, &format!("{name}[]"), value)),
            Value::Number(_) | Value::Bool(_) => params.append(name, &value.to_string()),
            // Nothing is sent for nothing, and no argument is deeper.
            Value::Null | Value::Object(_) => {}
        }
    }
}

texts! {
    /// How a page says it.
    pub struct SavingWords {
        pub saved,
        pub waiting,
        pub signed_out,
        pub sign_in,
        /// Another tab or device went on.
        pub overtaken,
        pub reload,
        /// No longer among the contents.
        pub gone,
    }
}

/// In one line: what became of it. `here` is where one goes on after signing in or loading anew.
pub fn saving_line(words: &SavingWords, saving: Saving, here: String) -> impl IntoView + use<> {
    let (text, link) = match saving {
        Saving::Nothing => return None,
        Saving::Saved => (&words.saved, None),
        Saving::Waiting => (&words.waiting, None),
        Saving::SignedOut => (&words.signed_out, Some(words.sign_in.clone())),
        Saving::Refused(410) => (&words.gone, None),
        Saving::Refused(_) => (&words.overtaken, Some(words.reload.clone())),
    };
    let link = link.map(|link| view! { " " <a href=here>{link}</a> });
    Some(view! { {text.clone()} {link} })
}
