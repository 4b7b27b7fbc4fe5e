//! What is known of a person's cards.

mod review;

use chrono::NaiveDate;
use sqlx::FromRow;

pub use review::Review;

use super::model::{Answered, Deck, Memory};
use crate::{
    access::{Learning, Permit},
    activity::model::day_of,
    error::{Error, Result},
    modules::store::{finished, read_finished},
    storage::{
        Database, Readers,
        strung::{self, number},
    },
};

/// What the person `p` has answered, strung together for [`read_deck`]: a part of whatever else is read of a person.
macro_rules! recall_answered {
    () => {
        "(SELECT string_agg(concat_ws('\u{1f}', card, reviews, stability, difficulty, reviewed_at, due_on), '\u{1e}')
          FROM recall_states WHERE person_id = p.id)"
    };
}
pub(crate) use recall_answered;

/// The last day of the pause of the person `p`.
macro_rules! recall_pause {
    () => {
        "(SELECT last_day FROM recall_pauses WHERE person_id = p.id)"
    };
}
pub(crate) use recall_pause;

#[derive(FromRow)]
struct DeckRow {
    answered: Option<String>,
    finished: Option<String>,
    last_day: Option<String>,
}

/// All that today's cards follow from, in one statement.
pub async fn find_deck(db: &Readers, permit: &Permit<Learning>, time_zone: &str) -> Result<Deck> {
    let row: DeckRow = sqlx::query_as(concat!(
        "SELECT ",
        recall_answered!(),
        " AS answered, ",
        recall_pause!(),
        " AS last_day, ",
        finished!(),
        " AS finished FROM people p WHERE p.id = $1"
    ))
    .bind(permit.person_id())
    .fetch_one(db)
    .await?;
    let finished = read_finished(row.finished.as_deref())?;
    Ok(Deck { finished, ..read_deck(row.answered.as_deref(), row.last_day.as_deref(), time_zone)? })
}

/// What [`recall_answered`] and [`recall_pause`] have found; what is finished is still to be added.
pub fn read_deck(answered: Option<&str>, last_day: Option<&str>, time_zone: &str) -> Result<Deck> {
    let mut deck = Deck { paused_until: last_day.map(read_day).transpose()?, ..Deck::default() };
    for answered in strung::rows(answered) {
        let [card, reviews, stability, difficulty, reviewed_at, due_on] = answered?;
        let known = Answered {
            reviews: number(reviews)?,
            memory: Memory::from_stored((number(stability)?, number(difficulty)?)),
            reviewed_on: day_of(number(reviewed_at)?, time_zone),
            due_on: read_day(due_on)?,
        };
        deck.answered.insert(card.to_owned(), known);
    }
    Ok(deck)
}

fn read_day(stored: &str) -> Result<NaiveDate> {
    stored.parse().map_err(Error::internal)
}

/// No cards until a day, that day included; `None` ends a pause.
pub async fn set_pause(db: &Database, permit: &Permit<Learning>, last_day: Option<NaiveDate>) -> Result<()> {
    let mut tx = db.begin().await?;
    let query = match last_day {
        Some(day) => sqlx::query(
            "INSERT INTO recall_pauses (person_id, last_day) VALUES ($1, $2)
             ON CONFLICT (person_id) DO UPDATE SET last_day = excluded.last_day",
        )
        .bind(permit.person_id())
        .bind(day.to_string()),
        None => sqlx::query("DELETE FROM recall_pauses WHERE person_id = $1").bind(permit.person_id()),
    };
    query.execute(&mut *tx).await?;
    Ok(tx.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strung_together_cards_come_apart() {
        let strung = |text: &str| Some(text.replace(' ', "\u{1f}").replace(',', "\u{1e}"));
        let answered = strung("one/a 2 2306500000 5000000000 1772409600000 2026-03-09,one/b 1 1 1 0 2026-01-01");
        let deck = read_deck(answered.as_deref(), Some("2026-03-05"), "Europe/Zurich").unwrap();
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let known = &deck.answered["one/a"];
        assert_eq!((known.reviews, known.reviewed_on, known.due_on), (2, day("2026-03-02"), day("2026-03-09")));
        assert_eq!(known.memory, Memory { stability: 2.3065, difficulty: 5.0 });
        assert_eq!(deck.answered.len(), 2);
        assert!(deck.is_paused(day("2026-03-05")) && !deck.is_paused(day("2026-03-06")));
    }
}
