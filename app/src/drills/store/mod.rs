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
    storage::{Applying, Connection, Lookup, Readers, Record, Rows, Value, Write},
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
    is_completed: i64,
}

/// Whether the person has finished the drill before, in this attempt or another one: then its end completes nothing more.
static ATTEMPT: Lookup = Lookup::new(
    "SELECT a.id, a.person_id, a.item, a.version, a.last_number, a.events,
            CAST(CASE WHEN EXISTS (SELECT 1 FROM completions c WHERE c.person_id = a.person_id AND c.kind = 'drill' AND c.item = a.item)
                 THEN 1 ELSE 0 END AS BIGINT) AS is_completed
     FROM asked CROSS JOIN attempts a WHERE a.id = asked.key",
);

static BEGUN: Write = Write {
    head: "INSERT INTO attempts (id, person_id, item, version, started_at, last_number, events, last_at, ended_at,
                                 ending) SELECT * FROM (VALUES",
    tail: ") AS new WHERE column1 IS NOT NULL ON CONFLICT (id) DO NOTHING",
    key: 1,
    first: true,
};

/// Never an upsert: an attempt that was deleted meanwhile must not come back.
static GONE_ON: Write = Write {
    head: "UPDATE attempts SET last_number = new.column2, events = new.column3, last_at = new.column4,
                  ended_at = new.column5, ending = new.column6 FROM (VALUES",
    tail: ") AS new WHERE attempts.id = new.column1 AND attempts.last_number = new.column2 - 1",
    key: 1,
    first: true,
};

static STEPS: Write = Write {
    head: "INSERT INTO steps (attempt_id, number, event, at) SELECT * FROM (VALUES",
    tail: ") AS new WHERE column1 IS NOT NULL",
    key: 2,
    first: false,
};

/// An attempt that went on after an ending that was taken back says what it says last.
static EVIDENCE: Write = Write {
    head: "INSERT INTO evidence (person_id, source, competency, item, score, at) SELECT * FROM (VALUES",
    tail: ") AS new WHERE column1 IS NOT NULL ON CONFLICT (person_id, source, competency) DO UPDATE SET score = excluded.score, at = excluded.at",
    key: 3,
    first: false,
};

/// What held before a step.
#[derive(Default)]
struct Before {
    decision: Option<Decision>,
    is_completed: bool,
}

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
        let row: Option<Row> = rows.find(tx, &ATTEMPT, &self.attempt).await?;
        let Some(row) = row else {
            let told = self.follow(Vec::new())?;
            rows.add(&BEGUN, self.begun(&told));
            self.derive((tx, rows), &Before::default(), &told).await?;
            return Ok(true);
        };
        if row.person_id != self.permit.person_id() {
            return Err(Error::NotFound);
        }
        if row.item != self.drill.item() || row.version != self.drill.head().version {
            return Err(Error::Conflict);
        }
        let events = split_events(&row.events);
        if self.number <= row.last_number {
            return self.compare(&events).map(|()| false);
        }
        let before = Before { decision: self.drill.decision(&events), is_completed: row.is_completed != 0 };
        let told = self.follow(events)?;
        rows.add(&GONE_ON, self.gone_on(&told));
        self.derive((tx, rows), &before, &told).await?;
        Ok(true)
    }

    /// A step that is stored already: the same again is fine, another one in its place is not.
    fn compare(&self, events: &[String]) -> Result<()> {
        let stored = self.number.checked_sub(1).and_then(|before| events.get(usize::try_from(before).ok()?));
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

    /// As [`BEGUN`] wants it.
    fn begun(&self, told: &Told) -> Vec<Value> {
        let head = [&self.attempt, self.permit.person_id(), &self.drill.item(), &self.drill.head().version];
        let head = head.map(|text| Value::Text(text.to_owned()));
        let [ended_at, ending] = self.end(told);
        let events = Value::Text(told.events.clone());
        let now = || Value::Number(self.now);
        head.into_iter().chain([now(), Value::Number(self.number), events, now(), ended_at, ending]).collect()
    }

    /// As [`GONE_ON`] wants it.
    fn gone_on(&self, told: &Told) -> Vec<Value> {
        let (attempt, events) = (Value::Text(self.attempt.clone()), Value::Text(told.events.clone()));
        let [ended_at, ending] = self.end(told);
        vec![attempt, Value::Number(self.number), events, Value::Number(self.now), ended_at, ending]
    }

    fn end(&self, told: &Told) -> [Value; 2] {
        match &told.ending {
            Some(ending) => [Value::Number(self.now), Value::Text(ending.id.clone())],
            None => [Value::NoNumber, Value::NoText],
        }
    }

    /// The step itself, and what follows from it.
    async fn derive(&self, (tx, rows): (&mut Connection, &mut Rows), before: &Before, told: &Told) -> Result<()> {
        let item = &self.drill.item();
        let (attempt, event) = (Value::Text(self.attempt.clone()), Value::Text(self.event.clone()));
        rows.add(&STEPS, vec![attempt, Value::Number(self.number), event, Value::Number(self.now)]);
        note_activity(rows, &self.permit, &self.week, self.now);
        if let Some(ending) = &told.ending {
            self.note_evidence(rows, item, ending);
            if !before.is_completed {
                complete(tx, &self.permit, &self.library, (Kind::Drill, item), self.now).await?;
            }
        }
        if told.decision != before.decision {
            // What is decided refers to the attempt, which must be there then.
            rows.write_now(tx).await?;
            decide(tx, (&self.permit, &self.attempt, item), told.decision.as_ref(), self.now).await?;
        }
        Ok(())
    }

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

    fn looks_up(&self) -> Option<(&'static Lookup, String)> {
        Some((&ATTEMPT, self.attempt.clone()))
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
