//! A server that speaks the S3 protocol, with one bucket in a folder.

use std::path::PathBuf;

use hyper_util::{
    rt::{TokioExecutor, TokioIo},
    server::conn::auto::Builder,
};
use s3s::{auth::SimpleAuth, service::S3ServiceBuilder};
use s3s_fs::FileSystem;
use tempfile::TempDir;
use tokio::{net::TcpListener, task::JoinHandle};

const KEY: &str = "an-access-key";
const SECRET: &str = "0123456789";

/// Runs until it is stopped or dropped.
pub struct Bucket {
    endpoint: String,
    folder: TempDir,
    serving: JoinHandle<()>,
}

impl Bucket {
    pub async fn start() -> Bucket {
        let folder = tempfile::Builder::new().prefix("augenhoehe-bucket-").tempdir().unwrap();
        std::fs::create_dir(folder.path().join("recordings")).unwrap();
        let mut service = S3ServiceBuilder::new(FileSystem::new(folder.path()).unwrap());
        service.set_auth(SimpleAuth::from_single(KEY, SECRET));
        let service = service.build();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        let serving = tokio::spawn(async move {
            // Dropped with the task: then nobody answers any more, on open connections neither.
            let mut connections = tokio::task::JoinSet::new();
            while let Ok((socket, _)) = listener.accept().await {
                let connection = Builder::new(TokioExecutor::new());
                let connection = connection.serve_connection(TokioIo::new(socket), service.clone()).into_owned();
                connections.spawn(async move { _ = connection.await });
            }
        });
        Bucket { endpoint, folder, serving }
    }

    /// What a server needs to know of it.
    pub fn environment(&self) -> Vec<(String, String)> {
        let settings = [
            ("AUGENHOEHE_RECORDINGS", "s3://recordings/voices"),
            ("AUGENHOEHE_S3_ENDPOINT", &self.endpoint),
            ("AUGENHOEHE_S3_ACCESS_KEY_ID", KEY),
            // All digits: still a text.
            ("AUGENHOEHE_S3_SECRET_ACCESS_KEY", SECRET),
        ];
        settings.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
    }

    pub fn secret(&self) -> &'static str {
        SECRET
    }

    /// Where its objects lie.
    pub fn objects(&self) -> PathBuf {
        self.folder.path().join("recordings/voices")
    }

    /// Takes it away.
    pub fn stop(&self) {
        self.serving.abort();
    }
}

impl Drop for Bucket {
    fn drop(&mut self) {
        self.stop();
    }
}
