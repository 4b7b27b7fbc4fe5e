//! The program under test, as a process of its own.

use std::{
    fs::File,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Output, Stdio},
    time::Duration,
};

use super::{eventually, repository};

/// How a server is started.
#[derive(Clone, Debug, Default)]
pub struct Options {
    pub database_url: String,
    /// A folder for its log; the database's folder will do.
    pub folder: PathBuf,
    pub content: Option<PathBuf>,
    /// `NAME=value` of the environment.
    pub environment: Vec<(String, String)>,
}

/// A running server; killed when dropped.
pub struct Server {
    process: Child,
    pub address: SocketAddr,
    log: PathBuf,
}

/// The program: the one that is deployed if `AUGENHOEHE_BIN` names it, otherwise the debug build.
fn program() -> Command {
    let built = || {
        // target/debug/deps/all-… -> target/debug/augenhoehe
        let test = std::env::current_exe().unwrap();
        test.ancestors().nth(2).unwrap().join("augenhoehe")
    };
    let path = std::env::var_os("AUGENHOEHE_BIN").map_or_else(built, PathBuf::from);
    assert!(path.exists(), "{} is not there: cargo build -p augenhoehe-server", path.display());
    let mut command = Command::new(path);
    // Nothing of whoever runs the tests changes what the server does.
    command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default()).current_dir(repository());
    command.stdin(Stdio::null());
    command
}

/// Runs the program to its end.
pub fn run(args: &[&str], environment: &[(&str, &str)]) -> Output {
    program().args(args).envs(environment.iter().copied()).output().unwrap()
}

/// Runs the program for a reader who has seen enough before it says anything.
pub fn run_unread(args: &[&str]) -> Output {
    let mut process = program().args(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(process.stdout.take());
    process.wait_with_output().unwrap()
}

impl Server {
    /// Starts a server and waits until it answers; fails with its log if it stops before.
    pub async fn start(options: &Options) -> Server {
        let mut server = Server::spawn(options);
        server.wait_ready().await;
        server
    }

    /// Starts a server without waiting for it.
    pub fn spawn(options: &Options) -> Server {
        let log = options.folder.join(format!("log-{}.json", uuid::Uuid::new_v4().simple()));
        let output = File::create(&log).unwrap();
        let mut command = program();
        command.args(["--log-format", "json", "--listen", "127.0.0.1:0", "--database-url", &options.database_url]);
        if let Some(content) = &options.content {
            command.arg("--content-dir").arg(content);
        }
        // Never beside the sources, where a server on PostgreSQL is started.
        command.env("AUGENHOEHE_RECORDINGS", options.folder.join("recordings"));
        command.envs(options.environment.iter().map(|(name, value)| (name, value)));
        command.arg("serve").stdout(Stdio::null()).stderr(output);
        Server { process: command.spawn().unwrap(), address: SocketAddr::from(([127, 0, 0, 1], 0)), log }
    }

    /// Waits until the server answers.
    pub async fn wait_ready(&mut self) {
        for _ in 0..1200 {
            if let Some(status) = self.process.try_wait().unwrap() {
                panic!("the server stopped: {status}\n{}", self.log());
            }
            if let Some(address) = self.said("listen") {
                self.address = address.parse().unwrap();
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let url = self.url("/readyz");
        let is_ready = || async { reqwest::get(&url).await.is_ok_and(|answer| answer.status().is_success()) };
        eventually("the server is ready", is_ready).await;
    }

    /// A value that the log names.
    fn said(&self, name: &str) -> Option<String> {
        let log = self.log();
        let mut lines = log.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
        lines.find_map(|line| Some(line.get(name)?.as_str()?.to_owned()))
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// All that the server has logged so far, one JSON object a line.
    pub fn log(&self) -> String {
        read(&self.log)
    }

    pub fn process_id(&self) -> u32 {
        self.process.id()
    }

    /// Kills it, with no time to finish anything.
    pub fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    /// Asks it to stop, as a service manager does.
    pub fn ask_to_stop(&self) {
        let asked = Command::new("kill").arg("-TERM").arg(self.process.id().to_string()).status().unwrap();
        assert!(asked.success());
    }

    /// Waits until it has stopped by itself.
    pub async fn wait_stopped(&mut self) -> ExitStatus {
        for _ in 0..600 {
            if let Some(status) = self.process.try_wait().unwrap() {
                return status;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("the server does not stop:\n{}", self.log());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        if std::thread::panicking() {
            eprintln!("--- the server's log\n{}", self.log());
        }
    }
}

fn read(log: &Path) -> String {
    std::fs::read_to_string(log).unwrap_or_default()
}
