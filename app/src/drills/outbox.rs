//! What was done in the browser and is not stored yet: it shows at once, and is sent in the background, one thing after another, and again
//! after a while where the network fails.

use leptos::{
    prelude::*,
    server_fn::{ServerFn, error::ServerFnError},
};
use serde::{Deserialize, Serialize};

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
    unsent: RwSignal<Vec<Call>>,
    saving: RwSignal<Saving>,
    #[cfg_attr(not(feature = "hydrate"), allow(dead_code, reason = "nothing is sent on the server"))]
    refusal: Refusal,
}

impl<Call> Clone for Outbox<Call> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Call> Copy for Outbox<Call> {}

impl<Call> Outbox<Call>
where
    Call: ServerFn<Output = (), Error = ServerFnError> + Clone + Send + Sync,
{
    pub fn new(refusal: Refusal) -> Outbox<Call> {
        Outbox { unsent: RwSignal::new(Vec::new()), saving: RwSignal::new(Saving::Nothing), refusal }
    }

    pub fn saving(self) -> RwSignal<Saving> {
        self.saving
    }

    /// What was not stored yet and comes first.
    pub fn first(self) -> Option<Call> {
        self.unsent.with_untracked(|unsent| unsent.first().cloned())
    }

    /// Sends it after everything that waits already.
    pub fn send(self, call: Call) {
        self.unsent.update(|unsent| unsent.push(call));
        if self.saving.get_untracked() != Saving::Waiting {
            self.send_all();
        }
    }

    #[cfg(feature = "hydrate")]
    fn send_all(self) {
        use std::time::Duration;

        use leptos::task::spawn_local;

        /// Milliseconds until the next try.
        const AGAIN: u64 = 3000;

        self.saving.set(Saving::Waiting);
        spawn_local(async move {
            let mut result = Saving::Saved;
            while let Some(call) = self.unsent.with_untracked(|unsent| unsent.first().cloned()) {
                match call.run_on_client().await {
                    Ok(()) => {}
                    Err(error) => match refused_with(&error) {
                        Some(401) => return self.saving.set(Saving::SignedOut),
                        Some(status) if self.refusal == Refusal::EndsAll => {
                            return self.saving.set(Saving::Refused(status));
                        }
                        Some(status) => result = Saving::Refused(status),
                        None => return set_timeout(move || self.send_all(), Duration::from_millis(AGAIN)),
                    },
                }
                self.unsent.update(|unsent| _ = unsent.remove(0));
            }
            self.saving.set(result);
        });
    }

    #[cfg(not(feature = "hydrate"))]
    fn send_all(self) {}
}

/// The status of a refusal; nothing for what may go well another time.
#[cfg(feature = "hydrate")]
fn refused_with(error: &ServerFnError) -> Option<u16> {
    match error {
        ServerFnError::ServerError(status) => status.parse().ok().filter(|status| (400..500).contains(status)),
        _ => None,
    }
}

/// How a page says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavingWords {
    pub saved: String,
    pub waiting: String,
    pub signed_out: String,
    pub sign_in: String,
    /// Another tab or device went on.
    pub overtaken: String,
    pub reload: String,
    /// No longer among the contents.
    pub gone: String,
}

/// In one line: what became of it. `here` is where one goes on after signing in or loading anew.
pub fn saving_line(words: &SavingWords, saving: Saving, here: String) -> impl IntoView + use<> {
    let with_link = |text: &str, link: &str| {
        let (text, link) = (text.to_owned(), link.to_owned());
        view! { {text} " " <a href=here>{link}</a> }.into_any()
    };
    match saving {
        Saving::Nothing => ().into_any(),
        Saving::Saved => words.saved.clone().into_any(),
        Saving::Waiting => words.waiting.clone().into_any(),
        Saving::SignedOut => with_link(&words.signed_out, &words.sign_in),
        Saving::Refused(410) => words.gone.clone().into_any(),
        Saving::Refused(_) => with_link(&words.overtaken, &words.reload),
    }
}

/// The way on from here, once everything is stored.
pub fn way_on(text: String, url: String, saving: RwSignal<Saving>) -> impl IntoView {
    view! { <p class="actions">{link_on("button primary", text, url, saving.into())}</p> }
}

/// A link that waits until everything is stored: a tap before that is kept, and leads on by itself.
pub fn link_on(class: &'static str, text: String, url: String, saving: Signal<Saving>) -> impl IntoView {
    let is_leaving = RwSignal::new(false);
    Effect::new({
        let url = url.clone();
        move || {
            if is_leaving.get() && saving.get() == Saving::Saved {
                // Refused only for what is not a URL.
                let _ = window().location().set_href(&url);
            }
        }
    });
    let leave = move |event: leptos::ev::MouseEvent| {
        if saving.get_untracked() == Saving::Waiting {
            event.prevent_default();
            is_leaving.set(true);
        }
    };
    view! { <a class=class href=url on:click=leave>{text}</a> }
}
