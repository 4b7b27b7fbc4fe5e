//! The evidence there is.

use sqlx::FromRow;

use super::model::{Evidence, LONGEST, Source, WEEKS};
use crate::{
    access::{Learning, Permit},
    activity::model::day_of,
    error::Result,
    library::Library,
    storage::{
        Readers,
        strung::{self, number},
    },
};

/// What is older counts neither today nor in any week that is drawn.
const KEPT: i64 = (LONGEST + 7 * WEEKS as i64 + 1) * 24 * 60 * 60 * 1000;

/// Each a list of: what it is of, item, score, moment.
#[derive(FromRow)]
struct Row {
    rehearsals: Option<String>,
    checks: Option<String>,
    cards: Option<String>,
}

/// All that says something about a person's competencies, in one statement. A further source is a further list here, a variant of [`Source`]
/// with its weight, and an arm in [`competencies`].
pub async fn find_evidence(
    db: &Readers,
    permit: &Permit<Learning>,
    library: &Library,
    time_zone: &str,
    now: i64,
) -> Result<Vec<Evidence>> {
    // A check's first and last answer count half each; a card that was known with effort counts half.
    let row: Row = sqlx::query_as(
        "SELECT (SELECT string_agg(concat_ws('\u{1f}', competency, item, score, at), '\u{1e}')
                 FROM evidence WHERE person_id = $1 AND at >= $2) AS rehearsals,
                (SELECT string_agg(concat_ws('\u{1f}', check_id, item, 50 * (first_right + is_right), answered_at), '\u{1e}')
                 FROM check_answers WHERE person_id = $1 AND answered_at >= $2) AS checks,
                (SELECT string_agg(concat_ws('\u{1f}', '', card, CASE grade WHEN 'again' THEN 0 WHEN 'hard' THEN 50 ELSE 100 END, at), '\u{1e}')
                 FROM recall_reviews WHERE person_id = $1 AND at >= $2) AS cards",
    )
    .bind(permit.person_id())
    .bind(now - KEPT)
    .fetch_one(db)
    .await?;
    let lists = [(Source::Rehearsal, row.rehearsals), (Source::Check, row.checks), (Source::Card, row.cards)];
    let mut evidence = Vec::new();
    for (source, list) in lists {
        for row in strung::rows(list.as_deref()) {
            let [of, item, score, at] = row?;
            let (score, at) = (u32::try_from(number(score)?).unwrap_or(0).min(100), number(at)?);
            let day = day_of(at, time_zone);
            let name = if source == Source::Check { format!("{item}/{of}") } else { item.to_owned() };
            let one = |competency| Evidence { competency, source, item: name.clone(), score, at, day };
            evidence.extend(competencies(library, source, of, item).into_iter().map(one));
        }
    }
    Ok(evidence)
}

/// What it is about; nothing where authors have taken away what would say so.
fn competencies(library: &Library, source: Source, of: &str, item: &str) -> Vec<String> {
    let Some((module, part)) = item.split_once('/') else { return Vec::new() };
    match source {
        Source::Rehearsal => vec![of.to_owned()],
        Source::Check => library.lesson(module, part).map(|lesson| lesson.competencies.clone()).unwrap_or_default(),
        Source::Card => {
            let cards = library.module(module).into_iter().flat_map(|module| &module.cards);
            cards.filter(|card| card.id == part).map(|card| card.competency.clone()).collect()
        }
    }
}
