//! Cards in the database, and whose they are.

use sqlx::FromRow;

use super::model::{COMMON, Card};
use crate::{
    access::{Administration, Learning, Permit, Scope},
    admin::{
        model::Refusal,
        people::store::{find_target, find_team},
        store::Work,
    },
    error::{Error, Result},
    language::{Bilingual, Locale, fold},
    storage::{Connection, Database, Readers},
};

/// A card as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub id: String,
    pub card: Card,
    /// 0 for one that is not there yet.
    pub changed_at: i64,
}

impl Kept {
    /// A card that nobody has written yet.
    pub fn empty(id: impl Into<String>) -> Kept {
        Kept { id: id.into(), card: Card::default(), changed_at: 0 }
    }
}

#[derive(FromRow)]
struct Row {
    id: String,
    job_de: String,
    job_en: String,
    lines: String,
    note_de: String,
    note_en: String,
    changed_at: i64,
}

impl Row {
    fn kept(self) -> Result<Kept> {
        let card = Card {
            job: Bilingual::new(self.job_de, self.job_en),
            lines: serde_json::from_str(&self.lines)?,
            note: Bilingual::new(self.note_de, self.note_en),
        };
        Ok(Kept { id: self.id, card, changed_at: self.changed_at })
    }
}

/// A statement that reads cards.
macro_rules! cards {
    ($rest:literal) => {
        concat!(
            "SELECT c.id, c.job_de, c.job_en, c.lines, c.note_de, c.note_en, c.changed_at FROM decision_cards c ",
            $rest
        )
    };
}

/// The reader's own card: the person's, else the team's, else the common one. Nothing where it has not been written.
pub async fn find_own_card(db: &Readers, permit: &Permit<Learning>) -> Result<Option<Kept>> {
    let row: Option<Row> = sqlx::query_as(cards!(
        "WHERE c.id = (SELECT COALESCE(p.card_id, t.card_id, 'common') FROM people p JOIN teams t ON t.id = p.team_id WHERE p.id = $1)"
    ))
    .bind(permit.person_id())
    .fetch_optional(db)
    .await?;
    row.map(Row::kept).transpose()
}

/// All cards, the common one first.
pub async fn list_cards(db: &Readers, _scope: &Scope) -> Result<Vec<Kept>> {
    let rows: Vec<Row> = sqlx::query_as(cards!("ORDER BY c.job_key, c.id")).fetch_all(db).await?;
    rows.into_iter().map(Row::kept).collect()
}

/// A card to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub id: String,
    pub job: Bilingual,
}

/// All cards to choose from: the common one first, where it has been written.
pub async fn list_choices(db: &Readers, _scope: &Scope) -> Result<Vec<Choice>> {
    let rows: Vec<(String, String, String)> =
        sqlx::query_as("SELECT id, job_de, job_en FROM decision_cards ORDER BY job_key, id").fetch_all(db).await?;
    Ok(rows.into_iter().map(|(id, de, en)| Choice { id, job: Bilingual { de, en } }).collect())
}

/// One card, if it is there.
pub async fn find_card(db: &Readers, _scope: &Scope, id: &str) -> Result<Option<Kept>> {
    let row: Option<Row> = sqlx::query_as(cards!("WHERE c.id = $1")).bind(id).fetch_optional(db).await?;
    row.map(Row::kept).transpose()
}

/// Whose a card is.
#[derive(Clone, Debug, FromRow)]
pub struct Holder {
    pub card_id: String,
    /// A team or a person.
    pub name: String,
    /// The team's site, or the person's team.
    pub at: String,
}

/// The open teams and active people in reach that were given a card.
pub async fn list_holders(db: &Readers, scope: &Scope, now: i64) -> Result<Vec<Holder>> {
    let list = sqlx::query_as(
        "SELECT held.card_id, held.name, held.at FROM (
             SELECT 0 AS kind, t.card_id, t.name, s.name AS at, t.name_key, s.name_key AS at_key, t.id AS team_id, t.id
             FROM teams t JOIN sites s ON s.id = t.site_id WHERE t.card_id IS NOT NULL AND t.is_active = 1
             UNION ALL
             SELECT 1 AS kind, p.card_id, p.name, t.name AS at, p.name_key, t.name_key AS at_key, p.team_id, p.id
             FROM people p JOIN teams t ON t.id = p.team_id WHERE p.card_id IS NOT NULL AND p.is_active = 1
         ) held
         WHERE held.team_id IN (SELECT team_id FROM granted_teams WHERE person_id = $1 AND role = $2 AND ends_at > $3)
         ORDER BY held.kind, held.name_key, held.at_key, held.id",
    );
    Ok(list.bind(scope.person_id.as_str()).bind(scope.role).bind(now).fetch_all(db).await?)
}

/// A team, or a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose<'a> {
    Team(&'a str),
    Person(&'a str),
}

impl<'a> Whose<'a> {
    /// From `team:ID` or `person:ID`.
    pub fn read(text: &'a str) -> Option<Whose<'a>> {
        match text.split_once(':')? {
            ("team", id) => Some(Whose::Team(id)),
            ("person", id) => Some(Whose::Person(id)),
            _ => None,
        }
    }
}

/// Writes a card anew. `seen` is when the one was changed that the form was made from (0 for a new one): whoever writes over somebody else's
/// words, or has a card that was taken away meanwhile, is told first. The same form again succeeds.
pub async fn save_card(
    db: &Database,
    permit: &Permit<Administration>,
    (id, card, seen): (&str, &Card, i64),
    now: i64,
) -> Result<Result<(), Refusal>> {
    let mut work = Work::begin_for_all(db, permit, now).await?;
    let row: Option<Row> = sqlx::query_as(cards!("WHERE c.id = $1")).bind(id).fetch_optional(&mut *work.tx).await?;
    let known = row.map(Row::kept).transpose()?;
    if known.as_ref().is_some_and(|known| known.card == *card) {
        return Ok(Ok(()));
    }
    match &known {
        Some(known) if known.changed_at != seen => return Ok(Err(("state", "card-overtaken"))),
        None if seen != 0 => return Ok(Err(("state", "card-removed-meanwhile"))),
        _ => {}
    }
    let taken: Option<String> = sqlx::query_scalar("SELECT id FROM decision_cards WHERE job_key = $1 AND id <> $2")
        .bind(job_key(card))
        .bind(id)
        .fetch_optional(&mut *work.tx)
        .await?;
    if taken.is_some() {
        return Ok(Err(("job-de", "card-job-taken")));
    }
    let at = known.map_or(now, |known| now.max(known.changed_at + 1));
    write_card(&mut work.tx, id, card, at).await?;
    work.audit("card-written", id, logged(&card.job)).await?;
    work.commit().await?;
    Ok(Ok(()))
}

/// What the log calls a card: by its job, which the common one has not.
fn logged(job: &Bilingual) -> &str {
    if job.is_empty() { COMMON } else { job.words(Locale::De) }
}

fn job_key(card: &Card) -> String {
    fold(card.job.words(Locale::De))
}

/// Puts a card into its place.
pub async fn write_card(tx: &mut Connection, id: &str, card: &Card, at: i64) -> Result<()> {
    sqlx::query(
        "INSERT INTO decision_cards (id, job_de, job_en, job_key, lines, note_de, note_en, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (id) DO UPDATE SET job_de = excluded.job_de, job_en = excluded.job_en, job_key = excluded.job_key,
             lines = excluded.lines, note_de = excluded.note_de, note_en = excluded.note_en, changed_at = excluded.changed_at",
    )
    .bind(id)
    .bind(&card.job.de)
    .bind(&card.job.en)
    .bind(job_key(card))
    .bind(serde_json::to_string(&card.lines)?)
    .bind(&card.note.de)
    .bind(&card.note.en)
    .bind(at)
    .execute(tx)
    .await?;
    Ok(())
}

/// Takes a card away; whoever had it has the team's or the common one. Again succeeds.
pub async fn remove_card(db: &Database, permit: &Permit<Administration>, id: &str, now: i64) -> Result<()> {
    let mut work = Work::begin_for_all(db, permit, now).await?;
    if id == COMMON {
        return Err(Error::NotFound);
    }
    for statement in
        ["UPDATE teams SET card_id = NULL WHERE card_id = $1", "UPDATE people SET card_id = NULL WHERE card_id = $1"]
    {
        sqlx::query(statement).bind(id).execute(&mut *work.tx).await?;
    }
    let gone: Option<(String, String)> =
        sqlx::query_as("DELETE FROM decision_cards WHERE id = $1 RETURNING job_de, job_en")
            .bind(id)
            .fetch_optional(&mut *work.tx)
            .await?;
    if let Some((de, en)) = gone {
        work.audit("card-removed", id, logged(&Bilingual { de, en })).await?;
        work.commit().await?;
    }
    Ok(())
}

/// Gives a team or a person a card, or with an empty id takes their own away. Nothing happens where they have it already.
pub async fn give_card(
    db: &Database,
    permit: &Permit<Administration>,
    (whose, card): (&Whose<'_>, &str),
    now: i64,
) -> Result<Result<(), Refusal>> {
    let mut work = Work::begin(db, permit, now).await?;
    let holder = match whose {
        Whose::Team(id) => find_team(&mut work, id).await.map(|_| *id)?,
        Whose::Person(id) => find_target(&mut work, id).await.map(|_| *id)?,
    };
    let held = match whose {
        Whose::Team(_) => sqlx::query_scalar("SELECT card_id FROM teams WHERE id = $1"),
        Whose::Person(_) => sqlx::query_scalar("SELECT card_id FROM people WHERE id = $1"),
    };
    let held: Option<String> = held.bind(holder).fetch_one(&mut *work.tx).await?;
    let card = Some(card).filter(|card| !card.is_empty());
    // What the log says: the job of the card that is given, or of the one that is taken away.
    let Some(job) = find_job(&mut work.tx, card.or(held.as_deref()).unwrap_or_default()).await? else {
        return Ok(if card.is_none() { Ok(()) } else { Err(("given-card", "card-gone")) });
    };
    if held.as_deref() == card {
        return Ok(Ok(()));
    }
    let give = match whose {
        Whose::Team(_) => sqlx::query("UPDATE teams SET card_id = $2 WHERE id = $1"),
        Whose::Person(_) => sqlx::query("UPDATE people SET card_id = $2 WHERE id = $1"),
    };
    give.bind(holder).bind(card).execute(&mut *work.tx).await?;
    work.audit(if card.is_some() { "card-given" } else { "card-taken" }, holder, logged(&job)).await?;
    work.commit().await?;
    Ok(Ok(()))
}

/// Whose job a card is for, if it is there.
async fn find_job(tx: &mut Connection, id: &str) -> Result<Option<Bilingual>> {
    let job: Option<(String, String)> =
        sqlx::query_as("SELECT job_de, job_en FROM decision_cards WHERE id = $1").bind(id).fetch_optional(tx).await?;
    Ok(job.map(|(de, en)| Bilingual { de, en }))
}
