//! What many requests look up at the same time. A statement costs more on its way to the database and back than in it: whoever asks while
//! others are on their way waits, and all who wait go together. Who asks alone, waits for nobody.

use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

use sqlx::{FromRow, any::AnyRow};
use tokio::{
    sync::oneshot,
    task::{spawn, yield_now},
};

use super::{Readers, lookup::Lookup};
use crate::error::{Error, Result};

/// So many statements are on their way at once: while one hands over what it found, others work.
const UNDER_WAY: usize = 3;

/// Those who wait, and how many statements are under way.
#[derive(Default)]
pub(super) struct Gathered(Mutex<State>);

#[derive(Default)]
struct State {
    /// By lookup; whoever came first goes first.
    waiting: Vec<(&'static Lookup, Vec<Asked>)>,
    under_way: usize,
}

struct Asked {
    key: String,
    answer: oneshot::Sender<Answer>,
}

type Answer = Result<Option<Found>>;

/// A row that was looked up. Two may have asked for the same, and several rooms for columns of one.
#[derive(Clone)]
pub struct Found(Arc<AnyRow>);

impl Found {
    /// Those of its columns that `T` names.
    pub fn read<T>(&self) -> Result<T>
    where
        T: for<'r> FromRow<'r, AnyRow>,
    {
        Ok(T::from_row(&self.0)?)
    }
}

impl Readers {
    /// The row with that key, read after this was asked.
    pub async fn look_up(&self, lookup: &'static Lookup, key: &str) -> Result<Option<Found>> {
        let (answer, answered) = oneshot::channel();
        if self.gathered().add(lookup, Asked { key: key.to_owned(), answer }) {
            // On its own: whoever set out may lose interest, and the others still want to know.
            spawn(Turn(Some(self.clone())).take());
        }
        answered.await.map_err(Error::internal)?
    }
}

impl fmt::Debug for Gathered {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("Gathered")
    }
}

impl Gathered {
    fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Whether somebody has to set out for it.
    fn add(&self, lookup: &'static Lookup, asked: Asked) -> bool {
        self.change(|state| {
            match state.waiting.iter_mut().find(|(known, all)| std::ptr::eq(*known, lookup) && all.len() < lookup.most)
            {
                Some((_, all)) => all.push(asked),
                None => state.waiting.push((lookup, vec![asked])),
            }
            let sets_out = state.under_way < UNDER_WAY;
            state.under_way += usize::from(sets_out);
            sets_out
        })
    }

    /// Those who waited longest; `None`, and one less under way, if nobody waits.
    fn next(&self) -> Option<(&'static Lookup, Vec<Asked>)> {
        self.change(|state| {
            if state.waiting.is_empty() {
                state.under_way -= 1;
                return None;
            }
            Some(state.waiting.remove(0))
        })
    }
}

/// Answers until nobody waits any more. One that is dropped before has come to grief.
struct Turn(Option<Readers>);

impl Turn {
    async fn take(mut self) {
        let Some(readers) = self.0.clone() else { return };
        // Others who are about to ask come along.
        yield_now().await;
        while let Some((lookup, asked)) = readers.gathered().next() {
            answer(&readers, lookup, asked).await;
        }
        self.0 = None;
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some(readers) = &self.0 {
            readers.gathered().change(|state| state.under_way -= 1);
        }
    }
}

async fn answer(readers: &Readers, lookup: &'static Lookup, asked: Vec<Asked>) {
    let keys = asked.iter().map(|asked| asked.key.as_str()).collect();
    let found = lookup.read(keys, readers).await;
    let shared = |rows: HashMap<_, _>| rows.into_iter().map(|(key, row)| (key, Found(Arc::new(row)))).collect();
    let found: Result<HashMap<_, _>> = found.map(shared);
    if let Err(error) = &found {
        tracing::warn!(%error, asked = asked.len(), "what was looked up together was not found out");
    }
    for Asked { key, answer } in asked {
        let row = match &found {
            Ok(rows) => Ok(rows.get(&key).cloned()),
            Err(Error::Unavailable(_)) => Err(Error::Unavailable(sqlx::Error::PoolTimedOut)),
            Err(_) => Err(Error::internal("see the line before")),
        };
        // Whoever asked may have gone.
        let _ = answer.send(row);
    }
}
