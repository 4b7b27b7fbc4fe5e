//! What stops a start says so in a sentence that names it.

use std::net::TcpListener;

use augenhoehe_tests::{run, run_unread};

/// Runs the program, which must fail; what it said.
#[track_caller]
fn refused(args: &[&str], environment: &[(&str, &str)]) -> String {
    let output = run(args, environment);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success(), "{args:?} should have failed: {said}");
    assert!(!said.contains("panicked"), "{said}");
    said
}

#[test]
fn a_port_that_is_taken_is_named_and_the_data_left_alone() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let listener = TcpListener::bind(&taken);
    let holder = listener.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.db");
    let url = format!("sqlite://{}", file.display());
    let said = refused(&["--listen", &taken, "--database-url", &url, "serve"], &[]);
    assert!(said.contains(&taken) && said.contains("taken") && said.contains("--listen"), "{said}");
    assert!(!file.exists());
    drop(holder);
}

#[test]
fn an_invalid_setting_is_named() {
    let invalid = [
        ("AUGENHOEHE_LISTEN", "nowhere", "listen"),
        ("AUGENHOEHE_DATABASE_URL", "mysql://a", "database_url"),
        ("AUGENHOEHE_PUBLIC_URL", "training.example", "public_url"),
        ("AUGENHOEHE_PUBLIC_URL", "https://training.example/path", "public_url"),
        ("AUGENHOEHE_MINIMUM_GROUP", "4", "minimum_group"),
        ("AUGENHOEHE_MINIMUM_GROUP", "many", "minimum_group"),
        ("AUGENHOEHE_SESSION_DAYS", "0", "session_days"),
        ("AUGENHOEHE_TRUSTED_PROXIES", "[\"proxy\"]", "trusted_proxies"),
        ("AUGENHOEHE_LISTNE", "127.0.0.1:1", "listne"),
        ("AUGENHOEHE_CONFIG", "/not/there.toml", "/not/there.toml"),
        ("AUGENHOEHE_RECORDINGS", "gs://bucket", "recordings"),
        ("AUGENHOEHE_RECORDINGS", "s3://bucket", "s3_access_key_id"),
        ("AUGENHOEHE_RECORDINGS", "/proc/not/there", "recordings"),
        ("AUGENHOEHE_S3_ENDPOINT", "https://s3.example", "s3_"),
        ("AUGENHOEHE_CONTENT_DIR", "/not/there", "/not/there"),
    ];
    for (name, value, named) in invalid {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("a.db").display());
        let mut environment = vec![("AUGENHOEHE_DATABASE_URL", url.as_str()), ("AUGENHOEHE_LISTEN", "127.0.0.1:0")];
        environment.retain(|(known, _)| *known != name);
        environment.push((name, value));
        let said = refused(&["serve"], &environment);
        assert!(said.contains(named), "{name}={value}: {said}");
    }
}

#[test]
fn a_database_that_is_not_there_is_named_without_its_password() {
    let nothing = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let url = format!("postgres://someone:geheimes-kennwort@{nothing}/organisation");
    let said = refused(&["--listen", "127.0.0.1:0", "--database-url", &url, "serve"], &[]);
    assert!(said.contains("database") && said.contains("organisation"), "{said}");
    assert!(!said.contains("geheimes-kennwort"), "{said}");
    let said = refused(&["--listen", "127.0.0.1:0", "--database-url", "sqlite:///proc/not/there.db", "serve"], &[]);
    assert!(said.contains("/proc/not"), "{said}");
}

#[test]
fn the_demo_stays_on_this_machine() {
    let folder = tempfile::tempdir().unwrap();
    let said = refused(&["demo", "--listen", "0.0.0.0:0", "--data", folder.path().to_str().unwrap()], &[]);
    assert!(said.contains("loopback") || said.contains("0.0.0.0"), "{said}");
}

#[test]
fn help_explains_every_command() {
    let output = run(&["--help"], &[]);
    let said = String::from_utf8(output.stdout).unwrap();
    for verb in ["serve", "demo", "migrate", "check-content", "create-admin", "backup", "restore"] {
        assert!(
            said.lines().any(|line| line.trim_start().starts_with(verb) && line.trim().len() > verb.len() + 10),
            "{verb}: {said}"
        );
        assert!(run(&[verb, "--help"], &[]).status.success());
    }
}

/// `augenhoehe backup … | true`
#[test]
fn what_is_done_is_done_whoever_reads_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let [first, second] = ["first.db", "second.db"].map(|name| format!("sqlite://{}", path(name)));
    let file = path("all.backup");
    let eva = ["--database-url", &first, "create-admin", "eva", "--name", "Eva"];
    for args in [
        &["--database-url", &first, "migrate"][..],
        &["--database-url", &first, "backup", &file],
        &["--database-url", &second, "restore", &file],
    ] {
        let output = run_unread(args);
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
    // But a code that nobody has read lets nobody in.
    let output = run_unread(&eva);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && said.contains("run create-admin again"), "{said}");
    assert!(run(&eva, &[]).status.success());
}
