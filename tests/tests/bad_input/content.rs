//! A content folder with faults: all of them at once, with file and line, and no start.

use std::{fs, path::Path};

use augenhoehe_tests::{copy_content, run, run_unread};

/// What is spoiled, each in a file of its own: file, text there, text instead.
const FAULTS: [(&str, &str, &str); 10] = [
    ("paths.toml", "modules = [", "modules = [\"nonsense\", "),
    ("modules/difficult-customers/module.toml", "competencies = [", "competencies = [\"nonsense\", "),
    ("modules/difficult-customers/lessons/10-reading-escalation.de.md", "+++", "+++\nnonsense = 1"),
    ("modules/difficult-customers/lessons/20-own-pulse.de.md", "+++", "+++\nnonsense = 1"),
    ("modules/difficult-customers/lessons/30-acknowledging.en.md", "+++", "+++\nnonsense = 1"),
    ("modules/difficult-customers/lessons/40-boundaries.en.md", "+++", "+++\nnonsense = 1"),
    ("modules/difficult-customers/cards.de.md", "{#anger", "{anger"),
    ("modules/difficult-customers/drills/cold-soup.de.md", "](#", "](#nowhere-"),
    ("modules/difficult-customers/drills/parcel-at-the-door.en.md", "kind = \"dialogue\"", "kind = \"quiz\""),
    ("modules/appreciative-communication/drills/winter-coat.de.md", "trust = 2", "trust = 99"),
];

#[test]
fn ten_faults_are_ten_lines_and_stop_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let content = copy_content(folder.path());
    for (file, from, to) in &FAULTS {
        spoil(&content.join(file), from, to);
    }
    let output = run(&["check-content", content.to_str().unwrap()], &[]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(!output.status.success(), "{said}");
    for (file, ..) in &FAULTS {
        let has_line = |line: &str| {
            let rest = line.trim_start().strip_prefix(file).and_then(|rest| rest.strip_prefix(':'));
            rest.is_some_and(|rest| rest.starts_with(|digit: char| digit.is_ascii_digit()))
        };
        assert!(said.lines().any(has_line), "{file} is not named with a line:\n{said}");
    }
    assert!(said.lines().count() >= 10, "{said}");

    let database = format!("sqlite://{}", folder.path().join("a.db").display());
    let content = content.to_str().unwrap();
    let output = run(&["--listen", "127.0.0.1:0", "--database-url", &database, "--content-dir", content, "serve"], &[]);
    assert!(!output.status.success());
    assert!(String::from_utf8(output.stderr).unwrap().contains("cold-soup.de.md:"));
}

fn spoil(file: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(file).unwrap();
    assert!(text.contains(from), "{} does not hold {from:?}", file.display());
    fs::write(file, text.replacen(from, to, 1)).unwrap();
}

#[test]
fn what_is_built_in_has_no_faults() {
    let output = run(&["check-content"], &[]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && said.contains("no faults"), "{said}");
}

/// `make content-report | head`
#[test]
fn a_reader_who_has_seen_enough_is_no_fault() {
    for verb in ["content-report", "check-content"] {
        let output = run_unread(&[verb]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success() && said.is_empty(), "{verb}: {said}");
    }
}
