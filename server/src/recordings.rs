//! Where recordings are kept: a folder on this machine, or a bucket of an S3-compatible store.

use std::{path::PathBuf, sync::Arc, time::Duration};

use anyhow::{Context, bail};
use app::recordings::Sounds;
use object_store::{
    ClientOptions, ObjectStore, RetryConfig, aws::AmazonS3Builder, local::LocalFileSystem, prefix::PrefixStore,
};

use crate::{commands::sqlite_file, settings::Settings};

/// Somebody waits for the answer: a store that is away is said to be away soon.
const PATIENCE: Duration = Duration::from_secs(10);

/// Whether the settings that belong together are together.
pub fn check(settings: &Settings) -> anyhow::Result<()> {
    let Some((bucket, _)) = bucket(settings)? else {
        let is_s3_set = settings.s3_endpoint.is_some() || settings.s3_region.is_some();
        if is_s3_set || settings.s3_access_key_id.is_some() || settings.s3_secret_access_key.is_some() {
            bail!("invalid setting: the settings that begin with s3_ need recordings to be s3://BUCKET");
        }
        return Ok(());
    };
    if bucket.is_empty() {
        bail!("invalid setting: recordings names no bucket: s3://BUCKET or s3://BUCKET/FOLDER");
    }
    if settings.s3_access_key_id.is_none() || settings.s3_secret_access_key.is_none() {
        bail!("invalid setting: recordings in a bucket need s3_access_key_id and s3_secret_access_key");
    }
    if let Some(endpoint) = &settings.s3_endpoint {
        let parsed = url::Url::parse(endpoint).context("invalid setting: s3_endpoint is not a URL")?;
        if !matches!(parsed.scheme(), "http" | "https") || parsed.host().is_none() {
            bail!("invalid setting: s3_endpoint must be http:// or https:// and a host");
        }
    }
    Ok(())
}

/// Bucket and folder, if recordings go into one.
fn bucket(settings: &Settings) -> anyhow::Result<Option<(&str, &str)>> {
    let Some(place) = settings.recordings.as_deref() else { return Ok(None) };
    if place.is_empty() {
        bail!("invalid setting: recordings is empty");
    }
    match place.split_once("://") {
        Some(("s3", rest)) => {
            let (bucket, folder) = rest.split_once('/').unwrap_or((rest, ""));
            Ok(Some((bucket, folder.trim_matches('/'))))
        }
        Some(_) => bail!("invalid setting: recordings must be a folder or s3://BUCKET/FOLDER"),
        None => Ok(None),
    }
}

/// Ready to keep recordings. A bucket is not asked for before it is needed: without it everything else still works.
pub fn open(settings: &Settings) -> anyhow::Result<Sounds> {
    let store: Arc<dyn ObjectStore> = match bucket(settings)? {
        Some((bucket, "")) => Arc::new(open_bucket(settings, bucket)?),
        Some((bucket, folder)) => Arc::new(PrefixStore::new(open_bucket(settings, bucket)?, folder)),
        None => Arc::new(open_folder(settings)?),
    };
    Ok(Sounds::new(store))
}

fn open_folder(settings: &Settings) -> anyhow::Result<LocalFileSystem> {
    let beside =
        || sqlite_file(&settings.database_url).and_then(|file| file.parent().map(|folder| folder.join("recordings")));
    let named = settings.recordings.as_ref().map(PathBuf::from);
    let folder = named.or_else(beside).unwrap_or_else(|| PathBuf::from("recordings"));
    std::fs::create_dir_all(&folder).with_context(|| {
        format!("the folder {} for recordings cannot be made (setting: recordings)", folder.display())
    })?;
    let store = LocalFileSystem::new_with_prefix(&folder).with_context(|| {
        format!("the folder {} for recordings cannot be used (setting: recordings)", folder.display())
    })?;
    // On disk before it is acknowledged.
    Ok(store.with_fsync(true))
}

fn open_bucket(settings: &Settings, bucket: &str) -> anyhow::Result<impl ObjectStore> {
    // Named once for the whole process; refused the second time, which changes nothing.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let secret = settings.s3_secret_access_key.as_ref().map(|secret| secret.0.clone()).unwrap_or_default();
    let is_plain = settings.s3_endpoint.as_deref().is_some_and(|endpoint| endpoint.starts_with("http://"));
    let mut builder = AmazonS3Builder::new()
        .with_bucket_name(bucket)
        .with_region(settings.s3_region.as_deref().unwrap_or("us-east-1"))
        .with_access_key_id(text(&settings.s3_access_key_id))
        .with_secret_access_key(secret)
        .with_client_options(
            ClientOptions::new().with_timeout(PATIENCE).with_connect_timeout(PATIENCE).with_allow_http(is_plain),
        )
        .with_retry(RetryConfig { max_retries: 2, retry_timeout: PATIENCE, ..RetryConfig::default() });
    if let Some(endpoint) = &settings.s3_endpoint {
        builder = builder.with_endpoint(endpoint.trim_end_matches('/'));
    }
    builder.build().context("the store for recordings cannot be used (settings that begin with s3_)")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Secret;

    fn place(recordings: &str) -> Settings {
        Settings { recordings: Some(recordings.to_owned()), ..Settings::default() }
    }

    #[test]
    fn settings_belong_together() {
        let key = |settings| Settings {
            s3_access_key_id: Some("id".to_owned()),
            s3_secret_access_key: Some(Secret("secret".to_owned())),
            ..settings
        };
        for good in
            [place("somewhere"), place("/srv/recordings"), key(place("s3://bucket")), key(place("s3://bucket/a/b/"))]
        {
            assert!(check(&good).is_ok(), "{good:?}");
        }
        let endpoint = Settings { s3_endpoint: Some("ftp://x".to_owned()), ..key(place("s3://bucket")) };
        for bad in [
            place(""),
            place("s3://bucket"),
            key(place("s3://")),
            key(place("somewhere")),
            place("gs://bucket"),
            endpoint,
        ] {
            let refused = check(&bad).unwrap_err().to_string();
            assert!(refused.starts_with("invalid setting") && !refused.contains("secret\""), "{refused}");
        }
    }

    #[test]
    fn a_bucket_may_have_a_folder() {
        assert_eq!(bucket(&place("s3://bucket/a/b/")).unwrap(), Some(("bucket", "a/b")));
        assert_eq!(bucket(&place("s3://bucket")).unwrap(), Some(("bucket", "")));
        assert_eq!(bucket(&place("folder")).unwrap(), None);
    }
}
