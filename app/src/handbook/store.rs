//! The organisation's page in the database.

use crate::{
    access::{Administration, Permit},
    admin::{model::Refusal, store::Work},
    error::Result,
    language::Bilingual,
    storage::{Database, Readers},
};

/// What stands on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    pub texts: Bilingual,
    /// 0 where nobody has written it.
    pub changed_at: i64,
}

/// As the database has it.
type Row = Option<(String, String, i64)>;

const FIND: &str = "SELECT de, en, changed_at FROM handbook WHERE page = 'help'";

fn kept(row: Row) -> Kept {
    row.map(|(de, en, changed_at)| Kept { texts: Bilingual { de, en }, changed_at }).unwrap_or_default()
}

pub async fn find_texts(db: &Readers) -> Result<Kept> {
    Ok(kept(sqlx::query_as(FIND).fetch_optional(db).await?))
}

/// Writes the page anew. `seen` is when the texts were changed that the form was made from: whoever would write over somebody else's words is
/// told first. The same form again succeeds.
pub async fn save_texts(
    db: &Database,
    permit: &Permit<Administration>,
    (texts, seen): (&Bilingual, i64),
    now: i64,
) -> Result<Result<(), Refusal>> {
    let mut work = Work::begin_for_all(db, permit, now).await?;
    let known = kept(sqlx::query_as(FIND).fetch_optional(&mut *work.tx).await?);
    if known.texts == *texts {
        return Ok(Ok(()));
    }
    if known.changed_at != seen {
        return Ok(Err(("state", "handbook-overtaken")));
    }
    sqlx::query(
        "INSERT INTO handbook (page, de, en, changed_at) VALUES ('help', $1, $2, $3)
         ON CONFLICT (page) DO UPDATE SET de = excluded.de, en = excluded.en, changed_at = excluded.changed_at",
    )
    .bind(&texts.de)
    .bind(&texts.en)
    .bind(now.max(known.changed_at + 1))
    .execute(&mut *work.tx)
    .await?;
    work.audit("help-written", "", "").await?;
    work.commit().await?;
    Ok(Ok(()))
}
