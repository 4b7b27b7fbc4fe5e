//! One engine: every page beside the plain handler, then steps beside raw inserts.

use std::time::Duration;

use crate::{
    cases::{PageCase, pages, pages_callers, plain, players},
    inserts::insert_one_by_one,
    load::{Measured, load},
    options::Options,
    place::Place,
    process::Process,
    report::Report,
    talk::whole_ways,
};

const CONNECTIONS: usize = 16;
const RECORDING_CONNECTIONS: usize = 64;
const WARM_UP: Duration = Duration::from_secs(1);
/// Steps and raw inserts take turns, because a disk has moods.
const ROUNDS: usize = 3;

pub async fn measure(place: &Place, options: &Options, report: &mut Report) -> anyhow::Result<()> {
    let args = ["--database-url", &place.url, "serve"];
    let server = Process::server(&options.server, place.folder.path(), &args).await?;
    report.begin(&format!("{}: {} people, {} attempts", place.engine, options.people, options.attempts));
    report.note(&format!("started in {} ms, {:.0} MB", server.started_in.as_millis(), server.memory()?));
    let handler = Process::plain().await?;
    for case in pages(server.address, &place.filled, !options.uncompressed) {
        if options.measures(case.name) {
            measure_page(&case, &server, &handler, options, report).await?;
        }
    }
    if options.measures("step") {
        measure_steps(place, &server, options, report).await?;
    }
    report.target("resident memory under 100 MB after all of it", server.memory()? < 100.0);
    Ok(())
}

async fn measure_page(
    case: &PageCase,
    server: &Process,
    handler: &Process,
    options: &Options,
    report: &mut Report,
) -> anyhow::Result<()> {
    let times = (WARM_UP, options.duration());
    // The plain handler before and after: whatever else the machine does meanwhile weighs on both.
    let half = (WARM_UP / 2, times.1 / 2);
    let plain_load = || load(handler, pages_callers(&plain(handler.address), CONNECTIONS), half);
    let before = plain_load().await?;
    let page = load(server, pages_callers(&case.requests, CONNECTIONS), times).await?;
    let after = plain_load().await?;
    let plain = (before.per_second() + after.per_second()) / 2.0;
    report.row("plain handler", &after, Some(handler.memory()?), "");
    report.row(case.name, &page, Some(server.memory()?), &format!("1/{:.1}", plain / page.per_second()));
    if let Some(target) = case.target {
        let is_reached = page.per_second() >= plain / target;
        report.target(&format!("{}: at least 1/{target} of the plain handler", case.name), is_reached);
    }
    report.target(&format!("{}: p99 under 30 ms", case.name), page.percentile(99.0) < 30.0);
    Ok(())
}

async fn measure_steps(place: &Place, server: &Process, options: &Options, report: &mut Report) -> anyhow::Result<()> {
    let each = options.duration() / 2;
    let (mut inserts, mut rounds) = (Vec::new(), Vec::new());
    let stored = count_steps(place).await?;
    inserts.push(insert_one_by_one(&place.db, each).await?);
    for _ in 0..ROUNDS {
        let ways = whole_ways(&place.filled.library);
        let players = players(server.address, &place.filled.employees, ways, RECORDING_CONNECTIONS);
        rounds.push(load(server, players, (WARM_UP, each)).await?);
        inserts.push(insert_one_by_one(&place.db, each).await?);
    }
    let raw = inserts.iter().sum::<f64>() / inserts.len() as f64;
    report.rate("raw inserts, one after another", raw);
    let steps = Measured::together(rounds);
    report.row("recording a step (64)", &steps, Some(server.memory()?), &format!("{:.2} x", steps.per_second() / raw));
    let new = count_steps(place).await? - stored;
    anyhow::ensure!(new >= steps.requests as i64, "{} steps were acknowledged, {new} are stored", steps.requests);
    report.target("recording a step: at least as many as raw inserts", steps.per_second() >= raw);
    report.target("recording a step: p99 under 100 ms", steps.percentile(99.0) < 100.0);
    Ok(())
}

async fn count_steps(place: &Place) -> anyhow::Result<i64> {
    Ok(sqlx::query_scalar("SELECT COUNT(*) FROM steps").fetch_one(place.db.read()).await?)
}
