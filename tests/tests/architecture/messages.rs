//! Every message that is asked for exists, and every message is asked for somewhere.

use std::collections::BTreeSet;

use app::language::{Language, Locale};
use augenhoehe_tests::{files, read};

/// All texts in double quotes of the program's sources.
fn literals() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for path in files("app/src", ".rs").into_iter().chain(files("server/src", ".rs")) {
        let text = read(path);
        // Comments may hold a single quotation mark; code lines hold them in pairs.
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            found.extend(line.split('"').skip(1).step_by(2).map(str::to_owned));
        }
    }
    found
}

/// The keys of all message files, and the text of the German ones (they may refer to each other).
fn keys() -> (BTreeSet<String>, String) {
    let texts: String = files("app/src/language/de", ".ftl").iter().map(read).collect();
    let is_key = |line: &&str| line.starts_with(|first: char| first.is_ascii_lowercase());
    let keys = texts.lines().filter(is_key).filter_map(|line| line.split_once(" =")).map(|(key, _)| key.to_owned());
    (keys.collect(), texts)
}

/// What the labels of two fields end in that `Form::bilingual` makes of one.
const LANGUAGES: [&str; 2] = ["-de", "-en"];

/// Whether a literal is this key, the label of two fields whose key this is, or a pattern (`data-{}-kept`) that can make it.
fn makes(literal: &str, key: &str) -> bool {
    let Some((first, rest)) = literal.split_once('{') else {
        return key.strip_prefix(literal).is_some_and(|rest| rest.is_empty() || LANGUAGES.contains(&rest));
    };
    let is_pattern = !first.is_empty() && first.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let last = rest.rsplit('}').next().unwrap_or_default();
    is_pattern && key.len() >= first.len() + last.len() && key.starts_with(first) && key.ends_with(last)
}

#[test]
fn every_message_is_asked_for_somewhere() {
    let (literals, (keys, texts)) = (literals(), keys());
    let is_used =
        |key: &&String| literals.iter().any(|literal| makes(literal, key)) || texts.contains(&format!("{{ {key} }}"));
    let unused: Vec<&String> = keys.iter().filter(|key| !is_used(key)).collect();
    assert!(keys.len() > 100 && unused.is_empty(), "nobody asks for {unused:#?}");
}

#[test]
fn every_message_that_is_asked_for_exists() {
    let t = Language { locale: Locale::De };
    let mut missing = Vec::new();
    for path in files("app/src", ".rs") {
        let text = read(&path);
        for asks in ["t.t(\"", "t.with(\"", ".t.t(\"", "label: \"", "hint: Some(\""] {
            let asked = text.split(asks).skip(1).filter_map(|rest| rest.split('"').next());
            let is_known = |key: &str| t.knows(key) || LANGUAGES.iter().all(|end| t.knows(&format!("{key}{end}")));
            let unknown = asked.filter(|key| !is_known(key)).map(|key| format!("{}: {key:?}", path.display()));
            missing.extend(unknown);
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}
