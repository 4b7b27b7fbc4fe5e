//! Writing intentions, through the batch writer.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Intention, Row};
use crate::{
    access::{Learning, Permit},
    activity::{
        model::{Kind, week_of},
        store::{complete, note_activity},
    },
    drills::field::model::{Change, Outcome},
    error::{Error, Result},
    library::Library,
    storage::{Applying, Connection, Record, Rows},
    visit::Visit,
};

/// An intention to be kept. Its id is made with the form, so that a form sent twice counts once.
pub struct NewIntention {
    permit: Permit<Learning>,
    week: String,
    now: i64,
    id: String,
    item: String,
    text: String,
    day: NaiveDate,
}

impl NewIntention {
    /// `id` is a UUID; `item` as it is stored.
    pub fn new(visit: &Visit, id: String, item: String, text: String, day: NaiveDate) -> Result<NewIntention> {
        let actor = visit.actor()?;
        let week = week_of(visit.now, &actor.time_zone);
        Ok(NewIntention { permit: actor.permit_learning(), week, now: visit.now, id, item, text, day })
    }

    async fn write(&self, tx: &mut Connection, rows: &mut Rows) -> Result<()> {
        let inserted = sqlx::query(
            "INSERT INTO intentions (id, person_id, item, text, day, created_at, note, obstacle, revision)
             VALUES ($1, $2, $3, $4, $5, $6, '', '', 0) ON CONFLICT (id) DO NOTHING",
        )
        .bind(&self.id)
        .bind(self.permit.person_id())
        .bind(&self.item)
        .bind(&self.text)
        .bind(self.day.to_string())
        .bind(self.now)
        .execute(&mut *tx)
        .await?;
        if inserted.rows_affected() == 0 {
            let stored = find(tx, &self.permit, &self.id).await?;
            return if self.is(&stored) { Ok(()) } else { Err(Error::Conflict) };
        }
        note_activity(rows, &self.permit, &self.week, self.now);
        Ok(())
    }

    /// Whether exactly this is stored; on another day, if it was changed since.
    fn is(&self, stored: &Intention) -> bool {
        let is_same_day = stored.revision > 0 || stored.state.day == self.day;
        is_same_day && (&stored.item, &stored.text) == (&self.item, &self.text)
    }
}

impl Record for NewIntention {
    fn key(&self) -> String {
        format!("{} {}", self.permit.person_id(), self.id)
    }

    fn apply<'a>(&'a mut self, tx: &'a mut Connection, rows: &'a mut Rows) -> Applying<'a> {
        Box::pin(self.write(tx, rows))
    }
}

/// A change to an intention as it was when the form was made.
pub struct ChangeIntention {
    permit: Permit<Learning>,
    library: Arc<Library>,
    week: String,
    now: i64,
    id: String,
    revision: i64,
    change: Change,
}

impl ChangeIntention {
    pub fn new(visit: &Visit, id: String, revision: i64, change: Change) -> Result<ChangeIntention> {
        let actor = visit.actor()?;
        let week = week_of(visit.now, &actor.time_zone);
        let (permit, library, now) = (actor.permit_learning(), visit.library(), visit.now);
        Ok(ChangeIntention { permit, library, week, now, id, revision, change })
    }

    async fn write(&self, tx: &mut Connection, rows: &mut Rows) -> Result<()> {
        let stored = find(tx, &self.permit, &self.id).await?;
        if stored.revision != self.revision {
            // Sent twice, or filled in before it was changed elsewhere.
            return if stored.state.has(&self.change) { Ok(()) } else { Err(Error::Conflict) };
        }
        let next = stored.state.after(&self.change).ok_or(Error::Conflict)?;
        if next == stored.state {
            return Ok(());
        }
        let answered_at = match self.change {
            Change::Answer { .. } | Change::LetGo => Some(self.now),
            Change::Move { .. } => None,
            Change::Keep { .. } => stored.answered_at,
        };
        let updated = sqlx::query(
            "UPDATE intentions SET day = $3, outcome = $4, note = $5, obstacle = $6, answered_at = $7, revision = revision + 1
             WHERE id = $1 AND revision = $2",
        )
        .bind(&self.id)
        .bind(self.revision)
        .bind(next.day.to_string())
        .bind(next.outcome.map(Outcome::id))
        .bind(&next.note)
        .bind(&next.obstacle)
        .bind(answered_at)
        .execute(&mut *tx)
        .await?;
        if updated.rows_affected() != 1 {
            // Another server was quicker, maybe with the same form.
            let stored = find(tx, &self.permit, &self.id).await?;
            return if stored.state.has(&self.change) { Ok(()) } else { Err(Error::Conflict) };
        }
        note_activity(rows, &self.permit, &self.week, self.now);
        self.finish(tx, &stored.item).await
    }

    /// The field practice is done once something was tried.
    async fn finish(&self, tx: &mut Connection, item: &str) -> Result<()> {
        match self.change {
            Change::Answer { outcome, .. } if outcome.is_tried() && item.contains('/') => {
                complete(tx, &self.permit, &self.library, (Kind::Drill, item), self.now).await
            }
            _ => Ok(()),
        }
    }
}

impl Record for ChangeIntention {
    fn key(&self) -> String {
        format!("{} {}", self.permit.person_id(), self.id)
    }

    fn apply<'a>(&'a mut self, tx: &'a mut Connection, rows: &'a mut Rows) -> Applying<'a> {
        Box::pin(self.write(tx, rows))
    }
}

/// An intention to be deleted, with all words about it.
pub struct Deletion {
    permit: Permit<Learning>,
    id: String,
}

impl Deletion {
    pub fn new(permit: Permit<Learning>, id: String) -> Deletion {
        Deletion { permit, id }
    }

    async fn write(&self, tx: &mut Connection) -> Result<()> {
        let delete = sqlx::query("DELETE FROM intentions WHERE id = $1 AND person_id = $2");
        delete.bind(&self.id).bind(self.permit.person_id()).execute(tx).await?;
        Ok(())
    }
}

impl Record for Deletion {
    fn key(&self) -> String {
        format!("{} {}", self.permit.person_id(), self.id)
    }

    fn apply<'a>(&'a mut self, tx: &'a mut Connection, _rows: &'a mut Rows) -> Applying<'a> {
        Box::pin(self.write(tx))
    }
}

/// The intention as it stands in this transaction; somebody else's does not exist.
async fn find(tx: &mut Connection, permit: &Permit<Learning>, id: &str) -> Result<Intention> {
    let row: Option<Row> = sqlx::query_as(intentions!("id = $1 AND person_id = $2"))
        .bind(id)
        .bind(permit.person_id())
        .fetch_optional(&mut *tx)
        .await?;
    row.ok_or(Error::NotFound)?.read()
}
