//! One's own sentences in the database: each statement reaches the person's own alone.

use sqlx::FromRow;

use crate::{
    access::{Learning, Permit},
    activity::{model::week_of, store::note_activity},
    error::{Error, Result},
    storage::{Applying, Connection, Readers, Record, Rows},
    visit::Visit,
};

/// A sentence of one's own.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct OwnPhrase {
    pub id: String,
    /// `module/drill` that it was found at; empty where it was written down.
    pub item: String,
    pub text: String,
    pub created_at: i64,
}

/// More than anybody looks up.
const MOST: i64 = 1000;

/// All of them, the latest first.
pub async fn list_phrases(db: &Readers, permit: &Permit<Learning>) -> Result<Vec<OwnPhrase>> {
    let phrases = sqlx::query_as(
        "SELECT id, item, text, created_at FROM phrase_book WHERE person_id = $1 ORDER BY created_at DESC, id LIMIT $2",
    );
    Ok(phrases.bind(permit.person_id()).bind(MOST).fetch_all(db).await?)
}

pub async fn find_phrase(db: &Readers, permit: &Permit<Learning>, id: &str) -> Result<Option<OwnPhrase>> {
    let phrase = sqlx::query_as("SELECT id, item, text, created_at FROM phrase_book WHERE id = $1 AND person_id = $2");
    Ok(phrase.bind(id).bind(permit.person_id()).fetch_optional(db).await?)
}

/// What somebody does with a sentence.
#[derive(Clone, Debug)]
pub enum Deed {
    /// `item`: where it was found, or nothing.
    Keep {
        item: String,
        text: String,
    },
    Change {
        text: String,
    },
    Remove,
}

/// Something done with the sentence of this id.
pub struct PhraseRecord {
    permit: Permit<Learning>,
    id: String,
    deed: Deed,
    now: i64,
    week: String,
}

impl PhraseRecord {
    pub fn new(visit: &Visit, id: String, deed: Deed) -> Result<PhraseRecord> {
        let actor = visit.actor()?;
        let week = week_of(visit.now, &actor.time_zone);
        Ok(PhraseRecord { permit: actor.permit_learning(), id, deed, now: visit.now, week })
    }

    async fn write(&self, tx: &mut Connection, rows: &mut Rows) -> Result<()> {
        match &self.deed {
            Deed::Keep { item, text } => {
                if self.insert(tx, item, text).await? {
                    note_activity(rows, &self.permit, &self.week, self.now);
                }
                Ok(())
            }
            Deed::Change { text } => {
                let changed = sqlx::query("UPDATE phrase_book SET text = $3 WHERE id = $1 AND person_id = $2");
                let changed = changed.bind(&self.id).bind(self.permit.person_id()).bind(text).execute(tx).await?;
                if changed.rows_affected() == 1 { Ok(()) } else { Err(Error::NotFound) }
            }
            // Removed twice, it is gone.
            Deed::Remove => {
                let removed = sqlx::query("DELETE FROM phrase_book WHERE id = $1 AND person_id = $2");
                removed.bind(&self.id).bind(self.permit.person_id()).execute(tx).await?;
                Ok(())
            }
        }
    }

    /// Whether it is new. The same again counts once; another sentence in its place is a conflict.
    async fn insert(&self, tx: &mut Connection, item: &str, text: &str) -> Result<bool> {
        let inserted = sqlx::query(
            "INSERT INTO phrase_book (id, person_id, item, text, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING",
        );
        let inserted = inserted.bind(&self.id).bind(self.permit.person_id()).bind(item).bind(text).bind(self.now);
        if inserted.execute(&mut *tx).await?.rows_affected() == 1 {
            return Ok(true);
        }
        let kept: (String, String) = sqlx::query_as("SELECT person_id, text FROM phrase_book WHERE id = $1")
            .bind(&self.id)
            .fetch_optional(&mut *tx)
            .await?
            .ok_or(Error::Conflict)?;
        match kept {
            (person, _) if person != self.permit.person_id() => Err(Error::NotFound),
            (_, kept) if kept == text => Ok(false),
            _ => Err(Error::Conflict),
        }
    }
}

impl Record for PhraseRecord {
    fn key(&self) -> String {
        format!("{} phrase {}", self.permit.person_id(), self.id)
    }

    fn apply<'a>(&'a mut self, tx: &'a mut Connection, rows: &'a mut Rows) -> Applying<'a> {
        Box::pin(self.write(tx, rows))
    }
}
