//! The catalogue: every module with how far one has come, or what fits what is asked for.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::{
    model::{Filter, TIMES},
    paths::path_section,
    sections::{all_modules, fitting_parts, situations},
};
use crate::{
    error::Result,
    language::Language,
    library::{Library, Module},
    modules::store::find_learned,
    routes::to,
    storage::Flash,
    ui::{Control, Form, Page, Width, hidden, search_box, tabs},
    visit::Visit,
};

/// `?by=situation`, `?competency=`, `?minutes=`: all of it is in the URL.
pub async fn show_modules(visit: Visit) -> Result<Page> {
    let (t, actor, library) = (visit.language, visit.actor()?, visit.library());
    let finished = find_learned(visit.db().read(), &actor.permit_learning()).await?.finished;
    let filter = Filter::read(&library, |name| visit.query(name));
    let modules = filter.modules(&library, actor);
    let (count, list) = match (filter.by_situation, filter.minutes) {
        (true, _) => situations(&visit, &modules, &finished)?,
        (false, Some(minutes)) => fitting_parts(&visit, &filter, minutes, &modules, &finished)?,
        (false, None) => all_modules(&visit, &filter, &modules, &finished)?,
    };
    let paths = library.paths.iter().filter(|path| {
        let is_meant = |module: &Module| module.is_meant_for(actor.guides());
        filter.is_open() && path.modules.iter().filter_map(|id| library.module(id)).all(is_meant)
    });
    let paths = paths.map(|path| path_section(&visit, &library, path, &finished)).collect::<Result<Vec<_>>>()?;
    let body = view! {
        <div class="head">
            <h1>{t.t("nav-modules")}</h1>
            {filter.is_open().then(|| view! { <p class="lead">{t.t("modules-lead")}</p> })}
        </div>
        {search_box(t, to::search(), "search-label", "search-go", "")}
        {views(t, &filter)}
        {filters(t, &library, &filter, count > 0)}
        {(count == 0).then(|| nothing(t, &filter))}
        {(count > 0).then_some(list)}
        {paths}
        <p><a href=to::glossary().into_string()>{t.t("glossary-all")}</a></p>
    };
    Ok(Page::new(t.t("nav-modules"), Width::Full, body))
}

/// The same modules by their titles, or by situations; what is asked for goes along.
fn views(t: Language, filter: &Filter) -> AnyView {
    let url = |by_situation| {
        let url = Filter { by_situation, ..Filter::default() }.reset();
        filter.competency.iter().fold(url, |url, competency| url.with("competency", competency))
    };
    let links =
        vec![(url(false), t.t("modules-by-title").into_owned()), (url(true), t.t("modules-by-situation").into_owned())];
    tabs(t.t("modules-views").into_owned(), links, url(filter.by_situation).as_str())
}

fn filters(t: Language, library: &Library, filter: &Filter, is_found: bool) -> AnyView {
    let flash = Flash::default();
    let form = Form { language: t, flash: &flash };
    let any = |key: &str| (String::new(), t.t(key).into_owned());
    let known = library.competencies.iter().map(|one| (one.id.clone(), one.title.get(t.locale).clone()));
    let competencies = std::iter::once(any("modules-any-competency")).chain(known).collect();
    let up_to = TIMES.map(|time| (time.to_string(), t.with("modules-up-to", &[("minutes", i64::from(time).into())])));
    let times = std::iter::once(any("modules-any-time")).chain(up_to).collect();
    let select = |name, label, value: Option<String>, options: Vec<(String, String)>| {
        let control = Control { name, label, value: value.unwrap_or_default(), ..Control::default() };
        form.select(control, vec![(String::new(), options)])
    };
    let time = match filter.by_situation {
        true => hidden("by", "situation"),
        false => select("minutes", "modules-time", filter.minutes.map(|minutes| minutes.to_string()), times),
    };
    // Where nothing fits, the way out stands below, where one reads that.
    let all = (filter.is_narrow() && is_found).then(|| {
        view! { <a class="reset" href=filter.reset().into_string()>{t.t("modules-reset")}</a> }
    });
    // Folded while nothing is asked for: on a phone the first module would stand below it.
    view! {
        <details class="narrow" open=filter.is_narrow()>
            <summary>{t.t(if filter.by_situation { "modules-narrow-situations" } else { "modules-narrow" })}</summary>
            <form class="filters" method="get" action=to::modules().into_string()>
                {select("competency", "modules-competency", filter.competency.clone(), competencies)}
                {time}
                <button>{t.t("modules-show")}</button>
                {all}
            </form>
        </details>
    }
    .into_any()
}

/// What is asked for is above; the way out is one link.
fn nothing(t: Language, filter: &Filter) -> AnyView {
    view! {
        <p role="status">{t.t("modules-nothing")}</p>
        <p><a href=filter.reset().into_string()>{t.t("modules-reset")}</a></p>
    }
    .into_any()
}
