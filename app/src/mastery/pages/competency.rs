//! One competency: its level, what to practise next, why it stands here, and how it went.

use chrono::NaiveDate;
use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::{level_words, picture, why};
use crate::{
    activity::model::day_of,
    drills::Drill,
    error::{Error, Result},
    language::Language,
    library::Library,
    mastery::{
        model::{Evidence, Level, counted, level, weekly},
        store::find_evidence,
    },
    routes::to,
    ui::{Page, Width},
    visit::Visit,
};

/// So many drills are named to go on with.
const NEXT: usize = 3;

pub async fn show_competency(visit: Visit) -> Result<Page> {
    let (actor, library, id) = (visit.actor()?, visit.library(), visit.param("competency")?);
    let competency = library.competencies.iter().find(|known| known.id == id).ok_or(Error::NotFound)?;
    let (db, zone) = (visit.db().read(), &actor.time_zone);
    let evidence = find_evidence(db, &actor.permit_learning(), &library, zone, visit.now).await?;
    let evidence: Vec<&Evidence> = evidence.iter().filter(|one| one.competency == id).collect();
    let (t, today) = (visit.language, day_of(visit.now, zone));
    let counted = counted(evidence.iter().copied(), today);
    let level = level(&counted);
    let title = competency.title.get(t.locale).clone();
    let body = view! {
        <div class="head">
            <p class="kicker"><a href=to::competencies().into_string()>{t.t("mastery")}</a></p>
            <h1>{title.clone()}</h1>
            {picture::line(level)}
            <p class="lead">{level_words(t, level)}</p>
        </div>
        {next(t, (&library, actor.guides()), &id, &evidence)}
        {why::section(t, &library, &counted, level)}
        {over_time(t, &weekly(&evidence, today))}
    };
    Ok(Page::new(title, Width::Reading, body))
}

/// What to practise: what was never practised first, then what was longest ago. What is tried at work says nothing of its own here.
fn next(t: Language, (library, guides): (&Library, bool), competency: &str, evidence: &[&Evidence]) -> AnyView {
    let drills = library.modules_for(guides).flat_map(|module| &module.drills);
    let mut drills: Vec<&Drill> = drills
        .filter(|drill| drill.is_rehearsed() && drill.head().competencies.iter().any(|id| id == competency))
        .collect();
    drills.sort_by_cached_key(|drill| {
        let item = drill.item();
        evidence.iter().filter(|one| one.item == item).map(|one| one.at).max()
    });
    let rows = drills.into_iter().take(NEXT).map(|drill| {
        let head = drill.head();
        view! {
            <li>
                <a href=to::drill(&head.module, &head.id).into_string()>{head.title.get(t.locale).clone()}</a>
                <span class="meta">{drill.description(t)}</span>
            </li>
        }
    });
    let rows: Vec<_> = rows.collect();
    let list = match rows.is_empty() {
        true => view! { <p>{t.t("mastery-next-none")}</p> }.into_any(),
        false => view! { <ul class="toc">{rows}</ul> }.into_any(),
    };
    view! { <section aria-labelledby="next"><h2 id="next">{t.t("mastery-next")}</h2>{list}</section> }.into_any()
}

/// The last half year as a picture, and as a table; nothing where there was never enough to say.
fn over_time(t: Language, weeks: &[(NaiveDate, Option<Level>)]) -> Option<AnyView> {
    weeks.iter().find(|(_, level)| level.is_some())?;
    let rows = weeks.iter().rev().map(|(day, level)| {
        let average = level.map_or_else(|| "–".to_owned(), |level| t.number(i64::from(level.average)));
        view! {
            <tr>
                <th scope="row">{t.day(*day)}</th>
                <td data-label=t.t("mastery-level")>{level_words(t, *level)}</td>
                <td class="num" data-label=t.t("mastery-average")>{average}</td>
            </tr>
        }
    });
    Some(
        view! {
            <section aria-labelledby="over-time">
                <h2 id="over-time">{t.t("mastery-over-time")}</h2>
                <figure>
                    <figcaption>{t.t("mastery-over-time-caption")}</figcaption>
                    {picture::weeks(t, weeks)}
                    <details>
                        <summary>{t.t("mastery-over-time-table")}</summary>
                        <table class="stack">
                            <thead>
                                <tr>
                                    <th scope="col">{t.t("mastery-day")}</th>
                                    <th scope="col">{t.t("mastery-level")}</th>
                                    <th scope="col" class="num">{t.t("mastery-average")}</th>
                                </tr>
                            </thead>
                            <tbody>{rows.collect_view()}</tbody>
                        </table>
                    </details>
                </figure>
            </section>
        }
        .into_any(),
    )
}
