//! All terms that lessons explain on tap, in one place.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use crate::{
    access::Actor,
    activity::model::item,
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

/// A term, what it means, and the lessons for the reader in which it is used, in the order of the modules.
fn entry(visit: &Visit, library: &Library, term: &Term) -> AnyView {
    let t = visit.language;
    let guides = visit.actor.as_ref().is_some_and(Actor::guides);
    let all = library.modules_for(guides).flat_map(|module| &module.lessons);
    let used_in = all.filter(|lesson| term.used_in.contains(&item(&lesson.module, &lesson.id)));
    let lessons: Vec<_> = used_in.map(|lesson| lesson_link(visit, lesson)).collect();
    let used_in = (!lessons.is_empty()).then(|| {
        view! {
            <p class="meta" id=format!("{}-in", term.id)>{t.t("glossary-used-in")}</p>
            <ul class="meta" aria-labelledby=format!("{}-in", term.id)>{lessons}</ul>
        }
    });
    view! {
        <dt id=term.id.clone()>{term.term.get(t.locale).clone()}</dt>
        <dd>
            <p>{term.text.get(t.locale).clone()}</p>
            {used_in}
        </dd>
    }
    .into_any()
}

fn lesson_link(visit: &Visit, lesson: &Lesson) -> AnyView {
    let url = to::lesson(&lesson.module, &lesson.id);
    view! { <li><a href=url.into_string()>{lesson.title.get(visit.language.locale).clone()}</a></li> }.into_any()
}
