//! The programs under load, each as a process of its own.

use std::{
    ffi::OsStr,
    fs::File,
    net::{SocketAddr, TcpListener},
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, bail};

use crate::load::client::Client;

/// A running program; killed when dropped.
pub struct Process {
    child: Child,
    pub address: SocketAddr,
    /// From its start to its first answer.
    pub started_in: Duration,
}

impl Process {
    /// The plain handler, which is built beside this program.
    pub async fn plain() -> anyhow::Result<Process> {
        let address = free_address()?;
        let program = std::env::current_exe()?.with_file_name("plain");
        Process::start(Command::new(program).arg(address.to_string()), address, "/", Stdio::null()).await
    }

    /// The server, with these arguments; its log goes to a file, as it would in service.
    pub async fn server<Arg: AsRef<OsStr>>(program: &Path, folder: &Path, args: &[Arg]) -> anyhow::Result<Process> {
        let address = free_address()?;
        let program = program.canonicalize().with_context(|| format!("{} is not there", program.display()))?;
        let mut command = Command::new(program);
        command.env_clear().current_dir(folder).arg("--listen").arg(address.to_string()).args(args);
        let log = File::options().create(true).append(true).open(folder.join("server.log"))?;
        Process::start(&mut command, address, "/sign-in", log.into()).await
    }

    async fn start(command: &mut Command, address: SocketAddr, path: &str, log: Stdio) -> anyhow::Result<Process> {
        let began = Instant::now();
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).spawn()?;
        let mut process = Process { child, address, started_in: Duration::ZERO };
        let request = format!("GET {path} HTTP/1.1\r\nhost: {address}\r\n\r\n");
        while began.elapsed() < Duration::from_secs(60) {
            if let Some(status) = process.child.try_wait()? {
                bail!("{command:?} stopped: {status}");
            }
            if let Ok(mut client) = Client::connect(address).await {
                let status = client.send(request.as_bytes()).await?;
                anyhow::ensure!(status == 200, "{path} answers {status}");
                process.started_in = began.elapsed();
                return Ok(process);
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        bail!("{command:?} does not answer")
    }

    /// Processor time spent so far, in seconds: user and system.
    pub fn processor_time(&self) -> anyhow::Result<f64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        let fields = stat.rsplit(") ").next().unwrap_or_default().split(' ');
        let ticks: Vec<f64> = fields.skip(11).take(2).map(str::parse).collect::<Result<_, _>>()?;
        // A hundred ticks a second on every Linux there is.
        Ok(ticks.iter().sum::<f64>() / 100.0)
    }

    /// Resident memory in megabytes, as `/proc` says.
    pub fn memory(&self) -> anyhow::Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
        let kilobytes: f64 = line.trim_end_matches("kB").trim().parse().context("no VmRSS")?;
        Ok(kilobytes * 1024.0 / 1e6)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_address() -> anyhow::Result<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}
