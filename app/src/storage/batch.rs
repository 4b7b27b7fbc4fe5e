//! The batch writer: many requests, one commit. Nothing is acknowledged before the commit that holds it.

use std::{future::Future, pin::Pin, time::Duration};

use futures::future::join;
use tokio::{
    runtime::Handle,
    sync::{Mutex, mpsc, oneshot},
    task::{JoinHandle, spawn_blocking},
};

use super::{Connection, Database, Engine, Lookup, Rows};
use crate::error::{Error, Result};

/// So many requests share a commit at most.
const BATCH: usize = 256;
/// So many may wait; further ones are told that the database does not keep up.
const WAITING: usize = 4096;
/// How long a request waits for its turn.
const PATIENCE: Duration = Duration::from_secs(10);

/// A record on its way into a batch.
pub type Applying<'a> = Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>;

/// Something to be recorded. It may be applied more than once, each time in a transaction in which earlier tries left no trace.
///
/// A refusal (any error that is not a fault) must be found before anything is written.
pub trait Record: Send {
    /// Records are applied in the order of their keys, so that two writers lock rows in the same order.
    fn key(&self) -> String;

    /// The row that it is going to ask `rows` for, if it knows: read together with what the rest of the batch asks for.
    fn looks_up(&self) -> Option<(&'static Lookup, String)> {
        None
    }

    /// `rows` has what was looked up, and takes what nothing else in the batch has to read.
    fn apply<'a>(&'a mut self, tx: &'a mut Connection, rows: &'a mut Rows) -> Applying<'a>;
}

struct Waiting {
    record: Box<dyn Record>,
    answer: oneshot::Sender<Result<()>>,
}

/// The way to the batch writer. Cheap to clone; the writer finishes what it has accepted once the last one is dropped.
#[derive(Clone, Debug)]
pub struct Recorder {
    queue: mpsc::Sender<Waiting>,
}

impl Recorder {
    /// Starts the writer. The handle ends when every `Recorder` is gone and the queue is empty.
    pub fn start(db: Database) -> (Recorder, JoinHandle<()>) {
        let (queue, waiting) = mpsc::channel(WAITING);
        let waiting = Mutex::new(waiting);
        let writers = async move {
            // SQLite has one writer. PostgreSQL has more: while one waits for the disk, the other goes on.
            match db.engine {
                Engine::Sqlite => write_batches(&db, &waiting).await,
                Engine::Postgres => _ = join(write_batches(&db, &waiting), write_batches(&db, &waiting)).await,
            }
        };
        // On a thread of its own: a batch is many short waits for the database, and behind requests each would wait for its turn again.
        let runtime = Handle::current();
        (Recorder { queue }, spawn_blocking(move || runtime.block_on(writers)))
    }

    /// Records, and returns once it is durable.
    pub async fn record(&self, record: impl Record + 'static) -> Result<()> {
        let (answer, answered) = oneshot::channel();
        let waiting = Waiting { record: Box::new(record), answer };
        let overloaded = || Error::Unavailable(sqlx::Error::PoolTimedOut);
        self.queue.send_timeout(waiting, PATIENCE).await.map_err(|_| overloaded())?;
        answered.await.map_err(|_| overloaded())?
    }
}

async fn write_batches(db: &Database, waiting: &Mutex<mpsc::Receiver<Waiting>>) {
    let mut batch = Vec::with_capacity(BATCH);
    while waiting.lock().await.recv_many(&mut batch, BATCH).await > 0 {
        batch.sort_by_cached_key(|item| item.record.key());
        match write_together(db, &mut batch).await {
            Ok(results) => {
                for (item, result) in batch.drain(..).zip(results) {
                    // Whoever asked may have gone; the record stays all the same.
                    let _ = item.answer.send(result);
                }
            }
            Err(Error::Unavailable(error)) => {
                tracing::warn!(%error, items = batch.len(), "the database does not answer, or has no room left");
                for item in batch.drain(..) {
                    let _ = item.answer.send(Err(Error::Unavailable(sqlx::Error::PoolTimedOut)));
                }
            }
            Err(error) => {
                tracing::warn!(%error, items = batch.len(), "a batch failed and is redone item by item");
                for mut item in batch.drain(..) {
                    let result = write_alone(db, item.record.as_mut()).await;
                    let _ = item.answer.send(result);
                }
            }
        }
    }
}

/// One commit for all; a fault in one of them is an error for the whole batch.
async fn write_together(db: &Database, batch: &mut [Waiting]) -> Result<Vec<Result<()>>> {
    let mut tx = db.begin().await?;
    let (mut rows, mut results) = (Rows::default(), Vec::with_capacity(batch.len()));
    rows.look_up(&mut tx, batch.iter().filter_map(|item| item.record.looks_up()).collect()).await?;
    for item in batch.iter_mut() {
        match item.record.apply(&mut tx, &mut rows).await {
            Err(error) if error.is_fault() => return Err(error),
            result => results.push(result),
        }
    }
    rows.write(&mut tx).await?;
    tx.commit().await?;
    Ok(results)
}

async fn write_alone(db: &Database, record: &mut dyn Record) -> Result<()> {
    let (mut tx, mut rows) = (db.begin().await?, Rows::of_one());
    record.apply(&mut tx, &mut rows).await?;
    rows.write(&mut tx).await?;
    Ok(tx.commit().await?)
}
