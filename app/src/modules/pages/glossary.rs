//! All terms that lessons explain on tap, in one place.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use crate::{
    error::Result,
    language::fold,
    library::{Lesson, Library, Term},
    routes::to,
    ui::{Page, Width},
    visit::Visit,
};

pub async fn show_glossary(visit: Visit) -> Result<Page> {
    let t = visit.language;
    let library = visit.library();
    let mut terms: Vec<&Term> = library.glossary.iter().collect();
    terms.sort_by_key(|term| fold(term.term.get(t.locale)));
    let list = match terms.is_empty() {
        true => view! { <p>{t.t("glossary-empty")}</p> }.into_any(),
        false => {
            let terms = terms.into_iter().map(|term| entry(&visit, &library, term)).collect_view();
            view! { <dl class="glossary">{terms}</dl> }.into_any()
        }
    };
    let body = view! {
        <div class="head">
            <p class="kicker"><a href=to::modules().into_string()>{t.t("nav-modules")}</a></p>
            <h1>{t.t("glossary")}</h1>
            <p class="lead">{t.t("glossary-lead")}</p>
        </div>
        {list}
    };
    Ok(Page::new(t.t("glossary"), Width::Reading, body))
}

/// A term, what it means, and the lessons in which it is used, in the order of the modules.
fn entry(visit: &Visit, library: &Library, term: &Term) -> AnyView {
    let t = visit.language;
    let all = library.modules.iter().flat_map(|module| &module.lessons);
    let used_in = all.filter(|lesson| term.used_in.contains(&format!("{}/{}", lesson.module, lesson.id)));
    let lessons = used_in.map(|lesson| lesson_link(visit, lesson)).collect_view();
    view! {
        <dt id=term.id.clone()>{term.term.get(t.locale).clone()}</dt>
        <dd>
            <p>{term.text.get(t.locale).clone()}</p>
            <p class="meta" id=format!("{}-in", term.id)>{t.t("glossary-used-in")}</p>
            <ul class="meta" aria-labelledby=format!("{}-in", term.id)>{lessons}</ul>
        </dd>
    }
    .into_any()
}

fn lesson_link(visit: &Visit, lesson: &Lesson) -> AnyView {
    let url = to::lesson(&lesson.module, &lesson.id);
    view! { <li><a href=url.into_string()>{lesson.title.get(visit.language.locale).clone()}</a></li> }.into_any()
}
