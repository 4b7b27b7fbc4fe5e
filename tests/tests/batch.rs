//! The batch writer: many requests, one commit; one that fails harms no other; nothing is acknowledged before the commit.

use std::{
    collections::BTreeSet,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use app::{
    error::{Error, Result},
    storage::{Applying, Connection, Database, Record, Recorder, Rows, Value, Write},
};
use augenhoehe_tests::{Engine, Scratch, Stage, eventually, on_both_engines};
use sqlx::Executor;

on_both_engines!(
    many_share_a_commit,
    a_refusal_harms_nobody_else,
    a_fault_is_redone_item_by_item,
    nothing_is_acknowledged_before_the_commit,
    what_was_accepted_is_written_before_the_end,
);

/// What an item does besides writing its row.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Good,
    /// Says no before it writes.
    Refused,
    /// Breaks a rule of the database, which ends PostgreSQL's transaction.
    Faulty,
}

/// How many items there are, by their remainder of seven.
static SUMS: Write = Write {
    head: "INSERT INTO sums (id, items) SELECT * FROM (VALUES",
    tail: ") AS new WHERE column1 IS NOT NULL ON CONFLICT (id) DO UPDATE SET items = sums.items + excluded.items",
    key: 1,
    first: false,
};

struct Item {
    number: i64,
    kind: Kind,
    /// How often anything was applied.
    applied: Arc<AtomicUsize>,
    /// How much was committed whenever something was applied.
    committed: Arc<Mutex<BTreeSet<i64>>>,
    db: Database,
    /// Held while the batch is not to go on.
    gate: Arc<tokio::sync::Mutex<()>>,
}

impl Record for Item {
    fn key(&self) -> String {
        format!("{:08}", self.number)
    }

    fn apply<'a>(&'a mut self, tx: &'a mut Connection, rows: &'a mut Rows) -> Applying<'a> {
        Box::pin(async move {
            let _turn = self.gate.lock().await;
            self.applied.fetch_add(1, Ordering::Relaxed);
            let committed = count_items(&self.db).await;
            self.committed.lock().unwrap().insert(committed);
            if self.kind == Kind::Refused {
                return Err(Error::Conflict);
            }
            let id = if self.kind == Kind::Faulty { None } else { Some(self.number) };
            sqlx::query("INSERT INTO items (id) VALUES ($1)").bind(id).execute(&mut *tx).await?;
            rows.add(&SUMS, vec![Value::Text((self.number % 7).to_string()), Value::Number(1)]);
            Ok(())
        })
    }
}

/// As many as the rows that each item left for the end of its batch add up to.
async fn count(db: &Database) -> i64 {
    let sum = sqlx::query_scalar::<_, i64>("SELECT CAST(COALESCE(SUM(items), 0) AS BIGINT) FROM sums");
    let sum = sum.fetch_one(db.read()).await.unwrap();
    let items: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM items").fetch_one(db.read()).await.unwrap();
    assert_eq!(sum, items);
    items
}

async fn count_items(db: &Database) -> i64 {
    sqlx::query_scalar("SELECT COUNT(*) FROM items").fetch_one(db.read()).await.unwrap()
}

/// A recorder that writes into a database of its own.
struct Trial {
    scratch: Scratch,
    recorder: Recorder,
    writing: tokio::task::JoinHandle<()>,
    applied: Arc<AtomicUsize>,
    committed: Arc<Mutex<BTreeSet<i64>>>,
    gate: Arc<tokio::sync::Mutex<()>>,
}

impl Trial {
    fn item(&self, number: i64, kind: Kind) -> Item {
        let (applied, committed, gate) = (&self.applied, &self.committed, &self.gate);
        let (applied, committed, gate) = (Arc::clone(applied), Arc::clone(committed), Arc::clone(gate));
        Item { number, kind, applied, committed, db: self.scratch.db.clone(), gate }
    }

    async fn count(&self) -> i64 {
        count(&self.scratch.db).await
    }

    /// Records all of these at once, so that they share a batch: a first item holds the writer until all wait.
    async fn record_together(&self, items: impl Iterator<Item = Item>) -> Vec<Result<()>> {
        let held = Arc::clone(&self.gate).lock_owned().await;
        let first = tokio::spawn({
            let (recorder, item) = (self.recorder.clone(), self.item(1_000_000, Kind::Good));
            async move { recorder.record(item).await }
        });
        let records: Vec<_> = items.map(|item| self.recorder.record(item)).collect();
        let opening = async {
            // By then all have got into the queue: each turn of this task lets some of them in.
            for _ in 0..50 {
                tokio::task::yield_now().await;
            }
            drop(held);
        };
        let (answers, ()) = futures::future::join(futures::future::join_all(records), opening).await;
        first.await.unwrap().unwrap();
        answers
    }
}

async fn trial(engine: Engine) -> Trial {
    let scratch = Stage::scratch(engine).await;
    let mut tx = scratch.db.begin().await.unwrap();
    tx.execute("CREATE TABLE items (id BIGINT NOT NULL UNIQUE)").await.unwrap();
    tx.execute("CREATE TABLE sums (id TEXT PRIMARY KEY, items BIGINT NOT NULL)").await.unwrap();
    tx.commit().await.unwrap();
    let (recorder, writing) = Recorder::start(scratch.db.clone());
    let (applied, committed, gate) = Default::default();
    Trial { scratch, recorder, writing, applied, committed, gate }
}

async fn many_share_a_commit(engine: Engine) {
    let trial = trial(engine).await;
    let answers = trial.record_together((0..200).map(|number| trial.item(number, Kind::Good))).await;
    assert!(answers.iter().all(Result::is_ok));
    assert_eq!(trial.count().await, 201);
    assert_eq!(trial.applied.load(Ordering::Relaxed), 201, "each was applied once");
    let committed = trial.committed.lock().unwrap().clone();
    // SQLite: one for the first and one for the rest. PostgreSQL: two writers share them.
    assert!(committed.len() <= 10, "few commits for many, not {committed:?}");
}

async fn a_refusal_harms_nobody_else(engine: Engine) {
    let trial = trial(engine).await;
    let kind = |number| if number % 10 == 3 { Kind::Refused } else { Kind::Good };
    let answers = trial.record_together((0..100).map(|number| trial.item(number, kind(number)))).await;
    for (number, answer) in (0..).zip(&answers) {
        assert_eq!(matches!(answer, Err(Error::Conflict)), kind(number) == Kind::Refused, "{number}: {answer:?}");
        assert_eq!(answer.is_ok(), kind(number) == Kind::Good, "{number}: {answer:?}");
    }
    assert_eq!(trial.count().await, 91);
    assert_eq!(trial.applied.load(Ordering::Relaxed), 101, "a refusal makes nothing be done again");
}

async fn a_fault_is_redone_item_by_item(engine: Engine) {
    let trial = trial(engine).await;
    let kind = |number| if number == 50 { Kind::Faulty } else { Kind::Good };
    let answers = trial.record_together((0..100).map(|number| trial.item(number, kind(number)))).await;
    for (number, answer) in (0..).zip(&answers) {
        assert_eq!(answer.is_ok(), kind(number) == Kind::Good, "{number}: {answer:?}");
    }
    assert!(matches!(answers[50], Err(Error::Internal(_))));
    assert_eq!(trial.count().await, 100, "the others are there, once");
}

async fn nothing_is_acknowledged_before_the_commit(engine: Engine) {
    let trial = trial(engine).await;
    let acknowledged = Mutex::new(Vec::new());
    let records = (0..500).map(|number| {
        let (item, acknowledged, trial) = (trial.item(number, Kind::Good), &acknowledged, &trial);
        async move {
            trial.recorder.record(item).await.unwrap();
            // Another connection sees it already.
            let seen = sqlx::query_scalar::<_, i64>("SELECT COUNT(*) FROM items WHERE id = $1");
            let seen = seen.bind(number).fetch_one(trial.scratch.db.read()).await.unwrap();
            acknowledged.lock().unwrap().push((number, seen));
        }
    });
    futures::future::join_all(records).await;
    assert!(acknowledged.into_inner().unwrap().iter().all(|(_, seen)| *seen == 1));
}

async fn what_was_accepted_is_written_before_the_end(engine: Engine) {
    let trial = trial(engine).await;
    let held = Arc::clone(&trial.gate).lock_owned().await;
    let accepted = Arc::new(AtomicUsize::new(0));
    for number in 0..50 {
        let (recorder, item, accepted) =
            (trial.recorder.clone(), trial.item(number, Kind::Good), Arc::clone(&accepted));
        tokio::spawn(async move {
            let recording = recorder.record(item);
            accepted.fetch_add(1, Ordering::Relaxed);
            recording.await
        });
    }
    eventually("all are on their way", || async { accepted.load(Ordering::Relaxed) == 50 }).await;
    let Trial { scratch, recorder, writing, .. } = trial;
    drop(recorder);
    drop(held);
    writing.await.unwrap();
    assert_eq!(count(&scratch.db).await, 50);
}
