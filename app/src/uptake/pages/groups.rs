//! Organisation, sites and teams in one week: along lines, and as tables that say the same and more.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::{Seen, name, week_caption};
use crate::{
    language::Language,
    ui::share_line,
    uptake::{disclosure::Level, store::Group},
};

/// Message keys of the figures, in the order of the columns.
const FIGURES: [&str; 4] = ["uptake-people", "uptake-reach", "uptake-completion", "uptake-minutes"];

/// Reach along lines: of whole sites, or of teams for whom no site is whole; sites as a table too.
pub fn overview(seen: &Seen) -> Option<AnyView> {
    let t = seen.language;
    let wholes: Vec<&Group> = seen.level(Level::Organisation).chain(seen.level(Level::Site)).collect();
    let (title, lines) = if wholes.is_empty() {
        ("uptake-by-team", seen.level(Level::Team).collect())
    } else {
        ("uptake-by-site", wholes.clone())
    };
    if lines.is_empty() {
        return None;
    }
    let rows = wholes.iter().map(|group| row(t, group, name(t, group), None)).collect_view();
    let table = (!wholes.is_empty()).then(|| table(seen, vec!["uptake-site"], rows.into_any()));
    Some(
        view! {
            <section aria-labelledby="overview">
                <h2 id="overview">{t.t(title)}</h2>
                <p>{t.t("uptake-lines-text")}</p>
                <ul class="lines">{lines.into_iter().map(|group| line(seen, group)).collect_view()}</ul>
                {table}
            </section>
        }
        .into_any(),
    )
}

fn line(seen: &Seen, group: &Group) -> impl IntoView + use<> {
    let t = seen.language;
    let figure = match group.figures.reach {
        Some(reach) => view! {
            {share_line(reach, group.reach_before)}
            <span class="num">{t.percent(reach)}</span>
        }
        .into_any(),
        None => view! { <span class="withheld">{t.t("uptake-withheld")}</span> }.into_any(),
    };
    view! { <li><span>{name(t, group)}</span>{figure}</li> }
}

/// All teams in reach, or those of the site chosen.
pub fn teams(seen: &Seen) -> AnyView {
    let t = seen.language;
    let mut teams = seen.level(Level::Team).peekable();
    let content = if teams.peek().is_some() {
        let rows = teams.map(|group| row(t, group, group.name.clone(), Some(group.site.clone()))).collect_view();
        table(seen, vec!["uptake-team", "uptake-site"], rows.into_any())
    } else {
        let are_many = seen.groups.iter().any(|group| group.level == Level::Site);
        view! { <p>{t.t(if are_many { "uptake-choose-site" } else { "uptake-nobody" })}</p> }.into_any()
    };
    view! {
        <section aria-labelledby="teams">
            <h2 id="teams">{t.t("uptake-teams")}</h2>
            {content}
        </section>
    }
    .into_any()
}

fn table(seen: &Seen, names: Vec<&'static str>, rows: AnyView) -> AnyView {
    let t = seen.language;
    let names = names.into_iter().map(|key| view! { <th scope="col">{t.t(key)}</th> });
    let figures = FIGURES.map(|key| view! { <th scope="col" class="num">{t.t(key)}</th> });
    view! {
        <table class="stack" aria-describedby="why">
            <caption>{week_caption(t, seen.week)}</caption>
            <thead><tr>{names.collect_view()}{figures.collect_view()}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(t: Language, group: &Group, name: String, site: Option<String>) -> impl IntoView + use<> {
    let site = site.map(|site| view! { <td data-label=t.t("uptake-site")>{site}</td> });
    let figures = group.figures;
    let cells = if figures.is_withheld() {
        view! { <td class="withheld" colspan="4">{t.t("uptake-withheld")}</td> }.into_any()
    } else {
        let shown = [
            figures.people.map(|people| t.number(people)),
            figures.reach.map(|percent| t.percent(percent)),
            figures.completion.map(|percent| t.percent(percent)),
            figures.minutes.map(|minutes| t.number(minutes)),
        ];
        FIGURES.into_iter().zip(shown).map(|(label, shown)| figure(t, label, shown)).collect_view().into_any()
    };
    view! { <tr><th scope="row">{name}</th>{site}{cells}</tr> }
}

/// A cell with a figure, or with the one word for what is withheld.
pub fn figure(t: Language, label: &'static str, shown: Option<String>) -> AnyView {
    match shown {
        Some(figure) => view! { <td data-label=t.t(label) class="num">{figure}</td> }.into_any(),
        None => view! { <td data-label=t.t(label) class="num withheld">{t.t("uptake-withheld")}</td> }.into_any(),
    }
}
