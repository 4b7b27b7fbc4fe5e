//! One dialogue in a quarter, in one version: what stands out, how it ends, and scene by scene.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::{Asked, ask, choose_quarter, is_today, scenes, since, why, words};
use crate::{
    activity::model::item,
    detours::{
        disclosure::{Figures, Scene, Share},
        model::{lost_most, taken_back_most},
        store::{Detours, find_published_drill},
    },
    drills::dialogue::content::{Dialogue, SceneKind},
    error::{Error, Result},
    language::Language,
    routes::to,
    ui::{Page, Width, share_line},
    visit::Visit,
};

pub async fn show_detour(visit: Visit) -> Result<Page> {
    let item = item(&visit.param("module")?, &visit.param("drill")?);
    let asked = match ask(&visit, Some(&item)).await? {
        Ok(asked) => asked,
        Err(page) => return Ok(page),
    };
    let mut all = asked.closed.detours.iter();
    let shown = match visit.query("version") {
        Some(version) => Some(all.find(|detours| detours.published.version == version).ok_or(Error::NotFound)?),
        None => all.next(),
    };
    match shown {
        Some(detours) => show(&visit, &asked, detours),
        None => show_nothing(&visit, &asked, &item).await,
    }
}

fn show(visit: &Visit, asked: &Asked, detours: &Detours) -> Result<Page> {
    let t = visit.language;
    let dialogue = detours.drill.as_kind::<Dialogue>().ok_or(Error::NotFound)?;
    let figures = &detours.published.figures;
    let of =
        [("quarter", words::quarter(t, asked.quarter).into()), ("people", words::people(t, figures.people).into())];
    let body = view! {
        {head(t, dialogue, t.with("detours-drill-lead", &of))}
        {choose_quarter(t, asked, to::detour(&dialogue.head.module, &dialogue.head.id))}
        {versions(visit, asked, (detours, dialogue))}
        {notable(t, dialogue, figures)}
        {endings(t, dialogue, figures)}
        {scenes::section(t, dialogue, figures)}
        {why(t, asked.closed.minimum_group)}
    };
    Ok(Page::new(dialogue.head.title.get(t.locale).clone(), Width::Full, body))
}

/// A dialogue without figures in this quarter: one of today, or one that has left the library and has some in another.
async fn show_nothing(visit: &Visit, asked: &Asked, item: &str) -> Result<Page> {
    let t = visit.language;
    let today = visit.library().drill(&visit.param("module")?, &visit.param("drill")?).cloned();
    let drill = match today {
        Some(drill) => drill,
        None => find_published_drill(visit.db().read(), &asked.scope, item, visit.now).await?.ok_or(Error::NotFound)?,
    };
    let dialogue = drill.as_kind::<Dialogue>().ok_or(Error::NotFound)?;
    let body = view! {
        {head(t, dialogue, t.t("detours-nothing-here").into_owned())}
        {choose_quarter(t, asked, to::detour(&dialogue.head.module, &dialogue.head.id))}
        {why(t, asked.closed.minimum_group)}
    };
    Ok(Page::new(dialogue.head.title.get(t.locale).clone(), Width::Full, body))
}

fn head(t: Language, dialogue: &Dialogue, lead: String) -> AnyView {
    view! {
        <div class="head">
            <p class="kicker"><a href=to::detours().into_string()>{t.t("detours-title")}</a></p>
            <h1>{dialogue.head.title.get(t.locale).clone()}</h1>
            <p class="lead">{lead}</p>
        </div>
    }
    .into_any()
}

/// Which version it is, and the way to others of the same quarter.
fn versions(visit: &Visit, asked: &Asked, (shown, dialogue): (&Detours, &Dialogue)) -> AnyView {
    let (t, head) = (visit.language, &dialogue.head);
    let which = if is_today(visit, head) {
        t.t("detours-version-now").into_owned()
    } else {
        t.with("detours-version-old", &[("day", since(visit, shown).into())])
    };
    let all = asked.closed.detours.iter();
    let others = all.filter(|other| other.published.version != shown.published.version).map(|other| {
        let url = to::detour(&head.module, &head.id)
            .with("quarter", &asked.quarter.to_string())
            .with("version", &other.published.version);
        view! { " " <a href=url.into_string()>{t.with("detours-version", &[("day", since(visit, other).into())])}</a> }
    });
    let others = others.collect::<Vec<_>>();
    let others = (!others.is_empty()).then(|| view! { <p>{t.t("detours-version-other")}{others}</p> });
    view! { <p>{which}</p>{others} }.into_any()
}

fn notable(t: Language, dialogue: &Dialogue, figures: &Figures) -> AnyView {
    let good = t.with("detours-notable-good", &[("share", words::share(t, figures.good).into())]);
    let most = |key, places: Vec<usize>, share: fn(&Scene) -> Share| {
        let first = places.first().and_then(|place| figures.scenes.get(*place)?.as_ref());
        first.map(|scene| {
            let scenes = words::scenes(t, dialogue, &places);
            t.with(key, &[("scenes", scenes.into()), ("share", words::share(t, share(scene)).into())])
        })
    };
    let lines = [
        Some(good),
        most("detours-notable-lost", lost_most(figures), |scene| scene.lost),
        most("detours-notable-back", taken_back_most(figures), |scene| scene.taken_back),
    ];
    let lines = lines.into_iter().flatten().map(|line| view! { <li>{line}</li> });
    view! {
        <section aria-labelledby="notable">
            <h2 id="notable">{t.t("detours-notable")}</h2>
            <ul>{lines.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn endings(t: Language, dialogue: &Dialogue, figures: &Figures) -> AnyView {
    let ending = |(place, share): (&usize, &Share)| {
        let scene = dialogue.scenes.get(*place)?;
        let SceneKind::Ending { outcome, .. } = &scene.kind else { return None };
        Some(line(t, scene.title.get(t.locale).clone(), Some(words::outcome(t, *outcome)), *share))
    };
    let endings: Vec<AnyView> = figures.endings.iter().filter_map(ending).collect();
    view! {
        <section aria-labelledby="endings">
            <h2 id="endings">{t.t("detours-endings")}</h2>
            <ul class="lines detours">
                {endings}
                {line(t, t.t("detours-unfinished").into_owned(), None, figures.unfinished)}
            </ul>
        </section>
    }
    .into_any()
}

/// A share along the line, with what it is a share of.
pub fn line(t: Language, name: String, more: Option<String>, share: Share) -> AnyView {
    view! {
        <li>
            <span>{name}{more.map(|more| view! { <span class="meta">{more}</span> })}</span>
            {share_line(words::place(share), None)}
            <span class="num">{words::share(t, share)}</span>
        </li>
    }
    .into_any()
}
