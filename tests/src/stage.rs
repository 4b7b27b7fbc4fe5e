//! Everything a test of the whole program needs, in one piece.

use std::{path::PathBuf, sync::Arc};

use app::storage::{Database, Engine};
use tempfile::TempDir;

use super::{
    Cluster, Options, Server,
    browser::Browser,
    organisation::{self, session},
};

/// A fresh database with a small organisation, and a server that serves it.
pub struct Stage {
    // Dropped in this order: the server before its database, the database before the cluster.
    pub server: Server,
    pub db: Database,
    pub options: Options,
    pub folder: TempDir,
    _cluster: Option<Arc<Cluster>>,
}

impl Stage {
    pub async fn open(engine: Engine) -> Stage {
        Stage::open_with(engine, |_| {}).await
    }

    /// With other options than the usual.
    pub async fn open_with(engine: Engine, change: impl FnOnce(&mut Options)) -> Stage {
        let cluster = match engine {
            Engine::Sqlite => None,
            Engine::Postgres => Some(Cluster::shared().await),
        };
        Stage::open_on(cluster, change).await
    }

    /// On PostgreSQL in this cluster, or else on SQLite.
    pub async fn open_on(cluster: Option<Arc<Cluster>>, change: impl FnOnce(&mut Options)) -> Stage {
        let (folder, database_url) = Stage::empty_database(cluster.as_ref()).await;
        let mut options = Options { database_url, folder: folder.path().to_owned(), ..Options::default() };
        change(&mut options);
        let server = Server::start(&options).await;
        let db = Database::open(&options.database_url).await.unwrap();
        organisation::insert(&db).await;
        Stage { server, db, options, folder, _cluster: cluster }
    }

    /// An empty database and a folder for what belongs to it.
    pub async fn empty_database(cluster: Option<&Arc<Cluster>>) -> (TempDir, String) {
        let folder = tempfile::Builder::new().prefix("augenhoehe-test-").tempdir().unwrap();
        let url = match cluster {
            Some(cluster) => cluster.create_database().await,
            None => format!("sqlite://{}", folder.path().join("augenhoehe.db").display()),
        };
        (folder, url)
    }

    /// The folder of the database's files.
    pub fn folder(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    /// Somebody who is not signed in.
    pub fn stranger(&self) -> Browser {
        Browser::new(self.server.address)
    }

    /// Somebody who is signed in already.
    pub async fn browser(&self, person: &str) -> Browser {
        let browser = self.stranger();
        browser.set_cookie("session", &session(&self.db, person).await);
        browser
    }

    /// Starts the server again after it was killed or stopped. Browsers must be opened anew: the port is another.
    pub async fn restart(&mut self) {
        self.server = Server::start(&self.options).await;
    }

    /// A number from the database.
    pub async fn count(&self, sql: &'static str) -> i64 {
        sqlx::query_scalar(sql).fetch_one(self.db.read()).await.unwrap()
    }
}
