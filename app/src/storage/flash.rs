//! What a form brings back after a mistake: errors and entered values, kept once, for one form instance of one owner.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Database;
use crate::{error::Result, language::Bilingual};

/// Flashes that nobody came back for are deleted after so many milliseconds (a day).
const KEPT_FOR: i64 = 24 * 60 * 60 * 1000;

/// The way back to a form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// Field name -> message key.
    pub errors: BTreeMap<String, String>,
    /// Field name -> what was typed.
    pub values: BTreeMap<String, String>,
}

impl Flash {
    pub fn error(&self, field: &str) -> Option<&str> {
        self.errors.get(field).map(String::as_str)
    }

    pub fn value(&self, field: &str) -> Option<&str> {
        self.values.get(field).map(String::as_str)
    }

    /// Notes what is wrong with a field; the first message stays.
    pub fn refuse(&mut self, field: &str, message: &str) {
        self.errors.entry(field.to_owned()).or_insert_with(|| message.to_owned());
    }

    /// With something else to bring back.
    pub fn with(mut self, field: &str, value: impl ToString) -> Flash {
        self.values.insert(field.to_owned(), value.to_string());
        self
    }

    /// Brings back what was typed in two languages, each in its field.
    pub fn keep(&mut self, field: &str, typed: &Bilingual) {
        let typed = typed.each().map(|(language, text)| (format!("{field}-{language}"), text.to_owned()));
        self.values.extend(typed);
    }

    /// Notes beside its field which of two texts has more characters than there may be.
    pub fn bound(&mut self, field: &str, (texts, most): (&Bilingual, usize), message: &str) {
        for (language, text) in texts.each() {
            if text.chars().count() > most {
                self.refuse(&format!("{field}-{language}"), message);
            }
        }
    }

    pub fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }
}

/// Keeps `flash` under the id of the form instance; `owner` is the session, or what stands for it before sign-in.
pub async fn keep_flash(db: &Database, owner: &str, id: &str, flash: &Flash, now: i64) -> Result<()> {
    let mut tx = db.begin().await?;
    sqlx::query("DELETE FROM flashes WHERE created_at < $1").bind(now - KEPT_FOR).execute(&mut *tx).await?;
    sqlx::query(
        "INSERT INTO flashes (id, owner, body, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (id) DO UPDATE SET body = excluded.body, created_at = excluded.created_at WHERE flashes.owner = excluded.owner",
    )
    .bind(id)
    .bind(owner)
    .bind(serde_json::to_string(flash)?)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

/// Reads and deletes a flash.
pub async fn take_flash(db: &Database, owner: &str, id: &str) -> Result<Option<Flash>> {
    let mut tx = db.begin().await?;
    let body: Option<String> = sqlx::query_scalar("DELETE FROM flashes WHERE id = $1 AND owner = $2 RETURNING body")
        .bind(id)
        .bind(owner)
        .fetch_optional(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(body.map(|body| serde_json::from_str(&body)).transpose()?)
}
