//! A large organisation: 5,000 people in 250 teams at ten sites, and fourteen months of practice.

mod organisation;
mod practice;

use std::{collections::BTreeMap, path::Path, time::Instant};

use anyhow::{Context, anyhow};
use app::{
    detours::close_quarters,
    library::{Library, SourceFile, read, store::save_versions},
    storage::{Database, Engine},
    uptake::close_weeks,
};

use crate::{options::Options, talk};

/// Who asks, and for what.
pub struct Filled {
    pub library: Library,
    /// Sessions of employees …
    pub employees: Vec<String>,
    /// … of the coaches of teams with two assignments in sight, each with the team, and of the coach of one of 25 people with twelve …
    pub coaches: Vec<(String, String)>,
    pub large_team: String,
    pub large_team_coach: Vec<String>,
    /// … of somebody who leads everything, and of somebody who leads one site. Several of each: what a session is found with is found once for
    /// all who ask at the same time, and everybody has a session of their own.
    pub leader: Vec<String>,
    pub site_leader: Vec<String>,
}

/// Weeks of practice, the last one over by now.
const WEEKS: usize = 60;
/// The server's default.
const MINIMUM_GROUP: u32 = 8;

/// Fills the database if nobody is in it, and signs people in.
pub async fn fill(db: &Database, options: &Options) -> anyhow::Result<Filled> {
    let library = library()?;
    let now = chrono::Utc::now().timestamp_millis();
    save_versions(db, &library, now).await?;
    let people: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM people").fetch_one(db.read()).await?;
    if people == 0 {
        let began = Instant::now();
        organisation::insert(db, &library, options.people, now).await.context("the organisation")?;
        practice::insert(db, &library, options.attempts, now).await.context("the practice")?;
        let weeks = close_weeks(db, now, MINIMUM_GROUP).await.context("the closing of weeks")?;
        close_quarters(db, now, MINIMUM_GROUP).await.context("the closing of quarters")?;
        settle(db).await?;
        let (engine, seconds) = (db.engine, began.elapsed().as_secs());
        eprintln!(
            "{engine:?}: {} people, {} attempts and {weeks} closed weeks in {seconds} s",
            options.people, options.attempts
        );
    }
    organisation::sign_in(db, library, now).await
}

/// What a database does by itself in quiet hours.
async fn settle(db: &Database) -> anyhow::Result<()> {
    let statement = match db.engine {
        Engine::Sqlite => "PRAGMA wal_checkpoint(TRUNCATE)",
        Engine::Postgres => "VACUUM ANALYZE",
    };
    sqlx::raw_sql(statement).execute(db.read()).await?;
    Ok(())
}

/// The content of this repository, which is what the server has built in.
fn library() -> anyhow::Result<Library> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let mut files = BTreeMap::new();
    collect(&root, "", &mut files)?;
    let files: Vec<_> = files.into_iter().map(|(path, bytes)| SourceFile { path, bytes }).collect();
    let library = read(&files).map_err(|faults| anyhow!("the content has faults: {faults:?}"))?;
    anyhow::ensure!(!talk::whole_ways(&library).is_empty(), "there is no dialogue that leads to an ending");
    Ok(library)
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> anyhow::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name().to_string_lossy().into_owned()))?;
        if path.is_dir() {
            collect(&path, &format!("{prefix}{name}/"), files)?;
        } else if name != "README.md" {
            files.insert(format!("{prefix}{name}"), std::fs::read(&path)?);
        }
    }
    Ok(())
}
