//! `make bench`: the built server under load beside a plain axum handler, and its recording of steps beside raw inserts of the same engine.
//!
//! Figures of different runs or machines say little; the ratios of one run do. Nothing here fails because of a clock, only because of a wrong answer.

mod cases;
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, dead_code, reason = "written for tests")]
#[path = "../../src/cluster.rs"]
mod cluster;
mod fill;
mod inserts;
mod load;
mod measure;
mod options;
mod place;
mod process;
mod report;
mod start;
mod talk;

use clap::Parser;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let options = options::Options::parse();
    let mut report = report::Report::default();
    if options.measures("start") {
        start::measure_start(&options, &mut report).await?;
    }
    for engine in options.engines() {
        let place = place::Place::open(engine, &options).await?;
        measure::measure(&place, &options, &mut report).await?;
    }
    report.finish()
}
