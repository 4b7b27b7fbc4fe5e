//! Modules that were tested out, once each.

use std::sync::Arc;

use uuid::Uuid;

use super::model::{Judged, Taken};
use crate::{
    access::{Learning, Permit},
    activity::{
        model::{Kind, item},
        store::complete,
    },
    error::{Error, Result},
    library::Library,
    modules::{
        model::Answer,
        store::{Asked, save_answer},
    },
    storage::{Applying, Connection, Readers, Record, Rows},
    visit::Visit,
};

/// Whether and how a person has taken a module's checks first.
pub enum TestOut {
    Taken(Taken),
    /// A lesson was begun: it is too late for it.
    Begun,
    Open,
}

/// In one statement.
pub async fn find_test_out(db: &Readers, permit: &Permit<Learning>, module: &str) -> Result<TestOut> {
    let rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT 'taken' AS kind, answers AS body FROM test_outs WHERE person_id = $1 AND module = $2
         UNION ALL SELECT 'begun', item FROM lesson_progress WHERE person_id = $1
         UNION ALL SELECT 'begun', item FROM check_answers WHERE person_id = $1
         UNION ALL SELECT 'begun', item FROM completions WHERE person_id = $1 AND kind = 'lesson'",
    )
    .bind(permit.person_id())
    .bind(module)
    .fetch_all(db)
    .await?;
    if let Some((_, taken)) = rows.iter().find(|(kind, _)| kind == "taken") {
        return Ok(TestOut::Taken(serde_json::from_str(taken)?));
    }
    Ok(if rows.iter().any(|(_, item)| is_of(item, module)) { TestOut::Begun } else { TestOut::Open })
}

fn is_of(item: &str, module: &str) -> bool {
    item.split_once('/').is_some_and(|(of, _)| of == module)
}

/// Answers to a module's checks, to be recorded.
pub struct TestOutRecord {
    permit: Permit<Learning>,
    library: Arc<Library>,
    /// Made with the form.
    id: String,
    module: String,
    /// As JSON.
    taken: String,
    lessons: Vec<Answered>,
    now: i64,
}

struct Answered {
    item: String,
    version: String,
    answers: Vec<(String, Answer)>,
    is_known: bool,
}

impl TestOutRecord {
    pub fn new(visit: &Visit, id: &str, module: &str, judged: &[Judged]) -> Result<TestOutRecord> {
        let lesson = |one: &Judged| Answered {
            item: item(module, &one.lesson.id),
            version: one.lesson.version.clone(),
            answers: one.answers.iter().map(|(check, answer)| (check.id.clone(), answer.clone())).collect(),
            is_known: one.is_known,
        };
        Ok(TestOutRecord {
            permit: visit.actor()?.permit_learning(),
            library: visit.library(),
            id: Uuid::parse_str(id).map_err(|_| Error::BadRequest)?.to_string(),
            module: module.to_owned(),
            taken: serde_json::to_string(&Taken::from(judged))?,
            lessons: judged.iter().map(lesson).collect(),
            now: visit.now,
        })
    }

    /// Minutes are not credited for what need not be read.
    async fn write(&self, tx: &mut Connection) -> Result<()> {
        // In this order: whoever recorded the same meanwhile has begun by it.
        let is_begun = self.is_begun(tx).await?;
        if self.is_known(tx).await? {
            return Ok(());
        }
        if is_begun {
            return Err(Error::Conflict);
        }
        if !self.insert(tx).await? {
            // Another server was quicker, maybe with the same.
            return if self.is_known(tx).await? { Ok(()) } else { Err(Error::Conflict) };
        }
        for lesson in &self.lessons {
            for (check, answer) in &lesson.answers {
                let asked = Asked { item: &lesson.item, version: &lesson.version, check };
                save_answer(tx, &self.permit, asked, answer, self.now).await?;
            }
            if lesson.is_known {
                complete(tx, &self.permit, &self.library, (Kind::Lesson, &lesson.item), self.now).await?;
            }
        }
        Ok(())
    }

    /// Whether this very thing is recorded already; refuses another one in its place.
    async fn is_known(&self, tx: &mut Connection) -> Result<bool> {
        let rows: Vec<(String, String, String, String)> = sqlx::query_as(
            "SELECT id, person_id, module, answers FROM test_outs WHERE id = $1 OR (person_id = $2 AND module = $3)",
        )
        .bind(&self.id)
        .bind(self.permit.person_id())
        .bind(&self.module)
        .fetch_all(tx)
        .await?;
        let Some((_, person, module, taken)) = rows.iter().find(|(id, ..)| *id == self.id) else {
            return if rows.is_empty() { Ok(false) } else { Err(Error::Conflict) };
        };
        match person == self.permit.person_id() {
            false => Err(Error::NotFound),
            true if *module == self.module && *taken == self.taken => Ok(true),
            true => Err(Error::Conflict),
        }
    }

    async fn is_begun(&self, tx: &mut Connection) -> Result<bool> {
        let items: Vec<String> = sqlx::query_scalar(
            "SELECT item FROM lesson_progress WHERE person_id = $1 UNION ALL SELECT item FROM check_answers WHERE person_id = $1
             UNION ALL SELECT item FROM completions WHERE person_id = $1 AND kind = 'lesson'",
        )
        .bind(self.permit.person_id())
        .fetch_all(tx)
        .await?;
        Ok(items.iter().any(|item| is_of(item, &self.module)))
    }

    /// Whether it is new.
    async fn insert(&self, tx: &mut Connection) -> Result<bool> {
        let inserted = sqlx::query(
            "INSERT INTO test_outs (id, person_id, module, answers, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
        );
        let inserted = inserted.bind(&self.id).bind(self.permit.person_id()).bind(&self.module);
        let inserted = inserted.bind(&self.taken).bind(self.now).execute(tx).await?;
        Ok(inserted.rows_affected() == 1)
    }
}

impl Record for TestOutRecord {
    fn key(&self) -> String {
        format!("{} {}", self.permit.person_id(), self.module)
    }

    fn apply<'a>(&'a mut self, tx: &'a mut Connection, _: &'a mut Rows) -> Applying<'a> {
        Box::pin(self.write(tx))
    }
}
