//! What is measured, and for how long.

use std::{path::PathBuf, time::Duration};

use app::storage::Engine;
use clap::{Parser, ValueEnum};

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Engines {
    Sqlite,
    Postgres,
    Both,
}

/// Measures the built server beside a plain axum handler and raw inserts.
#[derive(Clone, Debug, Parser)]
pub struct Options {
    #[arg(long, env = "BENCH_ENGINE", value_enum, default_value = "both")]
    engine: Engines,
    /// Seconds that each case is measured for
    #[arg(long, env = "BENCH_SECONDS", default_value_t = 5.0)]
    seconds: f64,
    #[arg(long, env = "BENCH_PEOPLE", default_value_t = 5_000)]
    pub people: usize,
    #[arg(long, env = "BENCH_ATTEMPTS", default_value_t = 500_000)]
    pub attempts: i64,
    /// Only what has this in its name: start, sign-in, today, lesson, team, uptake, step
    #[arg(long, env = "BENCH_ONLY", default_value = "")]
    only: String,
    /// A database to use instead of temporary ones; filled if it is empty, and kept
    #[arg(long, env = "BENCH_DATABASE_URL")]
    pub database_url: Option<String>,
    /// The server
    #[arg(long, env = "AUGENHOEHE_BIN", default_value = "target/dist/augenhoehe")]
    pub server: PathBuf,
    /// Ask for pages as they are, not compressed
    #[arg(long)]
    pub uncompressed: bool,
}

impl Options {
    pub fn engines(&self) -> Vec<Engine> {
        match (&self.database_url, self.engine) {
            (Some(url), _) if url.starts_with("sqlite") => vec![Engine::Sqlite],
            (Some(_), _) => vec![Engine::Postgres],
            (None, Engines::Sqlite) => vec![Engine::Sqlite],
            (None, Engines::Postgres) => vec![Engine::Postgres],
            (None, Engines::Both) => vec![Engine::Sqlite, Engine::Postgres],
        }
    }

    pub fn measures(&self, case: &str) -> bool {
        case.contains(&self.only)
    }

    pub fn duration(&self) -> Duration {
        Duration::from_secs_f64(self.seconds)
    }
}
