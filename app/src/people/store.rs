//! Sessions, sign-in failures, one-time codes, and what belongs to one's own account.

mod signed_in;

pub use signed_in::{ReadAhead, SESSION, SignedIn, find_signed_in};
pub(crate) use signed_in::{about, session_with};

use sqlx::FromRow;
use uuid::Uuid;

use super::model::FAILURES_KEPT;
use crate::{
    access::{Learning, Permit},
    error::{Error, Result},
    storage::{Database, Readers},
};

/// Notes that a session is in use.
pub async fn touch_session(db: &Database, session_id: &str, now: i64) -> Result<()> {
    let mut tx = db.begin().await?;
    sqlx::query("UPDATE sessions SET seen_at = $2 WHERE id = $1").bind(session_id).bind(now).execute(&mut *tx).await?;
    Ok(tx.commit().await?)
}

/// What a sign-in is checked against.
#[derive(FromRow)]
pub struct Account {
    pub person_id: String,
    pub sign_in_name: String,
    pub password_hash: Option<String>,
    pub code_hash: Option<String>,
}

/// An active person's account; a code that has run out is left out.
pub async fn find_account(db: &Readers, sign_in_key: &str, now: i64) -> Result<Option<Account>> {
    let account = sqlx::query_as(
        "SELECT p.id AS person_id, p.sign_in_name, p.password_hash, c.code_hash
         FROM people p LEFT JOIN one_time_codes c ON c.person_id = p.id AND c.expires_at > $2
         WHERE p.sign_in_key = $1 AND p.is_active = 1",
    );
    Ok(account.bind(sign_in_key).bind(now).fetch_optional(db).await?)
}

/// Failures with this account from this address, and when the last one was.
pub async fn find_failures(db: &Readers, account_key: &str, address: &str, now: i64) -> Result<(i64, i64)> {
    let row = sqlx::query_as(
        "SELECT failures, last_at FROM sign_in_failures WHERE account_key = $1 AND address = $2 AND last_at > $3",
    );
    let row = row.bind(account_key).bind(address).bind(now - FAILURES_KEPT).fetch_optional(db).await?;
    Ok(row.unwrap_or((0, 0)))
}

pub async fn add_failure(db: &Database, account_key: &str, address: &str, now: i64) -> Result<()> {
    let mut tx = db.begin().await?;
    let forgotten = now - FAILURES_KEPT;
    sqlx::query("DELETE FROM sign_in_failures WHERE last_at <= $1").bind(forgotten).execute(&mut *tx).await?;
    sqlx::query(
        "INSERT INTO sign_in_failures (account_key, address, failures, last_at) VALUES ($1, $2, 1, $3)
         ON CONFLICT (account_key, address) DO UPDATE SET failures = sign_in_failures.failures + 1, last_at = excluded.last_at",
    )
    .bind(account_key)
    .bind(address)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

/// A session about to begin.
pub struct NewSession<'a> {
    pub person_id: &'a str,
    pub account_key: &'a str,
    pub address: &'a str,
    pub token_hash: &'a str,
    pub agent: &'a str,
    pub now: i64,
    pub expires_at: i64,
    pub must_renew: bool,
}

/// Begins a session, forgets the failures before it, and clears away sessions that have ended.
pub async fn begin_session(db: &Database, session: NewSession<'_>) -> Result<()> {
    let mut tx = db.begin().await?;
    sqlx::query("DELETE FROM sessions WHERE expires_at <= $1").bind(session.now).execute(&mut *tx).await?;
    sqlx::query("DELETE FROM sign_in_failures WHERE account_key = $1 AND address = $2")
        .bind(session.account_key)
        .bind(session.address)
        .execute(&mut *tx)
        .await?;
    sqlx::query(
        "INSERT INTO sessions (token_hash, id, person_id, created_at, seen_at, expires_at, must_renew, agent)
         VALUES ($1, $2, $3, $4, $4, $5, $6, $7)",
    )
    .bind(session.token_hash)
    .bind(Uuid::now_v7().to_string())
    .bind(session.person_id)
    .bind(session.now)
    .bind(session.expires_at)
    .bind(i64::from(session.must_renew))
    .bind(session.agent)
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

/// Ends one of one's own sessions; one that is not there has ended already.
pub async fn end_session(db: &Database, permit: &Permit<Learning>, session_id: &str) -> Result<()> {
    let mut tx = db.begin().await?;
    let ending = sqlx::query("DELETE FROM sessions WHERE id = $1 AND person_id = $2");
    ending.bind(session_id).bind(permit.person_id()).execute(&mut *tx).await?;
    Ok(tx.commit().await?)
}

/// Ends all of one's own sessions.
pub async fn end_all_sessions(db: &Database, permit: &Permit<Learning>) -> Result<()> {
    let mut tx = db.begin().await?;
    sqlx::query("DELETE FROM sessions WHERE person_id = $1").bind(permit.person_id()).execute(&mut *tx).await?;
    Ok(tx.commit().await?)
}

/// One of one's own sign-ins.
#[derive(FromRow)]
pub struct Session {
    pub id: String,
    pub created_at: i64,
    pub seen_at: i64,
    pub agent: String,
}

pub async fn list_sessions(db: &Readers, permit: &Permit<Learning>, now: i64, idle: i64) -> Result<Vec<Session>> {
    let sessions = sqlx::query_as(
        "SELECT id, created_at, seen_at, agent FROM sessions
         WHERE person_id = $1 AND expires_at > $2 AND seen_at > $3 ORDER BY seen_at DESC, id",
    );
    Ok(sessions.bind(permit.person_id()).bind(now).bind(now - idle).fetch_all(db).await?)
}

/// One's own sign-in name and password hash.
pub async fn find_own_account(db: &Readers, permit: &Permit<Learning>) -> Result<(String, Option<String>)> {
    let account = sqlx::query_as("SELECT sign_in_name, password_hash FROM people WHERE id = $1");
    account.bind(permit.person_id()).fetch_optional(db).await?.ok_or(Error::NotFound)
}

/// Sets a new password, uses up the one-time code, and ends every other session.
pub async fn set_password(db: &Database, permit: &Permit<Learning>, session_id: &str, hash: &str) -> Result<()> {
    let mut tx = db.begin().await?;
    let person = permit.person_id();
    sqlx::query("UPDATE people SET password_hash = $2 WHERE id = $1").bind(person).bind(hash).execute(&mut *tx).await?;
    sqlx::query("DELETE FROM one_time_codes WHERE person_id = $1").bind(person).execute(&mut *tx).await?;
    sqlx::query("DELETE FROM sessions WHERE person_id = $1 AND id <> $2")
        .bind(person)
        .bind(session_id)
        .execute(&mut *tx)
        .await?;
    sqlx::query("UPDATE sessions SET must_renew = 0 WHERE id = $1").bind(session_id).execute(&mut *tx).await?;
    Ok(tx.commit().await?)
}

/// Sets the language of one's pages: `de` or `en`.
pub async fn set_language(db: &Database, permit: &Permit<Learning>, language: &str) -> Result<()> {
    let mut tx = db.begin().await?;
    let set = sqlx::query("UPDATE people SET language = $2 WHERE id = $1");
    set.bind(permit.person_id()).bind(language).execute(&mut *tx).await?;
    Ok(tx.commit().await?)
}

/// Something a person is told once.
#[derive(FromRow)]
pub struct Notice {
    pub id: String,
    /// The message is `notice-KIND`.
    pub kind: String,
    pub at: i64,
}

pub async fn list_notices(db: &Readers, permit: &Permit<Learning>) -> Result<Vec<Notice>> {
    let notices =
        sqlx::query_as("SELECT id, kind, at FROM notices WHERE person_id = $1 AND seen_at IS NULL ORDER BY at, id");
    Ok(notices.bind(permit.person_id()).fetch_all(db).await?)
}

/// Marks a notice as seen, by the person whom it tells.
pub async fn see_notice(db: &Database, permit: &Permit<Learning>, id: &str, now: i64) -> Result<()> {
    let mut tx = db.begin().await?;
    let seen = sqlx::query("UPDATE notices SET seen_at = $3 WHERE id = $1 AND person_id = $2 AND seen_at IS NULL");
    seen.bind(id).bind(permit.person_id()).bind(now).execute(&mut *tx).await?;
    Ok(tx.commit().await?)
}
