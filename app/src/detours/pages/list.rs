//! All dialogues of a quarter, with what stands out.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::{Asked, ask, choose_quarter, head, is_today, since, why, words};
use crate::{
    detours::{
        model::lost_most,
        store::{Detours, list_detours},
    },
    drills::{Drill, dialogue::content::Dialogue, store::find_version},
    error::Result,
    language::fold,
    routes::to,
    ui::{Page, Width, share_line},
    visit::Visit,
};

pub async fn show_detours(visit: Visit) -> Result<Page> {
    let asked = match ask(&visit).await? {
        Ok(asked) => asked,
        Err(page) => return Ok(page),
    };
    let (t, db) = (visit.language, visit.db().read());
    let all = list_detours(db, &asked.scope, (asked.quarter, None), visit.now).await?;
    let mut drills = Vec::new();
    for detours in &all {
        drills.push((find_version(&visit, &detours.published.item, &detours.published.version).await?, detours));
    }
    drills.sort_by_key(|(drill, detours)| (detours.published.figures.good, fold(drill.head().title.get(t.locale))));
    let content = if drills.is_empty() {
        view! { <p>{t.t("detours-nothing")}</p> }.into_any()
    } else {
        let lines = drills.iter().filter_map(|(drill, detours)| line(&visit, &asked, drill, detours));
        view! {
            <section aria-labelledby="drills">
                <h2 id="drills">{t.t("detours-drills")}</h2>
                <p>{t.t("detours-drills-text")}</p>
                <ul class="lines detours">{lines.collect_view()}</ul>
            </section>
        }
        .into_any()
    };
    let minimum = all.first().map_or(i64::from(visit.app.settings.minimum_group), |detours| detours.minimum_group);
    let body = view! { {head(t)}{choose_quarter(t, &asked, to::detours())}{content}{why(t, minimum)} };
    Ok(Page::new(t.t("detours-title"), Width::Full, body))
}

fn line(visit: &Visit, asked: &Asked, drill: &Drill, detours: &Detours) -> Option<AnyView> {
    let t = visit.language;
    let (dialogue, published) = (drill.as_kind::<Dialogue>()?, &detours.published);
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
