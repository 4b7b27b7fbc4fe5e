//! No input makes the reader panic.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::fixture::Content;
use crate::library::{Fault, read};

/// What authors mistype, and what Markdown and TOML stumble over.
const SCRAPS: [&str; 43] = [
    "+++",
    "+++\n",
    "---\n",
    "\n---\n",
    "```",
    "```check x\n",
    "```reflection\n",
    "~~~",
    "> ",
    ">>>>>>>>",
    "- ",
    "- [x] ",
    "- [ ] ",
    "[a](#one)",
    "(#",
    "](",
    "{#one}",
    "{#",
    " .ending",
    "## x {#poor}\n",
    "{#intentions}",
    ", dann ",
    "`",
    "`trust+9",
    "`otherwise`",
    "trust>=",
    "{de: a | ch: b}",
    "{de: ",
    " | ch: ",
    "ß",
    "&szlig;",
    "<b>",
    "<!--",
    "![",
    "\n",
    "\n\n",
    "    ",
    "\t",
    "\r",
    "\0",
    "\u{feff}",
    "= [[",
    "99999999999999999999",
];

/// Replaces a range of bytes of one file.
#[derive(Clone, Debug)]
struct Mutation {
    file: Index,
    at: Index,
    length: usize,
    with: Vec<u8>,
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let with = prop_oneof![
        4 => select(SCRAPS.as_slice()).prop_map(|scrap| scrap.as_bytes().to_vec()),
        1 => vec(any::<u8>(), 0..6),
        1 => "\\PC{0,6}".prop_map(String::into_bytes),
    ];
    (any::<Index>(), any::<Index>(), 0..30_usize, with).prop_map(|(file, at, length, with)| Mutation {
        file,
        at,
        length,
        with,
    })
}

fn mutate(content: &mut Content, mutation: Mutation) {
    let count = content.0.len();
    let Some(bytes) = content.0.values_mut().nth(mutation.file.index(count)) else { return };
    let start = mutation.at.index(bytes.len() + 1);
    let end = bytes.len().min(start + mutation.length);
    bytes.splice(start..end, mutation.with);
}

/// Faults are sorted, point into their files and say something.
fn are_sound(content: &Content, faults: &[Fault]) -> bool {
    let is_sound = |fault: &Fault| {
        let lines = 2 + content.text(&fault.path).matches(['\n', '\r']).count();
        (1..=lines).contains(&fault.line) && !fault.message.is_empty()
    };
    faults.is_sorted() && faults.iter().all(is_sound)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn spoiled_files(mutations in vec(mutation(), 1..6)) {
        let mut content = Content::valid();
        mutations.into_iter().for_each(|mutation| mutate(&mut content, mutation));
        prop_assert!(are_sound(&content, &content.faults()));
    }

    #[test]
    fn files_cut_short(file in any::<Index>(), at in any::<Index>()) {
        let mut content = Content::valid();
        let count = content.0.len();
        if let Some(bytes) = content.0.values_mut().nth(file.index(count)) {
            bytes.truncate(at.index(bytes.len() + 1));
        }
        prop_assert!(are_sound(&content, &content.faults()));
    }

    #[test]
    fn random_bytes(file in any::<Index>(), bytes in vec(any::<u8>(), 0..300)) {
        let mut content = Content::valid();
        let count = content.0.len();
        if let Some(old) = content.0.values_mut().nth(file.index(count)) {
            *old = bytes;
        }
        prop_assert!(are_sound(&content, &content.faults()));
    }

    #[test]
    fn any_names_of_files(names in vec("(modules/)?[a-z0-9./-]{0,12}(lessons/|drills/)?\\PC{0,6}(\\.de\\.md|\\.toml)?", 0..6)) {
        let content = names.iter().fold(Content::valid(), |content, name| content.put(name, "x"));
        prop_assert!(are_sound(&content, &content.faults()));
    }
}

#[test]
fn deep_nesting_is_a_fault_and_no_overflow() {
    for deep in [">".repeat(20_000), "- ".repeat(5_000), "*a ".repeat(5_000), "[".repeat(20_000)] {
        let content = Content::valid().change(super::fixture::LESSON, "Frau Weiß grüßt", &deep);
        read(&content.files()).ok();
        let content = Content::valid().change(super::fixture::DRILL, "> Und jetzt?", &deep);
        read(&content.files()).ok();
        for place in ["Herr Groß fragt", "> Das geht", "- Sagt, was geht.", "> Leider nein."] {
            read(&Content::valid().change(super::fixture::PHRASE, place, &deep).files()).ok();
        }
    }
    let toml = format!("order = {}", "[".repeat(20_000));
    assert!(!Content::valid().put(super::fixture::MODULE, toml).faults().is_empty());
}
