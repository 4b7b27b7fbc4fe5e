//! A new person, with the role to learn and a one-time code.

use uuid::Uuid;

use super::{change::put_code, find_team};
use crate::{
    access::{Administration, Permit, Role},
    admin::{
        model::{Bound, Refusal},
        people::{
            grants::{model::Wanted, store::insert_grant},
            model::Entry,
        },
        store::Work,
    },
    error::{Error, Result},
    language::fold,
    people::model::sign_in_key,
    storage::{Database, is_unique_violation},
};

/// How long a form sent twice is taken for one, in milliseconds: after that its code is not renewed any more without a word.
const A_MOMENT: i64 = 10 * 60 * 1000;

/// A person about to be created.
pub struct NewPerson<'a> {
    /// Made with the form, so that a form sent twice counts once.
    pub id: Uuid,
    pub entry: &'a Entry,
    pub code_hash: &'a str,
}

/// Creates a person. The same again succeeds and renews the code; something else under the same id is a conflict.
pub async fn create_person(
    db: &Database,
    permit: &Permit<Administration>,
    new: NewPerson<'_>,
    now: i64,
) -> Result<Result<(), Refusal>> {
    let mut work = Work::begin(db, permit, now).await?;
    let (_, team_name, is_open) = find_team(&mut work, &new.entry.team).await?;
    if !is_open {
        return Ok(Err(("team", "admin-team-closed")));
    }
    let id = new.id.to_string();
    if !is_repeated(&mut work, &id, new.entry).await? {
        if is_name_taken(&mut work, &id, &new.entry.sign_in_name).await? {
            return Ok(Err(("sign_in_name", "admin-sign-in-name-taken")));
        }
        match insert_person(&mut work, &id, new.entry, &team_name).await {
            Err(Error::Conflict) => return Ok(Err(("sign_in_name", "admin-sign-in-name-taken"))),
            inserted => inserted?,
        }
    }
    put_code(&mut work, &id, new.code_hash).await?;
    work.commit().await?;
    Ok(Ok(()))
}

/// Whether this very person was created already by the same form, a moment ago.
async fn is_repeated(work: &mut Work, id: &str, entry: &Entry) -> Result<bool> {
    let known: Option<(String, String, String, i64)> =
        sqlx::query_as("SELECT name, sign_in_name, team_id, created_at FROM people WHERE id = $1")
            .bind(id)
            .fetch_optional(&mut *work.tx)
            .await?;
    let Some((name, sign_in_name, team, created_at)) = known else { return Ok(false) };
    let is_same = (&name, &sign_in_name, &team) == (&entry.name, &entry.sign_in_name, &entry.team);
    if is_same && work.now - created_at < A_MOMENT { Ok(true) } else { Err(Error::Conflict) }
}

/// Whether somebody else has the sign-in name.
pub(super) async fn is_name_taken(work: &mut Work, id: &str, sign_in_name: &str) -> Result<bool> {
    let other: Option<String> = sqlx::query_scalar("SELECT id FROM people WHERE sign_in_key = $1 AND id <> $2")
        .bind(sign_in_key(sign_in_name))
        .bind(id)
        .fetch_optional(&mut *work.tx)
        .await?;
    Ok(other.is_some())
}

/// Inserts a person with the role to learn, without a password. A sign-in name that is taken is a conflict.
pub async fn insert_person(work: &mut Work, id: &str, entry: &Entry, team_name: &str) -> Result<()> {
    let inserted = sqlx::query(
        "INSERT INTO people (id, sign_in_name, sign_in_key, name, name_key, team_id, is_active, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, 1, $7)",
    )
    .bind(id)
    .bind(entry.sign_in_name.as_str())
    .bind(sign_in_key(&entry.sign_in_name))
    .bind(entry.name.as_str())
    .bind(fold(&entry.name))
    .bind(entry.team.as_str())
    .bind(work.now)
    .execute(&mut *work.tx)
    .await;
    match inserted {
        Err(error) if is_unique_violation(&error) => return Err(Error::Conflict),
        inserted => inserted?,
    };
    let learning = Wanted { role: Role::Learner, bound: Bound::Everything, ends_at: None };
    insert_grant(work, &Uuid::now_v7().to_string(), id, &learning).await?;
    work.audit("person-created", id, team_name).await
}
