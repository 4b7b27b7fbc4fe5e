//! The figures as a table, and what of the targets is reached.

use crate::load::Measured;

#[derive(Default)]
pub struct Report {
    targets: Vec<(String, bool)>,
    heading: String,
    failures: usize,
}

impl Report {
    pub fn begin(&mut self, heading: &str) {
        self.heading = heading.split(':').next().unwrap_or_default().to_owned();
        println!("\n{heading}");
        let columns = ["", "req/s", "p50 ms", "p95 ms", "p99 ms", "max ms", "40 ms+", "cpu us", "MB", "ratio"];
        println!("{}", line(columns.map(str::to_owned)));
    }

    pub fn note(&self, text: &str) {
        println!("  {text}");
    }

    pub fn row(&mut self, name: &str, measured: &Measured, memory: Option<f64>, ratio: &str) {
        self.failures += measured.failures;
        let time = |percent| format!("{:.2}", measured.percentile(percent));
        let memory = memory.map(|memory| format!("{memory:.0}")).unwrap_or_default();
        println!(
            "{}",
            line([
                name.to_owned(),
                format!("{:.0}", measured.per_second()),
                time(50.0),
                time(95.0),
                time(99.0),
                time(100.0),
                measured.stalls().to_string(),
                format!("{:.0}", measured.processor_micros()),
                memory,
                ratio.to_owned(),
            ])
        );
        if measured.failures > 0 {
            println!("  {} requests of these FAILED", measured.failures);
        }
    }

    /// A rate without more to it.
    pub fn rate(&self, name: &str, per_second: f64) {
        println!("{}", line([name, &format!("{per_second:.0}"), "", "", "", "", "", "", "", ""].map(str::to_owned)));
    }

    pub fn target(&mut self, name: &str, is_reached: bool) {
        self.targets.push((format!("{}: {name}", self.heading), is_reached));
    }

    /// Fails if an answer was wrong; a target that is missed is only said.
    pub fn finish(&self) -> anyhow::Result<()> {
        println!("\nTargets");
        for (name, is_reached) in &self.targets {
            println!("  {} {name}", if *is_reached { "reached" } else { "MISSED " });
        }
        anyhow::ensure!(self.failures == 0, "{} requests failed", self.failures);
        Ok(())
    }
}

fn line([name, figures @ ..]: [String; 10]) -> String {
    let figures: String = figures.iter().map(|figure| format!("{figure:>9}")).collect();
    format!("  {name:<32}{figures}")
}
