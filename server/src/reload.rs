//! New content without a restart: on SIGHUP the content is read again; with faults the last good library stays.

use std::{path::PathBuf, sync::Arc};

use app::{library::store::save_versions, visit::Application};
use tokio::signal::unix::{SignalKind, signal};

use crate::content;

/// Waits for signals, for as long as it is let.
pub async fn reload_on_signal(app: Arc<Application>, folder: Option<PathBuf>) {
    let Ok(mut hangup) = signal(SignalKind::hangup()) else { return };
    while hangup.recv().await.is_some() {
        match reload(&app, folder.clone()).await {
            Ok(modules) => tracing::info!(modules, "content reloaded"),
            Err(error) => tracing::error!("the last good content stays: {error:#}"),
        }
    }
}

async fn reload(app: &Application, folder: Option<PathBuf>) -> anyhow::Result<usize> {
    let library = tokio::task::spawn_blocking(move || content::load(folder.as_deref())).await??;
    save_versions(&app.db, &library, chrono::Utc::now().timestamp_millis()).await?;
    let modules = library.modules.len();
    app.library.store(Arc::new(library));
    Ok(modules)
}
