//! Faults of competencies, ideas, paths and modules.

use super::fixture::{Content, LESSON, LESSON_EN, MODULE};

#[test]
fn toml_must_be_well_formed_and_known() {
    Content::valid().change(MODULE, "order = 1", "order = = 1").has_in_line(MODULE, 1, "The TOML is wrong");
    Content::valid().change(MODULE, "minutes = 20", "minutes = 20\nhours = 1").has(
        MODULE,
        "hours",
        "unknown field `hours`",
    );
    Content::valid().change(MODULE, "order = 1\n", "").has_in_line(MODULE, 1, "missing field `order`");
    Content::valid().change(MODULE, "\"everyone\"", "\"nobody\"").has(MODULE, "nobody", "unknown variant `nobody`");
    Content::valid().change(MODULE, "minutes = 20", "minutes = 0").has(MODULE, "minutes", "must be 3 to 240");
    Content::valid().change(MODULE, "de = \"Zuhören\"", "de = \" \"").has(MODULE, "de = \" \"", "A text is empty");
    Content::valid().change(MODULE, "de = [\"Jemand klagt.\"]", "de = []").has(
        MODULE,
        "situations",
        "0 situations in German",
    );
    Content::valid().change("competencies.toml", "[[competency]]", "[[skill]]").has_in_line(
        "competencies.toml",
        1,
        "Only [[competency]]",
    );
    Content::valid().put("paths.toml", "").has_in_line("paths.toml", 1, "lists nothing");
}

#[test]
fn a_fault_in_one_entry_does_not_hide_the_next() {
    let content = Content::valid().change("ideas.toml", "id = \"S1.2\"", "no = \"S1.2\"").change(
        "ideas.toml",
        "id = \"S1.4\"",
        "id = \"S9.4\"",
    );
    content.has("ideas.toml", "no = \"S1.2\"", "unknown field `no`");
    content.has("ideas.toml", "id = \"S9.4\"", "no idea \"S9.4\"");
    content.has_in_line("ideas.toml", 1, "The idea S1.4 is not listed.");
}

#[test]
fn competencies_are_known_wherever_they_are_named() {
    Content::valid().change("competencies.toml", "\"speed\"", "\"appreciation\"").has_in_line(
        "competencies.toml",
        7,
        "used twice",
    );
    Content::valid().change("competencies.toml", "\"speed\"", "\"Speed\"").has_in_line(
        "competencies.toml",
        7,
        "not a valid id",
    );
    Content::valid().change(MODULE, "[\"appreciation\"]", "[\"haste\"]").has_only(
        MODULE,
        "haste",
        "no competency \"haste\"",
    );
    Content::valid().change(MODULE, "[\"appreciation\"]", "[]").has_only(
        MODULE,
        "competencies",
        "at least one competency",
    );
    let twice = "[\"appreciation\", \"appreciation\"]";
    Content::valid().change(MODULE, "[\"appreciation\"]", twice).has_only(MODULE, twice, "named twice");
}

#[test]
fn modules_stand_in_order() {
    let text = Content::valid().text(MODULE);
    let lesson = Content::valid().text(LESSON);
    let second = "modules/thanking/module.toml";
    Content::valid()
        .put(second, text)
        .put(&LESSON.replace("listening", "thanking"), lesson.as_str())
        .put(&LESSON_EN.replace("listening", "thanking"), lesson.as_str())
        .change("paths.toml", "to_come = [\"thanking\"]", "")
        .has_only(second, "order", "\"listening\" has the order 1 as well");
}

#[test]
fn each_idea_is_listed_once_and_taught_or_to_come() {
    let ideas = "ideas.toml";
    Content::valid().change(ideas, "\"S1.3\"", "\"S1.2\"").has_in_line(ideas, 12, "listed twice");
    Content::valid().change(ideas, "\"S5.13\"", "\"S1.2\"").has_in_line(ideas, 1, "The idea S5.13 is not listed");
    Content::valid().change(ideas, "to_come = true", "").has(ideas, "id = \"S1.2\"", "needs either taught_in");
    Content::valid().change(ideas, "to_come = true", "taught_in = []").has(
        ideas,
        "id = \"S1.2\"",
        "needs either taught_in",
    );
    let both = "taught_in = [\"listening/cards\"]\nto_come = true";
    Content::valid().change(ideas, "to_come = true", both).has(ideas, "id = \"S1.2\"", "needs either taught_in");
    for place in ["listening/10-first", "listening", "thanking/cards", "listening/second"] {
        Content::valid().change(ideas, "listening/soup", place).has_only(ideas, "taught_in", "does not exist");
    }
}

#[test]
fn paths_name_modules() {
    let paths = "paths.toml";
    Content::valid().change(paths, "[\"listening\"]", "[\"speaking\"]").has_only(
        paths,
        "speaking",
        "no module \"speaking\"",
    );
    Content::valid().change(paths, "[\"thanking\"]", "[\"listening\"]").has(paths, "to_come", "no longer to come");
    Content::valid().change(paths, "[\"listening\"]", "[\"listening\", \"listening\"]").has_only(
        paths,
        "modules",
        "stands twice",
    );
    Content::valid().change(paths, "\"start\"", "\"1\"").has_only(paths, "id", "not a valid id");
}
