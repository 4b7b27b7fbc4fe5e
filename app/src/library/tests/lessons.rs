//! Faults of lessons, checks, reflections, cards, and of any text.

use super::fixture::{CARDS, Content, LESSON, LESSON_EN};

/// One change in both files of the lesson, and the fault that follows from it.
#[track_caller]
fn spoiled(from: &str, to: &str, place: &str, message: &str) {
    Content::valid().change_both(LESSON, from, to).has_only(LESSON, place, message);
}

#[test]
fn front_matter_is_complete() {
    Content::valid().change(LESSON, "+++\n", "").has_in_line(LESSON, 1, "must begin with front matter");
    Content::valid().change(LESSON, "+++\n\n", "\n").has_in_line(LESSON, 1, "must begin with front matter");
    spoiled("title = ", "titel = ", "titel", "unknown field `titel`");
    spoiled("minutes = 4\n", "", "title", "missing field `minutes`");
    spoiled("minutes = 4", "minutes = 6", "minutes", "3 to 5, not 6");
    spoiled("minutes = 4", "minutes = -4", "minutes", "The TOML is wrong");
    spoiled("[\"appreciation\"]", "[\"haste\"]", "haste", "no competency \"haste\"");
    spoiled("[\"Frau Weiß\"]", "[\"\"]", "names", "A name is empty");
}

#[test]
fn a_lesson_has_steps() {
    spoiled("\n---\n", "\n", "Frau Weiß grüßt", "2 to 10 steps, this one has 1");
    spoiled("\n---\n", &"\n---\n\nx\n".repeat(10), "Frau Weiß grüßt", "2 to 10 steps, this one has 11");
    spoiled("\n---\n", "\n---\n\n---\n", "---", "A step is empty");
    spoiled("Wann zuletzt?\n```\n", "Wann zuletzt?\n```\n\n***\n", "***", "A step is empty");
}

#[test]
fn a_check_is_complete() {
    let check = "```check first-sentence";
    spoiled("[x]", "[ ]", check, "no right answer");
    spoiled("\n  Das weist ab.\n", "", "- [ ]", "The option has no explanation");
    spoiled("- [ ] „Nein.“\n\n  Das weist ab.\n\n", "", check, "2 to 4 options, this one has 1");
    spoiled("- [ ] „Nein.“", &format!("{}- [ ] „Nein.“", "- [ ] a\n\n  b\n\n".repeat(3)), check, "this one has 5");
    spoiled("- [ ] „Nein.“", "- „Nein.“", "- „Nein.“", "begins with [ ]");
    spoiled("Was sagst du\nzuerst?", "", check, "The check asks nothing");
    spoiled("  Das hört zu.", "  Das hört zu.\n\nGenau.", "Genau.", "Nothing can follow the options");
    spoiled("Wann zuletzt?\n```\n", "Wann zuletzt?\n", "```reflection", "not closed");
    spoiled("Wann zuletzt?", "", "```reflection", "asks nothing");
}

#[test]
fn questions_have_ids() {
    for wrong in ["check", "check a b", "Check a", "checks a", "check: a", "reflexion a", "reflection"] {
        spoiled("check first-sentence", wrong, &format!("```{wrong}"), "is not understood here");
    }
    spoiled("check first-sentence", "check First", "```check", "\"First\" is not a valid id");
    spoiled("reflection last-time", "reflection first-sentence", "```reflection", "used twice");
    let quoted = "> ```reflection other\n> x\n> ```\n\nDanach:";
    spoiled("Danach:", quoted, "> ```reflection", "outside of lists and quotes");
}

#[test]
fn texts_hold_what_is_allowed() {
    for (text, message) in [
        ("<b>fett</b>", "Raw HTML"),
        ("<div>\n</div>", "Raw HTML"),
        ("![Bild](https://a.ch/b.png)", "Images"),
        ("# Titel", "begin headings with ##"),
        ("[a](http://a.ch)", "leads nowhere"),
        ("[a](javascript:alert)", "leads nowhere"),
        ("[a](//a.ch)", "leads nowhere"),
        ("[a](../cards.de.md)", "leads nowhere"),
        ("[a](/modules/speaking)", "there is no such page"),
        ("[a](/our-values/worksheet)", "there is no such page"),
        ("[a](/admin/decision-cards)", "there is no such page"),
        ("[a](/modules/listening/lessons/second)", "there is no such page"),
        ("[a](/modules/listening/cards)", "there is no such page"),
        ("[a][b]\n\n[b]: https://a.ch", "Write the link's target in its place"),
        ("{de: a}", "A Swiss difference is written"),
        ("Stra&szlig;e", "An ß is left"),
        ("> > > > > > > > > > > > > > > > > > > > tief", "nested too deeply"),
    ] {
        Content::valid().change_both(LESSON, "Danach:", text).has(
            LESSON,
            text.lines().last().filter(|l| l.starts_with('[')).unwrap_or(text),
            message,
        );
    }
    spoiled("Danach:", "Danach:\n\n    Code", "    Code", "indented too far");
    spoiled("Danach:", "Danach:\n---", "Danach:\n---", "makes a heading");
    for text in [
        "[a](https://a.ch/straße)",
        "[a](/modules/listening/lessons/first)",
        "[a](/help), [b](/decision-card), [c](/our-values) und [d](/glossary)",
        "`<b>`",
        "```\n<b>\n```",
        "| a |\n| - |\n| {de: b | ch: c} |",
    ] {
        let faults = Content::valid().change_both(LESSON, "Danach:", text).faults();
        assert!(faults.is_empty(), "{faults:?}");
    }
}

#[test]
fn authors_are_told_of_every_page_that_a_text_may_link_to() {
    let spoiled = Content::valid().change_both(LESSON, "Danach:", "[a](help)");
    let fault = spoiled.faults().remove(0).message;
    let (_, pages) = fault.split_once("or name one of: ").unwrap();
    assert_eq!(pages, "/help, /decision-card, /our-values, /glossary.");
    let readme = Content::curriculum().unwrap().text("README.md");
    let links = readme.split("\n## ").find(|part| part.starts_with("Links\n")).unwrap();
    for page in pages.trim_end_matches('.').split(", ") {
        assert!(links.contains(&format!("]({page})`")), "{page}: {links}");
        assert!(Content::valid().change_both(LESSON, "Danach:", &format!("[a]({page})")).faults().is_empty());
    }
}

#[test]
fn faults_inside_a_check_name_their_own_line() {
    Content::valid().change(LESSON, "Das hört zu.", "Das hört zu.\n  Und <b>wie</b>.").has(
        LESSON,
        "  Und <b>",
        "Raw HTML",
    );
    Content::valid().change(LESSON_EN, "zuerst?", "zuerst? {de: x}").has_in_line(LESSON_EN, 18, "A Swiss difference");
}

#[test]
fn a_card_is_complete() {
    let spoiled = |from: &str, to: &str, place: &str, message: &str| {
        Content::valid().change_both(CARDS, from, to).has(CARDS, place, message);
    };
    spoiled("\n`speed`\n", "", "## Was hilft", "ends with its competency");
    spoiled("`speed`", "`haste`", "`haste`", "no competency \"haste\"");
    spoiled("Eine Zeit nennen.\n", "", "## Was hilft", "The card has no answer");
    spoiled(" {#helping}", "", "## Was hilft", "needs an id");
    spoiled("## Was hilft", "### Was hilft", "### Was hilft", "begins with ##");
    spoiled("{#helping}", "{#Helping}", "## Was hilft", "not a valid id");
    spoiled("## Was hilft? {", "## {", "## {#helping", "A text is empty");
    spoiled("## Was heißt", "Vorab.\n\n## Was heißt", "Vorab", "never shown");
    Content::valid().put(CARDS, "+++\n+++\n").has_in_line(CARDS, 3, "There is no card");
}
