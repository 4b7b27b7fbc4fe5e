//! Connections: a pool of readers, and one writer on SQLite.

use std::sync::Once;

use sqlx::{
    AnyPool, Connection as _, Executor,
    any::{AnyPoolOptions, install_default_drivers},
};

use super::{
    migrations::schema_version,
    readers::{PATIENCE, Readers},
};
use crate::error::{Error, Result};

pub type Connection = sqlx::AnyConnection;
pub type Transaction = sqlx::Transaction<'static, sqlx::Any>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// The organisation's database. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Database {
    pub engine: Engine,
    readers: Readers,
    writers: AnyPool,
}

static DRIVERS: Once = Once::new();

/// SQLite: durable before acknowledged (FULL), readers beside the writer (WAL, carried over every 16 MB, because it holds up whoever commits),
/// and page caches (in kibibytes, as `-N`) small enough for a small machine.
macro_rules! sqlite_settings {
    ($cache:literal) => {
        concat!(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000; PRAGMA foreign_keys = ON;
             PRAGMA busy_timeout = 5000; PRAGMA temp_store = MEMORY; PRAGMA cache_size = ",
            $cache
        )
    };
}

/// What leads to everybody's rows, and some of the rows.
const SQLITE_READER: &str = sqlite_settings!("-4000");
/// All that a batch changes: attempts are named in the order of time, and what is written lies together.
const SQLITE_WRITER: &str = sqlite_settings!("-2000");

/// PostgreSQL: a statement is planned once a connection, not again for every value, and never compiled; pages ask for little at a time. What
/// they ask for is mostly in memory, where finding a row by an index costs no more than reading on: small tables are not read as a whole.
const POSTGRES_SETTINGS: &str = "SET plan_cache_mode = force_generic_plan; SET jit = off; SET random_page_cost = 1.1;";

impl Database {
    /// Opens `sqlite://PATH` (created if missing) or `postgres://…`. Waits at most 5 seconds for a connection.
    pub async fn open(url: &str) -> Result<Database> {
        DRIVERS.call_once(install_default_drivers);
        match url.split_once(':').map(|(scheme, _)| scheme) {
            Some("sqlite") => Database::open_sqlite(url).await,
            Some("postgres" | "postgresql") => {
                let writers = set_up(options(4), POSTGRES_SETTINGS).connect(url).await?;
                let readers = Readers::open(url, POSTGRES_SETTINGS, 8).await?;
                Ok(Database { engine: Engine::Postgres, readers, writers })
            }
            _ => Err(Error::internal("the database URL begins with neither sqlite: nor postgres:")),
        }
    }

    async fn open_sqlite(url: &str) -> Result<Database> {
        let url = if url.contains('?') { url.to_owned() } else { format!("{url}?mode=rwc") };
        let writers = set_up(only_whole(options(1)), SQLITE_WRITER).connect(&url).await?;
        let readers = Readers::open(&url, SQLITE_READER, sqlite_readers()).await?;
        Ok(Database { engine: Engine::Sqlite, readers, writers })
    }

    /// For statements that only read.
    pub fn read(&self) -> &Readers {
        &self.readers
    }

    /// For what changes something; nothing of it stays unless `commit` is called. SQLite waits here for another process that writes: to whoever has
    /// read before it writes, it would refuse at once.
    pub async fn begin(&self) -> Result<Transaction> {
        let begun = match self.engine {
            Engine::Sqlite => self.writers.begin_with("BEGIN IMMEDIATE").await,
            Engine::Postgres => self.writers.begin().await,
        };
        Ok(begun?)
    }

    /// Brings the schema up to date. Safe when two servers start at once: PostgreSQL locks, and for SQLite the caller holds a file lock.
    pub async fn migrate(&self) -> Result<()> {
        self.migrate_to(schema_version()).await
    }

    /// Brings the schema up to an earlier step, so that a test can see what the next one makes of what was written before.
    pub async fn migrate_to(&self, step: i64) -> Result<()> {
        let mut connection = self.writers.acquire().await?;
        super::migrations::migrator(self.engine, step).run(&mut *connection).await.map_err(Error::internal)
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<()> {
        sqlx::query("SELECT 1").execute(&self.readers).await?;
        Ok(())
    }

    pub async fn close(&self) {
        self.readers.close().await;
        self.writers.close().await;
    }
}

/// A reader is a thread: with two for each processor, another one has a statement ready while the first hands over what it found.
fn sqlite_readers() -> usize {
    std::thread::available_parallelism().map_or(4, |processors| 2 * processors.get()).clamp(4, 16)
}

fn options(connections: u32) -> AnyPoolOptions {
    AnyPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(PATIENCE)
        // A dead connection shows itself at the first statement; asking before each one would cost a round trip.
        .test_before_acquire(false)
}

fn set_up(options: AnyPoolOptions, settings: &'static str) -> AnyPoolOptions {
    options.after_connect(move |connection, _| Box::pin(async move { connection.execute(settings).await.map(|_| ()) }))
}

/// When a disk is full, SQLite rolls back by itself while sqlx goes on counting a transaction; what followed on that connection would be
/// acknowledged and never committed. A connection that still counts one is closed, not used again.
fn only_whole(options: AnyPoolOptions) -> AnyPoolOptions {
    options.after_release(|connection, _| {
        Box::pin(async move {
            // Behind a rollback that is still on its way.
            connection.ping().await?;
            Ok(!connection.is_in_transaction())
        })
    })
}

/// Whether the database is away, held by somebody else or has no room left, as opposed to refusing a statement.
pub fn is_unavailable(error: &sqlx::Error) -> bool {
    let has_no_room = |code: &str| code == SQLITE_FULL || code == POSTGRES_DISK_FULL;
    match error {
        sqlx::Error::Io(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed
        | sqlx::Error::Tls(_) => true,
        sqlx::Error::Database(error) => error.code().is_some_and(|code| has_no_room(&code) || is_held(&code)),
        _ => false,
    }
}

/// Another program has written to SQLite's file for longer than we wait: the lowest byte says so, and PostgreSQL's codes have five signs. Or two
/// waited for each other on PostgreSQL, and this one had to give way.
fn is_held(code: &str) -> bool {
    let is_busy = code.len() < 5 && code.parse::<u32>().is_ok_and(|code| code & 0xff == SQLITE_BUSY);
    is_busy || code == POSTGRES_DEADLOCK
}

const SQLITE_BUSY: u32 = 5;
const SQLITE_FULL: &str = "13";
const POSTGRES_DISK_FULL: &str = "53100";
const POSTGRES_DEADLOCK: &str = "40P01";

/// Whether a statement failed because a value that must be unique is taken.
pub fn is_unique_violation(error: &sqlx::Error) -> bool {
    error.as_database_error().is_some_and(|error| error.is_unique_violation())
}
