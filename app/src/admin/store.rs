//! One administrative write: in a transaction, within the admin's reach, and in the audit log.

use sqlx::FromRow;
use uuid::Uuid;

use super::model::{Bound, Reach};
use crate::{
    access::{Administration, Permit},
    error::{Error, Result},
    storage::{Connection, Database, Transaction},
};

/// A write that has begun. Nothing of it stays unless it is committed.
pub struct Work {
    pub tx: Transaction,
    /// What the admin reaches at this moment.
    pub reach: Reach,
    /// The admin's id.
    pub by: String,
    pub now: i64,
}

#[derive(FromRow)]
struct BoundRow {
    team_id: Option<String>,
    site_id: Option<String>,
}

impl Work {
    /// Begins. Administrative writes come one after another, so that what a rule has checked still holds at the commit
    /// (two admins who take each other's grant, a person put into a team that is being closed). The row that they wait for says by its value
    /// whether anything was changed since it was read.
    pub async fn begin(db: &Database, permit: &Permit<Administration>, now: i64) -> Result<Work> {
        let mut tx = db.begin().await?;
        sqlx::query(
            "INSERT INTO organisation (key, value) VALUES ('administration', $1) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        )
        .bind(Uuid::now_v7().to_string())
        .execute(&mut *tx)
        .await?;
        let reach = find_reach(&mut tx, permit, now).await?;
        if reach.0.is_empty() {
            return Err(Error::Forbidden);
        }
        Ok(Work { tx, reach, by: permit.person_id().to_owned(), now })
    }

    /// Begins what concerns the whole organisation: only for an admin of everything.
    pub async fn begin_for_all(db: &Database, permit: &Permit<Administration>, now: i64) -> Result<Work> {
        let work = Work::begin(db, permit, now).await?;
        if work.reach.is_everything() { Ok(work) } else { Err(Error::Forbidden) }
    }

    /// Notes what was done, to whom or what. `detail` is read by `audit_log::model`.
    pub async fn audit(&mut self, action: &str, subject: &str, detail: &str) -> Result<()> {
        let noted = sqlx::query(
            "INSERT INTO audit_log (id, at, actor_id, action, subject_id, detail) VALUES ($1, $2, $3, $4, $5, $6)",
        );
        let noted = noted.bind(Uuid::now_v7().to_string()).bind(self.now).bind(self.by.as_str());
        noted.bind(action).bind(subject).bind(detail).execute(&mut *self.tx).await?;
        Ok(())
    }

    /// The admin's id for a column that refers to people; nothing for the operator, who is not one of them.
    pub fn by_person(&self) -> Option<&str> {
        (self.by != Permit::operator().person_id()).then_some(&self.by)
    }

    pub async fn commit(self) -> Result<()> {
        Ok(self.tx.commit().await?)
    }
}

/// What an admin reaches at this moment; the operator at the command line reaches everything.
pub async fn find_reach(connection: &mut Connection, permit: &Permit<Administration>, now: i64) -> Result<Reach> {
    if permit.person_id() == Permit::operator().person_id() {
        return Ok(Reach(vec![Bound::Everything]));
    }
    let rows: Vec<BoundRow> = sqlx::query_as(
        "SELECT g.team_id, COALESCE(g.site_id, t.site_id) AS site_id
         FROM grants g LEFT JOIN teams t ON t.id = g.team_id
         WHERE g.person_id = $1 AND g.role = 'admin' AND (g.ends_at IS NULL OR g.ends_at > $2)",
    )
    .bind(permit.person_id())
    .bind(now)
    .fetch_all(connection)
    .await?;
    Ok(Reach(rows.into_iter().map(|row| Bound::from_ids(row.team_id, row.site_id)).collect()))
}
