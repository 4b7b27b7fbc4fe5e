//! Faults of field practices.

use super::fixture::{Content, FIELD, FIELD_EN};

#[track_caller]
fn spoiled(from: &str, to: &str, place: &str, message: &str) {
    Content::valid().change_both(FIELD, from, to).has_only(FIELD, place, message);
}

#[test]
fn a_field_practice_has_no_setting() {
    spoiled("minutes = 2", "minutes = 2\nsetting = \"shop\"", "setting", "unknown field `setting`");
    spoiled("minutes = 2", "minutes = 11", "minutes", "1 to 10, not 11");
}

#[test]
fn it_says_what_to_try() {
    spoiled("Hör erst zu.\n", "", "## Wenn", "1 to 2 paragraphs open a field practice; here are 0");
    spoiled("Hör erst zu.", "Hör.\n\nErst.\n\nZu.", "Hör.", "here are 3");
    spoiled("Hör erst zu.", "Hör zu.\n\n> Ja?", "> Ja?", "Paragraphs alone");
    let content = Content::valid().change(FIELD, "{#intentions}", "{#plans}");
    content.has(FIELD, "## Wenn", "no part {#plans} here; there are: {#intentions}");
    content.has(FIELD, "Hör erst", "The part {#intentions} is missing");
    spoiled("{#intentions}\n", "{#intentions}\n\nNimm eine.\n", "## Wenn", "a list of intentions and nothing else");
}

#[test]
fn intentions_are_whole() {
    let second = "- Wenn es laut wird, dann atme ich aus.\n";
    let with = |text: &str| Content::valid().change(FIELD, second, text);
    with("").has(FIELD, "## Wenn", "2 to 4 intentions, not 1");
    with(&second.repeat(4)).has(FIELD, "## Wenn", "2 to 4 intentions, not 5");
    for wrong in [
        "- Falls es laut wird, dann atme ich.\n",
        "- Wenn es laut wird, atme ich.\n",
        "- When it is loud, then I breathe.\n",
    ] {
        with(wrong).has_only(FIELD, wrong, "An intention is written \"Wenn …, dann …\"");
    }
    let english = Content::valid().change(FIELD_EN, "klagt, then I ", "klagt, I ");
    english.has_only(FIELD_EN, "- When jemand", "An intention is written \"When …, then I …\"");
}

#[test]
fn both_languages_offer_as_many() {
    let second = "- When es laut wird, then I atme ich aus.\n";
    let more = Content::valid().change(FIELD_EN, second, &second.repeat(2));
    more.has_in_line(FIELD_EN, 14, "The German file ends before an intention");
}
