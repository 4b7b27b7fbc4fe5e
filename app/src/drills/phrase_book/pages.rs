//! One's own sentences, to be looked up with one hand in a shop: large, with a search, and quickly there.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{
    actions::{AddPhrase, ChangePhrase, RemovePhrase},
    model::{is_found, longest},
    store::{OwnPhrase, find_phrase, list_phrases},
};
use crate::{
    drills::Drill,
    error::{Error, Result},
    language::{Language, count},
    library::Library,
    routes::to,
    ui::{Control, Form, Page, Width, hidden, notice, search_box},
    visit::Visit,
};

/// `?q=` looks for words in the sentences and in the titles of the drills they come from.
pub async fn show_phrases(visit: Visit) -> Result<Page> {
    let t = visit.language;
    let phrases = list_phrases(visit.db().read(), &visit.actor()?.permit_learning()).await?;
    let library = visit.library();
    let words = visit.query("q").unwrap_or_default();
    let is_shown = |phrase: &&OwnPhrase| {
        let title = find_drill(&library, phrase).map(|drill| drill.head().title.get(t.locale).as_str());
        is_found(&words, &[&phrase.text, title.unwrap_or_default()])
    };
    let found: Vec<&OwnPhrase> = phrases.iter().filter(is_shown).collect();
    let body = view! {
        <div class="head">
            <h1>{t.t("phrases-title")}</h1>
            <p class="meta">{t.t("phrases-private")}</p>
        </div>
        {done(&visit)}
        {(!phrases.is_empty()).then(|| search(t, &words, found.len()))}
        {if phrases.is_empty() { nothing(t) } else { list(t, &library, &found) }}
        <p class="actions"><a class="button" href=to::new_phrase().into_string()>{t.t("phrases-new")}</a></p>
    };
    Ok(Page::new(t.t("phrases-title"), Width::Reading, body))
}

fn find_drill<'a>(library: &'a Library, phrase: &OwnPhrase) -> Option<&'a Drill> {
    let (module, drill) = phrase.item.split_once('/')?;
    library.drill(module, drill)
}

fn done(visit: &Visit) -> Option<AnyView> {
    let key = match visit.query("done")?.as_str() {
        "added" => "phrases-added",
        "changed" => "phrases-changed",
        "removed" => "phrases-removed",
        _ => return None,
    };
    Some(notice(visit.language.t(key)))
}

fn search(t: Language, words: &str, found: usize) -> AnyView {
    let all = (!words.is_empty()).then(|| {
        let count = t.with("phrases-found", &[("count", count(found)), ("words", words.into())]);
        view! { <p class="meta" role="status">{count} " " <a href=to::phrases().into_string()>{t.t("phrases-all")}</a></p> }
    });
    view! {
        {search_box(t, to::phrases(), "phrases-search", "phrases-search-go", words)}
        {all}
    }
    .into_any()
}

fn nothing(t: Language) -> AnyView {
    view! {
        <p>{t.t("phrases-nothing")}</p>
        <p><a href=to::modules().into_string()>{t.t("phrases-to-modules")}</a></p>
    }
    .into_any()
}

fn list(t: Language, library: &Library, phrases: &[&OwnPhrase]) -> AnyView {
    let rows = phrases.iter().map(|phrase| {
        let from = find_drill(library, phrase).map(|drill| {
            let head = drill.head();
            let url = to::drill(&head.module, &head.id).into_string();
            view! { <a href=url>{head.title.get(t.locale).clone()}</a> " · " }
        });
        let change = t.with("phrases-change", &[("text", phrase.text.as_str().into())]);
        let url = to::phrase(&phrase.id).into_string();
        view! {
            <li>
                <p class="says">{phrase.text.clone()}</p>
                <p class="meta">{from} <a href=url aria-label=change>{t.t("phrases-change-short")}</a></p>
            </li>
        }
    });
    view! { <ul class="phrases">{rows.collect_view()}</ul> }.into_any()
}

/// A sentence of one's own, heard or thought of elsewhere.
pub async fn show_new_phrase(visit: Visit) -> Result<Page> {
    let t = visit.language;
    let flash = visit.flash().await?;
    let form = Form { language: t, flash: &flash };
    let body = view! {
        {head(t, "phrases-new")}
        {form.error_summary()}
        <form method="post" action=AddPhrase::PATH>
            {hidden("form", Uuid::new_v4().to_string())}
            {hidden("phrase", Uuid::now_v7().to_string())}
            {text_field(&form, "")}
            <div class="actions"><button class="primary">{t.t("phrases-add")}</button></div>
        </form>
    };
    Ok(Page::new(t.t("phrases-new"), Width::Reading, body))
}

/// One sentence, to be changed or removed.
pub async fn show_phrase(visit: Visit) -> Result<Page> {
    let t = visit.language;
    let permit = visit.actor()?.permit_learning();
    let phrase = find_phrase(visit.db().read(), &permit, &visit.param("phrase")?).await?.ok_or(Error::NotFound)?;
    let flash = visit.flash().await?;
    let form = Form { language: t, flash: &flash };
    let body = view! {
        {head(t, "phrases-one")}
        {form.error_summary()}
        <form method="post" action=ChangePhrase::PATH>
            {hidden("form", Uuid::new_v4().to_string())}
            {hidden("phrase", phrase.id.clone())}
            {text_field(&form, &phrase.text)}
            <div class="actions"><button class="primary">{t.t("phrases-save")}</button></div>
        </form>
        <form method="post" action=RemovePhrase::PATH>
            {hidden("phrase", phrase.id.clone())}
            <div class="actions"><button class="text">{t.t("phrases-remove")}</button></div>
        </form>
    };
    Ok(Page::new(t.t("phrases-one"), Width::Reading, body))
}

fn head(t: Language, title: &str) -> AnyView {
    view! {
        <div class="head">
            <p class="kicker"><a href=to::phrases().into_string()>{t.t("phrases-title")}</a></p>
            <h1>{t.t(title)}</h1>
        </div>
    }
    .into_any()
}

fn text_field(form: &Form, text: &str) -> AnyView {
    form.text_area(Control {
        name: "said",
        label: "phrases-text",
        value: text.to_owned(),
        max_length: Some(longest()),
        is_required: true,
        ..Control::default()
    })
}
