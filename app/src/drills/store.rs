//! Attempts and their steps.

use std::sync::Arc;

use sqlx::FromRow;
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
    storage::{Applying, Connection, Insert, Readers, Record, Rows, Value},
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
pub async fn find_attempt(db: &Readers, permit: &Permit<Learning>, id: &str) -> Result<Option<Attempt>> {
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

static STEPS: Insert = Insert { head: "INSERT INTO steps (attempt_id, number, event, at) VALUES", tail: "", key: 2 };

/// An attempt with one step more.
struct Told {
    /// All events, in one line.
    events: String,
    /// The scene that ends it, if it is over.
    ending: Option<String>,
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

    async fn write(&self, tx: &mut Connection, rows: &mut Rows) -> Result<()> {
        let item = item(&self.dialogue.module, &self.dialogue.id);
        // A first step is nearly always new: then its attempt need not be looked for.
        if self.number == 1
            && let Ok(told) = self.follow(Vec::new())
            && self.begin(tx, &item, &told).await?
        {
            return self.derive((tx, rows), &item, &told).await;
        }
        let row: Option<Row> =
            sqlx::query_as("SELECT person_id, item, version, last_number, events FROM attempts WHERE id = $1")
                .bind(&self.attempt)
                .fetch_optional(&mut *tx)
                .await?;
        let row = row.ok_or(Error::Conflict)?;
        if row.person_id != self.permit.person_id() {
            return Err(Error::NotFound);
        }
        if row.item != item || row.version != self.dialogue.version {
            return Err(Error::Conflict);
        }
        let events = split_events(&row.events).map_err(|_| Error::internal("an attempt's events cannot be read"))?;
        if self.number <= row.last_number {
            return self.compare(&events);
        }
        let told = self.follow(events)?;
        self.go_on(tx, &told).await?;
        self.derive((tx, rows), &item, &told).await
    }

    /// A step that is stored already: the same again is fine, another one in its place is not.
    fn compare(&self, events: &[Event]) -> Result<()> {
        let stored = usize::try_from(self.number - 1).ok().and_then(|position| events.get(position));
        if stored == Some(&self.event) { Ok(()) } else { Err(Error::Conflict) }
    }

    /// What the attempt is with this step after those events.
    fn follow(&self, mut events: Vec<Event>) -> Result<Told> {
        if self.number != 1 + events.len() as i64 {
            return Err(Error::Conflict);
        }
        events.push(self.event);
        let plot = Plot::from(self.dialogue.as_ref());
        let state = State::replay(&plot, events.iter().copied()).map_err(|_| Error::Conflict)?;
        let ending = state.outcome(&plot).and_then(|_| self.dialogue.scenes.get(state.scene));
        Ok(Told { events: join_events(&events), ending: ending.map(|scene| scene.id.clone()) })
    }

    /// Whether the attempt is new.
    async fn begin(&self, tx: &mut Connection, item: &str, told: &Told) -> Result<bool> {
        let inserted = sqlx::query(
            "INSERT INTO attempts (id, person_id, item, version, started_at, last_number, events, last_at, ended_at, ending)
             VALUES ($1, $2, $3, $4, $5, 1, $6, $5, $7, $8) ON CONFLICT (id) DO NOTHING",
        )
        .bind(&self.attempt)
        .bind(self.permit.person_id())
        .bind(item)
        .bind(&self.dialogue.version)
        .bind(self.now)
        .bind(&told.events)
        .bind(told.ending.as_ref().map(|_| self.now))
        .bind(&told.ending)
        .execute(&mut *tx)
        .await?;
        Ok(inserted.rows_affected() == 1)
    }

    async fn go_on(&self, tx: &mut Connection, told: &Told) -> Result<()> {
        let updated = sqlx::query(
            "UPDATE attempts SET last_number = $2, events = $3, last_at = $4, ended_at = $5, ending = $6
             WHERE id = $1 AND last_number = $2 - 1",
        );
        let updated = updated.bind(&self.attempt).bind(self.number).bind(&told.events).bind(self.now);
        let updated = updated.bind(told.ending.as_ref().map(|_| self.now)).bind(&told.ending).execute(&mut *tx).await?;
        // Another server was quicker: the unique step number decides, as it does for a step sent twice.
        if updated.rows_affected() == 1 { Ok(()) } else { Err(Error::Conflict) }
    }

    /// The step itself, and what follows from it.
    async fn derive(&self, (tx, rows): (&mut Connection, &mut Rows), item: &str, told: &Told) -> Result<()> {
        let (attempt, event) = (Value::Text(self.attempt.clone()), Value::Text(self.event.to_string()));
        rows.add(&STEPS, vec![attempt, Value::Number(self.number), event, Value::Number(self.now)]);
        note_activity(rows, &self.permit, &self.week, self.now);
        if told.ending.is_some() {
            complete(tx, &self.permit, &self.library, (Kind::Drill, item), self.now).await?;
        }
        Ok(())
    }
}

impl Record for Step {
    fn key(&self) -> String {
        format!("{} {:08}", self.permit.person_id(), self.number)
    }

    fn apply<'a>(&'a mut self, tx: &'a mut Connection, rows: &'a mut Rows) -> Applying<'a> {
        Box::pin(self.write(tx, rows))
    }
}
