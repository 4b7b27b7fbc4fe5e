//! Modules as they are listed: whole, by their situations, or what of them fits into the time there is.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::model::Filter;
use crate::{
    error::Result,
    language::count,
    library::{Audience, Module},
    modules::{
        model::{Finished, Part, Share, parts},
        pages::{minutes, module_state, share_words},
    },
    routes::{Url, to},
    ui::progress_line,
    visit::Visit,
};

/// How many there are, and the list of them.
type Listed = (usize, AnyView);

/// Each module with its summary and how far one has come.
pub(super) fn all_modules(visit: &Visit, filter: &Filter, modules: &[&Module], finished: &Finished) -> Result<Listed> {
    let t = visit.language;
    let rows = modules.iter().map(|module| entry(visit, module, finished)).collect::<Result<Vec<_>>>()?;
    let title = match &filter.competency {
        Some(id) => t.with("modules-on", &[("competency", visit.library().competency_title(id, t.locale).into())]),
        None => t.t("modules-all").into_owned(),
    };
    let list = view! {
        <section aria-labelledby="all"><h2 id="all">{title}</h2><ul class="toc">{rows}</ul></section>
    };
    Ok((modules.len(), list.into_any()))
}

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

/// The situations of each module; each leads to it.
pub(super) fn situations(visit: &Visit, modules: &[&Module], finished: &Finished) -> Result<Listed> {
    let t = visit.language;
    let sections = modules.iter().filter(|module| !module.situations.get(t.locale).is_empty()).map(|module| {
        let rows = module.situations.get(t.locale).iter().map(|situation| {
            let url = to::module(&module.id).into_string();
            view! { <li><a href=url>{situation.clone()}</a></li> }.into_any()
        });
        section(visit, module, finished, rows.collect())
    });
    let sections = sections.collect::<Result<Vec<_>>>()?;
    Ok((sections.len(), view! { <p>{t.t("modules-situations-lead")}</p> {sections} }.into_any()))
}

/// Of each module what fits; modules of which nothing does are left out.
pub(super) fn fitting_parts(
    visit: &Visit,
    filter: &Filter,
    time: u32,
    modules: &[&Module],
    finished: &Finished,
) -> Result<Listed> {
    let t = visit.language;
    let fitting = modules.iter().map(|module| (module, filter.fitting(module, finished, time)));
    let sections = fitting.filter(|(_, parts)| !parts.is_empty()).map(|(module, parts)| {
        let rows = parts.into_iter().map(|part| part_row(visit, part, finished));
        section(visit, module, finished, rows.collect())
    });
    let sections = sections.collect::<Result<Vec<_>>>()?;
    let lead = t.with("modules-time-lead", &[("minutes", i64::from(time).into())]);
    Ok((sections.len(), view! { <p>{lead}</p> {sections} }.into_any()))
}

fn part_row(visit: &Visit, part: Part, finished: &Finished) -> AnyView {
    let t = visit.language;
    let what = match part {
        Part::Lesson(_) => t.t("modules-part-lesson").into_owned(),
        Part::Drill(drill) if finished.has(part) => {
            format!("{} · {}", drill.description(t), t.t("modules-part-again"))
        }
        Part::Drill(drill) => drill.description(t),
    };
    let (url, title): (Url, String) = (part.url(), part.title().get(t.locale).clone());
    view! {
        <li>
            <a href=url.into_string()>{title}</a>
            <span class="meta">{minutes(t, part.minutes())}</span>
            <p class="meta">{what}</p>
        </li>
    }
    .into_any()
}

fn section(visit: &Visit, module: &Module, finished: &Finished, rows: Vec<AnyView>) -> Result<AnyView> {
    let id = format!("module-{}", module.id);
    let title = module.title.get(visit.language.locale).clone();
    Ok(view! {
        <section class="of-module" aria-labelledby=id.clone()>
            <div class="title">
                <h2 id=id.clone()><a href=to::module(&module.id).into_string()>{title}</a></h2>
                {module_state(visit, module, finished)?}
            </div>
            <ul class="toc">{rows}</ul>
        </section>
    }
    .into_any())
}
