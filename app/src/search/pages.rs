//! What was looked for, and where it stands.

mod hits;

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::{
    entries::Entry,
    index::{Found, Marker},
    model::{Kind, PAGE, typed, wanted},
};
use crate::{
    drills::phrase_book::store::{OwnPhrase, list_phrases},
    error::Result,
    language::{Language, count},
    routes::to,
    ui::{Page, Width, page_of, pages_nav, search_box, tabs},
    visit::Visit,
};

/// `?q=` what is looked for, `?kind=` of what alone, `?page=` from 1.
pub async fn show_search(visit: Visit) -> Result<Page> {
    let t = visit.language;
    let asked = visit.query("q").unwrap_or_default();
    let words = typed(&asked);
    let found = if words.is_empty() { nothing_asked(t) } else { show_found(&visit, words).await? };
    let title = if words.is_empty() { t.t("search").into_owned() } else { format!("{}: {words}", t.t("search")) };
    let body = view! {
        <div class="head">
            <p class="kicker"><a href=to::modules().into_string()>{t.t("nav-modules")}</a></p>
            <h1>{t.t("search")}</h1>
        </div>
        {search_box(t, to::search(), "search-label", "search-go", words)}
        {found}
    };
    Ok(Page::new(title, Width::Reading, body))
}

fn nothing_asked(t: Language) -> AnyView {
    view! {
        <p>{t.t("search-lead")}</p>
        {ways_out(t)}
    }
    .into_any()
}

fn ways_out(t: Language) -> AnyView {
    view! {
        <p><a href=to::situations().into_string()>{t.t("search-by-situation")}</a></p>
        <p><a href=to::modules().into_string()>{t.t("search-to-modules")}</a></p>
    }
    .into_any()
}

async fn show_found(visit: &Visit, words: &str) -> Result<AnyView> {
    let (t, actor, library) = (visit.language, visit.actor()?, visit.library());
    let index = visit.app.search.of(&library, t.locale).await?;
    let guides = actor.guides();
    let found = index.find(&wanted(words), |entry| guides || !entry.is_for_coaches)?;
    let all: Vec<&Entry> = found.hits.iter().filter_map(|hit| index.entry(*hit)).collect();
    let kind = visit.query("kind").and_then(|kind| Kind::from_id(&kind));
    let shown: Vec<&Entry> = all.iter().copied().filter(|entry| kind.is_none_or(|kind| entry.kind() == kind)).collect();
    let (page, pages) = page_of(visit.query("page"), shown.len() as i64, PAGE);
    // One's own sentences stand below the first page of everything, and where there is nothing else.
    let is_own_shown = found.hits.is_empty() || (page == 1 && kind.is_none());
    let own = if is_own_shown { find_own(visit, &found.marker).await? } else { Vec::new() };
    if found.hits.is_empty() && own.is_empty() {
        let nothing = t.with("search-nothing", &[("words", words.into())]);
        return Ok(view! { <p role="status">{nothing}</p> {ways_out(t)} }.into_any());
    }
    let first = (page - 1) * PAGE;
    let hits = shown.iter().skip(first as usize).take(PAGE as usize);
    let hits = hits.map(|entry| hits::hit(t, &library, &found.marker, entry)).collect_view();
    Ok(view! {
        <p class="meta" role="status">{hit_count(t, &found, words)}</p>
        {kinds(t, words, kind, &all)}
        {(!shown.is_empty()).then(|| view! { <ol class="toc hits" start=(first + 1).to_string()>{hits}</ol> })}
        {pages_nav(t, &to::search_for(words, kind.map(Kind::id)), page, pages)}
        {hits::own_sentences(t, &found.marker, &own)}
    }
    .into_any())
}

/// One's own sentences in which all that is looked for stands.
async fn find_own(visit: &Visit, marker: &Marker) -> Result<Vec<OwnPhrase>> {
    let own = list_phrases(visit.db().read(), &visit.actor()?.permit_learning()).await?;
    Ok(own.into_iter().filter(|phrase| marker.is_found(&phrase.text)).collect())
}

fn hit_count(t: Language, found: &Found, words: &str) -> String {
    let key = if found.is_loose { "search-found-some" } else { "search-found" };
    t.with(key, &[("count", count(found.hits.len())), ("words", words.into())])
}

/// Everything, or hits of one kind alone; nothing where there is one kind.
fn kinds(t: Language, words: &str, here: Option<Kind>, all: &[&Entry]) -> Option<AnyView> {
    let counts = Kind::ALL.map(|kind| (kind, all.iter().filter(|entry| entry.kind() == kind).count()));
    let given = counts.into_iter().filter(|(kind, count)| *count > 0 || here == Some(*kind));
    let links: Vec<_> = given.map(|(kind, count)| (Some(kind), format!("search-kind-{}", kind.id()), count)).collect();
    if links.len() < 2 && here.is_none() {
        return None;
    }
    let url = |kind: Option<Kind>| to::search_for(words, kind.map(Kind::id));
    let everything = (None, "search-kind-all".to_owned(), all.len());
    let links = std::iter::once(everything).chain(links);
    let links = links.map(|(kind, key, count)| (url(kind), format!("{} ({count})", t.t(&key))));
    Some(tabs(t.t("search-kinds").into_owned(), links.collect(), url(here).as_str()))
}
