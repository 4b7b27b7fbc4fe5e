//! "Why does it say this?": the rule in plain words, and the very evidence.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use crate::{
    language::{Language, count},
    library::Library,
    mastery::model::{Counted, ENOUGH, HALF_LIFE, Level, Source, Step},
    routes::{Url, to},
};

/// So much of what counts is in sight at once.
const LATEST: usize = 8;

pub fn section(t: Language, library: &Library, counted: &[Counted], level: Option<Level>) -> AnyView {
    let found = match level {
        Some(level) => t.with(
            "mastery-why-average",
            &[("average", i64::from(level.average).into()), ("count", count(counted.len()))],
        ),
        None => t.t("mastery-why-too-little").into_owned(),
    };
    view! {
        <section aria-labelledby="why">
            <h2 id="why">{t.t("mastery-why")}</h2>
            <p>{found}</p>
            {evidence_tables(t, library, counted)}
            <details>
                <summary>{t.t("mastery-rule")}</summary>
                <ul>{rule(t).into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            </details>
        </section>
    }
    .into_any()
}

/// The rule of [`crate::mastery::model`], with its own numbers.
fn rule(t: Language) -> Vec<String> {
    let from = |step: Step| i64::from(step.from()).into();
    vec![
        t.t("mastery-rule-what").into_owned(),
        t.t("mastery-rule-weights").into_owned(),
        t.t("mastery-rule-day").into_owned(),
        t.with(
            "mastery-rule-time",
            &[("days", i64::from(HALF_LIFE).into()), ("twice", i64::from(2 * HALF_LIFE).into())],
        ),
        t.with(
            "mastery-rule-steps",
            &[("growing", from(Step::Growing)), ("practised", from(Step::Practised)), ("assured", from(Step::Assured))],
        ),
        t.with("mastery-rule-enough", &[("checks", ((2.0 * ENOUGH) as i64).into())]),
    ]
}

/// The latest in sight, the others at a tap.
fn evidence_tables(t: Language, library: &Library, counted: &[Counted]) -> Option<AnyView> {
    if counted.is_empty() {
        return None;
    }
    let (latest, older) = counted.split_at(counted.len().min(LATEST));
    let older = (!older.is_empty()).then(|| {
        let words = t.with("mastery-evidence-older", &[("count", count(older.len()))]);
        view! {
            <details>
                <summary>{words.clone()}</summary>
                {evidence_table(t, library, older, words)}
            </details>
        }
    });
    Some(view! { {evidence_table(t, library, latest, t.t("mastery-evidence").into_owned())} {older} }.into_any())
}

fn evidence_table(t: Language, library: &Library, counted: &[Counted], caption: String) -> AnyView {
    let rows = counted.iter().map(|one| row(t, library, one)).collect_view();
    view! {
        <table class="stack">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{t.t("mastery-evidence-what")}</th>
                    <th scope="col">{t.t("mastery-day")}</th>
                    <th scope="col">{t.t("mastery-evidence-says")}</th>
                    <th scope="col" class="num">{t.t("mastery-evidence-weight")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(t: Language, library: &Library, one: &Counted) -> AnyView {
    let evidence = one.evidence;
    let kind = match evidence.source {
        Source::Rehearsal => "mastery-source-rehearsal",
        Source::Check => "mastery-source-check",
        Source::Card => "mastery-source-card",
    };
    let name = match place(t, library, evidence.source, &evidence.item) {
        Some((url, title)) => view! { <a href=url.into_string()>{title}</a> }.into_any(),
        None => view! { {evidence.item.clone()} }.into_any(),
    };
    let says = match evidence.score {
        80.. => "mastery-says-worked",
        40..80 => "mastery-says-partly",
        _ => "mastery-says-not-yet",
    };
    let weight = t.percent((one.weight * 100.0).round() as i64);
    view! {
        <tr>
            <th scope="row">{name}<p class="hint">{t.t(kind)}</p></th>
            <td data-label=t.t("mastery-day")>{t.day(evidence.day)}</td>
            <td data-label=t.t("mastery-evidence-says")>{t.t(says)}" ("{t.number(i64::from(evidence.score))}")"</td>
            <td class="num" data-label=t.t("mastery-evidence-weight")>{weight}</td>
        </tr>
    }
    .into_any()
}

/// Where it was, and what it is called; nothing where authors have taken it away.
fn place(t: Language, library: &Library, source: Source, item: &str) -> Option<(Url, String)> {
    let (module, part) = item.split_once('/')?;
    match source {
        Source::Rehearsal => {
            let drill = library.drill(module, part)?;
            Some((to::drill(module, part), drill.head().title.get(t.locale).clone()))
        }
        Source::Check => {
            let lesson = library.lesson(module, part.split_once('/')?.0)?;
            Some((to::lesson(module, &lesson.id), lesson.title.get(t.locale).clone()))
        }
        Source::Card => {
            let module = library.module(module)?;
            let card = module.cards.iter().find(|card| card.id == part)?;
            Some((to::module(&module.id), card.front.get(t.locale).clone()))
        }
    }
}
