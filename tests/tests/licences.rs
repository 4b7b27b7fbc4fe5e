//! What the program is made of may be used as it is used: `deny.toml` says what may, `cargo metadata` what is.

use std::{collections::BTreeMap, process::Command};

use augenhoehe_tests::{read, repository};
use serde_json::Value;

#[test]
fn every_package_is_allowed_and_comes_from_the_registry() {
    let rules: toml::Table = read("deny.toml").parse().unwrap();
    let allowed = list(&rules["licenses"]["allow"]);
    let exceptions = rules["licenses"]["exceptions"].as_array().unwrap().iter();
    let exceptions: BTreeMap<&str, Vec<&str>> =
        exceptions.map(|one| (one["crate"].as_str().unwrap(), list(&one["allow"]))).collect();
    let banned: Vec<&str> =
        rules["bans"]["deny"].as_array().unwrap().iter().filter_map(|one| one["crate"].as_str()).collect();
    let mut wrong = Vec::new();
    for package in packages() {
        let name = package["name"].as_str().unwrap();
        let licence = package["license"].as_str().unwrap_or("none");
        let more = exceptions.get(name).cloned().unwrap_or_default();
        if !is_allowed(licence, &|one| allowed.contains(&one) || more.contains(&one)) {
            wrong.push(format!("{name}: {licence}"));
        }
        let from = package["source"].as_str();
        if from.is_some_and(|from| from != "registry+https://github.com/rust-lang/crates.io-index") {
            wrong.push(format!("{name}: from {from:?}"));
        }
        if banned.contains(&name) {
            wrong.push(format!("{name}: banned"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn packages() -> Vec<Value> {
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(repository())
        .output()
        .unwrap();
    assert!(metadata.status.success(), "{}", String::from_utf8_lossy(&metadata.stderr));
    let metadata: Value = serde_json::from_slice(&metadata.stdout).unwrap();
    metadata["packages"].as_array().unwrap().clone()
}

fn list(value: &toml::Value) -> Vec<&str> {
    value.as_array().unwrap().iter().filter_map(toml::Value::as_str).collect()
}

/// An SPDX expression (with `/` for `OR`, as older packages write it): one way through it must be allowed.
fn is_allowed(expression: &str, knows: &dyn Fn(&str) -> bool) -> bool {
    let mut expression = expression.replace('/', " OR ");
    // Parts in brackets first: they hold no further ones.
    while let Some((before, rest)) = expression.clone().split_once('(') {
        let Some((inside, after)) = rest.split_once(')') else { return false };
        let known = if is_allowed(inside, knows) { "YES" } else { "NO" };
        expression = format!("{before}{known}{after}");
    }
    let all = |part: &str| part.split(" AND ").map(str::trim).all(|one| one == "YES" || knows(one));
    expression.split(" OR ").any(all)
}

#[test]
fn expressions_are_read_as_they_are_meant() {
    let knows = |one: &str| matches!(one, "MIT" | "Unicode-3.0" | "Apache-2.0 WITH LLVM-exception");
    for good in
        ["MIT", "MIT/GPL-3.0", "GPL-3.0 OR MIT", "(GPL-3.0 OR MIT) AND Unicode-3.0", "Apache-2.0 WITH LLVM-exception"]
    {
        assert!(is_allowed(good, &knows), "{good}");
    }
    for bad in ["GPL-3.0", "MIT AND GPL-3.0", "(MIT OR GPL-3.0) AND ISC", "none", ""] {
        assert!(!is_allowed(bad, &knows), "{bad}");
    }
}
