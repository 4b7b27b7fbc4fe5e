//! From the start to the first answer, with the demo in place.

use crate::{options::Options, process::Process, report::Report};

pub async fn measure_start(options: &Options, report: &mut Report) -> anyhow::Result<()> {
    let folder = tempfile::Builder::new().prefix("augenhoehe-bench-").tempdir()?;
    let start = || Process::server(&options.server, folder.path(), &["demo", "--data", "."]);
    let first = start().await?.started_in;
    // Again and again: the first answer of a process depends on what else the machine does.
    let mut again = Vec::new();
    for _ in 0..5 {
        again.push(start().await?.started_in);
    }
    again.sort();
    let median = again[again.len() / 2];
    report.begin("Demo");
    report.note(&format!("made and started in {} ms, started again in {} ms", first.as_millis(), median.as_millis()));
    report.target("start to first answer under a second", median.as_secs_f64() < 1.0);
    Ok(())
}
