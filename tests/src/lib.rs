//! What the tests share: a PostgreSQL cluster, the server as a process, an organisation, and somebody with a browser.
//!
//! The server under test is the file in `AUGENHOEHE_BIN` (`make test` names the one that is deployed), otherwise the debug build.

mod browser;
mod bucket;
mod cluster;
mod organisation;
mod reply;
mod repository;
mod server;
mod stage;
mod talk;

pub use app::storage::Engine;
pub use browser::{Answer, Browser, Form};
pub use bucket::Bucket;
pub use cluster::Cluster;
pub use organisation::{ITEM, PASSWORD, THREE_PEOPLE, id, people, session, site, team};
pub use reply::{OPEN, Reply, SOUND, UPLOAD};
pub use repository::{copy_content, files, read, repository};
pub use server::{Options, Server, run, run_unread};
pub use stage::{Scratch, Stage};
pub use talk::{RECORD_STEP, Talk};

/// Runs each of the named tests (`async fn(Engine)`) on SQLite and on PostgreSQL.
#[macro_export]
macro_rules! on_both_engines {
    ($($name:ident),* $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread")] async fn $name() { super::$name($crate::Engine::Sqlite).await })*
        }
        mod on_postgres {
            $(#[tokio::test(flavor = "multi_thread")] async fn $name() { super::$name($crate::Engine::Postgres).await })*
        }
    };
}

/// Asks again until the answer is yes: busy machines are slow, and no test measures time. Gives up after a minute.
pub async fn eventually<Asking: Future<Output = bool>>(what: &str, ask: impl Fn() -> Asking) {
    for _ in 0..600 {
        if ask().await {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("did not happen within a minute: {what}");
}
