//! Connections for reading. sqlx's own pool asks each connection that comes back whether it is still alive, which costs as much as most
//! statements here; these are simply used again, and thrown away after anything that is not an answer of the database.

use std::{
    future,
    ops::{Deref, DerefMut},
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use futures::{
    FutureExt, StreamExt, TryFutureExt,
    future::BoxFuture,
    stream::{self, BoxStream},
};
use sqlx::{
    Any, AnyConnection, Connection as _, Either, Error, Execute, Executor, SqlStr,
    any::{AnyQueryResult, AnyRow, AnyStatement, AnyTypeInfo},
};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

use super::gathered::Gathered;

/// How long a statement waits for a connection.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);
/// Whatever stands between here and the database may have forgotten a connection that was idle for longer.
const LONGEST_IDLE: Duration = Duration::from_secs(5 * 60);

/// For statements that only read. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Readers(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    url: String,
    /// Said to each new connection.
    settings: &'static str,
    places: Arc<Semaphore>,
    /// The one used last is used next.
    idle: Mutex<Vec<(AnyConnection, Instant)>>,
    gathered: Gathered,
}

impl Readers {
    /// So many connections at most; one of them is made at once, to see whether the database is there.
    pub(super) async fn open(url: &str, settings: &'static str, most: usize) -> Result<Readers, Error> {
        let (places, idle, gathered) = (Arc::new(Semaphore::new(most)), Mutex::default(), Gathered::default());
        let readers = Readers(Arc::new(Shared { url: url.to_owned(), settings, places, idle, gathered }));
        readers.acquire().await?.give_back();
        Ok(readers)
    }

    /// A connection of one's own, for several statements; not used again afterwards.
    pub async fn acquire(&self) -> Result<Reader, Error> {
        let place = timeout(PATIENCE, Arc::clone(&self.0.places).acquire_owned()).await;
        let place = place.map_err(|_| Error::PoolTimedOut)?.map_err(|_| Error::PoolClosed)?;
        let connection = match self.0.take_idle() {
            Some(connection) => connection,
            None => timeout(PATIENCE, self.0.connect()).await.map_err(|_| Error::PoolTimedOut)??,
        };
        Ok(Reader { connection, shared: Arc::clone(&self.0), _place: place })
    }

    pub(super) fn gathered(&self) -> &Gathered {
        &self.0.gathered
    }

    pub(super) async fn close(&self) {
        self.0.places.close();
        for (connection, _) in self.0.take_all() {
            // The database ends what cannot say goodbye.
            let _ = connection.close().await;
        }
    }
}

impl Shared {
    async fn connect(&self) -> Result<AnyConnection, Error> {
        let mut connection = AnyConnection::connect(&self.url).await?;
        connection.execute(self.settings).await?;
        Ok(connection)
    }

    fn take_idle(&self) -> Option<AnyConnection> {
        let (connection, since) = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop()?;
        if since.elapsed() < LONGEST_IDLE {
            return Some(connection);
        }
        // Those below it are older still.
        self.take_all();
        None
    }

    fn take_all(&self) -> Vec<(AnyConnection, Instant)> {
        std::mem::take(&mut *self.idle.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// A connection in use; closed when dropped, unless it is given back.
#[derive(Debug)]
pub struct Reader {
    connection: AnyConnection,
    shared: Arc<Shared>,
    _place: OwnedSemaphorePermit,
}

impl Reader {
    fn give_back(self) {
        let Reader { connection, shared, _place } = self;
        shared.idle.lock().unwrap_or_else(PoisonError::into_inner).push((connection, Instant::now()));
    }

    /// Gives it back if the database answered, be it with a refusal; otherwise the idle ones are not trusted either.
    fn give_back_after<T>(self, result: Result<T, Error>) -> Result<T, Error> {
        match &result {
            Ok(_) | Err(Error::Database(_) | Error::RowNotFound) => self.give_back(),
            Err(_) => _ = self.shared.take_all(),
        }
        result
    }
}

impl Deref for Reader {
    type Target = AnyConnection;

    fn deref(&self) -> &AnyConnection {
        &self.connection
    }
}

impl DerefMut for Reader {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        &mut self.connection
    }
}

impl<'c> Executor<'c> for &'c Readers {
    type Database = Any;

    /// All rows are there before the first is seen: pages take all, and the connection is free for others the sooner.
    fn fetch_many<'e, 'q: 'e, E>(self, query: E) -> BoxStream<'e, Result<Either<AnyQueryResult, AnyRow>, Error>>
    where
        'c: 'e,
        E: 'q + Execute<'q, Any>,
    {
        let fetched = async move {
            let mut reader = self.acquire().await?;
            let mut rows = Vec::new();
            let mut stream = reader.fetch_many(query);
            let result = loop {
                match stream.next().await {
                    Some(Ok(row)) => rows.push(Ok(row)),
                    Some(Err(error)) => break Err(error),
                    None => break Ok(()),
                }
            };
            drop(stream);
            reader.give_back_after(result)?;
            Ok(stream::iter(rows))
        };
        fetched.try_flatten_stream().boxed()
    }

    fn fetch_optional<'e, 'q: 'e, E>(self, query: E) -> BoxFuture<'e, Result<Option<AnyRow>, Error>>
    where
        'c: 'e,
        E: 'q + Execute<'q, Any>,
    {
        let fetched = async move {
            let mut reader = self.acquire().await?;
            let row = reader.fetch_optional(query).await;
            reader.give_back_after(row)
        };
        fetched.boxed()
    }

    /// Statements are prepared by the connection that executes them.
    fn prepare_with<'e>(self, _: SqlStr, _: &'e [AnyTypeInfo]) -> BoxFuture<'e, Result<AnyStatement, Error>>
    where
        'c: 'e,
    {
        future::ready(Err(Error::Protocol("readers prepare nothing by themselves".to_owned()))).boxed()
    }
}
