//! An answer to a card, on its way into the database.

use chrono::NaiveDate;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{
    access::{Learning, Permit},
    activity::{
        model::{day_of, week_of},
        store::note_activity,
    },
    drills::recall::model::{Answered, Grade, Memory, answer, days_between},
    error::{Error, Result},
    storage::{Applying, Connection, Record, Rows},
};

/// How well somebody knew a card.
pub struct Review {
    permit: Permit<Learning>,
    id: String,
    card: String,
    number: i64,
    grade: Grade,
    now: i64,
    time_zone: String,
}

/// What is stored of the card, and of an answer with the same id.
#[derive(FromRow)]
struct Known {
    reviews: Option<i64>,
    stability: Option<i64>,
    difficulty: Option<i64>,
    reviewed_at: Option<i64>,
    due_on: Option<String>,
    owner: Option<String>,
    own_card: Option<String>,
    own_number: Option<i64>,
    own_grade: Option<String>,
}

impl Review {
    /// The id is made with the form and must be a UUID; `number` is the one that the card's next answer had when the form was made.
    pub fn new(
        permit: Permit<Learning>,
        id: &str,
        (card, number): (String, i64),
        grade: Grade,
        (now, time_zone): (i64, &str),
    ) -> Result<Review> {
        let id = Uuid::parse_str(id).map_err(|_| Error::BadRequest)?.to_string();
        Ok(Review { permit, id, card, number, grade, now, time_zone: time_zone.to_owned() })
    }

    async fn write(&self, tx: &mut Connection, rows: &mut Rows) -> Result<()> {
        let known = self.find(tx).await?;
        if known.owner.is_some() {
            return self.compare(&known);
        }
        let last = known.answered(&self.time_zone)?;
        if self.number != last.as_ref().map_or(0, |last| last.reviews) + 1 {
            return Err(Error::Conflict);
        }
        // A clock that was set back: no answer comes before the last one.
        let at = known.reviewed_at.map_or(self.now, |last| last.max(self.now));
        let today = day_of(at, &self.time_zone);
        let next = answer(last.as_ref(), self.grade, today)?;
        let days = last.map_or(0, |last| days_between(last.reviewed_on, today));
        self.insert(tx, at, days).await?;
        self.save(tx, at, &next).await?;
        note_activity(rows, &self.permit, &week_of(self.now, &self.time_zone), self.now);
        Ok(())
    }

    async fn find(&self, tx: &mut Connection) -> Result<Known> {
        let known = sqlx::query_as(
            "SELECT s.reviews, s.stability, s.difficulty, s.reviewed_at, s.due_on,
                    r.person_id AS owner, r.card AS own_card, r.number AS own_number, r.grade AS own_grade
             FROM (SELECT 1 AS one) o
             LEFT JOIN recall_states s ON s.person_id = $1 AND s.card = $2
             LEFT JOIN recall_reviews r ON r.id = $3",
        );
        Ok(known.bind(self.permit.person_id()).bind(&self.card).bind(&self.id).fetch_one(tx).await?)
    }

    /// An answer that is stored already: the same again is fine, another one under its id is not.
    fn compare(&self, known: &Known) -> Result<()> {
        if known.owner.as_deref() != Some(self.permit.person_id()) {
            return Err(Error::NotFound);
        }
        let stored = (known.own_card.as_deref(), known.own_number, known.own_grade.as_deref());
        let is_same = stored == (Some(self.card.as_str()), Some(self.number), Some(self.grade.id()));
        if is_same { Ok(()) } else { Err(Error::Conflict) }
    }

    /// The unique number decides between two servers: the slower one finds the answer of the other when it tries again.
    async fn insert(&self, tx: &mut Connection, at: i64, days: u32) -> Result<()> {
        sqlx::query(
            "INSERT INTO recall_reviews (id, person_id, card, number, grade, days, at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(&self.id)
        .bind(self.permit.person_id())
        .bind(&self.card)
        .bind(self.number)
        .bind(self.grade.id())
        .bind(i64::from(days))
        .bind(at)
        .execute(tx)
        .await?;
        Ok(())
    }

    async fn save(&self, tx: &mut Connection, at: i64, next: &Answered) -> Result<()> {
        let (stability, difficulty) = next.memory.to_stored();
        sqlx::query(
            "INSERT INTO recall_states (person_id, card, reviews, stability, difficulty, reviewed_at, due_on)
             VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (person_id, card) DO UPDATE SET reviews = excluded.reviews, stability = excluded.stability,
                 difficulty = excluded.difficulty, reviewed_at = excluded.reviewed_at, due_on = excluded.due_on",
        )
        .bind(self.permit.person_id())
        .bind(&self.card)
        .bind(next.reviews)
        .bind(stability)
        .bind(difficulty)
        .bind(at)
        .bind(next.due_on.to_string())
        .execute(tx)
        .await?;
        Ok(())
    }
}

impl Known {
    /// The card as it stands, if it was ever answered.
    fn answered(&self, time_zone: &str) -> Result<Option<Answered>> {
        let (Some(reviews), Some(stability), Some(difficulty), Some(reviewed_at), Some(due_on)) =
            (self.reviews, self.stability, self.difficulty, self.reviewed_at, self.due_on.as_deref())
        else {
            return Ok(None);
        };
        Ok(Some(Answered {
            reviews,
            memory: Memory::from_stored((stability, difficulty)),
            reviewed_on: day_of(reviewed_at, time_zone),
            due_on: due_on.parse::<NaiveDate>().map_err(Error::internal)?,
        }))
    }
}

impl Record for Review {
    fn key(&self) -> String {
        format!("{} {} {:08}", self.permit.person_id(), self.card, self.number)
    }

    fn apply<'a>(&'a mut self, tx: &'a mut Connection, rows: &'a mut Rows) -> Applying<'a> {
        Box::pin(self.write(tx, rows))
    }
}
