//! What the day follows from, read at once: a statement costs more than rendering the page.

use std::collections::HashMap;

use sqlx::FromRow;

use super::model::OpenAttempt;
use crate::{
    access::{Learning, Permit},
    coaching::store::{Asked, OwnAssignment, own_assignments, read_own_assignments, team_assignments},
    drills::{
        field::store::{Intention, read_unanswered, unanswered_intentions},
        recall::{
            model::Deck,
            store::{read_deck, recall_answered, recall_pause},
        },
    },
    error::{Error, Result},
    modules::{
        model::Begun,
        store::{finished, read_finished},
    },
    people::store::session_with,
    rhythm::model::Rhythm,
    storage::{
        Found, Lookup, Readers,
        strung::{self, number},
    },
};

/// What a person has done, as far as today asks.
#[derive(Default)]
pub struct Overview {
    /// Lessons that are not finished.
    pub begun: HashMap<String, Begun>,
    /// The conversation that was left last, within the last two weeks.
    pub attempt: Option<OpenAttempt>,
    /// What was finished lately, for the first time or again, with the moment: of two weeks.
    pub again: Vec<(String, i64)>,
    /// Moments within the week at which something was begun, gone on with or finished.
    pub moments: Vec<i64>,
    /// Spent in the week.
    pub millis: i64,
    /// Of learners; what is left of a role that has ended concerns nobody. The next due date first.
    pub asked: Vec<OwnAssignment>,
    /// Cards, and everything that is finished.
    pub deck: Deck,
    /// Of which nothing was said yet, the latest day first.
    pub intentions: Vec<Intention>,
    pub rhythm: Option<Rhythm>,
}

#[derive(FromRow)]
struct Row {
    person_id: String,
    done: Option<String>,
    lessons: Option<String>,
    attempts: Option<String>,
    /// Two, because clocks and time zones change.
    weeks: Option<String>,
    asked: Option<String>,
    team_asked: Option<String>,
    joined_at: i64,
    away: String,
    answered: Option<String>,
    last_day: Option<String>,
    intentions: Option<String>,
    times: Option<i64>,
}

/// Everything at once and with the session, the latest hundred attempts at most.
pub static OVERVIEW: Lookup = Lookup::in_parts(session_with!([
    finished!(),
    " AS done,
            (SELECT string_agg(concat_ws('\u{1f}', item, step, changed_at, CASE WHEN done_at IS NULL THEN 'open' ELSE 'done' END), '\u{1e}')
             FROM lesson_progress WHERE person_id = p.id AND CASE WHEN done_at IS NULL THEN 9223372036854775807 ELSE changed_at END >= $1 - 1209600000) AS lessons,
            (SELECT string_agg(concat_ws('\u{1f}', a.id, a.item, a.started_at, a.last_at, CASE WHEN a.ended_at IS NULL THEN 'open' ELSE 'done' END),
                               '\u{1e}')
             FROM (SELECT id, item, started_at, last_at, ended_at FROM attempts WHERE person_id = p.id AND started_at >= $1 - 1209600000
                   ORDER BY started_at DESC LIMIT 100) a) AS attempts,
            (SELECT string_agg(concat_ws('\u{1f}', w.week, w.millis), '\u{1e}')
             FROM (SELECT week, millis FROM weekly_activity WHERE person_id = p.id ORDER BY week DESC LIMIT 2) w) AS weeks,
            p.away,
            ",
    own_assignments!(),
    " AS asked, ",
    team_assignments!(),
    " AS team_asked, p.created_at AS joined_at, ",
    recall_answered!(),
    " AS answered, ",
    recall_pause!(),
    " AS last_day, ",
    unanswered_intentions!(),
    " AS intentions,
    (SELECT times FROM rhythms WHERE person_id = p.id) AS times",
]));

/// What was found by [`OVERVIEW`]. `week`: the person's, as it is stored, and its first moment.
pub fn read_overview(found: &Found, permit: &Permit<Learning>, week: (&str, i64), time_zone: &str) -> Result<Overview> {
    let row: Row = found.read()?;
    if row.person_id != permit.person_id() {
        return Err(Error::NotFound);
    }
    let overview = overview(&row, week)?;
    let asked = Asked {
        alone: row.asked.as_deref(),
        with_the_team: row.team_asked.as_deref(),
        away: &row.away,
        finished: &overview.deck.finished,
        joined_at: row.joined_at,
    };
    let asked = read_own_assignments(&asked, time_zone)?;
    let deck = read_deck(row.answered.as_deref(), row.last_day.as_deref(), time_zone)?;
    let deck = Deck { finished: overview.deck.finished, ..deck };
    let intentions = read_unanswered(row.intentions.as_deref())?;
    let rhythm = row.times.and_then(Rhythm::new);
    Ok(Overview { asked, deck, intentions, rhythm, ..overview })
}

fn overview(row: &Row, (week, week_start): (&str, i64)) -> Result<Overview> {
    let mut overview = Overview::default();
    overview.deck.finished = read_finished(row.done.as_deref())?;
    overview.moments.extend(overview.deck.finished.moments());
    for spent in strung::rows(row.weeks.as_deref()) {
        let [in_week, millis] = spent?;
        if in_week == week {
            overview.millis = number(millis)?;
        }
    }
    for lesson in strung::rows(row.lessons.as_deref()) {
        let [item, step, at, state] = lesson?;
        let at = number(at)?;
        overview.moments.push(at);
        let step = usize::try_from(number(step)?).unwrap_or(1);
        if state == "open" {
            overview.begun.insert(item.to_owned(), Begun { step, at });
        } else if step == 1 {
            // Back at the first step: read to the end then, maybe once more.
            overview.again.push((item.to_owned(), at));
        }
    }
    for attempt in strung::rows(row.attempts.as_deref()) {
        let [id, item, started_at, last_at, state] = attempt?;
        let (started_at, last_at) = (number(started_at)?, number(last_at)?);
        overview.moments.extend([started_at, last_at]);
        if state == "done" {
            overview.again.push((item.to_owned(), last_at));
        } else if overview.attempt.as_ref().is_none_or(|left| left.last_at < last_at) {
            overview.attempt = Some(OpenAttempt { id: id.to_owned(), item: item.to_owned(), last_at });
        }
    }
    overview.moments.retain(|at| *at >= week_start);
    Ok(overview)
}

/// When each conversation was last begun, by item.
pub async fn find_last_played(db: &Readers, permit: &Permit<Learning>) -> Result<HashMap<String, i64>> {
    let rows: Vec<(String, i64)> = sqlx::query_as(
        "SELECT item, CAST(MAX(started_at) AS BIGINT) AS last FROM attempts WHERE person_id = $1 GROUP BY item",
    )
    .bind(permit.person_id())
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activity::model::Kind;
    use crate::today::model::RECENT;

    fn strung(text: &str) -> Option<String> {
        Some(text.replace(' ', "\u{1f}").replace(',', "\u{1e}"))
    }

    #[test]
    fn a_row_tells_all() {
        let row = Row {
            person_id: "lena".to_owned(),
            done: strung("lesson one/a 50,module one 150"),
            lessons: strung("one/b 3 120 open,one/a 1 130 done"),
            attempts: strung("id1 one/talk 40 60 open,id2 one/talk 140 160 done,id3 two/chat 90 110 open"),
            weeks: strung("2026-W04 1000,2026-W03 70000"),
            asked: None,
            team_asked: None,
            joined_at: 0,
            away: String::new(),
            answered: None,
            last_day: None,
            intentions: None,
            times: None,
        };
        let found = overview(&row, ("2026-W03", 100)).unwrap();
        assert_eq!(found.deck.finished.at(Kind::Lesson, "one/a"), Some(50));
        assert_eq!(found.deck.finished.at(Kind::Module, "one"), Some(150));
        assert_eq!(found.begun.get("one/b"), Some(&Begun { step: 3, at: 120 }));
        assert_eq!(found.begun.len(), 1);
        assert_eq!(found.attempt.map(|attempt| attempt.id).as_deref(), Some("id3"));
        assert_eq!(found.again, [("one/a".to_owned(), 130), ("one/talk".to_owned(), 160)]);
        assert_eq!(found.moments, [150, 120, 130, 140, 160, 110]);
        assert_eq!(found.millis, 70_000);
    }

    #[test]
    fn what_was_left_is_read_for_as_long_as_it_is_offered() {
        assert_eq!(OVERVIEW.statement.matches(&format!(">= $1 - {RECENT}")).count(), 2);
    }
}
