//! One request as the rooms see it, and the two ways to answer one: a page to show, or an action that redirects.

use std::{
    collections::BTreeMap,
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
};

use arc_swap::ArcSwap;
use axum::http::{HeaderName, HeaderValue, header::SET_COOKIE};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

use crate::{
    access::Actor,
    error::{Error, Result},
    language::Language,
    library::Library,
    recordings::Sounds,
    routes::Url,
    search::Indexes,
    storage::{Database, Flash, Found, Recorder, keep_flash, take_flash},
    ui::Page,
    uptake::KeptPages,
};

/// What lasts longer than a request.
pub struct Application {
    pub db: Database,
    pub recorder: Recorder,
    pub library: ArcSwap<Library>,
    pub uptake: KeptPages,
    pub search: Indexes,
    /// Where the sound of recordings lies.
    pub sounds: Sounds,
    pub settings: Settings,
}

/// What pages and actions need to know of the set-up.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The organisation's people are invented; every page says so.
    pub is_demo: bool,
    /// Cookies travel over HTTPS only.
    pub is_secure: bool,
    /// Hashed URLs of the built assets.
    pub assets: Assets,
    /// A session ends after so many milliseconds without a request …
    pub session_idle: i64,
    /// … and so many milliseconds after sign-in at the latest.
    pub session_lasts: i64,
    /// Leaders see figures of groups of so many people at least.
    pub minimum_group: u32,
    /// What the organisation is called, where the operator has said so.
    pub organisation: Option<String>,
}

const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");

/// The cookie that remembers a language before sign-in.
pub const LANGUAGE_COOKIE: &str = "language";

impl Settings {
    /// The name of the session's cookie; over HTTPS browsers hold the `__Host-` prefix to this host and path.
    pub fn session_cookie(&self) -> &'static str {
        if self.is_secure { "__Host-session" } else { "session" }
    }
}

#[derive(Clone, Debug, Default)]
pub struct Assets {
    pub style: String,
    pub icon: String,
    /// Start an island, by its name; none where none were built.
    pub loaders: BTreeMap<&'static str, String>,
}

/// One request.
#[derive(Clone)]
pub struct Visit {
    pub app: Arc<Application>,
    pub actor: Option<Actor>,
    pub language: Language,
    /// UTC milliseconds. The server's time rules.
    pub now: i64,
    /// Also in the log.
    pub request_id: String,
    pub path: String,
    /// Where the request came from, behind trusted proxies.
    pub address: String,
    /// The kind of browser.
    pub agent: String,
    /// Signed in with a one-time code: a new password comes first.
    pub must_renew: bool,
    found: Option<Found>,
    params: Values,
    query: Values,
    acted: Arc<Mutex<Option<Result<()>>>>,
}

/// Names and values, as they stand in a URL.
pub type Values = Vec<(String, String)>;

/// What the server knows when it makes a [`Visit`].
pub struct Arrival {
    pub app: Arc<Application>,
    pub actor: Option<Actor>,
    pub language: Language,
    pub now: i64,
    pub request_id: String,
    pub path: String,
    pub address: String,
    pub agent: String,
    pub must_renew: bool,
    /// What the session was found with.
    pub found: Option<Found>,
}

impl Visit {
    pub fn new(arrival: Arrival) -> Visit {
        let Arrival { app, actor, language, now, request_id, path, address, agent, must_renew, found } = arrival;
        let (params, query, acted) = Default::default();
        Visit { app, actor, language, now, request_id, path, address, agent, must_renew, found, params, query, acted }
    }

    /// For a page: with the parts of the path that its route names, and the query.
    pub fn at(self, params: Values, query: Values) -> Visit {
        Visit { params, query, ..self }
    }

    /// Who is signed in. The deny-by-default layer lets nobody else so far; this says so again.
    pub fn actor(&self) -> Result<&Actor> {
        self.actor.as_ref().ok_or(Error::SignInNeeded)
    }

    /// What was read together with the session: of the actor, or of what the page is about.
    pub fn found(&self) -> Result<&Found> {
        self.found.as_ref().ok_or(Error::SignInNeeded)
    }

    pub fn db(&self) -> &Database {
        &self.app.db
    }

    pub fn library(&self) -> Arc<Library> {
        self.app.library.load_full()
    }

    /// A part of the path that the route names.
    pub fn param(&self, name: &str) -> Result<String> {
        find(&self.params, name).ok_or(Error::NotFound)
    }

    /// A value of the query, unless it is empty.
    pub fn query(&self, name: &str) -> Option<String> {
        find(&self.query, name).filter(|value| !value.is_empty())
    }

    /// Errors and entered values, if this page was come back to after a mistake; read once.
    pub async fn flash(&self) -> Result<Flash> {
        let Some(id) = self.query("form") else { return Ok(Flash::default()) };
        Ok(take_flash(self.db(), &self.flash_owner(), &id).await?.unwrap_or_default())
    }

    /// Keeps errors and entered values for the form instance `id`, and the way back to it.
    pub async fn back_to(&self, form: Url, id: &str, flash: &Flash) -> Result<Url> {
        keep_flash(self.db(), &self.flash_owner(), id, flash, self.now).await?;
        Ok(form.with("form", id))
    }

    /// Sets the session's cookie for so many seconds.
    pub fn set_session_cookie(&self, token: &str, seconds: i64) {
        self.set_cookie(self.app.settings.session_cookie(), token, seconds);
    }

    /// Takes the session's cookie away, and with it what islands could not send and keep in the browser's tabs: on a shared tablet somebody else
    /// is next.
    pub fn forget_session(&self) {
        self.set_session_cookie("", 0);
        if let Some(response) = use_context::<ResponseOptions>() {
            response.insert_header(CLEAR_SITE_DATA, HeaderValue::from_static("\"storage\""));
        }
    }

    /// Remembers the language before sign-in, for a year.
    pub fn set_language_cookie(&self, language: &str) {
        self.set_cookie(LANGUAGE_COOKIE, language, 365 * 24 * 60 * 60);
    }

    fn set_cookie(&self, name: &str, value: &str, seconds: i64) {
        let secure = if self.app.settings.is_secure { "Secure; " } else { "" };
        let cookie = format!("{name}={value}; HttpOnly; {secure}SameSite=Lax; Path=/; Max-Age={seconds}");
        if let (Some(response), Ok(cookie)) = (use_context::<ResponseOptions>(), cookie.parse()) {
            response.append_header(SET_COOKIE, cookie);
        }
    }

    fn flash_owner(&self) -> String {
        self.actor.as_ref().map_or_else(|| format!("address {}", self.address), |actor| actor.session_id.clone())
    }

    /// How the action of this request ended; `None` if it was never reached, because its arguments could not be read.
    pub fn take_outcome(&self) -> Option<Result<()>> {
        self.acted.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn note_outcome(&self, outcome: Result<()>) {
        *self.acted.lock().unwrap_or_else(PoisonError::into_inner) = Some(outcome);
    }
}

fn find(values: &Values, name: &str) -> Option<String> {
    values.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
}

/// What shows a page: loads what it needs, and is rendered in one piece. An error becomes the error page with its status.
pub type Show = fn(Visit) -> Pin<Box<dyn Future<Output = Result<Page>> + Send>>;

/// A file for whoever asks to keep it.
pub struct Download {
    /// ASCII, without quotation marks.
    pub name: &'static str,
    /// `Content-Type`.
    pub kind: &'static str,
    pub body: Vec<u8>,
}

/// What gives a file. An error becomes the error page with its status.
pub type Give = fn(Visit) -> Pin<Box<dyn Future<Output = Result<Download>> + Send>>;

/// An action: on success the browser is sent on (post/redirect/get), on an error the server shows the error page.
pub async fn act<Acting>(act: impl FnOnce(Visit) -> Acting) -> Result<(), ServerFnError>
where
    Acting: Future<Output = Result<Url>>,
{
    let visit = expect_context::<Visit>();
    match act(visit.clone()).await {
        Ok(url) => {
            leptos_axum::redirect(url.as_str());
            visit.note_outcome(Ok(()));
            Ok(())
        }
        Err(error) => {
            let answer = ServerFnError::new(error.status().to_string());
            visit.note_outcome(Err(error));
            Err(answer)
        }
    }
}

/// The status of an error as the server's type; the numbers in [`Error::status`] are all valid.
pub fn status_code(error: &Error) -> axum::http::StatusCode {
    axum::http::StatusCode::from_u16(error.status()).unwrap_or(axum::http::StatusCode::INTERNAL_SERVER_ERROR)
}
