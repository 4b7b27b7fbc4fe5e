//! Attempts with their steps, lessons read, and what is derived from both, made by the database itself: a row at a time would take an hour.

use app::{
    activity::model::{day_of, item, monday_of, start_of},
    coaching::store::{Meeting, write_assignment_completions},
    library::Library,
    storage::{Connection, Database, Engine},
};
use chrono::Days;

use super::{WEEKS, organisation::person_id};
use crate::talk::ways;

/// Scaffolding, taken down in the end.
const SCAFFOLD: &str = "
    CREATE TABLE bench_people (n BIGINT PRIMARY KEY, id TEXT NOT NULL);
    CREATE TABLE bench_weeks (n BIGINT PRIMARY KEY, monday TEXT NOT NULL, starts_at BIGINT NOT NULL);
    CREATE TABLE bench_ways (n BIGINT PRIMARY KEY, item TEXT NOT NULL, version TEXT NOT NULL, length BIGINT NOT NULL, events TEXT NOT NULL,
                             ending TEXT);
    CREATE TABLE bench_steps (way BIGINT NOT NULL, number BIGINT NOT NULL, event TEXT NOT NULL, PRIMARY KEY (way, number));
    CREATE TABLE bench_lessons (n BIGINT PRIMARY KEY, item TEXT NOT NULL, version TEXT NOT NULL, steps BIGINT NOT NULL);
    CREATE TABLE bench_parts (whole_kind TEXT NOT NULL, whole TEXT NOT NULL, kind TEXT NOT NULL, part TEXT NOT NULL);
    CREATE TABLE bench_attempts (id TEXT PRIMARY KEY, person TEXT NOT NULL, week BIGINT NOT NULL, way BIGINT NOT NULL, at BIGINT NOT NULL);";

/// Who tried what, and when: on a weekday between eight and six, some people every week, others every second, third or fourth. Ids
/// are in the order of time, as those are that pages draw.
const PLAN_ATTEMPTS: &str = "
    INSERT INTO bench_attempts (id, person, week, way, at)
    WITH RECURSIVE numbers (n) AS (SELECT CAST(0 AS BIGINT) UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < $1),
    drawn AS (
        SELECT n, (n * 7919) % $2 AS person, (n / $2) * $3 / ($1 / $2 + 1) AS week, (n * 31 + n / $2) % $4 AS way, (n * 104729) % 180000 AS second
        FROM numbers
    ), clustered AS (
        SELECT n, person, way, second, (week / (1 + person % 4)) * (1 + person % 4) + person % (1 + person % 4) AS week FROM drawn
    )
    SELECT SUBSTR(second, 2, 8) || '-' || SUBSTR(second, 10, 4) || '-4000-8000-' || SUBSTR(CAST(1000000000000 + a.n AS TEXT), 2),
           person, week, way, at
    FROM (SELECT n, person, week, way, at, CAST(1000000000000 + at / 1000 AS TEXT) AS second FROM (
        SELECT c.n, p.id AS person, w.n AS week, c.way, w.starts_at + (second / 36000) * 86400000 + 28800000 + (second % 36000) * 1000 AS at
        FROM clustered c
        JOIN bench_people p ON p.n = c.person
        JOIN bench_weeks w ON w.n = CASE WHEN c.week < $3 THEN c.week ELSE $3 - 1 END
    ) b) a
    ORDER BY 1";

const ATTEMPTS: &str = "
    INSERT INTO attempts (id, person_id, item, version, started_at, last_number, events, last_at, ended_at, ending)
    SELECT a.id, a.person, w.item, w.version, a.at, w.length, w.events, a.at + (w.length - 1) * 20000,
           CASE WHEN w.ending IS NULL THEN NULL ELSE a.at + (w.length - 1) * 20000 END, w.ending
    FROM bench_attempts a JOIN bench_ways w ON w.n = a.way ORDER BY a.id";

const STEPS: &str = "
    INSERT INTO steps (attempt_id, number, event, at)
    SELECT a.id, s.number, s.event, a.at + (s.number - 1) * 20000
    FROM bench_attempts a JOIN bench_steps s ON s.way = a.way ORDER BY a.id, s.number";

/// Everybody has read about two thirds of the lessons.
const LESSONS: &str = "
    INSERT INTO lesson_progress (person_id, item, version, step, furthest, changed_at, done_at)
    SELECT p.id, l.item, l.version, l.steps, l.steps, w.starts_at + 36000000 + l.steps * 40000, w.starts_at + 36000000 + l.steps * 40000
    FROM bench_people p JOIN bench_lessons l ON (p.n * 7 + l.n * 13) % 10 < 7
    JOIN bench_weeks w ON w.n = (p.n % 5 + l.n * 5) % $1";

const FINISHED_PARTS: &str = "
    INSERT INTO completions (person_id, kind, item, done_at)
    SELECT person_id, 'drill', item, MIN(ended_at) FROM attempts WHERE ended_at IS NOT NULL GROUP BY person_id, item
    UNION ALL SELECT person_id, 'lesson', item, done_at FROM lesson_progress WHERE done_at IS NOT NULL";

const FINISHED_WHOLES: &str = "
    INSERT INTO completions (person_id, kind, item, done_at)
    SELECT c.person_id, b.whole_kind, b.whole, MAX(c.done_at)
    FROM bench_parts b JOIN completions c ON c.kind = b.kind AND c.item = b.part
    WHERE b.whole_kind = $1
    GROUP BY c.person_id, b.whole_kind, b.whole
    HAVING COUNT(*) = (SELECT COUNT(*) FROM bench_parts x WHERE x.whole_kind = b.whole_kind AND x.whole = b.whole)";

const FINISHED: &str = "
    INSERT INTO finished (person_id, items)
    SELECT person_id, string_agg(concat_ws('\u{1f}', kind, item, done_at), '\u{1e}') FROM completions GROUP BY person_id";

const WEEKLY_ACTIVITY: &str = "
    INSERT INTO weekly_activity (person_id, week, millis, last_at)
    SELECT s.person, w.monday, CAST(SUM(s.millis) AS BIGINT), MAX(s.last_at)
    FROM (
        SELECT a.person, a.week, 30000 + (y.length - 1) * 20000 AS millis, a.at + (y.length - 1) * 20000 AS last_at
        FROM bench_attempts a JOIN bench_ways y ON y.n = a.way
        UNION ALL
        SELECT l.person_id, w.n, 30000 + l.steps * 40000, l.changed_at
        FROM (SELECT p.person_id, p.changed_at, b.steps FROM lesson_progress p JOIN bench_lessons b ON b.item = p.item) l
        JOIN bench_weeks w ON l.changed_at >= w.starts_at AND l.changed_at < w.starts_at + 604800000
    ) s JOIN bench_weeks w ON w.n = s.week
    GROUP BY s.person, w.monday";

const TAKE_DOWN: &str = "
    DROP TABLE bench_people; DROP TABLE bench_weeks; DROP TABLE bench_ways; DROP TABLE bench_steps; DROP TABLE bench_lessons;
    DROP TABLE bench_parts; DROP TABLE bench_attempts;";

pub async fn insert(db: &Database, library: &Library, attempts: i64, now: i64) -> anyhow::Result<()> {
    let mut tx = db.begin().await?;
    if db.engine == Engine::Sqlite {
        // Enough for the indexes while they are built.
        sqlx::raw_sql("PRAGMA cache_size = -400000").execute(&mut *tx).await?;
    }
    sqlx::raw_sql(SCAFFOLD).execute(&mut *tx).await?;
    let people: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM people").fetch_one(&mut *tx).await?;
    insert_calendar(&mut tx, people, now).await?;
    let ways = insert_content(&mut tx, library).await?;
    let plan = sqlx::query(PLAN_ATTEMPTS).bind(attempts).bind(people).bind(WEEKS as i64).bind(ways);
    plan.execute(&mut *tx).await?;
    sqlx::query(ATTEMPTS).execute(&mut *tx).await?;
    sqlx::query(STEPS).execute(&mut *tx).await?;
    sqlx::query(LESSONS).bind(WEEKS as i64).execute(&mut *tx).await?;
    sqlx::query(FINISHED_PARTS).execute(&mut *tx).await?;
    sqlx::query(FINISHED_WHOLES).bind("module").execute(&mut *tx).await?;
    sqlx::query(FINISHED_WHOLES).bind("path").execute(&mut *tx).await?;
    sqlx::query(FINISHED).execute(&mut *tx).await?;
    for person in 0..people {
        write_assignment_completions(&mut tx, Meeting::Joined(&person_id(person as usize))).await?;
    }
    sqlx::query(WEEKLY_ACTIVITY).execute(&mut *tx).await?;
    sqlx::raw_sql(TAKE_DOWN).execute(&mut *tx).await?;
    Ok(tx.commit().await?)
}

async fn insert_calendar(tx: &mut Connection, people: i64, now: i64) -> anyhow::Result<()> {
    for person in 0..people {
        let insert = sqlx::query("INSERT INTO bench_people (n, id) VALUES ($1, $2)");
        insert.bind(person).bind(person_id(person as usize)).execute(&mut *tx).await?;
    }
    let this_week = monday_of(day_of(now, "Europe/Zurich"));
    for week in 0..WEEKS {
        let monday = this_week - Days::new(7 * (WEEKS - week) as u64);
        sqlx::query("INSERT INTO bench_weeks (n, monday, starts_at) VALUES ($1, $2, $3)")
            .bind(week as i64)
            .bind(monday.to_string())
            .bind(start_of(monday, "Europe/Zurich"))
            .execute(&mut *tx)
            .await?;
    }
    Ok(())
}

/// How many ways there are.
async fn insert_content(tx: &mut Connection, library: &Library) -> anyhow::Result<i64> {
    let ways = ways(library);
    for (n, way) in ways.iter().enumerate() {
        sqlx::query(
            "INSERT INTO bench_ways (n, item, version, length, events, ending) VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(n as i64)
        .bind(&way.item)
        .bind(&way.version)
        .bind(way.events.len() as i64)
        .bind(way.line())
        .bind(way.ending.clone())
        .execute(&mut *tx)
        .await?;
        for (position, event) in way.events.iter().enumerate() {
            sqlx::query("INSERT INTO bench_steps (way, number, event) VALUES ($1, $2, $3)")
                .bind(n as i64)
                .bind(position as i64 + 1)
                .bind(event.to_string())
                .execute(&mut *tx)
                .await?;
        }
    }
    let lessons = library.modules.iter().flat_map(|module| &module.lessons);
    for (n, lesson) in lessons.enumerate() {
        sqlx::query("INSERT INTO bench_lessons (n, item, version, steps) VALUES ($1, $2, $3, $4)")
            .bind(n as i64)
            .bind(item(&lesson.module, &lesson.id))
            .bind(&lesson.version)
            .bind(lesson.steps.len() as i64)
            .execute(&mut *tx)
            .await?;
    }
    insert_parts(tx, library).await?;
    Ok(ways.len() as i64)
}

async fn insert_parts(tx: &mut Connection, library: &Library) -> anyhow::Result<()> {
    let mut parts = Vec::new();
    for module in &library.modules {
        let lessons = module.lessons.iter().map(|lesson| ("lesson", item(&module.id, &lesson.id)));
        let drills = module.drills.iter().map(|drill| ("drill", drill.item()));
        parts.extend(lessons.chain(drills).map(|(kind, part)| ("module", &module.id, kind, part)));
    }
    for path in &library.paths {
        parts.extend(path.modules.iter().map(|module| ("path", &path.id, "module", module.clone())));
    }
    for (whole_kind, whole, kind, part) in parts {
        sqlx::query("INSERT INTO bench_parts (whole_kind, whole, kind, part) VALUES ($1, $2, $3, $4)")
            .bind(whole_kind)
            .bind(whole)
            .bind(kind)
            .bind(part)
            .execute(&mut *tx)
            .await?;
    }
    Ok(())
}
