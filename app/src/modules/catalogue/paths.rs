//! The paths that put modules in order.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use crate::{
    error::Result,
    language::count,
    library::{Library, Path},
    modules::{model::Finished, pages::module_state},
    routes::to,
    visit::Visit,
};

/// A path with its modules in order; those still to come are named as such.
pub(super) fn path_section(visit: &Visit, library: &Library, path: &Path, finished: &Finished) -> Result<AnyView> {
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
