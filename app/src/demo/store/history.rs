//! What an invented person has practised.

use crate::{
    activity::store::strung,
    coaching::store::{Meeting, write_assignment_completions},
    demo::{
        cards::{Cards, Review},
        practice::{Attempt, History, Reading},
    },
    drills::store::join_events,
    error::Result,
    storage::Connection,
};

pub async fn insert_history(tx: &mut Connection, person: &str, history: &History) -> Result<()> {
    for attempt in &history.attempts {
        insert_attempt(tx, person, attempt).await?;
    }
    for reading in history.readings.values() {
        insert_reading(tx, person, reading).await?;
    }
    for ((kind, item), done_at) in &history.completions {
        sqlx::query("INSERT INTO completions (person_id, kind, item, done_at) VALUES ($1, $2, $3, $4)")
            .bind(person)
            .bind(kind.id())
            .bind(item)
            .bind(*done_at)
            .execute(&mut *tx)
            .await?;
    }
    let finished = history.completions.iter().map(|((kind, item), done_at)| strung(*kind, item, *done_at));
    let finished = finished.collect::<Vec<_>>().join("\u{1e}");
    if !finished.is_empty() {
        let insert = sqlx::query("INSERT INTO finished (person_id, items) VALUES ($1, $2)");
        insert.bind(person).bind(finished).execute(&mut *tx).await?;
    }
    write_assignment_completions(tx, Meeting::Joined(person)).await?;
    for (week, (millis, last_at)) in &history.weeks {
        sqlx::query("INSERT INTO weekly_activity (person_id, week, millis, last_at) VALUES ($1, $2, $3, $4)")
            .bind(person)
            .bind(week)
            .bind(*millis)
            .bind(*last_at)
            .execute(&mut *tx)
            .await?;
    }
    insert_cards(tx, person, &history.cards).await
}

async fn insert_cards(tx: &mut Connection, person: &str, cards: &Cards) -> Result<()> {
    for Review { id, card, number, grade, days, at } in &cards.reviews {
        sqlx::query(
            "INSERT INTO recall_reviews (id, person_id, card, number, grade, days, at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(id)
        .bind(person)
        .bind(card)
        .bind(*number)
        .bind(grade.id())
        .bind(i64::from(*days))
        .bind(*at)
        .execute(&mut *tx)
        .await?;
    }
    for (card, known, at) in cards.states() {
        let (stability, difficulty) = known.memory.to_stored();
        sqlx::query(
            "INSERT INTO recall_states (person_id, card, reviews, stability, difficulty, reviewed_at, due_on)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(person)
        .bind(card)
        .bind(known.reviews)
        .bind(stability)
        .bind(difficulty)
        .bind(at)
        .bind(known.due_on.to_string())
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}

async fn insert_attempt(tx: &mut Connection, person: &str, attempt: &Attempt) -> Result<()> {
    let (Some((_, first_at)), Some((_, last_at))) = (attempt.events.first(), attempt.events.last()) else {
        return Ok(());
    };
    let events: Vec<_> = attempt.events.iter().map(|(event, _)| event.clone()).collect();
    sqlx::query(
        "INSERT INTO attempts (id, person_id, item, version, started_at, last_number, events, last_at, ended_at, ending)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(&attempt.id)
    .bind(person)
    .bind(&attempt.item)
    .bind(&attempt.version)
    .bind(*first_at)
    .bind(events.len() as i64)
    .bind(join_events(&events))
    .bind(*last_at)
    .bind(attempt.ended.as_ref().map(|(at, _)| *at))
    .bind(attempt.ended.as_ref().map(|(_, ending)| ending.id.clone()))
    .execute(&mut *tx)
    .await?;
    for (position, (event, at)) in attempt.events.iter().enumerate() {
        sqlx::query("INSERT INTO steps (attempt_id, number, event, at) VALUES ($1, $2, $3, $4)")
            .bind(&attempt.id)
            .bind(position as i64 + 1)
            .bind(event)
            .bind(*at)
            .execute(&mut *tx)
            .await?;
    }
    insert_evidence(tx, person, attempt).await
}

async fn insert_evidence(tx: &mut Connection, person: &str, attempt: &Attempt) -> Result<()> {
    let Some((at, ending)) = &attempt.ended else { return Ok(()) };
    for evidence in &ending.evidence {
        sqlx::query(
            "INSERT INTO evidence (person_id, source, competency, item, score, at) VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(person)
        .bind(&attempt.id)
        .bind(&evidence.competency)
        .bind(&attempt.item)
        .bind(i64::from(evidence.score))
        .bind(*at)
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}

async fn insert_reading(tx: &mut Connection, person: &str, reading: &Reading) -> Result<()> {
    sqlx::query(
        "INSERT INTO lesson_progress (person_id, item, version, step, furthest, changed_at, done_at) VALUES ($1, $2, $3, $4, $7, $5, $6)",
    )
    .bind(person)
    .bind(&reading.item)
    .bind(&reading.version)
    .bind(reading.step as i64)
    .bind(reading.at)
    .bind(reading.done_at)
    .bind(reading.furthest as i64)
    .execute(&mut *tx)
    .await?;
    Ok(())
}
