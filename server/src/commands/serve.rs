//! `serve`: from settings to an answering server, and down again without losing what was accepted.

use std::{net::SocketAddr, sync::Arc};

use anyhow::Context;
use app::{
    demo::is_demo,
    library::store::save_versions,
    search::Indexes,
    storage::Recorder,
    uptake::KeptPages,
    visit::{Application, Settings as PageSettings},
};
use arc_swap::ArcSwap;
use axum::serve::ListenerExt;
use tokio::net::TcpListener;

use super::database;
use crate::{
    content, jobs, recordings,
    reload::reload_on_signal,
    settings::Settings,
    web::{self, Server, assets},
};

const HOUR: i64 = 60 * 60 * 1000;

/// Serves until a signal says stop. Where the organisation is invented, every page says so.
pub async fn serve(settings: Settings) -> anyhow::Result<()> {
    // First the port: a server that cannot be reached should not touch the data.
    let listener = listen(settings.listen).await?;
    let library = content::load(settings.content_dir.as_deref())?;
    let sounds = recordings::open(&settings)?;
    let db = database::open(&settings).await?;
    let is_demo = is_demo(&db).await?;
    if is_demo {
        refuse_beyond_loopback(settings.listen)?;
    }
    save_versions(&db, &library, chrono::Utc::now().timestamp_millis())
        .await
        .context("the content could not be stored")?;
    let (recorder, writing) = Recorder::start(db.clone());
    let app = Arc::new(Application {
        db: db.clone(),
        recorder,
        library: ArcSwap::from_pointee(library),
        uptake: KeptPages::default(),
        search: Indexes::default(),
        sounds: sounds.clone(),
        settings: PageSettings {
            is_demo,
            is_secure: settings.is_secure(),
            assets: assets::urls(),
            session_idle: i64::from(settings.session_idle_hours) * HOUR,
            session_lasts: i64::from(settings.session_days) * 24 * HOUR,
            minimum_group: settings.minimum_group,
            organisation: settings.organisation.clone(),
        },
    });
    let reloading = tokio::spawn(reload_on_signal(Arc::clone(&app), settings.content_dir.clone()));
    let working = tokio::spawn(jobs::run(db.clone(), settings.minimum_group, sounds));
    let public_host = settings
        .public_url
        .as_deref()
        .and_then(|url| url.split_once("://"))
        .map(|(_, host)| host.trim_end_matches('/').to_owned());
    let server = Arc::new(Server { app, public_host, trusted_proxies: settings.trusted_proxies });
    tracing::info!(listen = %listener.local_addr().context("no address to listen on")?, "serving");
    let service = web::build(server).into_make_service_with_connect_info::<SocketAddr>();
    // Without TCP_NODELAY small answers wait 40 ms for the peer's acknowledgement.
    let listener = listener.tap_io(|stream| {
        let _ = stream.set_nodelay(true);
    });
    axum::serve(listener, service).with_graceful_shutdown(stop_signal()).await.context("serving failed")?;
    for task in [reloading, working] {
        task.abort();
        let _ = task.await;
    }
    // Every handle to the recorder is gone with the router and the jobs: what was accepted is written, then the writer ends.
    writing.await.context("the last records could not be written")?;
    db.close().await;
    tracing::info!("stopped");
    Ok(())
}

/// The demo's passwords are known to everybody: it answers on this machine alone.
pub fn refuse_beyond_loopback(address: SocketAddr) -> anyhow::Result<()> {
    if address.ip().is_loopback() {
        return Ok(());
    }
    anyhow::bail!("the demo organisation is served on a loopback address only (127.0.0.1), not on {}", address.ip())
}

async fn listen(address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            anyhow::anyhow!("{address} is taken: another program listens there; choose another with --listen")
        }
        _ => anyhow::Error::new(error).context(format!("cannot listen on {address}")),
    })
}

async fn stop_signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let interrupt = tokio::signal::ctrl_c();
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
        }
        Err(_) => _ = interrupt.await,
    }
    tracing::info!("stopping: finishing what has been accepted");
}
