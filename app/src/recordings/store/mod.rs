//! Recordings in the database: whose they are, where their sound lies, and until when.

pub mod due;

use sqlx::FromRow;
use uuid::Uuid;

use super::model::delete_after;
use crate::{
    access::{Learning, Permit},
    error::{Error, Result},
    storage::{Connection, Database, Readers},
};

/// A recording that has just come in, and whose sound is stored.
#[derive(Clone, Debug)]
pub struct Recording {
    pub id: String,
    pub attempt_id: String,
    pub item: String,
    pub object: String,
    pub kind: &'static str,
    pub bytes: i64,
    pub seconds: Option<i64>,
    pub sha256: String,
}

/// What is known of a recording with some id, whosever it is.
#[derive(Debug, FromRow)]
pub struct Known {
    person_id: String,
    attempt_id: Option<String>,
    pub object: String,
    sha256: String,
    state: String,
}

impl Known {
    /// Whether it is the same, sent once more.
    pub fn compare(&self, permit: &Permit<Learning>, attempt: &str, sha256: &str) -> Result<()> {
        if self.person_id != permit.person_id() {
            return Err(Error::NotFound);
        }
        let is_same = self.attempt_id.as_deref() == Some(attempt) && self.sha256 == sha256 && self.state == "stored";
        if is_same { Ok(()) } else { Err(Error::Conflict) }
    }
}

const KNOWN: &str = "SELECT person_id, attempt_id, object, sha256, state FROM recordings WHERE id = $1";

pub async fn find_known(db: &Readers, id: &str) -> Result<Option<Known>> {
    Ok(sqlx::query_as(KNOWN).bind(id).fetch_optional(db).await?)
}

pub(super) async fn find_known_within(tx: &mut Connection, id: &str) -> Result<Option<Known>> {
    Ok(sqlx::query_as(KNOWN).bind(id).fetch_optional(tx).await?)
}

pub(super) async fn insert_recording(
    tx: &mut Connection,
    permit: &Permit<Learning>,
    recording: &Recording,
    now: i64,
) -> Result<()> {
    let insert = sqlx::query(
        "INSERT INTO recordings (id, person_id, attempt_id, item, object, kind, bytes, seconds, sha256, created_at, delete_after, state)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'stored')",
    );
    let insert = insert.bind(&recording.id).bind(permit.person_id()).bind(&recording.attempt_id).bind(&recording.item);
    let insert = insert.bind(&recording.object).bind(recording.kind).bind(recording.bytes).bind(recording.seconds);
    insert.bind(&recording.sha256).bind(now).bind(delete_after(now)).execute(tx).await?;
    Ok(())
}

/// A place for a sound that nobody has used and nobody else will use. All of them lie in a folder named by a number of the organisation's
/// own, so that two that share a bucket do not take each other's sounds for forgotten ones.
pub async fn new_object(db: &Database) -> Result<String> {
    let folder = match find_folder(db.read()).await? {
        Some(folder) => folder,
        None => name_folder(db).await?,
    };
    Ok(format!("{folder}/{}", Uuid::new_v4()))
}

/// Where the sounds of this organisation lie, once there are any.
pub(super) async fn find_folder(db: &Readers) -> Result<Option<String>> {
    Ok(sqlx::query_scalar("SELECT value FROM organisation WHERE key = 'recordings'").fetch_optional(db).await?)
}

async fn name_folder(db: &Database) -> Result<String> {
    let mut tx = db.begin().await?;
    sqlx::query("INSERT INTO organisation (key, value) VALUES ('recordings', $1) ON CONFLICT (key) DO NOTHING")
        .bind(Uuid::new_v4().to_string())
        .execute(&mut *tx)
        .await?;
    let folder = sqlx::query_scalar("SELECT value FROM organisation WHERE key = 'recordings'");
    let folder = folder.fetch_one(&mut *tx).await?;
    tx.commit().await?;
    Ok(folder)
}

/// One of one's own recordings, in their list.
#[derive(Clone, Debug, FromRow)]
pub struct Line {
    pub id: String,
    pub attempt_id: Option<String>,
    /// `module/drill`.
    pub item: String,
    pub bytes: i64,
    pub seconds: Option<i64>,
    pub created_at: i64,
    pub delete_after: i64,
    pub is_shared: i64,
}

/// One's own recordings, the latest first.
pub async fn list_recordings(db: &Readers, permit: &Permit<Learning>, now: i64) -> Result<Vec<Line>> {
    let lines = sqlx::query_as(
        "SELECT r.id, r.attempt_id, r.item, r.bytes, r.seconds, r.created_at, r.delete_after,
                CAST(CASE WHEN s.attempt_id IS NULL THEN 0 ELSE 1 END AS BIGINT) AS is_shared
         FROM recordings r LEFT JOIN responses s ON s.attempt_id = r.attempt_id
         WHERE r.person_id = $1 AND r.state = 'stored' AND r.delete_after > $2
         ORDER BY r.created_at DESC, r.id",
    );
    Ok(lines.bind(permit.person_id()).bind(now).fetch_all(db).await?)
}

/// How many of one's own recordings are kept.
pub async fn count_kept(db: &Readers, permit: &Permit<Learning>, now: i64) -> Result<i64> {
    let count = sqlx::query_scalar(
        "SELECT COUNT(*) FROM recordings WHERE person_id = $1 AND state = 'stored' AND delete_after > $2",
    );
    Ok(count.bind(permit.person_id()).bind(now).fetch_one(db).await?)
}

/// Until when one of one's own recordings is kept; nothing once it is deleted.
pub async fn find_end(db: &Readers, permit: &Permit<Learning>, id: &str, now: i64) -> Result<Option<i64>> {
    let end = sqlx::query_scalar(
        "SELECT delete_after FROM recordings WHERE id = $1 AND person_id = $2 AND state = 'stored' AND delete_after > $3",
    );
    Ok(end.bind(id).bind(permit.person_id()).bind(now).fetch_optional(db).await?)
}

/// What playing a recording takes.
#[derive(Clone, Debug, FromRow)]
pub struct Sound {
    pub object: String,
    pub kind: String,
    pub bytes: i64,
}

/// For whoever made the recording, and while the answer is shared, for the coaches of the person's team.
pub async fn find_sound(db: &Readers, permit: &Permit<Learning>, id: &str, now: i64) -> Result<Option<Sound>> {
    let sound = sqlx::query_as(
        "SELECT r.object, r.kind, r.bytes FROM recordings r
         WHERE r.id = $1 AND r.state = 'stored' AND r.delete_after > $3 AND (
             r.person_id = $2 OR EXISTS (
                 SELECT 1 FROM responses s
                 JOIN people p ON p.id = s.person_id
                 JOIN granted_teams g ON g.team_id = p.team_id
                 WHERE s.attempt_id = r.attempt_id AND g.person_id = $2 AND g.role = 'coach' AND g.ends_at > $3))",
    );
    Ok(sound.bind(id).bind(permit.person_id()).bind(now).fetch_optional(db).await?)
}

/// Takes away one of one's own recordings. Nobody gets it from now on; a job deletes the sound.
pub async fn delete_recording(db: &Database, permit: &Permit<Learning>, id: &str) -> Result<()> {
    let mut tx = db.begin().await?;
    let found = sqlx::query("UPDATE recordings SET state = 'deleting' WHERE id = $1 AND person_id = $2");
    let found = found.bind(id).bind(permit.person_id()).execute(&mut *tx).await?;
    tx.commit().await?;
    // Gone already is as good.
    if found.rows_affected() == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Something was decided about an attempt: the recording that it answers with is kept for its time from now on, others are not needed.
pub(crate) async fn settle(tx: &mut Connection, attempt: &str, recording: Option<&str>, now: i64) -> Result<()> {
    let others = sqlx::query("UPDATE recordings SET state = 'deleting' WHERE attempt_id = $1 AND id <> $2");
    others.bind(attempt).bind(recording.unwrap_or_default()).execute(&mut *tx).await?;
    if let Some(recording) = recording {
        let kept = sqlx::query(
            "UPDATE recordings SET decided_at = $3, delete_after = $4 WHERE attempt_id = $1 AND id = $2 AND state = 'stored'",
        );
        kept.bind(attempt).bind(recording).bind(now).bind(delete_after(now)).execute(&mut *tx).await?;
    }
    Ok(())
}

/// An attempt is deleted: its recordings go too.
pub(crate) async fn leave_attempt(tx: &mut Connection, attempt: &str) -> Result<()> {
    let left = sqlx::query("UPDATE recordings SET state = 'deleting', attempt_id = NULL WHERE attempt_id = $1");
    left.bind(attempt).execute(tx).await?;
    Ok(())
}
