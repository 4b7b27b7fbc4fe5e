//! The rhythm, and the weeks of the receipt.

use super::model::{Rhythm, Week};
use crate::{
    access::{Learning, Permit},
    activity::store::list_weeks,
    error::{Error, Result},
    storage::{Applying, Connection, Readers, Record, Rows},
};

/// The person's rhythm; `None` for whoever has not chosen yet. For a page that asks for more, as one column:
/// `(SELECT times FROM rhythms WHERE person_id = $1) AS times`, read by [`Rhythm::new`].
pub async fn find_rhythm(db: &Readers, permit: &Permit<Learning>) -> Result<Option<Rhythm>> {
    let times: Option<i64> = sqlx::query_scalar("SELECT times FROM rhythms WHERE person_id = $1")
        .bind(permit.person_id())
        .fetch_optional(db)
        .await?;
    Ok(times.and_then(Rhythm::new))
}

/// Every week in which there was something, the latest first.
pub async fn list_all_weeks(db: &Readers, permit: &Permit<Learning>) -> Result<Vec<Week>> {
    let weeks = list_weeks(db, permit, i64::MAX).await?.into_iter();
    weeks.map(|(monday, millis)| Ok(Week::new(monday.parse().map_err(Error::internal)?, millis))).collect()
}

/// A rhythm that somebody chooses; the latest counts.
pub struct Chosen {
    permit: Permit<Learning>,
    rhythm: Rhythm,
}

impl Chosen {
    pub fn new(permit: Permit<Learning>, rhythm: Rhythm) -> Chosen {
        Chosen { permit, rhythm }
    }

    async fn write(&self, tx: &mut Connection) -> Result<()> {
        let chosen = sqlx::query(
            "INSERT INTO rhythms (person_id, times) VALUES ($1, $2) ON CONFLICT (person_id) DO UPDATE SET times = excluded.times",
        );
        chosen.bind(self.permit.person_id()).bind(self.rhythm.times()).execute(tx).await?;
        Ok(())
    }
}

impl Record for Chosen {
    fn key(&self) -> String {
        self.permit.person_id().to_owned()
    }

    fn apply<'a>(&'a mut self, tx: &'a mut Connection, _rows: &'a mut Rows) -> Applying<'a> {
        Box::pin(self.write(tx))
    }
}
