//! What a batch reads and leaves together is what each of its records would have read and left alone.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use app::{
    error::{Error, Result},
    storage::{Applying, Connection, Lookup, Record, Recorder, Rows, Value, Write},
};
use augenhoehe_tests::{Engine, Scratch, Stage, on_both_engines};
use futures::future::join_all;
use sqlx::{Executor, FromRow};
use tokio::sync::Mutex;

on_both_engines!(
    rungs_follow_one_another_within_a_batch,
    what_refers_to_a_row_comes_after_it,
    who_was_overtaken_is_told_and_nobody_else,
    who_was_overtaken_is_told_before_the_end_of_the_batch_as_well,
);

static LADDER: Lookup = Lookup::new("SELECT id, rung FROM asked CROSS JOIN ladders WHERE id = asked.key");

static SET_UP: Write = Write {
    head: "INSERT INTO ladders (id, rung, note) SELECT * FROM (VALUES",
    tail: ") AS new WHERE column1 IS NOT NULL ON CONFLICT (id) DO NOTHING",
    key: 1,
    first: true,
};

static CLIMBED: Write = Write {
    head: "UPDATE ladders SET rung = new.column2, note = new.column3 FROM (VALUES",
    tail: ") AS new WHERE ladders.id = new.column1 AND ladders.rung = new.column2 - 1",
    key: 1,
    first: true,
};

/// Refers to the ladder: whichever of the two a batch is given first.
static RUNG: Write = Write {
    head: "INSERT INTO rungs (ladder, number) SELECT * FROM (VALUES",
    tail: ") AS new WHERE column1 IS NOT NULL",
    key: 2,
    first: false,
};

#[derive(FromRow)]
struct Ladder {
    rung: i64,
}

/// One rung up a ladder.
struct Climb {
    ladder: String,
    to: i64,
    /// Takes for granted that the rung below is reached, as after somebody else's change.
    is_blind: bool,
    /// Does not wait for the end of the batch.
    is_hasty: bool,
    applied: Arc<AtomicUsize>,
    gate: Arc<Mutex<()>>,
}

impl Record for Climb {
    fn key(&self) -> String {
        format!("{} {:08}", self.ladder, self.to)
    }

    fn looks_up(&self) -> Option<(&'static Lookup, String)> {
        Some((&LADDER, self.ladder.clone()))
    }

    fn apply<'a>(&'a mut self, tx: &'a mut Connection, rows: &'a mut Rows) -> Applying<'a> {
        Box::pin(async move {
            let _turn = self.gate.lock().await;
            self.applied.fetch_add(1, Ordering::Relaxed);
            let rung = match self.is_blind {
                true => self.to - 1,
                false => rows.find::<Ladder>(tx, &LADDER, &self.ladder).await?.map_or(0, |ladder| ladder.rung),
            };
            if self.to != rung + 1 {
                return Err(Error::Conflict);
            }
            let note = if self.to % 2 == 0 { Value::NoText } else { Value::Text(format!("rung {}", self.to)) };
            let row = vec![Value::Text(self.ladder.clone()), Value::Number(self.to), note];
            rows.add(if rung == 0 { &SET_UP } else { &CLIMBED }, row);
            rows.add(&RUNG, vec![Value::Text(self.ladder.clone()), Value::Number(self.to)]);
            if self.is_hasty { rows.write_now(tx).await } else { Ok(()) }
        })
    }
}

struct Trial {
    scratch: Scratch,
    recorder: Recorder,
    /// How often anything was applied.
    applied: Arc<AtomicUsize>,
    gate: Arc<Mutex<()>>,
}

impl Trial {
    async fn new(engine: Engine) -> Trial {
        let scratch = Stage::scratch(engine).await;
        let mut tx = scratch.db.begin().await.unwrap();
        tx.execute("CREATE TABLE ladders (id TEXT PRIMARY KEY, rung BIGINT NOT NULL, note TEXT)").await.unwrap();
        tx.execute("CREATE TABLE rungs (ladder TEXT NOT NULL REFERENCES ladders (id), number BIGINT NOT NULL)")
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let (recorder, _) = Recorder::start(scratch.db.clone());
        Trial { scratch, recorder, applied: Arc::default(), gate: Arc::default() }
    }

    fn climb(&self, ladder: &str, to: i64) -> Climb {
        let (applied, gate) = (Arc::clone(&self.applied), Arc::clone(&self.gate));
        Climb { ladder: ladder.to_owned(), to, is_blind: false, is_hasty: false, applied, gate }
    }

    /// Records all of these; no more than two batches have begun before all wait.
    async fn record(&self, climbs: Vec<Climb>) -> Vec<Result<()>> {
        let held = Arc::clone(&self.gate).lock_owned().await;
        let records: Vec<_> = climbs.into_iter().map(|climb| self.recorder.record(climb)).collect();
        let opening = async {
            for _ in 0..50 {
                tokio::task::yield_now().await;
            }
            drop(held);
        };
        futures::future::join(join_all(records), opening).await.0
    }

    async fn ladders(&self) -> Vec<(String, i64, Option<String>)> {
        let rows = sqlx::query_as("SELECT id, rung, note FROM ladders ORDER BY id");
        rows.fetch_all(self.scratch.db.read()).await.unwrap()
    }
}

async fn rungs_follow_one_another_within_a_batch(engine: Engine) {
    let trial = Trial::new(engine).await;
    // A first one keeps a writer busy, so that the rest share few batches.
    let mut climbs = vec![trial.climb("0", 1)];
    climbs.extend((1..=30).map(|number| trial.climb(&format!("{number:03}"), 1)));
    assert!(trial.record(climbs).await.iter().all(Result::is_ok));
    // On SQLite all of it is one batch, sorted; two writers of PostgreSQL may refuse the rung that came too early.
    let all = (1..=30).flat_map(|number| (2..=4).map(move |to| (format!("{number:03}"), to)));
    let answers = trial.record(all.map(|(ladder, to)| trial.climb(&ladder, to)).collect()).await;
    let climbed = 1 + 30 + answers.iter().filter(|answer| answer.is_ok()).count() as i64;
    if engine == Engine::Sqlite {
        assert_eq!(climbed, 121);
    }
    let ladders = trial.ladders().await;
    assert_eq!(ladders.iter().map(|(_, rung, _)| rung).sum::<i64>(), climbed, "each acknowledged rung, once");
    for (ladder, rung, note) in ladders {
        assert_eq!(note, (rung % 2 != 0).then(|| format!("rung {rung}")), "{ladder}");
    }
}

async fn what_refers_to_a_row_comes_after_it(engine: Engine) {
    let trial = Trial::new(engine).await;
    let begin = (0..20).map(|number| trial.climb(&format!("{number:02}"), 1)).collect();
    assert!(trial.record(begin).await.iter().all(Result::is_ok));
    // Half go on and half begin, by turns.
    let climb = |number: i64| match number % 2 {
        0 => trial.climb(&format!("{number:02}"), 2),
        _ => trial.climb(&format!("{number:02} b"), 1),
    };
    assert!(trial.record((0..20).map(climb).collect()).await.iter().all(Result::is_ok));
    assert_eq!(trial.applied.load(Ordering::Relaxed), 40, "no batch had to be done again");
}

async fn who_was_overtaken_is_told_and_nobody_else(engine: Engine) {
    overtaken(engine, false).await;
}

async fn who_was_overtaken_is_told_before_the_end_of_the_batch_as_well(engine: Engine) {
    overtaken(engine, true).await;
}

async fn overtaken(engine: Engine, is_hasty: bool) {
    let trial = Trial::new(engine).await;
    let begin = (0..20).map(|number| trial.climb(&format!("{number:02}"), 1)).collect();
    assert!(trial.record(begin).await.iter().all(Result::is_ok));
    let climb = |number: i64| match number {
        // Its ladder is on the first rung, or is gone.
        7 => Climb { is_blind: true, is_hasty, ..trial.climb("07", 3) },
        13 => Climb { is_blind: true, is_hasty, ..trial.climb("gone", 2) },
        _ => trial.climb(&format!("{number:02}"), 2),
    };
    let answers = trial.record((0..20).map(climb).collect()).await;
    for (number, answer) in (0..).zip(&answers) {
        let is_overtaken = number == 7 || number == 13;
        assert_eq!(matches!(answer, Err(Error::Conflict)), is_overtaken, "{number}: {answer:?}");
        assert_eq!(answer.is_ok(), !is_overtaken, "{number}: {answer:?}");
    }
    let ladders = trial.ladders().await;
    assert_eq!(ladders.len(), 20, "nothing came back that was gone");
    assert_eq!(ladders.iter().map(|(_, rung, _)| rung).sum::<i64>(), 38);
}
