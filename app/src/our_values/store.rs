//! Sentences and their checks in the database.

use std::collections::{HashMap, HashSet};

use sqlx::FromRow;

use super::{
    model::{Kind, Statement, revision},
    worksheet::Answers,
};
use crate::{
    access::{Administration, Permit, Stewardship},
    admin::{model::Refusal, store::Work},
    error::{Error, Result},
    language::Bilingual,
    storage::{Connection, Database, Readers},
};

/// A sentence as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub statement: Statement,
    pub changed_at: i64,
}

#[derive(FromRow)]
struct Row {
    id: String,
    kind: String,
    name_de: String,
    name_en: String,
    de: String,
    en: String,
    changed_at: i64,
}

impl Row {
    fn kept(self) -> Result<Kept> {
        let kind = Kind::from_id(&self.kind).ok_or_else(|| Error::internal("a sentence of an unknown kind"))?;
        let (name, words) = (Bilingual::new(self.name_de, self.name_en), Bilingual::new(self.de, self.en));
        Ok(Kept { statement: Statement { id: self.id, kind, name, words }, changed_at: self.changed_at })
    }
}

const LIST: &str = "SELECT id, kind, name_de, name_en, de, en, changed_at FROM value_statements ORDER BY position, id";

/// All sentences: vision, mission, then the values in their order.
pub async fn list_statements(db: &Readers) -> Result<Vec<Kept>> {
    let rows: Vec<Row> = sqlx::query_as(LIST).fetch_all(db).await?;
    rows.into_iter().map(Row::kept).collect()
}

/// Writes all sentences anew; those that are not among them go, and what was checked about them. `seen` is the revision that the form was made
/// from. The same form again succeeds.
pub async fn save_statements(
    db: &Database,
    permit: &Permit<Administration>,
    (statements, seen): (&[Statement], &str),
    now: i64,
) -> Result<Result<(), Refusal>> {
    let mut work = Work::begin_for_all(db, permit, now).await?;
    // Changes nothing: the sentences first, then their checks, in the order of `save_check`, so that neither waits for the other for ever.
    sqlx::query("UPDATE value_statements SET changed_at = changed_at").execute(&mut *work.tx).await?;
    let rows: Vec<Row> = sqlx::query_as(LIST).fetch_all(&mut *work.tx).await?;
    let known = rows.into_iter().map(Row::kept).collect::<Result<Vec<_>>>()?;
    if known.iter().map(|kept| &kept.statement).eq(statements) {
        return Ok(Ok(()));
    }
    if revision(known.iter().map(|kept| &kept.statement))? != seen {
        return Ok(Err(("state", "values-overtaken")));
    }
    let latest = known.iter().map(|kept| kept.changed_at).max().unwrap_or_default();
    let before: Vec<&Statement> = known.iter().map(|kept| &kept.statement).collect();
    let known: HashMap<&str, &Statement> = before.iter().map(|known| (known.id.as_str(), *known)).collect();
    let stay: HashSet<&str> = statements.iter().map(|statement| statement.id.as_str()).collect();
    for id in known.keys().filter(|id| !stay.contains(*id)) {
        for statement in
            ["DELETE FROM value_checks WHERE statement_id = $1", "DELETE FROM value_statements WHERE id = $1"]
        {
            sqlx::query(statement).bind(*id).execute(&mut *work.tx).await?;
        }
    }
    let at = now.max(latest + 1);
    let detail = detail(&before, statements);
    for (position, statement) in (0..).zip(statements) {
        if known.get(statement.id.as_str()) == Some(&statement) {
            // Says the same as before: its check still holds.
            let moved = sqlx::query("UPDATE value_statements SET position = $2 WHERE id = $1");
            moved.bind(&statement.id).bind(position).execute(&mut *work.tx).await?;
        } else {
            write_statement(&mut work.tx, (position, statement), at).await?;
        }
    }
    work.audit("values-written", "", &detail).await?;
    work.commit().await?;
    Ok(Ok(()))
}

/// For the log: the names of those that are new or changed, or stand elsewhere, and with a minus of those that went.
fn detail(before: &[&Statement], after: &[Statement]) -> String {
    let stays = |old: &&&Statement| after.iter().any(|statement| statement.id == old.id);
    let mut in_order = before.iter().filter(stays).copied();
    let is_written = |statement: &&Statement| {
        let is_new = !before.iter().any(|old| old.id == statement.id);
        is_new || in_order.next() != Some(*statement)
    };
    let written = after.iter().filter(is_written).map(|statement| statement.title().to_owned()).collect::<Vec<_>>();
    let gone = before.iter().filter(|old| !stays(old)).map(|statement| format!("−{}", statement.title()));
    written.into_iter().chain(gone).collect::<Vec<_>>().join(", ")
}

/// Puts a sentence into its place.
pub async fn write_statement(
    tx: &mut Connection,
    (position, statement): (i64, &Statement),
    changed_at: i64,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO value_statements (id, kind, position, name_de, name_en, de, en, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, position = excluded.position, name_de = excluded.name_de,
             name_en = excluded.name_en, de = excluded.de, en = excluded.en, changed_at = excluded.changed_at",
    )
    .bind(&statement.id)
    .bind(statement.kind.id())
    .bind(position)
    .bind(&statement.name.de)
    .bind(&statement.name.en)
    .bind(&statement.words.de)
    .bind(&statement.words.en)
    .bind(changed_at)
    .execute(tx)
    .await?;
    Ok(())
}

/// One check of one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Made with the form.
    pub id: String,
    pub statement: String,
    /// When the words were written that were checked.
    pub statement_at: i64,
    pub answers: Answers,
    pub note: String,
    pub checked_at: i64,
}

#[derive(FromRow)]
struct CheckRow {
    id: String,
    statement_id: String,
    statement_at: i64,
    answers: String,
    note: String,
    checked_at: i64,
}

impl CheckRow {
    fn check(self) -> Result<Check> {
        let CheckRow { id, statement_id: statement, statement_at, answers, note, checked_at } = self;
        Ok(Check { id, statement, statement_at, answers: serde_json::from_str(&answers)?, note, checked_at })
    }
}

/// The check of each sentence.
pub async fn list_checks(db: &Readers, _permit: &Permit<Stewardship>) -> Result<Vec<Check>> {
    let rows: Vec<CheckRow> =
        sqlx::query_as("SELECT id, statement_id, statement_at, answers, note, checked_at FROM value_checks")
            .fetch_all(db)
            .await?;
    rows.into_iter().map(CheckRow::check).collect()
}

/// Keeps a check in place of the `earlier` one that the form was made from (empty where there was none): what was checked must be what stands
/// there, and whoever would write over a check that they have not seen is told first. The same form again succeeds, with other answers it is a
/// conflict.
pub async fn save_check(
    db: &Database,
    _permit: &Permit<Stewardship>,
    (check, earlier): (&Check, &str),
) -> Result<Result<(), Refusal>> {
    let mut tx = db.begin().await?;
    // Changes nothing: whoever else checks, writes or deletes this sentence waits.
    let changed_at: Option<i64> =
        sqlx::query_scalar("UPDATE value_statements SET changed_at = changed_at WHERE id = $1 RETURNING changed_at")
            .bind(&check.statement)
            .fetch_optional(&mut *tx)
            .await?;
    let Some(changed_at) = changed_at else { return Err(Error::NotFound) };
    let rows: Vec<CheckRow> = sqlx::query_as(
        "SELECT id, statement_id, statement_at, answers, note, checked_at FROM value_checks WHERE id = $1 OR statement_id = $2",
    )
    .bind(&check.id)
    .bind(&check.statement)
    .fetch_all(&mut *tx)
    .await?;
    let known = rows.into_iter().map(CheckRow::check).collect::<Result<Vec<_>>>()?;
    if let Some(known) = known.iter().find(|known| known.id == check.id) {
        let is_same = Check { checked_at: known.checked_at, ..check.clone() } == *known;
        return if is_same { Ok(Ok(())) } else { Err(Error::Conflict) };
    }
    if known.iter().any(|known| known.id != earlier) {
        return Ok(Err(("state", "worksheet-checked-meanwhile")));
    }
    if check.statement_at != changed_at {
        return Ok(Err(("state", "worksheet-overtaken")));
    }
    write_check(&mut tx, check).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Puts a check into its place.
pub async fn write_check(tx: &mut Connection, check: &Check) -> Result<()> {
    sqlx::query(
        "INSERT INTO value_checks (id, statement_id, answers, note, checked_at, statement_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (statement_id) DO UPDATE SET id = excluded.id, answers = excluded.answers, note = excluded.note,
             checked_at = excluded.checked_at, statement_at = excluded.statement_at",
    )
    .bind(&check.id)
    .bind(&check.statement)
    .bind(serde_json::to_string(&check.answers)?)
    .bind(&check.note)
    .bind(check.checked_at)
    .bind(check.statement_at)
    .execute(tx)
    .await?;
    Ok(())
}
