//! The command line.

mod backup;
mod check_content;
mod content_report;
mod create_admin;
mod database;
mod demo;
mod serve;

pub use database::sqlite_file;

use std::{
    io::{self, ErrorKind, Write, stdout},
    net::SocketAddr,
    path::PathBuf,
};

use anyhow::Context;
use app::people::store_admin::FirstAdmin;
use clap::{Parser, Subcommand};

use crate::settings::{Flags, LogFormat, Settings};

/// Augenhöhe: training for people who serve customers.
#[derive(Debug, Parser)]
#[command(name = "augenhoehe", version, about, arg_required_else_help = true)]
pub struct Command {
    #[command(flatten)]
    flags: Flags,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Serve an invented organisation to try things out, on this machine alone
    Demo {
        /// Address and port to listen on; a loopback address
        #[arg(long, value_name = "ADDR")]
        listen: Option<SocketAddr>,
        /// Where the demo's data is kept
        #[arg(long, value_name = "DIR", default_value = "data")]
        data: PathBuf,
    },
    /// Serve an organisation: brings the database up to date, then answers until stopped
    Serve,
    /// Bring the database's schema up to date, and nothing else
    Migrate,
    /// Check a content folder (or the built-in content): every fault with file and line, and each dialogue as a graph (Mermaid) with
    /// what is to be expected of 1,000 random plays
    CheckContent {
        /// Say nothing but faults and totals
        #[arg(long)]
        quiet: bool,
        /// The folder; what is built in, if left out
        dir: Option<PathBuf>,
    },
    /// Report on a content folder (or the built-in content), as Markdown: length, readability, dialogues, ideas, and what is said twice
    ContentReport {
        /// The folder; what is built in, if left out
        dir: Option<PathBuf>,
    },
    /// Make somebody admin (site, team and person are made where missing) and print a one-time code to sign in with
    CreateAdmin {
        /// The name to sign in with
        sign_in_name: String,
        /// The person's name
        #[arg(long)]
        name: String,
        /// The site to create the admin's team in
        #[arg(long, default_value = "Zentrale")]
        site: String,
        /// Where a new site is: DE, AT, CH or other
        #[arg(long, default_value = "CH", value_parser = ["DE", "AT", "CH", "other"])]
        region: String,
        /// The time zone of a new site, an IANA name
        #[arg(long, default_value = "Europe/Zurich")]
        time_zone: String,
    },
    /// Write all data into a file, also while the server runs
    Backup { file: PathBuf },
    /// Put the data of a backup into an empty database
    Restore { file: PathBuf },
    /// Print method and path of every page and server function (the access tests go through them)
    #[command(hide = true)]
    Routes,
}

impl Command {
    pub fn log_format(&self) -> LogFormat {
        self.flags.log_format
    }

    pub async fn run(self) -> anyhow::Result<()> {
        let settings = Settings::load(&self.flags)?;
        match self.verb {
            Verb::Demo { listen, data } => demo::demo(settings, listen, &data).await,
            Verb::Serve => serve::serve(settings).await,
            Verb::Migrate => database::migrate(&settings).await,
            Verb::CheckContent { dir, quiet } => check_content::check(dir.or(settings.content_dir).as_deref(), quiet),
            Verb::ContentReport { dir } => content_report::report(dir.or(settings.content_dir).as_deref()),
            Verb::CreateAdmin { sign_in_name, name, site, region, time_zone } => {
                let admin = FirstAdmin {
                    sign_in_name: &sign_in_name,
                    name: &name,
                    site: &site,
                    region: &region,
                    time_zone: &time_zone,
                };
                create_admin::create(&settings, admin).await
            }
            Verb::Backup { file } => backup::save(&settings, &file).await,
            Verb::Restore { file } => backup::restore(&settings, &file).await,
            Verb::Routes => print(
                &crate::web::paths().iter().map(|(method, path)| format!("{method} {path}\n")).collect::<String>(),
            ),
        }
    }
}

/// Writes to standard output. A reader who has seen enough and closes it (`| head`) has had what was asked for.
fn print(text: &str) -> anyhow::Result<()> {
    match write(text) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.context("standard output cannot be written to"),
    }
}

fn write(text: &str) -> io::Result<()> {
    let mut out = stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}
