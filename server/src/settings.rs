//! Settings: defaults, then a file, then the environment (`AUGENHOEHE_…`), then flags. An invalid one stops the start with a sentence.

use std::{
    io::IsTerminal,
    net::{IpAddr, SocketAddr},
    path::PathBuf,
};

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use figment::{
    Figment,
    providers::{Env, Format, Serialized, Toml},
};
use serde::{Deserialize, Serialize};

use crate::recordings;

/// Flags; each has an environment variable and a key in the file of the same name.
#[derive(Args, Clone, Debug, Default, Serialize)]
pub struct Flags {
    /// A TOML file with settings; keys are named like the flags, with underscores.
    #[arg(long, env = "AUGENHOEHE_CONFIG", value_name = "FILE")]
    #[serde(skip)]
    pub config: Option<PathBuf>,
    /// Address and port to listen on [default: 127.0.0.1:3000] [env: AUGENHOEHE_LISTEN]
    #[arg(long, value_name = "ADDR")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listen: Option<String>,
    /// sqlite://PATH or postgres://… [default: sqlite://augenhoehe.db] [env: AUGENHOEHE_DATABASE_URL]
    #[arg(long, value_name = "URL")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub database_url: Option<String>,
    /// A content folder to use instead of what is built in [env: AUGENHOEHE_CONTENT_DIR]
    #[arg(long, value_name = "DIR")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_dir: Option<PathBuf>,
    /// How people reach the server, e.g. https://training.example [env: AUGENHOEHE_PUBLIC_URL]
    #[arg(long, value_name = "URL")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_url: Option<String>,
    /// Where recordings are kept: a folder, or s3://BUCKET/FOLDER [default: recordings, beside a SQLite database] [env: AUGENHOEHE_RECORDINGS]
    #[arg(long, value_name = "PLACE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recordings: Option<String>,
    /// The S3-compatible store, e.g. https://s3.example; left out for Amazon [env: AUGENHOEHE_S3_ENDPOINT]
    #[arg(long, value_name = "URL")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub s3_endpoint: Option<String>,
    /// Its region [default: us-east-1] [env: AUGENHOEHE_S3_REGION]
    #[arg(long, value_name = "NAME")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub s3_region: Option<String>,
    /// The key to it
    #[arg(long, env = "AUGENHOEHE_S3_ACCESS_KEY_ID", value_name = "ID")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub s3_access_key_id: Option<String>,
    /// The secret half of the key; others on this machine can read flags, so better the environment or the file
    #[arg(long, env = "AUGENHOEHE_S3_SECRET_ACCESS_KEY", hide_env_values = true, value_name = "SECRET")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub s3_secret_access_key: Option<Secret>,
    /// How the log is written [env: AUGENHOEHE_LOG_FORMAT]
    #[arg(long, env = "AUGENHOEHE_LOG_FORMAT", value_enum, default_value_t)]
    #[serde(skip)]
    pub log_format: LogFormat,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// One line of text an event.
    #[default]
    Text,
    /// One JSON object an event.
    Json,
}

/// What the server runs with.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub listen: SocketAddr,
    pub database_url: String,
    pub content_dir: Option<PathBuf>,
    pub public_url: Option<String>,
    /// Addresses of proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// A session ends after so many hours without a request …
    pub session_idle_hours: u32,
    /// … and so many days after sign-in at the latest.
    pub session_days: u32,
    /// The smallest group that leaders see figures of; 5 at least.
    pub minimum_group: u32,
    /// What the organisation is called on a confirmation.
    pub organisation: Option<String>,
    /// A folder, or `s3://BUCKET/FOLDER`; beside a SQLite database where nothing is said.
    pub recordings: Option<String>,
    pub s3_endpoint: Option<String>,
    pub s3_region: Option<String>,
    pub s3_access_key_id: Option<String>,
    pub s3_secret_access_key: Option<Secret>,
}

/// A text that no log and no message shows.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Secret {
        Secret(text)
    }
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            listen: SocketAddr::from(([127, 0, 0, 1], 3000)),
            database_url: "sqlite://augenhoehe.db".to_owned(),
            content_dir: None,
            public_url: None,
            trusted_proxies: Vec::new(),
            session_idle_hours: 12,
            session_days: 30,
            minimum_group: 8,
            organisation: None,
            recordings: None,
            s3_endpoint: None,
            s3_region: None,
            s3_access_key_id: None,
            s3_secret_access_key: None,
        }
    }
}

/// No setting lowers the smallest group below this.
const SMALLEST_GROUP: u32 = 5;

impl Settings {
    /// Reads all sources and checks every value.
    pub fn load(flags: &Flags) -> anyhow::Result<Settings> {
        let mut sources = Figment::from(Serialized::defaults(Settings::default()));
        if let Some(file) = &flags.config {
            if !file.is_file() {
                bail!("the settings file {} is not there", file.display());
            }
            sources = sources.merge(Toml::file_exact(file));
        }
        // Read as flags are, and as they stand: figment would take digits for a number.
        let read = ["CONFIG", "LOG_FORMAT", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"];
        let known = read.map(str::to_lowercase);
        let environment = Env::prefixed("AUGENHOEHE_").ignore(&known.each_ref().map(String::as_str));
        let sources = sources.merge(environment).merge(Serialized::defaults(flags));
        let settings: Settings = sources.extract().map_err(|error| {
            let names: Vec<String> = error.clone().into_iter().map(|one| describe(&one)).collect();
            anyhow::anyhow!("invalid setting: {}", names.join("; "))
        })?;
        settings.check()?;
        Ok(settings)
    }

    fn check(&self) -> anyhow::Result<()> {
        if let Some(url) = &self.public_url {
            let parsed =
                url::Url::parse(url).with_context(|| format!("invalid setting: public_url is not a URL: {url}"))?;
            if !matches!(parsed.scheme(), "http" | "https") || parsed.host().is_none() || parsed.path() != "/" {
                bail!("invalid setting: public_url must be http:// or https:// and a host, without a path: {url}");
            }
        }
        if !["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| self.database_url.starts_with(scheme)) {
            bail!("invalid setting: database_url must begin with sqlite: or postgres:");
        }
        if self.minimum_group < SMALLEST_GROUP {
            bail!("invalid setting: minimum_group is {} but may not be below {SMALLEST_GROUP}", self.minimum_group);
        }
        if self.session_idle_hours == 0 || self.session_days == 0 {
            bail!("invalid setting: session_idle_hours and session_days must be at least 1");
        }
        recordings::check(self)
    }

    /// Whether people reach the server over HTTPS; cookies are then kept to it.
    pub fn is_secure(&self) -> bool {
        self.public_url.as_deref().is_some_and(|url| url.starts_with("https://"))
    }
}

fn describe(error: &figment::Error) -> String {
    let name = error.path.join(".");
    // What is wrong with a secret may be most of it.
    if name.contains("secret") {
        return format!("{name}: not a text");
    }
    if name.is_empty() { error.kind.to_string() } else { format!("{name}: {}", error.kind) }
}

/// Starts the log: events of this program, without the chatter of its libraries; `RUST_LOG` says otherwise.
pub fn start_log(format: LogFormat) {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info,sqlx=warn,hyper=warn"));
    let is_terminal = std::io::stderr().is_terminal();
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_ansi(is_terminal).with_writer(std::io::stderr);
    match format {
        LogFormat::Text => log.with_target(false).init(),
        LogFormat::Json => log.json().with_target(false).flatten_event(true).init(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(flags: Flags) -> Result<Settings, String> {
        Settings::load(&flags).map_err(|error| format!("{error:#}"))
    }

    #[test]
    fn an_invalid_setting_is_named() {
        let listen = load(Flags { listen: Some("nowhere".into()), ..Flags::default() });
        assert!(listen.unwrap_err().contains("listen"));
        let url = load(Flags { public_url: Some("ftp://x".into()), ..Flags::default() });
        assert!(url.unwrap_err().contains("public_url"));
        let database = load(Flags { database_url: Some("mysql://x".into()), ..Flags::default() });
        assert!(database.unwrap_err().contains("database_url"));
        let config = load(Flags { config: Some("/not/there.toml".into()), ..Flags::default() });
        assert!(config.unwrap_err().contains("/not/there.toml"));
    }

    #[test]
    fn secrets_are_never_shown() {
        let secret = Some(Secret("hunter2".to_owned()));
        let settings = Settings { s3_secret_access_key: secret.clone(), ..Settings::default() };
        assert!(!format!("{settings:?}").contains("hunter2"));
        let flags = Flags { s3_secret_access_key: secret, recordings: Some("s3://bucket".into()), ..Flags::default() };
        let refused = load(flags).unwrap_err();
        assert!(refused.contains("s3_access_key_id") && !refused.contains("hunter2"), "{refused}");
    }

    #[test]
    fn groups_are_never_smaller_than_five() {
        let settings = Settings { minimum_group: 4, ..Settings::default() };
        assert!(settings.check().is_err());
        assert!(Settings { minimum_group: 5, ..settings }.check().is_ok());
    }
}
