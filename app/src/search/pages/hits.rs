//! A hit: what it is, where it stands, and a passage in which what was looked for is marked.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use crate::{
    drills::phrase_book::store::OwnPhrase,
    language::{Language, count},
    library::Library,
    routes::to,
    search::{
        entries::{Entry, Place},
        index::Marker,
        model::{Passage, passage, whole},
    },
};

/// So many of one's own sentences are in sight at once.
const OWN: usize = 3;

pub(super) fn hit(t: Language, library: &Library, marker: &Marker, entry: &Entry) -> AnyView {
    let title = marked(whole(&entry.title, &marker.places(&entry.title)));
    let text = marked(passage(&entry.text, &marker.places(&entry.text)));
    view! {
        <li>
            <a href=entry.url().into_string()>{title}</a>
            <span class="meta">{what(t, entry)}</span>
            <p class="passage">{text}</p>
            {place(t, library, entry).map(|place| view! { <p class="meta">{place}</p> })}
        </li>
    }
    .into_any()
}

fn what(t: Language, entry: &Entry) -> String {
    match &entry.place {
        Place::Module => t.t("search-is-module").into_owned(),
        Place::Lesson { .. } => t.t("search-is-lesson").into_owned(),
        Place::Drill { kind, .. } => kind.name(t),
    }
}

/// The module, and the step of a lesson.
fn place(t: Language, library: &Library, entry: &Entry) -> Option<String> {
    let module = library.module(&entry.module)?.title.get(t.locale).as_str();
    match &entry.place {
        Place::Module => None,
        Place::Lesson { step, steps, .. } => {
            let step = t.with("lesson-step", &[("step", count(*step)), ("total", count(*steps))]);
            Some(format!("{module} · {step}"))
        }
        Place::Drill { .. } => Some(module.to_owned()),
    }
}

/// Text is escaped as everywhere; the marks are elements.
fn marked(passage: Passage) -> AnyView {
    let pieces = passage.into_iter().map(|(text, is_found)| match is_found {
        true => view! { <mark>{text}</mark> }.into_any(),
        false => text.into_any(),
    });
    pieces.collect_view().into_any()
}

/// What stands in one's own phrase book, for oneself alone: the latest, and the others behind a tap.
pub(super) fn own_sentences(t: Language, marker: &Marker, own: &[OwnPhrase]) -> Option<AnyView> {
    if own.is_empty() {
        return None;
    }
    let row = |phrase: &OwnPhrase| {
        let text = marked(whole(&phrase.text, &marker.places(&phrase.text)));
        view! { <li><p class="says">{text}</p></li> }
    };
    let list = |own: &[OwnPhrase]| view! { <ul class="phrases own">{own.iter().map(row).collect_view()}</ul> };
    let (latest, others) = own.split_at(own.len().min(OWN));
    let others = (!others.is_empty()).then(|| {
        let more = t.with("search-own-more", &[("count", count(others.len()))]);
        view! { <details><summary>{more}</summary>{list(others)}</details> }
    });
    Some(
        view! {
            <section aria-labelledby="own">
                <h2 id="own">{t.t("search-own")}</h2>
                <p class="meta">{t.t("phrases-private")}</p>
                {list(latest)}
                {others}
                <p><a href=to::phrases().into_string()>{t.t("search-own-open")}</a></p>
            </section>
        }
        .into_any(),
    )
}
