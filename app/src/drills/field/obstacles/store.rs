//! What was handed in: a row leads to nobody.

use chrono::NaiveDate;
use sqlx::FromRow;

use super::model::Waiting;
use crate::{
    access::{Learning, Permit, Scope},
    activity::model::week_of,
    error::{Error, Result},
    storage::{Applying, Connection, Database, Readers, Record, Rows},
    visit::Visit,
};

/// Words to be handed in. The id is made with the form, so that a form sent twice counts once.
pub struct HandIn {
    permit: Permit<Learning>,
    week: String,
    id: String,
    intention: String,
    text: String,
}

impl HandIn {
    pub fn new(visit: &Visit, id: String, intention: String, text: String) -> Result<HandIn> {
        let actor = visit.actor()?;
        let week = week_of(visit.now, &actor.time_zone);
        Ok(HandIn { permit: actor.permit_learning(), week, id, intention, text })
    }

    async fn write(&self, tx: &mut Connection) -> Result<()> {
        if self.is_stored(tx).await? {
            return Ok(());
        }
        // What is handed in was a note before; without one it was handed in already, maybe from another tab.
        let emptied = sqlx::query(
            "UPDATE intentions SET obstacle = '', revision = revision + 1 WHERE id = $1 AND person_id = $2 AND obstacle <> ''",
        );
        let emptied = emptied.bind(&self.intention).bind(self.permit.person_id()).execute(&mut *tx).await?;
        if emptied.rows_affected() == 0 {
            // The same form may have been written by another server meanwhile.
            return if self.is_stored(tx).await? { Ok(()) } else { Err(Error::Conflict) };
        }
        sqlx::query(
            "INSERT INTO obstacles (id, site_id, week, text, is_published)
             SELECT $1, t.site_id, $2, $3, 0 FROM people p JOIN teams t ON t.id = p.team_id WHERE p.id = $4",
        )
        .bind(&self.id)
        .bind(&self.week)
        .bind(&self.text)
        .bind(self.permit.person_id())
        .execute(&mut *tx)
        .await?;
        Ok(())
    }

    /// Whether exactly this was handed in before, about an intention of one's own.
    async fn is_stored(&self, tx: &mut Connection) -> Result<bool> {
        let own: Option<String> = sqlx::query_scalar("SELECT id FROM intentions WHERE id = $1 AND person_id = $2")
            .bind(&self.intention)
            .bind(self.permit.person_id())
            .fetch_optional(&mut *tx)
            .await?;
        own.ok_or(Error::NotFound)?;
        let text: Option<String> = sqlx::query_scalar("SELECT text FROM obstacles WHERE id = $1")
            .bind(&self.id)
            .fetch_optional(&mut *tx)
            .await?;
        match text {
            Some(text) if text != self.text => Err(Error::Conflict),
            text => Ok(text.is_some()),
        }
    }
}

impl Record for HandIn {
    fn key(&self) -> String {
        format!("{} {}", self.permit.person_id(), self.intention)
    }

    fn apply<'a>(&'a mut self, tx: &'a mut Connection, _rows: &'a mut Rows) -> Applying<'a> {
        Box::pin(self.write(tx))
    }
}

/// What waits from weeks up to `last`, by site.
pub async fn list_waiting(db: &Readers, last: NaiveDate, now: i64) -> Result<Vec<Waiting>> {
    let rows: Vec<(String, i64, i64)> = sqlx::query_as(
        "SELECT o.site_id, COUNT(*) AS texts,
                (SELECT COUNT(*) FROM people p JOIN teams t ON t.id = p.team_id
                 WHERE t.site_id = o.site_id AND t.is_active = 1 AND p.is_active = 1 AND EXISTS (
                     SELECT 1 FROM grants g WHERE g.person_id = p.id AND g.role = 'learner' AND (g.ends_at IS NULL OR g.ends_at > $2))) AS people
         FROM obstacles o WHERE o.is_published = 0 AND o.week <= $1 GROUP BY o.site_id ORDER BY o.site_id",
    )
    .bind(last.to_string())
    .bind(now)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|(site_id, texts, people)| Waiting { site_id, texts, people }).collect())
}

/// Publishes what waits at a site from weeks up to `last`, all of it anew in the order of the ids: whether it was this server that did.
pub async fn publish(db: &Database, site_id: &str, last: NaiveDate, minimum: i64) -> Result<bool> {
    let last = last.to_string();
    let mut tx = db.begin().await?;
    let taken = sqlx::query_as(
        "DELETE FROM obstacles WHERE site_id = $1 AND is_published = 0 AND week <= $2 RETURNING id, text",
    );
    let mut taken: Vec<(String, String)> = taken.bind(site_id).bind(&last).fetch_all(&mut *tx).await?;
    if i64::try_from(taken.len()).unwrap_or(i64::MAX) < minimum {
        // Another server has published them meanwhile; what was taken here stays as it was.
        return Ok(false);
    }
    taken.sort();
    for (id, text) in taken {
        let insert =
            sqlx::query("INSERT INTO obstacles (id, site_id, week, text, is_published) VALUES ($1, $2, $3, $4, 1)");
        insert.bind(id).bind(site_id).bind(&last).bind(text).execute(&mut *tx).await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// Deletes what is from weeks before `first`.
pub async fn forget(db: &Database, first: NaiveDate) -> Result<()> {
    let first = first.to_string();
    let old: Option<String> = sqlx::query_scalar("SELECT id FROM obstacles WHERE week < $1 LIMIT 1")
        .bind(&first)
        .fetch_optional(db.read())
        .await?;
    if old.is_none() {
        return Ok(());
    }
    let mut tx = db.begin().await?;
    sqlx::query("DELETE FROM obstacles WHERE week < $1").bind(&first).execute(&mut *tx).await?;
    Ok(tx.commit().await?)
}

/// What leaders read.
#[derive(Clone, Debug, FromRow)]
pub struct Obstacle {
    /// The site's name.
    pub site: String,
    pub text: String,
    /// How many there are in reach.
    pub total: i64,
}

/// What is published of sites that lie wholly within reach, by site; within a site the random ids give the order.
pub async fn list_published(db: &Readers, scope: &Scope, (skip, most): (i64, i64), now: i64) -> Result<Vec<Obstacle>> {
    let obstacles = sqlx::query_as(
        "WITH reached AS MATERIALIZED (
             SELECT DISTINCT team_id FROM granted_teams WHERE person_id = $1 AND role = $2 AND ends_at > $3
         )
         SELECT s.name AS site, o.text, COUNT(*) OVER () AS total
         FROM obstacles o JOIN sites s ON s.id = o.site_id
         WHERE o.is_published = 1
           AND EXISTS (SELECT 1 FROM teams t JOIN reached r ON r.team_id = t.id WHERE t.site_id = o.site_id)
           AND NOT EXISTS (SELECT 1 FROM teams t
                           WHERE t.site_id = o.site_id AND t.is_active = 1 AND t.id NOT IN (SELECT team_id FROM reached))
         ORDER BY s.name_key, s.id, o.id LIMIT $4 OFFSET $5",
    );
    let obstacles = obstacles.bind(&scope.person_id).bind(scope.role).bind(now).bind(most).bind(skip);
    Ok(obstacles.fetch_all(db).await?)
}
