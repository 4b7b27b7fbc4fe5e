//! Attempts and their steps.

use std::{future::Future, pin::Pin, sync::Arc};

use sqlx::{AnyPool, FromRow};
use uuid::Uuid;

use super::dialogue::model::{Event, Plot, State, join_events, split_events};
use crate::{
    access::{Learning, Permit},
    activity::{
        model::{Kind, item},
        store::{complete, note_activity},
    },
    error::{Error, Result},
    library::{Dialogue, Library, store::find_dialogue},
    storage::{Connection, Record},
    visit::Visit,
};

/// One run through a drill.
#[derive(Clone, Debug, FromRow)]
pub struct Attempt {
    pub id: String,
    /// `module/drill`.
    pub item: String,
    pub version: String,
    pub last_number: i64,
    events: String,
}

impl Attempt {
    /// Everything done in it, in order.
    pub fn events(&self) -> Result<Vec<Event>> {
        split_events(&self.events).map_err(|_| Error::internal("an attempt's events cannot be read"))
    }
}

/// One of one's own attempts.
pub async fn find_attempt(db: &AnyPool, permit: &Permit<Learning>, id: &str) -> Result<Option<Attempt>> {
    let attempt =
        sqlx::query_as("SELECT id, item, version, last_number, events FROM attempts WHERE id = $1 AND person_id = $2");
    Ok(attempt.bind(id).bind(permit.person_id()).fetch_optional(db).await?)
}

/// A dialogue in the version that an attempt is made against: today's, or an older one that is kept.
pub async fn find_version(visit: &Visit, item: &str, version: &str) -> Result<Arc<Dialogue>> {
    let (module, drill) = item.split_once('/').ok_or(Error::NotFound)?;
    let current = visit.library().drill(module, drill).cloned();
    match current {
        Some(current) if current.version == version => Ok(current),
        _ => {
            let kept = find_dialogue(visit.db().read(), version).await?;
            if (kept.module.as_str(), kept.id.as_str()) == (module, drill) {
                Ok(Arc::new(kept))
            } else {
                Err(Error::NotFound)
            }
        }
    }
}

/// A step to be recorded.
pub struct Step {
    permit: Permit<Learning>,
    attempt: String,
    number: i64,
    event: Event,
    dialogue: Arc<Dialogue>,
    library: Arc<Library>,
    now: i64,
    week: String,
}

#[derive(FromRow)]
struct Row {
    person_id: String,
    item: String,
    version: String,
    last_number: i64,
    events: String,
}

impl Step {
    /// `week` is the person's, at `now`. The attempt's id is made by the client and must be a UUID.
    #[allow(
        clippy::too_many_arguments,
        reason = "each says one thing about a step, and there is one caller and the demo"
    )]
    pub fn new(
        permit: Permit<Learning>,
        attempt: String,
        number: i64,
        event: Event,
        dialogue: Arc<Dialogue>,
        library: Arc<Library>,
        now: i64,
        week: String,
    ) -> Result<Step> {
        let attempt = Uuid::parse_str(&attempt).map_err(|_| Error::BadRequest)?.to_string();
        Ok(Step { permit, attempt, number, event, dialogue, library, now, week })
    }

    async fn write(&self, tx: &mut Connection) -> Result<()> {
        let row: Option<Row> =
            sqlx::query_as("SELECT person_id, item, version, last_number, events FROM attempts WHERE id = $1")
                .bind(&self.attempt)
                .fetch_optional(&mut *tx)
                .await?;
        let item = item(&self.dialogue.module, &self.dialogue.id);
        let mut events = Vec::new();
        if let Some(row) = &row {
            if row.person_id != self.permit.person_id() {
                return Err(Error::NotFound);
            }
            if row.item != item || row.version != self.dialogue.version {
                return Err(Error::Conflict);
            }
            events = split_events(&row.events).map_err(|_| Error::internal("an attempt's events cannot be read"))?;
            if self.number <= row.last_number {
                return self.compare(&events);
            }
        }
        if self.number != 1 + events.len() as i64 {
            return Err(Error::Conflict);
        }
        events.push(self.event);
        let plot = Plot::from(self.dialogue.as_ref());
        let state = State::replay(&plot, events.iter().copied()).map_err(|_| Error::Conflict)?;
        let ending =
            state.outcome(&plot).and_then(|_| self.dialogue.scenes.get(state.scene)).map(|scene| scene.id.clone());
        if row.is_some() {
            self.go_on(tx, &events, ending.as_deref()).await?;
        } else {
            self.begin(tx, &item, &events, ending.as_deref()).await?;
        }
        sqlx::query("INSERT INTO steps (attempt_id, number, event, at) VALUES ($1, $2, $3, $4)")
            .bind(&self.attempt)
            .bind(self.number)
            .bind(self.event.to_string())
            .bind(self.now)
            .execute(&mut *tx)
            .await?;
        note_activity(tx, &self.permit, &self.week, self.now).await?;
        if ending.is_some() {
            complete(tx, &self.permit, &self.library, (Kind::Drill, &item), self.now).await?;
        }
        Ok(())
    }

    /// A step that is stored already: the same again is fine, another one in its place is not.
    fn compare(&self, events: &[Event]) -> Result<()> {
        let stored = usize::try_from(self.number - 1).ok().and_then(|position| events.get(position));
        if stored == Some(&self.event) { Ok(()) } else { Err(Error::Conflict) }
    }

    async fn begin(&self, tx: &mut Connection, item: &str, events: &[Event], ending: Option<&str>) -> Result<()> {
        sqlx::query(
            "INSERT INTO attempts (id, person_id, item, version, started_at, last_number, events, last_at, ended_at, ending)
             VALUES ($1, $2, $3, $4, $5, 1, $6, $5, $7, $8)",
        )
        .bind(&self.attempt)
        .bind(self.permit.person_id())
        .bind(item)
        .bind(&self.dialogue.version)
        .bind(self.now)
        .bind(join_events(events))
        .bind(ending.map(|_| self.now))
        .bind(ending)
        .execute(&mut *tx)
        .await?;
        Ok(())
    }

    async fn go_on(&self, tx: &mut Connection, events: &[Event], ending: Option<&str>) -> Result<()> {
        let updated = sqlx::query(
            "UPDATE attempts SET last_number = $2, events = $3, last_at = $4, ended_at = $5, ending = $6
             WHERE id = $1 AND last_number = $2 - 1",
        );
        let updated = updated.bind(&self.attempt).bind(self.number).bind(join_events(events)).bind(self.now);
        let updated = updated.bind(ending.map(|_| self.now)).bind(ending).execute(&mut *tx).await?;
        // Another server was quicker: the unique step number decides, as it does for a step sent twice.
        if updated.rows_affected() == 1 { Ok(()) } else { Err(Error::Conflict) }
    }
}

impl Record for Step {
    fn key(&self) -> String {
        format!("{} {:08}", self.permit.person_id(), self.number)
    }

    fn apply<'a>(&'a mut self, tx: &'a mut Connection) -> Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>> {
        Box::pin(self.write(tx))
    }
}
