//! Everything a test of the whole program needs, in one piece.

use std::{path::PathBuf, sync::Arc};

use app::{
    coaching::store::{Meeting, write_assignment_completions},
    language::fold,
    storage::{Database, Engine},
};
use tempfile::TempDir;
use uuid::Uuid;

use super::{
    Cluster, Options, Server,
    browser::Browser,
    organisation::{self, id, session, team},
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

/// An empty database; gone when dropped.
pub struct Scratch {
    pub db: Database,
    _folder: TempDir,
    _cluster: Option<Arc<Cluster>>,
}

impl Scratch {
    /// Rows that stood there before something happened.
    pub async fn write(&self, statements: &[&'static str]) {
        let mut tx = self.db.begin().await.unwrap();
        for statement in statements {
            sqlx::query(*statement).execute(&mut *tx).await.unwrap();
        }
        tx.commit().await.unwrap();
    }
}

impl Stage {
    pub async fn open(engine: Engine) -> Stage {
        Stage::open_with(engine, |_| {}).await
    }

    /// With other options than the usual.
    pub async fn open_with(engine: Engine, change: impl FnOnce(&mut Options)) -> Stage {
        Stage::open_on(Cluster::of(engine).await, change).await
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

    /// An empty database alone.
    pub async fn scratch(engine: Engine) -> Scratch {
        let cluster = Cluster::of(engine).await;
        let (folder, url) = Stage::empty_database(cluster.as_ref()).await;
        let db = Database::open(&url).await.unwrap();
        assert_eq!(db.engine, engine);
        Scratch { db, _folder: folder, _cluster: cluster }
    }

    /// A database without rows, with the schema as it was after a step of the migrations.
    pub async fn scratch_at(engine: Engine, step: i64) -> Scratch {
        let scratch = Stage::scratch(engine).await;
        scratch.db.migrate_to(step).await.unwrap();
        scratch
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

    /// So many learners join a team: their ids.
    pub async fn hire(&self, into: &str, count: usize) -> Vec<String> {
        let mut tx = self.db.begin().await.unwrap();
        let people = sqlx::query(
            "INSERT INTO people (id, sign_in_name, sign_in_key, name, name_key, team_id, created_at)
             WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < $1),
                  names (name) AS (SELECT $2 || '-' || CAST(n AS TEXT) FROM numbers)
             SELECT name, name, name, name, name, $3, 0 FROM names",
        );
        let name = fold(&format!("neu-{into}"));
        people.bind(count as i64).bind(&name).bind(team(into)).execute(&mut *tx).await.unwrap();
        let grants = sqlx::query(
            "INSERT INTO grants (id, person_id, role, granted_at)
             SELECT 'grant-' || id, id, 'learner', 0 FROM people WHERE id LIKE $1 || '-%'",
        );
        grants.bind(&name).execute(&mut *tx).await.unwrap();
        tx.commit().await.unwrap();
        (1..=count).map(|number| format!("{name}-{number}")).collect()
    }

    /// The administrator gives somebody a role, bound by `team:…` or `site:…`.
    pub async fn give_grant(&self, person: &str, role: &str, bound: &str) {
        let (form, grant, person) = (Uuid::new_v4().to_string(), Uuid::new_v4().to_string(), id(person));
        let fields = [("form", &*form), ("grant", &*grant), ("person", &*person), ("role", role), ("bound", bound)];
        self.browser("admin").await.post("/api/admin/give-grant", &fields).await.is(200);
    }

    /// Somebody has finished something, as if it had been practised.
    pub async fn finish(&self, person: &str, kind: &str, item: &str, at: i64) {
        let mut tx = self.db.begin().await.unwrap();
        let done = sqlx::query("INSERT INTO completions (person_id, kind, item, done_at) VALUES ($1, $2, $3, $4)");
        done.bind(id(person)).bind(kind).bind(item).bind(at).execute(&mut *tx).await.unwrap();
        let all = sqlx::query(
            "INSERT INTO finished (person_id, items) VALUES ($1, $2)
             ON CONFLICT (person_id) DO UPDATE SET items = finished.items || '\u{1e}' || excluded.items",
        );
        let items = format!("{kind}\u{1f}{item}\u{1f}{at}");
        all.bind(id(person)).bind(items).execute(&mut *tx).await.unwrap();
        write_assignment_completions(&mut tx, Meeting::Joined(&id(person))).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// A number from the database.
    pub async fn count(&self, sql: &'static str) -> i64 {
        sqlx::query_scalar(sql).fetch_one(self.db.read()).await.unwrap()
    }
}
