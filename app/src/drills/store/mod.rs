//! Attempts and their steps.

mod delete;

pub use delete::delete_attempt;

use std::sync::Arc;

use sqlx::FromRow;
use uuid::Uuid;

use super::{Decision, Drill, Ending, Evidence};
use crate::{
    access::{Learning, Permit},
    activity::{
        model::Kind,
        store::{complete, note_activity},
    },
    error::{Error, Result},
    library::{Library, store::find_drill},
    responses::store::decide,
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
    pub fn events(&self) -> Vec<String> {
        split_events(&self.events)
    }
}

/// Between the events of an attempt where they stand in one line; no event holds it.
const BETWEEN: char = '\u{1e}';

/// Events as they are stored in one line.
pub fn join_events(events: &[String]) -> String {
    events.join("\u{1e}")
}

/// Events as they were before.
pub fn split_events(line: &str) -> Vec<String> {
    if line.is_empty() { Vec::new() } else { line.split(BETWEEN).map(str::to_owned).collect() }
}

/// One of one's own attempts.
pub async fn find_attempt(db: &Readers, permit: &Permit<Learning>, id: &str) -> Result<Option<Attempt>> {
    let attempt =
        sqlx::query_as("SELECT id, item, version, last_number, events FROM attempts WHERE id = $1 AND person_id = $2");
    Ok(attempt.bind(id).bind(permit.person_id()).fetch_optional(db).await?)
}

/// A drill in the version that an attempt is made against: today's, or an older one that is kept.
pub async fn find_version(visit: &Visit, item: &str, version: &str) -> Result<Drill> {
    let (module, drill) = item.split_once('/').ok_or(Error::NotFound)?;
    match visit.library().drill(module, drill) {
        Some(current) if current.head().version == version => Ok(current.clone()),
        _ => {
            let kept = find_drill(visit.db().read(), version).await?;
            if kept.item() == item { Ok(kept) } else { Err(Error::NotFound) }
        }
    }
}

/// A step to be recorded.
pub struct Step {
    permit: Permit<Learning>,
    attempt: String,
    number: i64,
    event: String,
    drill: Drill,
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

/// An attempt that went on after an ending that was taken back says what it says last.
static EVIDENCE: Insert = Insert {
    head: "INSERT INTO evidence (person_id, source, competency, item, score, at) VALUES",
    tail: "ON CONFLICT (person_id, source, competency) DO UPDATE SET score = excluded.score, at = excluded.at",
    key: 3,
};

/// An attempt with one step more.
struct Told {
    /// All events, in one line.
    events: String,
    /// If it is over.
    ending: Option<Ending>,
    decision: Option<Decision>,
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
        event: String,
        drill: Drill,
        library: Arc<Library>,
        now: i64,
        week: String,
    ) -> Result<Step> {
        let attempt = Uuid::parse_str(&attempt).map_err(|_| Error::BadRequest)?.to_string();
        if event.contains(BETWEEN) {
            return Err(Error::BadRequest);
        }
        Ok(Step { permit, attempt, number, event, drill, library, now, week })
    }

    /// Whether the step is new; the same again changes nothing.
    pub(crate) async fn write(&self, tx: &mut Connection, rows: &mut Rows) -> Result<bool> {
        let item = self.drill.item();
        // A first step is nearly always new: then its attempt need not be looked for.
        if self.number == 1
            && let Ok(told) = self.follow(Vec::new())
            && self.begin(tx, &item, &told).await?
        {
            self.derive((tx, rows), &item, None, &told).await?;
            return Ok(true);
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
        if row.item != item || row.version != self.drill.head().version {
            return Err(Error::Conflict);
        }
        let events = split_events(&row.events);
        if self.number <= row.last_number {
            return self.compare(&events).map(|()| false);
        }
        let decided = self.drill.decision(&events);
        let told = self.follow(events)?;
        self.go_on(tx, &told).await?;
        self.derive((tx, rows), &item, decided, &told).await?;
        Ok(true)
    }

    /// A step that is stored already: the same again is fine, another one in its place is not.
    fn compare(&self, events: &[String]) -> Result<()> {
        let stored = usize::try_from(self.number - 1).ok().and_then(|position| events.get(position));
        if stored == Some(&self.event) { Ok(()) } else { Err(Error::Conflict) }
    }

    /// What the attempt is with this step after those events.
    fn follow(&self, mut events: Vec<String>) -> Result<Told> {
        if self.number != 1 + events.len() as i64 {
            return Err(Error::Conflict);
        }
        events.push(self.event.clone());
        let ending = self.drill.follow(&events).map_err(|_| Error::Conflict)?;
        let decision = self.drill.decision(&events);
        Ok(Told { events: join_events(&events), ending, decision })
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
        .bind(&self.drill.head().version)
        .bind(self.now)
        .bind(&told.events)
        .bind(told.ending.as_ref().map(|_| self.now))
        .bind(told.ending.as_ref().map(|ending| ending.id.as_str()))
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
        let updated = updated
            .bind(told.ending.as_ref().map(|_| self.now))
            .bind(told.ending.as_ref().map(|ending| ending.id.as_str()))
            .execute(&mut *tx)
            .await?;
        // Another server was quicker: the unique step number decides, as it does for a step sent twice.
        if updated.rows_affected() == 1 { Ok(()) } else { Err(Error::Conflict) }
    }

    /// The step itself, and what follows from it. `decided`: what held before.
    async fn derive(
        &self,
        (tx, rows): (&mut Connection, &mut Rows),
        item: &str,
        decided: Option<Decision>,
        told: &Told,
    ) -> Result<()> {
        let (attempt, event) = (Value::Text(self.attempt.clone()), Value::Text(self.event.clone()));
        rows.add(&STEPS, vec![attempt, Value::Number(self.number), event, Value::Number(self.now)]);
        note_activity(rows, &self.permit, &self.week, self.now);
        if let Some(ending) = &told.ending {
            self.note_evidence(rows, item, ending);
            complete(tx, &self.permit, &self.library, (Kind::Drill, item), self.now).await?;
        }
        if told.decision != decided {
            decide(tx, (&self.permit, &self.attempt, item), told.decision.as_ref(), self.now).await?;
        }
        Ok(())
    }
}

impl Step {
    /// What the attempt, having ended, says about competencies.
    fn note_evidence(&self, rows: &mut Rows, item: &str, ending: &Ending) {
        for Evidence { competency, score } in &ending.evidence {
            let texts =
                [self.permit.person_id(), &self.attempt, competency, item].map(|text| Value::Text(text.to_owned()));
            let numbers = [Value::Number(i64::from(*score)), Value::Number(self.now)];
            rows.add(&EVIDENCE, texts.into_iter().chain(numbers).collect());
        }
    }
}

impl Record for Step {
    fn key(&self) -> String {
        format!("{} {:08}", self.permit.person_id(), self.number)
    }

    fn apply<'a>(&'a mut self, tx: &'a mut Connection, rows: &'a mut Rows) -> Applying<'a> {
        Box::pin(async move { self.write(tx, rows).await.map(|_| ()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_come_apart_as_they_were() {
        for events in [vec![], vec!["0", "back", "2"], vec!["write Good morning,\nhow are you?", "mark 0 2"]] {
            let events: Vec<String> = events.into_iter().map(str::to_owned).collect();
            assert_eq!(split_events(&join_events(&events)), events);
        }
    }
}
