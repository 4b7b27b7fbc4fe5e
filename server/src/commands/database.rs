//! Opening the database, and bringing its schema up to date.

use std::{fs::File, path::PathBuf, time::Duration};

use anyhow::Context;
use app::storage::{Database, Engine};
use fs4::fs_std::FileExt;

use super::print;
use crate::settings::Settings;

pub async fn migrate(settings: &Settings) -> anyhow::Result<()> {
    open(settings).await?.close().await;
    print("the database is up to date\n")
}

/// Opens the database and brings it up to date. Two starts at once wait for each other.
pub async fn open(settings: &Settings) -> anyhow::Result<Database> {
    if let Some(folder) = sqlite_file(&settings.database_url).as_deref().and_then(std::path::Path::parent) {
        std::fs::create_dir_all(folder).with_context(|| format!("the folder {} cannot be made", folder.display()))?;
    }
    let _lock = lock_sqlite(&settings.database_url)?;
    let database = Database::open(&settings.database_url).await.with_context(|| {
        format!("the database does not answer (database_url is {})", without_password(&settings.database_url))
    })?;
    let engine = match database.engine {
        Engine::Sqlite => "SQLite",
        Engine::Postgres => "PostgreSQL",
    };
    database.migrate().await.context("the database could not be brought up to date")?;
    tracing::info!(engine, "database ready");
    Ok(database)
}

/// sqlx takes no lock on SQLite: a file beside the database does, until the guard is dropped.
fn lock_sqlite(url: &str) -> anyhow::Result<Option<File>> {
    let Some(path) = sqlite_file(url) else { return Ok(None) };
    let path = path.with_extension("lock");
    let file = File::create(&path).with_context(|| format!("the lock {} cannot be written", path.display()))?;
    for _ in 0..600 {
        if FileExt::try_lock_exclusive(&file).with_context(|| format!("the lock {} cannot be taken", path.display()))? {
            return Ok(Some(file));
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    anyhow::bail!("another start has held the lock {} for a minute", path.display())
}

/// The file of a SQLite URL.
pub fn sqlite_file(url: &str) -> Option<PathBuf> {
    let path = url.strip_prefix("sqlite:")?.trim_start_matches("//");
    Some(PathBuf::from(path.split('?').next().unwrap_or(path)))
}

/// A URL as it may be shown: without the password.
pub fn without_password(url: &str) -> String {
    url::Url::parse(url).map_or_else(
        |_| url.to_owned(),
        |mut url| {
            // Refused only for URLs that cannot have one.
            let _ = url.set_password(None);
            url.to_string()
        },
    )
}
