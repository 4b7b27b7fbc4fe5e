//! `demo`: an invented organisation to look at and try out, on this machine alone.

use std::{net::SocketAddr, path::Path};

use anyhow::{Context, bail};
use app::{
    demo::{PASSWORD, SIGN_INS, fill, is_demo, is_empty},
    library::store::save_versions,
};

use super::{database, print, serve};
use crate::{content, settings::Settings};

/// Makes the organisation at the first start, keeps it afterwards, and serves it.
pub async fn demo(mut settings: Settings, listen: Option<SocketAddr>, data: &Path) -> anyhow::Result<()> {
    settings.listen = listen.unwrap_or(settings.listen);
    settings.database_url = format!("sqlite://{}", data.join("demo.db").display());
    serve::refuse_beyond_loopback(settings.listen)?;
    let db = database::open(&settings).await?;
    if !is_demo(&db).await? {
        if !is_empty(&db).await? {
            bail!("{} holds an organisation that is not the demo; choose another folder with --data", data.display());
        }
        let library = content::load(settings.content_dir.as_deref())?;
        let now = chrono::Utc::now().timestamp_millis();
        print("Inventing an organisation with fourteen months of practice …\n")?;
        save_versions(&db, &library, now).await.context("the content could not be stored")?;
        let progress = |done: usize, of: usize| {
            if done.is_multiple_of(25) || done == of {
                // Not worth stopping half-way for.
                let _ = print(&format!("  {done} of {of} people\n"));
            }
        };
        fill(&db, &library, now, progress).await.context("the demo organisation could not be stored")?;
    }
    db.close().await;
    let sign_ins = SIGN_INS.map(|(name, role)| format!("  {name:8} {role}\n")).concat();
    print(&format!(
        "\n  http://{}\n\n{sign_ins}  password {PASSWORD}\n\nStop with Ctrl+C. The data stays in {}.\n",
        settings.listen,
        data.display()
    ))?;
    serve::serve(settings).await
}
