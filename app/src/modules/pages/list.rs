//! Every module with how far one has come, and the paths that put them in order.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::{count, minutes, module_state, share_words};
use crate::{
    error::Result,
    library::{Audience, Library, Module, Path},
    modules::{
        model::{Finished, Share, parts},
        store::find_learned,
    },
    routes::to,
    ui::{Page, Width, progress_line},
    visit::Visit,
};

pub async fn show_modules(visit: Visit) -> Result<Page> {
    let finished = find_learned(visit.db().read(), &visit.actor()?.permit_learning()).await?.finished;
    let library = visit.library();
    let t = visit.language;
    let modules = library.modules.iter().map(|module| entry(&visit, module, &finished)).collect::<Result<Vec<_>>>()?;
    let paths = library.paths.iter().map(|path| path_section(&visit, &library, path, &finished));
    let paths = paths.collect::<Result<Vec<_>>>()?;
    let body = view! {
        <div class="head">
            <h1>{t.t("nav-modules")}</h1>
            <p class="lead">{t.t("modules-lead")}</p>
        </div>
        <section aria-labelledby="all">
            <h2 id="all">{t.t("modules-all")}</h2>
            <ul class="toc">{modules}</ul>
        </section>
        {paths}
        <p><a href=to::glossary().into_string()>{t.t("glossary-all")}</a></p>
    };
    Ok(Page::new(t.t("nav-modules"), Width::Full, body))
}

/// A module with its summary and how far one has come.
fn entry(visit: &Visit, module: &Module, finished: &Finished) -> Result<AnyView> {
    let t = visit.language;
    let share = Share::of(parts(module), finished);
    let facts = [
        (module.audience == Audience::Coaches).then(|| t.t("modules-for-coaches").into_owned()),
        // What stands at the right of the title is not said again.
        (share.done > 0).then(|| minutes(t, module.minutes)),
        Some(t.with(
            "modules-parts",
            &[("lessons", count(module.lessons.len())), ("drills", count(module.drills.len()))],
        )),
        (share.done == 0).then(|| share_words(t, share)),
    ];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    Ok(view! {
        <li>
            <a href=to::module(&module.id).into_string()>{module.title.get(t.locale).clone()}</a>
            {module_state(visit, module, finished)?}
            <p class="meta">{module.summary.get(t.locale).clone()}</p>
            {progress_line(share.done, share.total)}
            <p class="meta">{facts}</p>
        </li>
    }
    .into_any())
}

/// A path with its modules in order; those still to come are named as such.
fn path_section(visit: &Visit, library: &Library, path: &Path, finished: &Finished) -> Result<AnyView> {
    let t = visit.language;
    let modules = path.modules.iter().filter_map(|id| library.module(id));
    let modules = modules.map(|module| {
        let title = module.title.get(t.locale).clone();
        let state = module_state(visit, module, finished)?;
        Ok(view! { <li><a href=to::module(&module.id).into_string()>{title}</a>{state}</li> }.into_any())
    });
    let modules = modules.collect::<Result<Vec<_>>>()?;
    let list = (!modules.is_empty()).then(|| view! { <ol class="toc">{modules}</ol> });
    let id = format!("path-{}", path.id);
    Ok(view! {
        <section aria-labelledby=id.clone()>
            <h2 id=id.clone()>{path.title.get(t.locale).clone()}</h2>
            <p>{path.summary.get(t.locale).clone()}</p>
            {list}
            {to_come(visit, path)}
        </section>
    }
    .into_any())
}

fn to_come(visit: &Visit, path: &Path) -> Option<AnyView> {
    if path.to_come.is_empty() {
        return None;
    }
    let t = visit.language;
    // Their titles stand with the other messages until there is a module that names itself.
    let names = path.to_come.iter().map(|id| format!("modules-to-come-{id}")).filter(|key| t.knows(key));
    let names: Vec<_> = names.map(|key| t.t(&key)).collect();
    let words = match names.len() == path.to_come.len() {
        true => t.with("modules-to-come", &[("titles", names.join(", ").into())]),
        false => t.with("modules-to-come-count", &[("count", count(path.to_come.len()))]),
    };
    Some(view! { <p class="meta">{words}</p> }.into_any())
}
