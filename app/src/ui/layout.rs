//! The frame of every page: head, eye line with the ways to go, foot.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};

use super::plain;
use crate::{
    access::Role,
    language::{Bilingual, Language, Locale, Shown},
    library::{Html, markdown},
    people::{ChooseLanguage, SignOut},
    routes::{Url, to},
    visit::Visit,
};

/// How wide the text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// One column to read in.
    Reading,
    /// Two columns on a desktop.
    Split,
    /// For tables.
    Full,
}

/// An island with a wasm of its own, so that browsers load no other one with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Island {
    Dialogue,
    Phrase,
    Recall,
    Recorder,
}

impl Island {
    pub const ALL: [Island; 4] = [Island::Dialogue, Island::Phrase, Island::Recall, Island::Recorder];

    /// As scripts/common.sh and app/browser know it.
    pub fn id(self) -> &'static str {
        match self {
            Island::Dialogue => "dialogue",
            Island::Phrase => "phrase",
            Island::Recall => "recall",
            Island::Recorder => "recorder",
        }
    }
}

/// What a room answers with.
pub struct Page {
    pub title: String,
    pub width: Width,
    /// The island on it; only then script and wasm are loaded.
    pub island: Option<Island>,
    /// Whether its island may ask for the microphone.
    pub needs_microphone: bool,
    /// Where what was asked for is by now; nothing is shown then.
    pub elsewhere: Option<Url>,
    pub body: AnyView,
}

impl Page {
    pub fn new(title: impl Into<String>, width: Width, body: impl IntoView + 'static) -> Page {
        Page {
            title: title.into(),
            width,
            island: None,
            needs_microphone: false,
            elsewhere: None,
            body: body.into_any(),
        }
    }

    /// Sends the browser on.
    pub fn elsewhere(url: Url) -> Page {
        Page { elsewhere: Some(url), ..Page::new("", Width::Reading, ()) }
    }

    pub fn with_island(self, island: Island) -> Page {
        Page { island: Some(island), ..self }
    }

    pub fn with_microphone(self) -> Page {
        Page { needs_microphone: true, ..self }
    }
}

/// Puts an author's HTML (sanitised when it was read) into a page.
pub fn html(class: &'static str, html: &Html) -> AnyView {
    view! { <div class=class inner_html=html.0.clone()></div> }.into_any()
}

/// What an organisation has written, marked where it stands there in another language than the page's.
pub fn said(text: &Bilingual, locale: Locale) -> AnyView {
    match text.get(locale) {
        Some(Shown { text, lang: Some(lang) }) => view! { <span lang=lang>{text.to_owned()}</span> }.into_any(),
        Some(Shown { text, lang: None }) => text.to_owned().into_any(),
        None => ().into_any(),
    }
}

/// The same as Markdown.
pub fn said_at_length(text: &Bilingual, locale: Locale) -> Option<AnyView> {
    let Shown { text, lang } = text.get(locale)?;
    Some(view! { <div class="prose" lang=lang inner_html=markdown(text).0></div> }.into_any())
}

/// Says that something has happened.
pub fn notice(text: impl Into<String>) -> AnyView {
    let text = text.into();
    view! { <div class="notice" role="status"><p>{text}</p></div> }.into_any()
}

/// The whole document.
pub fn document(visit: &Visit, page: Page) -> AnyView {
    let t = visit.language;
    let assets = &visit.app.settings.assets;
    let title = format!("{} · {}", page.title, t.t("brand"));
    let width = match page.width {
        Width::Reading => "reading",
        Width::Split => "split",
        Width::Full => "",
    };
    let loader = page
        .island
        .and_then(|island| assets.loaders.get(island.id()))
        .map(|url| view! { <script type="module" src=url.clone()></script> });
    let demo = visit
        .app
        .settings
        .is_demo
        .then(|| view! { <aside class="demo" aria-label=t.t("demo")>{t.t("demo-banner")}</aside> });
    view! {
        <html lang=t.locale.tag()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <title inner_html=plain(&title)></title>
                <link rel="stylesheet" href=assets.style.clone()/>
                <link rel="icon" href=assets.icon.clone() type="image/svg+xml"/>
                {loader}
            </head>
            <body>
                <a class="skip" href="#main">{t.t("skip-to-content")}</a>
                {demo}
                <header class="top">
                    <a class="brand" href=to::home().into_string()>{t.t("brand")}</a>
                    {navigation(visit)}
                </header>
                <main id="main" tabindex="-1" class=width>{page.body}</main>
                {foot(visit)}
            </body>
        </html>
    }
    .into_any()
}

fn navigation(visit: &Visit) -> Option<AnyView> {
    let actor = visit.actor.as_ref()?;
    let t = visit.language;
    let places = [
        (true, to::today(), "nav-today"),
        (true, to::modules(), "nav-modules"),
        (true, to::progress(), "nav-progress"),
        (actor.has(Role::Coach), to::teams(), "nav-teams"),
        (actor.has(Role::Leader), to::uptake(), "nav-uptake"),
        (actor.has(Role::Admin), to::admin_people(), "nav-admin"),
        (true, to::account(), "nav-account"),
    ];
    let links = places.into_iter().filter(|(shown, ..)| *shown).map(|(_, url, key)| {
        let area = url.as_str().split('/').nth(1).unwrap_or_default().to_owned();
        let is_here = visit.path.split('/').nth(1) == Some(&area);
        view! { <li><a href=url.into_string() aria-current=is_here.then_some("page")>{t.t(key)}</a></li> }
    });
    Some(view! { <nav aria-label=t.t("nav-areas")><ul>{links.collect_view()}</ul></nav> }.into_any())
}

fn foot(visit: &Visit) -> AnyView {
    let t = visit.language;
    let sign_out = visit.actor.as_ref().map(|_| {
        view! { <form method="post" action=SignOut::PATH><button class="text">{t.t("sign-out")}</button></form> }
    });
    view! {
        <footer class="foot">
            <a href=to::who_sees_what().into_string()>{t.t("who-sees-what")}</a>
            {language_switch(visit, t)}
            {sign_out}
        </footer>
    }
    .into_any()
}

fn language_switch(visit: &Visit, t: Language) -> AnyView {
    let (other, name) = if t.locale.tag() == "en" { ("de", "Deutsch") } else { ("en", "English") };
    view! {
        <form method="post" action=ChooseLanguage::PATH>
            <input type="hidden" name="back" value=visit.path.clone()/>
            <button class="text" name="language" value=other lang=other>{name}</button>
        </form>
    }
    .into_any()
}
