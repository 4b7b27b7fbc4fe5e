//! An answer that is spoken: its recording and the step of its attempt, in one transaction.

use super::store::{Recording, find_known_within, insert_recording};
use crate::{
    access::{Learning, Permit},
    drills::store::Step,
    error::{Error, Result},
    storage::{Applying, Connection, Lookup, Record, Rows},
};

pub struct Spoken {
    pub permit: Permit<Learning>,
    pub step: Step,
    pub recording: Recording,
    pub now: i64,
}

impl Spoken {
    async fn write(&self, tx: &mut Connection, rows: &mut Rows) -> Result<()> {
        let Recording { id, attempt_id, sha256, .. } = &self.recording;
        match find_known_within(tx, id).await? {
            Some(known) => {
                known.compare(&self.permit, attempt_id, sha256)?;
                self.step.write(tx, rows).await.map(|_| ())
            }
            None => {
                let is_new = self.step.write(tx, rows).await?;
                // Said already, and its recording is gone: it was deleted, and does not come back by being sent late.
                if !is_new {
                    return Err(Error::Conflict);
                }
                rows.write_now(tx).await?;
                insert_recording(tx, &self.permit, &self.recording, self.now).await
            }
        }
    }
}

impl Record for Spoken {
    fn key(&self) -> String {
        self.step.key()
    }

    fn looks_up(&self) -> Option<(&'static Lookup, String)> {
        self.step.looks_up()
    }

    fn apply<'a>(&'a mut self, tx: &'a mut Connection, rows: &'a mut Rows) -> Applying<'a> {
        Box::pin(self.write(tx, rows))
    }
}
