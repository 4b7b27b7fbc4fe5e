//! Rules of the design that the compiler does not know.

use std::{collections::BTreeSet, process::Command};

use augenhoehe_tests::{files, read, repository};

mod messages;

#[test]
fn sql_stands_in_stores_alone() {
    let sources = files("app/src", ".rs").into_iter().chain(files("server/src", ".rs"));
    for path in sources {
        let is_store = path.iter().any(|part| {
            let part = part.to_string_lossy();
            part == "storage" || part.starts_with("store")
        });
        assert!(is_store || !read(&path).contains("sqlx::query"), "{} holds SQL but is no store", path.display());
    }
}

#[test]
fn no_file_is_longer_than_a_room_should_need() {
    let sources = ["app", "server", "tests/src", "tests/tests"].into_iter().flat_map(|folder| files(folder, ".rs"));
    let lines = sources.map(|path| (read(&path).lines().count(), path));
    let long: Vec<_> = lines.filter(|(lines, _)| *lines > 300).collect();
    assert!(long.is_empty(), "make sub-rooms of {long:?}");
}

/// Texts are chosen, dates reckoned and Markdown read on the server: browsers load none of it.
#[test]
fn the_browsers_part_is_made_of_little() {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "-p", "augenhoehe-browser", "--target", "wasm32-unknown-unknown", "-e", "normal,no-proc-macro"])
        .args(["--prefix", "none", "--format", "{p}", "--locked"])
        .current_dir(repository())
        .output()
        .unwrap();
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let tree = String::from_utf8(tree.stdout).unwrap();
    let packages: BTreeSet<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(packages.contains("augenhoehe-app") && packages.contains("wasm-bindgen"), "{packages:?}");
    let heavy = ["fluent", "chrono", "pulldown-cmark", "ammonia", "sqlx", "tokio", "axum", "argon2", "fsrs", "tantivy"];
    for package in packages {
        let is_heavy = heavy.iter().any(|name| package == *name || package.starts_with(&format!("{name}-")));
        assert!(!is_heavy, "browsers would load {package}: cargo tree -p augenhoehe-browser -i {package}");
    }
}

#[test]
fn every_server_function_has_a_url_of_its_own_making() {
    for path in files("app/src", ".rs") {
        for (number, line) in
            (1..).zip(read(&path).lines()).filter(|(_, line)| line.trim_start().starts_with("#[server"))
        {
            let is_default = line.contains("#[server(default)]");
            assert!(
                is_default || (line.contains("prefix = \"/api\"") && line.contains("endpoint = ")),
                "{}:{number}: hashed URLs differ between build hosts",
                path.display()
            );
        }
    }
}

#[test]
fn styles_stand_in_style_alone() {
    for path in files("app/src", ".rs") {
        let text = read(&path);
        assert!(!text.contains(" style=") && !text.contains("<style"), "{} has an inline style", path.display());
    }
}
