//! `backup` and `restore`: all data in one file.

use std::{
    fs::{self, File},
    io::{BufReader, BufWriter, Write},
    path::Path,
};

use anyhow::{Context, bail};
use app::backup;

use super::{database, print};
use crate::settings::Settings;

/// Writes beside the file first, so that a broken run never looks like a backup.
pub async fn save(settings: &Settings, file: &Path) -> anyhow::Result<()> {
    if file.exists() {
        bail!("{} is there already; backups are never overwritten", file.display());
    }
    let unfinished = file.with_extension("unfinished");
    let db = database::open(settings).await?;
    let output = File::create(&unfinished).with_context(|| format!("{} cannot be written", unfinished.display()))?;
    let mut output = BufWriter::new(output);
    let rows = backup::save(&db, &mut output).await.context("the backup failed")?;
    output.flush()?;
    output.get_ref().sync_all()?;
    fs::rename(&unfinished, file).with_context(|| format!("{} cannot be written", file.display()))?;
    db.close().await;
    print(&format!("{rows} rows are in {}\n", file.display()))
}

pub async fn restore(settings: &Settings, file: &Path) -> anyhow::Result<()> {
    let input = File::open(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let db = database::open(settings).await?;
    let rows = backup::restore(&db, &mut BufReader::new(input)).await?;
    db.close().await;
    print(&format!("{rows} rows are restored from {}\n", file.display()))
}
