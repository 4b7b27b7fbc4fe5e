//! PostgreSQL for tests: a cluster of their own, reached through a socket in its folder.

use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex, Weak},
};

use app::storage::Engine;
use tempfile::TempDir;
use uuid::Uuid;

/// A cluster with PostgreSQL's own durable settings; gone when dropped, and also when the tests die.
pub struct Cluster {
    programs: PathBuf,
    folder: TempDir,
    /// A shell that stops PostgreSQL as soon as its input ends, however that comes.
    guardian: Child,
}

impl Cluster {
    /// What an engine runs on: SQLite needs nothing.
    pub async fn of(engine: Engine) -> Option<Arc<Cluster>> {
        match engine {
            Engine::Sqlite => None,
            Engine::Postgres => Some(Cluster::shared().await),
        }
    }

    /// The cluster that all tests share while at least one of them uses it.
    pub async fn shared() -> Arc<Cluster> {
        static SHARED: Mutex<Weak<Cluster>> = Mutex::new(Weak::new());
        let take = || {
            let mut shared = SHARED.lock().unwrap();
            shared.upgrade().unwrap_or_else(|| {
                let cluster = Arc::new(Cluster::start());
                *shared = Arc::downgrade(&cluster);
                cluster
            })
        };
        tokio::task::spawn_blocking(take).await.unwrap()
    }

    pub fn start() -> Cluster {
        let programs = programs();
        let folder = tempfile::Builder::new().prefix("augenhoehe-postgres-").tempdir().unwrap();
        if is_root() {
            run(Command::new("chown").arg("postgres").arg(folder.path()));
        }
        let data = folder.path().join("data");
        run(as_postgres(&programs.join("initdb"))
            .args(["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "-D"])
            .arg(&data));
        let guardian = Command::new("sh")
            .arg("-c")
            .arg("cat >/dev/null; $0 -D $1 -m immediate stop; rm -rf $2")
            .arg(guard_command(&programs))
            .arg(&data)
            .arg(folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let cluster = Cluster { programs, folder, guardian };
        cluster.go_on();
        cluster
    }

    /// Starts PostgreSQL (again) and waits until it answers.
    pub fn go_on(&self) {
        let folder = self.folder.path().display();
        let options = format!("-c listen_addresses='' -c unix_socket_directories='{folder}' -c max_connections=200");
        self.control(&["-w", "-t", "60", "-o", &options, "start"]);
    }

    /// Stops PostgreSQL as a failing machine would.
    pub fn go_away(&self) {
        self.control(&["-w", "-m", "immediate", "stop"]);
    }

    fn control(&self, args: &[&str]) {
        let log = self.folder.path().join("log");
        let mut command = as_postgres(&self.programs.join("pg_ctl"));
        run(command.arg("-D").arg(self.folder.path().join("data")).arg("-l").arg(log).args(args));
    }

    /// A new empty database; its URL.
    pub async fn create_database(self: &Arc<Self>) -> String {
        let cluster = Arc::clone(self);
        let create = move || {
            let name = format!("test_{}", Uuid::new_v4().simple());
            let folder = cluster.folder.path();
            run(Command::new(cluster.programs.join("createdb")).args(["-U", "postgres", "-h"]).arg(folder).arg(&name));
            format!("postgres://postgres@localhost/{name}?host={}", folder.display())
        };
        tokio::task::spawn_blocking(create).await.unwrap()
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.guardian.stdin.take());
        let _ = self.guardian.wait();
    }
}

/// Where Debian, Ubuntu and others keep PostgreSQL's programs; the newest.
fn programs() -> PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = versions.map(|version| version.path().join("bin")).collect();
    found.retain(|programs| programs.join("postgres").exists());
    let number = |path: &PathBuf| path.parent()?.file_name()?.to_str()?.parse::<u32>().ok();
    found.sort_by_key(number);
    let elsewhere = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].map(PathBuf::from);
    let elsewhere = elsewhere.into_iter().find(|programs| programs.join("postgres").exists());
    found.pop().or(elsewhere).expect("these tests take PostgreSQL: apt-get install postgresql")
}

/// PostgreSQL refuses to run as root.
fn as_postgres(program: &Path) -> Command {
    let mut command = if is_root() {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    command.current_dir("/").stdin(Stdio::null());
    command
}

fn guard_command(programs: &Path) -> String {
    let control = programs.join("pg_ctl");
    if is_root() { format!("runuser -u postgres -- {}", control.display()) } else { control.display().to_string() }
}

fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

fn run(command: &mut Command) {
    // Into files, not pipes: the daemon that `pg_ctl` leaves behind would keep a pipe open.
    let mut output = tempfile::tempfile().unwrap();
    let status = command.stdout(output.try_clone().unwrap()).stderr(output.try_clone().unwrap()).status();
    if !status.as_ref().is_ok_and(std::process::ExitStatus::success) {
        use std::io::{Read, Seek};
        let mut text = String::new();
        output.rewind().unwrap();
        output.read_to_string(&mut text).unwrap();
        panic!("{command:?}: {status:?}\n{text}");
    }
}
