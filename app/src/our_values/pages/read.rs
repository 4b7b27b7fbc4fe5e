//! What the organisation says it is for, as everybody reads it.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::{sentence, title};
use crate::{
    admin::pages::may_write_for_all,
    error::Result,
    language::Language,
    our_values::{
        model::Kind,
        store::{Kept, list_statements},
    },
    routes::to,
    ui::{Page, Width},
    visit::Visit,
};

pub async fn show_values(visit: Visit) -> Result<Page> {
    let t = visit.language;
    let stewards = visit.actor()?.permit_stewardship().is_ok();
    let kept = list_statements(visit.db().read()).await?;
    let body = if kept.is_empty() {
        view! { <p>{t.t("values-empty")}</p> }.into_any()
    } else {
        view! { {all(t, &kept)} <p class="hint screen">{t.t("values-print")}</p> }.into_any()
    };
    let organisation = visit.app.settings.organisation.clone().map(|name| view! { <p class="kicker">{name}</p> });
    let body = view! {
        <div class="head">
            {organisation}
            <h1>{t.t("values-title")}</h1>
            <p class="lead">{t.t("values-lead")}</p>
        </div>
        {body}
        {ways_on(&visit, stewards)}
    };
    Ok(Page::new(t.t("values-title"), Width::Reading, body))
}

/// All sentences.
pub(super) fn all(t: Language, kept: &[Kept]) -> AnyView {
    Kind::ALL.map(|kind| part(t, kind, kept)).into_iter().collect_view().into_any()
}

/// All sentences of a kind beneath their heading.
fn part(t: Language, kind: Kind, kept: &[Kept]) -> Option<AnyView> {
    let statements: Vec<_> = kept.iter().map(|kept| &kept.statement).filter(|known| known.kind == kind).collect();
    if statements.is_empty() {
        return None;
    }
    let id = kind.id();
    let sentences = statements.into_iter().map(|statement| {
        let name = (kind == Kind::Value).then(|| view! { <h3>{title(t, statement)}</h3> });
        view! { {name} {sentence(t, statement)} }
    });
    Some(
        view! {
            <section class="own-words" aria-labelledby=id>
                <h2 id=id>{t.t(&format!("values-{id}"))}</h2>
                <p class="meta">{t.t(&format!("values-{id}-what"))}</p>
                {sentences.collect_view()}
            </section>
        }
        .into_any(),
    )
}

/// To the worksheet and to the form, for those who may.
fn ways_on(visit: &Visit, stewards: bool) -> Option<AnyView> {
    let t = visit.language;
    let worksheet = stewards.then_some((to::worksheet(), "worksheet-title"));
    let write = may_write_for_all(visit).then_some((to::admin_values(), "values-write"));
    let links: Vec<_> = worksheet.into_iter().chain(write).collect();
    let links = links.into_iter().map(|(url, key)| view! { <li><a href=url.into_string()>{t.t(key)}</a></li> });
    let links: Vec<_> = links.collect();
    (!links.is_empty()).then(|| view! { <ul class="more screen">{links}</ul> }.into_any())
}
