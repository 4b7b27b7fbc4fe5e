//! A filled database of one engine.

use std::sync::Arc;

use app::storage::{Database, Engine};
use tempfile::TempDir;

use crate::{
    cluster::Cluster,
    fill::{self, Filled},
    options::Options,
};

pub struct Place {
    pub engine: &'static str,
    pub url: String,
    pub db: Database,
    pub filled: Filled,
    /// For databases and logs; gone in the end.
    pub folder: TempDir,
    _cluster: Option<Arc<Cluster>>,
}

impl Place {
    /// Opens a database (a temporary one if none is named), and fills it if nobody is in it.
    pub async fn open(engine: Engine, options: &Options) -> anyhow::Result<Place> {
        let folder = tempfile::Builder::new().prefix("augenhoehe-bench-").tempdir()?;
        let (url, cluster) = match (&options.database_url, engine) {
            (Some(url), _) => (url.clone(), None),
            (None, Engine::Sqlite) => (format!("sqlite://{}", folder.path().join("bench.db").display()), None),
            (None, Engine::Postgres) => {
                let cluster = Arc::new(Cluster::start());
                (cluster.create_database().await, Some(cluster))
            }
        };
        let db = Database::open(&url).await?;
        db.migrate().await?;
        let filled = fill::fill(&db, options).await?;
        let engine = match engine {
            Engine::Sqlite => "SQLite",
            Engine::Postgres => "PostgreSQL",
        };
        Ok(Place { engine, url, db, filled, folder, _cluster: cluster })
    }
}
