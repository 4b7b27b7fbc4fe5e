//! All dialogues of a quarter, with what stands out.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::{Asked, ask, choose_quarter, head, is_today, since, why, words};
use crate::{
    detours::{model::lost_most, store::Detours},
    drills::dialogue::content::Dialogue,
    error::Result,
    language::fold,
    routes::to,
    ui::{Page, Width, share_line},
    visit::Visit,
};

pub async fn show_detours(visit: Visit) -> Result<Page> {
    let asked = match ask(&visit, None).await? {
        Ok(asked) => asked,
        Err(page) => return Ok(page),
    };
    let t = visit.language;
    let mut all: Vec<&Detours> = asked.closed.detours.iter().collect();
    all.sort_by_key(|detours| (detours.published.figures.good, fold(detours.drill.head().title.get(t.locale))));
    let content = if all.is_empty() {
        view! { <p>{t.t("detours-nothing")}</p> }.into_any()
    } else {
        let lines = all.iter().filter_map(|detours| line(&visit, &asked, detours));
        view! {
            <section aria-labelledby="drills">
                <h2 id="drills">{t.t("detours-drills")}</h2>
                <p>{t.t("detours-drills-text")}</p>
                <ul class="lines detours">{lines.collect_view()}</ul>
            </section>
        }
        .into_any()
    };
    let body =
        view! { {head(t)}{choose_quarter(t, &asked, to::detours())}{content}{why(t, asked.closed.minimum_group)} };
    Ok(Page::new(t.t("detours-title"), Width::Full, body))
}

fn line(visit: &Visit, asked: &Asked, detours: &Detours) -> Option<AnyView> {
    let t = visit.language;
    let (dialogue, published) = (detours.drill.as_kind::<Dialogue>()?, &detours.published);
    let url = to::detour(&dialogue.head.module, &dialogue.head.id)
        .with("quarter", &asked.quarter.to_string())
        .with("version", &published.version);
    let figures = &published.figures;
    let lost = lost_most(figures);
    let share = lost.first().and_then(|place| figures.scenes.get(*place)?.as_ref()).map(|scene| scene.lost);
    let lost = share.map(|share| {
        let scenes = words::scenes(t, dialogue, &lost);
        t.with("detours-lost", &[("scenes", scenes.into()), ("share", words::share(t, share).into())])
    });
    let old =
        (!is_today(visit, &dialogue.head)).then(|| t.with("detours-version", &[("day", since(visit, detours).into())]));
    let facts = [Some(words::people(t, figures.people)), old, lost];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    Some(
        view! {
            <li>
                <a href=url.into_string()>{dialogue.head.title.get(t.locale).clone()}</a>
                {share_line(words::place(figures.good), None)}
                <span class="num">{words::share(t, figures.good)}</span>
                <p class="meta">{facts}</p>
            </li>
        }
        .into_any(),
    )
}
