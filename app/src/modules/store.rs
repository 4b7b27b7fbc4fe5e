//! How far somebody has read, what they answered, what they wrote for themselves.

use std::collections::HashMap;

use sqlx::FromRow;

use super::model::{Answer, Begun, Finished};
use crate::{
    access::{Learning, Permit},
    activity::model::Kind,
    error::Result,
    storage::{
        Connection, Readers,
        strung::{self, number},
    },
};

/// What a person has finished and begun.
#[derive(Default)]
pub struct Learned {
    pub finished: Finished,
    /// Lessons by their items.
    pub begun: HashMap<String, Begun>,
    /// Modules whose checks were taken first, with the moment: what was finished then was known already.
    pub tested: HashMap<String, i64>,
}

#[derive(FromRow)]
struct LearnedRow {
    finished: Option<String>,
    begun: Option<String>,
    tested: Option<String>,
}

/// In one statement.
pub async fn find_learned(db: &Readers, permit: &Permit<Learning>) -> Result<Learned> {
    let row: LearnedRow = sqlx::query_as(concat!(
        "SELECT ",
        finished!(),
        " AS finished,
          (SELECT string_agg(concat_ws('\u{1f}', item, step, changed_at), '\u{1e}')
           FROM lesson_progress WHERE person_id = p.id AND done_at IS NULL) AS begun,
          (SELECT string_agg(concat_ws('\u{1f}', module, at), '\u{1e}') FROM test_outs WHERE person_id = p.id) AS tested
         FROM people p WHERE p.id = $1"
    ))
    .bind(permit.person_id())
    .fetch_one(db)
    .await?;
    let mut learned = Learned { finished: read_finished(row.finished.as_deref())?, ..Learned::default() };
    for begun in strung::rows(row.begun.as_deref()) {
        let [item, step, at] = begun?;
        let step = usize::try_from(number(step)?).unwrap_or(1);
        learned.begun.insert(item.to_owned(), Begun { step, at: number(at)? });
    }
    for tested in strung::rows(row.tested.as_deref()) {
        let [module, at] = tested?;
        learned.tested.insert(module.to_owned(), number(at)?);
    }
    Ok(learned)
}

/// All that the person `p` has finished, strung together for [`read_finished`]: a part of whatever else is read of a person.
macro_rules! finished {
    () => {
        "(SELECT items FROM finished WHERE person_id = p.id)"
    };
}
pub(crate) use finished;

/// What [`finished`] has found; kinds that this version does not know are left out.
pub fn read_finished(strung: Option<&str>) -> Result<Finished> {
    let mut finished = Finished::with_room(strung::count(strung));
    for done in strung::rows(strung) {
        let [kind, item, at] = done?;
        if let Some(kind) = Kind::from_id(kind) {
            finished.insert(kind, item, number(at)?);
        }
    }
    Ok(finished)
}

/// The step at which a lesson is resumed, if it was ever opened and read on.
pub async fn find_step(db: &Readers, permit: &Permit<Learning>, item: &str) -> Result<Option<usize>> {
    let step: Option<i64> = sqlx::query_scalar("SELECT step FROM lesson_progress WHERE person_id = $1 AND item = $2")
        .bind(permit.person_id())
        .bind(item)
        .fetch_optional(db)
        .await?;
    Ok(step.and_then(|step| usize::try_from(step).ok()))
}

/// What a person said in a lesson: answers and reflections by their ids.
#[derive(Default)]
pub struct Said {
    pub answers: HashMap<String, Answer>,
    pub reflections: HashMap<String, String>,
}

#[derive(FromRow)]
struct SaidRow {
    id: String,
    body: String,
    /// `NULL` for a reflection.
    is_right: Option<i64>,
}

/// Answers to another version are left out: its options may have been others.
pub async fn find_said(db: &Readers, permit: &Permit<Learning>, item: &str, version: &str) -> Result<Said> {
    let rows: Vec<SaidRow> = sqlx::query_as(
        "SELECT check_id AS id, choices AS body, is_right FROM check_answers WHERE person_id = $1 AND item = $2 AND version = $3
         UNION ALL
         SELECT reflection_id, text, CAST(NULL AS BIGINT) FROM reflections WHERE person_id = $1 AND item = $2",
    )
    .bind(permit.person_id())
    .bind(item)
    .bind(version)
    .fetch_all(db)
    .await?;
    let mut said = Said::default();
    for SaidRow { id, body, is_right } in rows {
        match is_right {
            Some(right) => {
                let answer = Answer { choices: serde_json::from_str(&body)?, is_right: right != 0 };
                said.answers.insert(id, answer);
            }
            None => _ = said.reflections.insert(id, body),
        }
    }
    Ok(said)
}

/// Where a lesson's reader is now.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    pub item: &'a str,
    pub version: &'a str,
    /// Where reading is resumed.
    pub step: usize,
    /// The furthest step that was shown.
    pub furthest: usize,
    pub is_finished: bool,
}

/// The furthest step of another version says nothing of this one. Finished once is finished, also while it is read again.
pub async fn save_reading(
    tx: &mut Connection,
    permit: &Permit<Learning>,
    reading: Reading<'_>,
    now: i64,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO lesson_progress (person_id, item, version, step, furthest, changed_at, done_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (person_id, item) DO UPDATE SET
             furthest = CASE WHEN lesson_progress.version = excluded.version AND lesson_progress.furthest > excluded.furthest
                             THEN lesson_progress.furthest ELSE excluded.furthest END,
             version = excluded.version, step = excluded.step, changed_at = excluded.changed_at,
             done_at = COALESCE(lesson_progress.done_at, excluded.done_at)",
    )
    .bind(permit.person_id())
    .bind(reading.item)
    .bind(reading.version)
    .bind(i64::try_from(reading.step).unwrap_or(1))
    .bind(i64::try_from(reading.furthest).unwrap_or(1))
    .bind(now)
    .bind(reading.is_finished.then_some(now))
    .execute(tx)
    .await?;
    Ok(())
}

/// Which check, in which version of which lesson.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    pub item: &'a str,
    pub version: &'a str,
    pub check: &'a str,
}

/// The latest answer is kept, and whether the first one was right.
pub async fn save_answer(
    tx: &mut Connection,
    permit: &Permit<Learning>,
    asked: Asked<'_>,
    answer: &Answer,
    now: i64,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO check_answers (person_id, item, check_id, version, choices, is_right, answered_at, first_right)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $6)
         ON CONFLICT (person_id, item, check_id) DO UPDATE SET version = excluded.version, choices = excluded.choices,
             is_right = excluded.is_right, answered_at = excluded.answered_at",
    )
    .bind(permit.person_id())
    .bind(asked.item)
    .bind(asked.check)
    .bind(asked.version)
    .bind(serde_json::to_string(&answer.choices)?)
    .bind(i64::from(answer.is_right))
    .bind(now)
    .execute(tx)
    .await?;
    Ok(())
}

/// An emptied reflection is deleted.
pub async fn save_reflection(
    tx: &mut Connection,
    permit: &Permit<Learning>,
    (item, reflection): (&str, &str),
    text: &str,
    now: i64,
) -> Result<()> {
    let query = if text.is_empty() {
        sqlx::query("DELETE FROM reflections WHERE person_id = $1 AND item = $2 AND reflection_id = $3")
            .bind(permit.person_id())
            .bind(item)
            .bind(reflection)
    } else {
        sqlx::query(
            "INSERT INTO reflections (person_id, item, reflection_id, text, changed_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (person_id, item, reflection_id) DO UPDATE SET text = excluded.text, changed_at = excluded.changed_at",
        )
        .bind(permit.person_id())
        .bind(item)
        .bind(reflection)
        .bind(text)
        .bind(now)
    };
    query.execute(tx).await?;
    Ok(())
}
