//! Where the sound of recordings lies: a folder, or a bucket of an S3-compatible store.

use std::{ops::Range, sync::Arc};

use axum::body::Bytes;
use futures::{StreamExt, TryStreamExt, stream::BoxStream};
use object_store::{GetOptions, GetRange, ObjectStore, ObjectStoreExt, path::Path};

use crate::error::{Error, Result};

/// The object store. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Sounds(Arc<dyn ObjectStore>);

/// Which bytes of a sound are wanted, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    All,
    Between(u64, u64),
    From(u64),
    Last(u64),
}

impl Part {
    /// Whether a sound of so many bytes has any of it.
    pub fn is_within(self, bytes: i64) -> bool {
        let bytes = u64::try_from(bytes).unwrap_or(0);
        match self {
            Part::All => true,
            Part::Between(first, _) | Part::From(first) => first < bytes,
            Part::Last(count) => count > 0 && bytes > 0,
        }
    }
}

/// Some bytes of a sound, on their way.
pub struct Flow {
    pub range: Range<u64>,
    /// Of the whole sound.
    pub length: u64,
    pub bytes: BoxStream<'static, object_store::Result<Bytes>>,
}

impl Sounds {
    pub fn new(store: Arc<dyn ObjectStore>) -> Sounds {
        Sounds(store)
    }

    /// Durable when it returns.
    pub async fn put(&self, object: &str, bytes: Bytes) -> Result<()> {
        self.0.put(&Path::from(object), bytes.into()).await.map(|_| ()).map_err(failed)
    }

    pub async fn get(&self, object: &str, part: Part) -> Result<Flow> {
        let range = match part {
            Part::All => None,
            Part::Between(first, last) => Some(GetRange::Bounded(first..last.saturating_add(1))),
            Part::From(first) => Some(GetRange::Offset(first)),
            Part::Last(count) => Some(GetRange::Suffix(count)),
        };
        let got = self.0.get_opts(&Path::from(object), GetOptions { range, ..GetOptions::default() }).await;
        let got = got.map_err(failed)?;
        Ok(Flow { range: got.range.clone(), length: got.meta.size, bytes: got.into_stream() })
    }

    /// What is gone already need not be deleted.
    pub async fn delete(&self, object: &str) -> Result<()> {
        match self.0.delete(&Path::from(object)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(failed(error)),
        }
    }

    /// The objects in a folder that were put there before a moment.
    pub(super) async fn list_older(&self, folder: &str, moment: i64) -> Result<Vec<String>> {
        let objects = self.0.list(Some(&Path::from(folder))).map_err(failed);
        let older = objects.try_filter(|object| std::future::ready(object.last_modified.timestamp_millis() < moment));
        older.map_ok(|object| object.location.to_string()).boxed().try_collect().await
    }
}

fn failed(error: object_store::Error) -> Error {
    match error {
        object_store::Error::NotFound { .. } => Error::NotFound,
        other => Error::NoRecordings(Box::new(other)),
    }
}
