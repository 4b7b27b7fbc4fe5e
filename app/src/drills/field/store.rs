//! Intentions in the database: each statement reaches the person's own alone.

/// A statement that reads intentions.
macro_rules! intentions {
    ($where:literal) => {
        concat!(
            "SELECT id, item, text, day, outcome, answered_at, note, obstacle, revision FROM intentions WHERE ",
            $where
        )
    };
}

mod records;

pub use records::{ChangeIntention, Deletion, NewIntention};

use chrono::NaiveDate;
use sqlx::FromRow;

use super::model::{Asking, Outcome, State};
use crate::{
    access::{Learning, Permit},
    error::{Error, Result},
    storage::{Readers, strung},
};

/// What somebody means to try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intention {
    pub id: String,
    /// Where it came from: a module, `module/drill` of a field practice, or nothing.
    pub item: String,
    /// One sentence.
    pub text: String,
    pub state: State,
    /// When the person last said what became of it, in UTC milliseconds.
    pub answered_at: Option<i64>,
    /// How often it was changed.
    pub revision: i64,
}

impl Intention {
    /// Whether it is asked about today; what was answered is not.
    pub fn asking(&self, today: NaiveDate) -> Asking {
        if self.state.outcome.is_some() { Asking::Rests } else { Asking::on(today, self.state.day) }
    }
}

#[derive(FromRow)]
struct Row {
    id: String,
    item: String,
    text: String,
    day: String,
    outcome: Option<String>,
    answered_at: Option<i64>,
    note: String,
    obstacle: String,
    revision: i64,
}

impl Row {
    fn read(self) -> Result<Intention> {
        let unknown = || Error::internal("an unknown outcome of an intention");
        let outcome = self.outcome.map(|id| Outcome::from_id(&id).ok_or_else(unknown)).transpose()?;
        let day = self.day.parse().map_err(Error::internal)?;
        let state = State { day, outcome, note: self.note, obstacle: self.obstacle };
        let (answered_at, revision) = (self.answered_at, self.revision);
        Ok(Intention { id: self.id, item: self.item, text: self.text, state, answered_at, revision })
    }
}

/// One of one's own intentions.
pub async fn find_intention(db: &Readers, permit: &Permit<Learning>, id: &str) -> Result<Intention> {
    let row: Option<Row> = sqlx::query_as(intentions!("id = $1 AND person_id = $2"))
        .bind(id)
        .bind(permit.person_id())
        .fetch_optional(db)
        .await?;
    row.ok_or(Error::NotFound)?.read()
}

/// The intentions of the person `p` that nothing was said of yet, strung together for [`read_unanswered`]: a part of whatever else is read of a
/// person.
macro_rules! unanswered_intentions {
    () => {
        "(SELECT string_agg(concat_ws('\u{1f}', id, item, text, day, revision), '\u{1e}')
          FROM intentions WHERE person_id = p.id AND outcome IS NULL)"
    };
}
pub(crate) use unanswered_intentions;

/// What [`unanswered_intentions`] has found, the latest day first. Which one Today asks about says [`Intention::asking`].
pub fn read_unanswered(strung: Option<&str>) -> Result<Vec<Intention>> {
    let read = |row: Result<[&str; 5]>| {
        let [id, item, text, day, revision] = row?;
        let row = Row {
            id: id.to_owned(),
            item: item.to_owned(),
            text: text.to_owned(),
            day: day.to_owned(),
            outcome: None,
            answered_at: None,
            note: String::new(),
            obstacle: String::new(),
            revision: strung::number(revision)?,
        };
        row.read()
    };
    let mut intentions: Vec<Intention> = strung::rows(strung).map(read).collect::<Result<_>>()?;
    intentions.sort_by(|a, b| b.state.day.cmp(&a.state.day).then_with(|| a.id.cmp(&b.id)));
    Ok(intentions)
}

/// All that stand, the next day first.
pub async fn list_open(db: &Readers, permit: &Permit<Learning>) -> Result<Vec<Intention>> {
    let rows: Vec<Row> =
        sqlx::query_as(intentions!("person_id = $1 AND (outcome IS NULL OR outcome = 'not-yet') ORDER BY day, id"))
            .bind(permit.person_id())
            .fetch_all(db)
            .await?;
    rows.into_iter().map(Row::read).collect()
}

/// Some of those that are over, the latest first, and how many there are.
pub async fn list_past(
    db: &Readers,
    permit: &Permit<Learning>,
    (skip, most): (i64, i64),
) -> Result<(Vec<Intention>, i64)> {
    #[derive(FromRow)]
    struct Counted {
        #[sqlx(flatten)]
        row: Row,
        total: i64,
    }
    let rows: Vec<Counted> = sqlx::query_as(
        "SELECT id, item, text, day, outcome, answered_at, note, obstacle, revision, COUNT(*) OVER () AS total
         FROM intentions WHERE person_id = $1 AND outcome IN ('worked', 'partly', 'let-go')
         ORDER BY day DESC, id LIMIT $2 OFFSET $3",
    )
    .bind(permit.person_id())
    .bind(most)
    .bind(skip)
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    Ok((rows.into_iter().map(|counted| counted.row.read()).collect::<Result<_>>()?, total))
}
