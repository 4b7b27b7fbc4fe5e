//! The evidence there is.

use sqlx::FromRow;

use super::model::{Evidence, LONGEST, Source, WEEKS};
use crate::{
    access::{Learning, Permit},
    activity::model::day_of,
    error::Result,
    library::Library,
    storage::Readers,
};

/// What is older counts neither today nor in any week that is drawn.
const KEPT: i64 = (LONGEST + 7 * WEEKS as i64 + 1) * 24 * 60 * 60 * 1000;

#[derive(FromRow)]
struct Row {
    /// Of a rehearsal.
    competency: Option<String>,
    /// Of a check.
    check_id: Option<String>,
    item: String,
    score: i64,
    at: i64,
}

/// All that says something about a person's competencies, in one statement. A further source (recall: each answer to a card, with its card's
/// competency) is a further part of the statement, a variant of [`Source`] with its weight, and an arm in [`read`].
pub async fn find_evidence(
    db: &Readers,
    permit: &Permit<Learning>,
    library: &Library,
    time_zone: &str,
    now: i64,
) -> Result<Vec<Evidence>> {
    // A check's first and last answer count half each.
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT competency, CAST(NULL AS TEXT) AS check_id, item, score, at FROM evidence WHERE person_id = $1 AND at >= $2
         UNION ALL
         SELECT CAST(NULL AS TEXT), check_id, item, 50 * (first_right + is_right), answered_at
         FROM check_answers WHERE person_id = $1 AND answered_at >= $2",
    )
    .bind(permit.person_id())
    .bind(now - KEPT)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().flat_map(|row| read(row, library, time_zone)).collect())
}

/// What a row says, of each competency that it is about; nothing where a lesson is gone that would say which.
fn read(row: Row, library: &Library, time_zone: &str) -> Vec<Evidence> {
    let lesson = || row.item.split_once('/').and_then(|(module, lesson)| library.lesson(module, lesson));
    let (source, item, competencies) = match (&row.check_id, row.competency) {
        (Some(check), _) => {
            let competencies = lesson().map(|lesson| lesson.competencies.clone()).unwrap_or_default();
            (Source::Check, format!("{}/{check}", row.item), competencies)
        }
        (None, competency) => (Source::Rehearsal, row.item, competency.into_iter().collect()),
    };
    let score = u32::try_from(row.score).unwrap_or(0).min(100);
    let day = day_of(row.at, time_zone);
    let of = |competency| Evidence { competency, source, item: item.clone(), score, at: row.at, day };
    competencies.into_iter().map(of).collect()
}
