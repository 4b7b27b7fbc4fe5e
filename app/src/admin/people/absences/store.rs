//! Absences as administration keeps them.

use chrono::NaiveDate;
use uuid::Uuid;

use super::model::{Span, merge};
use crate::{
    access::{Administration, Permit, Scope},
    admin::{people::store::find_target, store::Work},
    error::{Error, Result},
    storage::{Database, Readers},
};

type Row = (String, String, String);

fn span((id, first, last): Row) -> Option<(String, Span)> {
    let day = |text: &str| text.parse::<NaiveDate>().ok();
    Some((id, Span { first: day(&first)?, last: day(&last)? }))
}

/// The absences of a person in reach, the latest first.
pub async fn list_absences(db: &Readers, scope: &Scope, person: &str, now: i64) -> Result<Vec<(String, Span)>> {
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT a.id, a.first_day, a.last_day FROM absences a JOIN people p ON p.id = a.person_id
         WHERE a.person_id = $1 AND p.team_id IN (SELECT team_id FROM granted_teams WHERE person_id = $2 AND role = $3 AND ends_at > $4)
         ORDER BY a.first_day DESC, a.id LIMIT 100",
    )
    .bind(person)
    .bind(scope.person_id.as_str())
    .bind(scope.role)
    .bind(now)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().filter_map(span).collect())
}

/// Adds an absence, as one with all that it touches. The same form again succeeds; something else under the same id is a conflict.
pub async fn add(
    db: &Database,
    permit: &Permit<Administration>,
    (id, person): (Uuid, &str),
    new: Span,
    now: i64,
) -> Result<()> {
    let mut work = Work::begin(db, permit, now).await?;
    find_target(&mut work, person).await?;
    let id = id.to_string();
    let known: Option<String> = sqlx::query_scalar("SELECT person_id FROM absences WHERE id = $1")
        .bind(id.as_str())
        .fetch_optional(&mut *work.tx)
        .await?;
    let rows: Vec<Row> = sqlx::query_as("SELECT id, first_day, last_day FROM absences WHERE person_id = $1")
        .bind(person)
        .fetch_all(&mut *work.tx)
        .await?;
    let spans: Vec<_> = rows.into_iter().filter_map(span).collect();
    if known.is_some() {
        let is_same = spans.iter().any(|(own, span)| *own == id && span.contains(&new));
        return if is_same { Ok(()) } else { Err(Error::Conflict) };
    }
    let (whole, replaced) = merge(&spans, new);
    for old in replaced {
        sqlx::query("DELETE FROM absences WHERE id = $1").bind(old).execute(&mut *work.tx).await?;
    }
    sqlx::query("INSERT INTO absences (id, person_id, first_day, last_day) VALUES ($1, $2, $3, $4)")
        .bind(id)
        .bind(person)
        .bind(whole.first.to_string())
        .bind(whole.last.to_string())
        .execute(&mut *work.tx)
        .await?;
    work.commit().await
}

/// Removes an absence; one that is gone has been removed already.
pub async fn remove(
    db: &Database,
    permit: &Permit<Administration>,
    (person, id): (&str, &str),
    now: i64,
) -> Result<()> {
    let mut work = Work::begin(db, permit, now).await?;
    find_target(&mut work, person).await?;
    let removed = sqlx::query("DELETE FROM absences WHERE id = $1 AND person_id = $2");
    removed.bind(id).bind(person).execute(&mut *work.tx).await?;
    work.commit().await
}
