//! Weekly activity and completions.

use std::collections::HashSet;

use sqlx::FromRow;

use super::model::{Kind, credited_millis, newly_finished};
use crate::{
    access::{Learning, Permit},
    coaching::store::{Meeting, write_assignment_completions},
    error::Result,
    library::Library,
    storage::{Connection, Readers, Rows, Value, Write},
};

/// [`super::model::credited_millis`] for a week that has begun.
static WEEKLY_ACTIVITY: Write = Write {
    head: "INSERT INTO weekly_activity (person_id, week, millis, last_at) SELECT * FROM (VALUES",
    tail: ") AS new WHERE column1 IS NOT NULL ON CONFLICT (person_id, week) DO UPDATE SET last_at = excluded.last_at, millis = weekly_activity.millis
           + CASE WHEN excluded.last_at - weekly_activity.last_at BETWEEN 0 AND 180000
                  THEN excluded.last_at - weekly_activity.last_at ELSE excluded.millis END",
    key: 2,
    first: false,
};

/// Adds a submission to the person's week (`week` as [`super::model::week_of`] names it).
pub fn note_activity(rows: &mut Rows, permit: &Permit<Learning>, week: &str, now: i64) {
    let millis = Value::Number(credited_millis(None, now));
    let row =
        vec![Value::Text(permit.person_id().to_owned()), Value::Text(week.to_owned()), millis, Value::Number(now)];
    rows.add(&WEEKLY_ACTIVITY, row);
}

/// Something a person has finished, and when first.
#[derive(Clone, Debug, FromRow)]
pub struct Completion {
    pub kind: String,
    pub item: String,
    pub done_at: i64,
}

/// Everything that a person has finished, the latest first.
pub async fn list_completions(db: &Readers, permit: &Permit<Learning>) -> Result<Vec<Completion>> {
    let completions =
        sqlx::query_as("SELECT kind, item, done_at FROM completions WHERE person_id = $1 ORDER BY done_at DESC, item");
    Ok(completions.bind(permit.person_id()).fetch_all(db).await?)
}

/// Notes that something is finished, and whatever that finishes in turn. The first time counts.
pub async fn complete(
    tx: &mut Connection,
    permit: &Permit<Learning>,
    library: &Library,
    (kind, item): (Kind, &str),
    now: i64,
) -> Result<()> {
    if !insert(tx, permit, kind, item, now).await? {
        return Ok(());
    }
    let done: Vec<(String, String)> = sqlx::query_as("SELECT kind, item FROM completions WHERE person_id = $1")
        .bind(permit.person_id())
        .fetch_all(&mut *tx)
        .await?;
    let done: HashSet<(Kind, &str)> =
        done.iter().filter_map(|(kind, item)| Some((Kind::from_id(kind)?, item.as_str()))).collect();
    for (kind, item) in newly_finished(library, |kind, item| done.contains(&(kind, item))) {
        insert(tx, permit, kind, &item, now).await?;
    }
    Ok(())
}

/// Whether it is new; then it stands in the person's text of all that is finished, too, and with what was assigned.
async fn insert(tx: &mut Connection, permit: &Permit<Learning>, kind: Kind, item: &str, now: i64) -> Result<bool> {
    let inserted = sqlx::query(
        "INSERT INTO completions (person_id, kind, item, done_at) VALUES ($1, $2, $3, $4) ON CONFLICT (person_id, kind, item) DO NOTHING",
    );
    let inserted = inserted.bind(permit.person_id()).bind(kind.id()).bind(item).bind(now).execute(&mut *tx).await?;
    if inserted.rows_affected() == 0 {
        return Ok(false);
    }
    let added = sqlx::query(
        "INSERT INTO finished (person_id, items) VALUES ($1, $2)
         ON CONFLICT (person_id) DO UPDATE SET items = finished.items || '\u{1e}' || excluded.items",
    );
    added.bind(permit.person_id()).bind(strung(kind, item, now)).execute(&mut *tx).await?;
    write_assignment_completions(tx, Meeting::Finished(permit.person_id(), kind.id(), item)).await?;
    Ok(true)
}

/// A completion as it stands in a person's text of all that is finished.
pub fn strung(kind: Kind, item: &str, at: i64) -> String {
    format!("{}\u{1f}{item}\u{1f}{at}", kind.id())
}

/// A person's minutes per week, the latest first: week and milliseconds.
pub async fn list_weeks(db: &Readers, permit: &Permit<Learning>, weeks: i64) -> Result<Vec<(String, i64)>> {
    let list =
        sqlx::query_as("SELECT week, millis FROM weekly_activity WHERE person_id = $1 ORDER BY week DESC LIMIT $2");
    Ok(list.bind(permit.person_id()).bind(weeks).fetch_all(db).await?)
}

#[cfg(test)]
mod tests {
    use super::{super::model::LONGEST_GAP, *};

    #[test]
    fn the_statement_credits_gaps_as_the_model_does() {
        assert!(WEEKLY_ACTIVITY.tail.contains(&format!("BETWEEN 0 AND {LONGEST_GAP}\n")));
    }
}
