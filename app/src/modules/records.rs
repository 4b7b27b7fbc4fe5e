//! What reading a lesson leaves behind, recorded in one commit with what follows from it.

use std::sync::Arc;

use super::{
    model::{Advance, Answer},
    store::{self, Asked, Reading},
};
use crate::{
    access::{Learning, Permit},
    activity::{
        model::{Kind, item, week_of},
        store::{complete, note_activity},
    },
    error::Result,
    library::{Lesson, Library},
    storage::{Applying, Connection, Record, Rows},
    visit::Visit,
};

/// Something a reader did.
#[derive(Clone, Debug)]
pub enum Deed {
    /// Read a step, which led on.
    Read {
        step: usize,
        to: Advance,
    },
    Answered {
        check: String,
        answer: Answer,
    },
    /// Wrote something for themselves; nothing, to take it back.
    Reflected {
        reflection: String,
        text: String,
    },
}

/// What a reader did in a lesson with one form.
pub struct LessonRecord {
    permit: Permit<Learning>,
    library: Arc<Library>,
    lesson: Arc<Lesson>,
    item: String,
    week: String,
    now: i64,
    deeds: Vec<Deed>,
}

impl LessonRecord {
    pub fn new(visit: &Visit, lesson: &Arc<Lesson>, deeds: Vec<Deed>) -> Result<LessonRecord> {
        let actor = visit.actor()?;
        Ok(LessonRecord {
            permit: actor.permit_learning(),
            library: visit.library(),
            lesson: Arc::clone(lesson),
            item: item(&lesson.module, &lesson.id),
            week: week_of(visit.now, &actor.time_zone),
            now: visit.now,
            deeds,
        })
    }

    async fn write(&self, tx: &mut Connection, rows: &mut Rows) -> Result<()> {
        for deed in &self.deeds {
            match deed {
                Deed::Read { step, to } => self.read(tx, *step, *to).await?,
                Deed::Answered { check, answer } => {
                    let asked = Asked { item: &self.item, version: &self.lesson.version, check };
                    store::save_answer(tx, &self.permit, asked, answer, self.now).await?;
                }
                Deed::Reflected { reflection, text } => {
                    store::save_reflection(tx, &self.permit, (&self.item, reflection), text, self.now).await?;
                }
            }
        }
        note_activity(rows, &self.permit, &self.week, self.now);
        Ok(())
    }

    /// A lesson that is finished begins at its first step when it is opened again.
    async fn read(&self, tx: &mut Connection, step: usize, to: Advance) -> Result<()> {
        let (next, is_finished) = match to {
            Advance::To(next) => (next, false),
            Advance::Finished => (1, true),
        };
        let (item, version) = (self.item.as_str(), self.lesson.version.as_str());
        let furthest = step.max(next).min(self.lesson.steps.len());
        let reading = Reading { item, version, step: next, furthest, is_finished };
        store::save_reading(tx, &self.permit, reading, self.now).await?;
        if is_finished {
            complete(tx, &self.permit, &self.library, (Kind::Lesson, item), self.now).await?;
        }
        Ok(())
    }
}

impl Record for LessonRecord {
    fn key(&self) -> String {
        format!("{} {}", self.permit.person_id(), self.item)
    }

    fn apply<'a>(&'a mut self, tx: &'a mut Connection, rows: &'a mut Rows) -> Applying<'a> {
        Box::pin(self.write(tx, rows))
    }
}
