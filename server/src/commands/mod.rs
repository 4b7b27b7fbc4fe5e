//! The command line.

mod check_content;
mod database;
mod serve;

use std::path::PathBuf;

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
    /// Serve an organisation: brings the database up to date, then answers until stopped
    Serve,
    /// Bring the database's schema up to date, and nothing else
    Migrate,
    /// Check a content folder (or the built-in content) and name every fault with file and line
    CheckContent {
        /// The folder; what is built in, if left out
        dir: Option<PathBuf>,
    },
    /// Create the first site, team and admin, and print a one-time code to sign in with
    CreateAdmin {
        /// The name to sign in with
        sign_in_name: String,
        /// The person's name
        #[arg(long)]
        name: String,
        /// The site to create the admin's team in
        #[arg(long, default_value = "Zentrale")]
        site: String,
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
        if matches!(self.verb, Verb::Routes) {
            crate::web::paths().iter().for_each(|(method, path)| println!("{method} {path}"));
            return Ok(());
        }
        let settings = Settings::load(&self.flags)?;
        match self.verb {
            Verb::Serve => serve::serve(settings, false).await,
            Verb::Migrate => database::migrate(&settings).await,
            Verb::CheckContent { dir } => check_content::check(dir.or(settings.content_dir).as_deref()),
            _ => anyhow::bail!("not there yet"),
        }
    }
}
