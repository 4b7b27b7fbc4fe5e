//! Faults of files: their names, their pairs, what they are made of.

use super::fixture::{CARDS, CARDS_EN, Content, DRILL, DRILL_EN, LESSON, LESSON_EN, MODULE};

#[test]
fn text_must_be_text() {
    Content::valid().put(CARDS, b"+++\n+++\n\xff".to_vec()).has_in_line(CARDS, 3, "not UTF-8");
    for (sign, name) in [('\0', "U+0000"), ('\u{e000}', "U+E000"), ('\u{f8ff}', "U+F8FF")] {
        let spoiled = format!("Da{sign}nach:");
        Content::valid().change(LESSON, "Danach:", &spoiled).has(LESSON, &spoiled, name);
    }
    Content::valid().change(LESSON, "Danach:", "&#xE100;").has(LESSON, "&#xE100;", "U+E100");
    let spoiled = r"Da\u0000nach";
    Content::valid().change(LESSON, "Großes Hören", spoiled).has_only(LESSON, spoiled, "U+0000");
    for place in ["Zuhören", "Listen first.", "Jemand klagt."] {
        Content::valid().change(MODULE, place, spoiled).has_only(MODULE, spoiled, "U+0000");
    }
    let term = r#"[[term]]
id = "price"
de = { term = "Preis", text = "Was es kostet." }
en = { term = "price", forms = ["prices"], text = "What it costs." }
"#;
    for place in ["Preis", "Was es kostet.", "prices", "What it costs."] {
        let content = Content::valid().put("glossary.toml", term).change("glossary.toml", place, r"\uE000");
        content.has("glossary.toml", r"\uE000", "U+E000");
    }
    assert_eq!(Content::valid().change(LESSON, "Danach:", "Danach: 😀 \u{f900}").faults(), []);
}

#[test]
fn every_file_has_its_place() {
    for path in
        ["notes.md", "modules/x.md", "modules/listening/drills/soup.fr.md", "modules/listening/lessons/deep/a.de.md"]
    {
        Content::valid().put(path, "x").has_in_line(path, 1, "");
    }
    let path = "modules/listening/lessons/first.de.md";
    Content::valid().put(path, "x").has_in_line(path, 1, "named by its number");
    let path = "modules/listening/drills/Soup.de.md";
    Content::valid().put(path, "x").has_in_line(path, 1, "not a valid id");
    let path = "modules/Thanking/module.toml";
    Content::valid().put(path, "x").has_in_line(path, 1, "not a valid id");
    assert!(Content::valid().put("modules/.DS_Store", "x").faults().is_empty());
}

#[test]
fn nothing_is_missing() {
    for path in ["competencies.toml", "ideas.toml", "paths.toml", MODULE] {
        Content::valid().without(path).has_in_line(path, 1, "The file is missing.");
    }
    for (path, left) in [(CARDS_EN, CARDS), (DRILL_EN, DRILL), (LESSON_EN, LESSON)] {
        Content::valid().without(path).has_in_line(left, 1, "English translation (.en.md) is missing");
        Content::valid().without(left).has_in_line(path, 1, "German original (.de.md) is missing");
    }
    Content::valid().without(LESSON).without(LESSON_EN).has_in_line(MODULE, 1, "no lesson");
}

#[test]
fn ids_and_numbers_are_used_once() {
    let second = "modules/listening/lessons/20-first.de.md";
    let text = Content::valid().text(LESSON);
    Content::valid().put(second, text.as_str()).has_in_line(second, 1, "stands for something else");
    let second = "modules/listening/lessons/20-soup.de.md";
    Content::valid().put(second, text.as_str()).has_in_line(second, 1, "stands for something else");
    let second = "modules/listening/lessons/10-second.de.md";
    Content::valid().put(second, text.as_str()).has_in_line(second, 1, "has the number 10");
    Content::valid().change_both(CARDS, "{#helping}", "{#hearing}").has(CARDS, "## Was hilft", "used twice");
}

#[test]
fn both_languages_agree() {
    let differs = |path: &str, from: &str, to: &str, message: &str| {
        Content::valid().change(path, from, to).has(path, to, message);
    };
    differs(LESSON_EN, "[x] „Ja.“", "[ ] „Ja.“", "a wrong option, but the German file has a right option");
    differs(LESSON_EN, "check first-sentence", "check second-sentence", "the check second-sentence");
    differs(LESSON_EN, "## Was du", "### Was du", "a heading (h3)");
    differs(
        DRILL_EN,
        "(#outcome) `trust-2`",
        "(#outcome) `trust-1`",
        "the German file has a choice to outcome (trust-2 tension+0)",
    );
    differs(DRILL_EN, "`trust+1 speed`", "`trust+1 appreciation`", "trust+1 tension+0 speed");
    differs(DRILL_EN, "`trust>=2`", "`trust>=1`", "a branch `trust>=1` to polite");
    differs(
        DRILL_EN,
        "{#polite .ending .mixed",
        "{#polite .ending .good",
        "the German file has the mixed ending {#polite}",
    );
    Content::valid().change(CARDS_EN, "`speed`", "`appreciation`").has(
        CARDS_EN,
        "## Was hilft",
        "card helping (appreciation)",
    );
    Content::valid().change(LESSON_EN, "minutes = 4", "minutes = 5").has_in_line(LESSON_EN, 1, "Here stands 5 minutes");
    Content::valid().change(DRILL_EN, "trust = 2", "trust = 3").has_in_line(DRILL_EN, 1, "trust 3 and tension 4");
    Content::valid().change(LESSON_EN, "Danach:", "Danach:\n\n---").has(LESSON_EN, "```reflection", "a step");
    let card = "\n## Was hilft? {#helping}\n\nEine Zeit nennen.\n\n`speed`\n";
    Content::valid().change(CARDS_EN, card, "").has(
        CARDS_EN,
        "## Was heißt",
        "The German file goes on with the card helping",
    );
    Content::valid().change(CARDS, card, "").has(
        CARDS_EN,
        "## Was hilft",
        "The German file ends before the card helping",
    );
}

#[test]
fn every_fault_is_told_at_once_and_in_order() {
    let content = Content::valid()
        .change(LESSON, "minutes = 4", "minutes = 9")
        .change(DRILL, "restaurant", "moon")
        .change(CARDS, "`speed`", "`haste`")
        .change(MODULE, "order = 1", "order = \"one\"");
    let places: Vec<_> = content.faults().into_iter().map(|fault| (fault.path, fault.line)).collect();
    for place in [(CARDS, 15), (DRILL, 4), (LESSON, 3), (MODULE, 1)] {
        assert!(places.contains(&(place.0.to_owned(), place.1)), "{place:?} is not in {places:?}");
    }
    assert!(content.faults().is_sorted());
    let fault = &Content::valid().change_both(LESSON, "minutes = 4", "minutes = 9").faults()[0];
    assert_eq!(fault.to_string(), format!("{LESSON}:3: The minutes of a lesson must be 3 to 5, not 9."));
}
