//! Faults of phrase drills and open drills.

use super::fixture::{Content, OPEN, OPEN_EN, PHRASE, PHRASE_EN};

/// One change in both files of the phrase drill, and the only fault that follows from it.
#[track_caller]
fn spoiled(from: &str, to: &str, place: &str, message: &str) {
    Content::valid().change_both(PHRASE, from, to).has_only(PHRASE, place, message);
}

/// As above, where more than one fault follows.
#[track_caller]
fn spoiled_more(from: &str, to: &str, place: &str, message: &str) {
    Content::valid().change_both(PHRASE, from, to).has(PHRASE, place, message);
}

#[test]
fn front_matter_is_known() {
    spoiled("\"hotline\"", "\"moon\"", "setting", "The setting \"moon\" is not one of");
    spoiled_more("setting = \"hotline\"\n", "", "kind", "missing field `setting`");
    spoiled("minutes = 3", "minutes = 0", "minutes", "1 to 10, not 0");
    spoiled("minutes = 3", "minutes = 3\ntrust = 3", "trust", "unknown field `trust`");
    spoiled("[\"appreciation\", \"speed\"]", "[\"haste\"]", "haste", "no competency \"haste\"");
    spoiled("[\"appreciation\", \"speed\"]", "[]", "competencies", "at least one competency");
    let message = "unknown variant `wallet`, expected `decision-card`";
    spoiled("minutes = 3", "minutes = 3\nat_hand = \"wallet\"", "at_hand", message);
}

#[test]
fn the_first_part_leads_to_a_sentence() {
    let prompt = "Herr Groß fragt nach seinem großen Paket.\n\nDu weißt, wo es ist.\n";
    spoiled(prompt, "", "> Das geht", "1 to 2 paragraphs open a phrase drill; here are 0");
    spoiled("Du weißt, wo es ist.\n", "Du weißt.\n\nWo.\n", "Herr Groß fragt", "here are 3");
    spoiled("Du weißt, wo es ist.\n", "- Du weißt.\n", "- Du weißt.", "Paragraphs alone open a phrase drill");
    spoiled("> Das geht **nicht**.\n", "", "Herr Groß fragt", "stands what is said: a quote");
    spoiled("> Das geht **nicht**.\n", ">\n", ">\n", "The quote is empty");
    spoiled("> Das geht **nicht**.\n", "> Nein.\n\nUnd nun?\n", "Und nun?", "follows the quote at once");
    let open = Content::valid().change_both(OPEN, "Es ist spät.\n\n", "");
    open.has_only(OPEN, "Eine Frau", "2 to 4 paragraphs open an open drill; here are 1");
}

#[test]
fn parts_are_named_and_in_order() {
    let known = "no part {#best} here; there are: {#criteria}, {#poor}, {#good}";
    spoiled_more("{#good}", "{#best}", "## Besser", known);
    spoiled(
        "\n## Besser {#good}\n\n> Morgen um zehn ist es da.\n\nEr kann planen.\n",
        "",
        "Herr Groß fragt",
        "part {#good} is missing",
    );
    spoiled_more("{#good}", "", "## Besser", "needs an id");
    spoiled_more("{#good}", "{#poor}", "## Besser", "used twice");
    spoiled_more("## Besser", "### Besser", "### Besser", "begins with ##");
    spoiled("{#good}", "{#good .ending}", "## Besser", "an id and no class");
    spoiled_more("## Besser {#good}", "## {#good}", "## {#good}", "A text is empty");
    let (poor, good) = ("## Eher nicht {#poor}", "## Besser {#good}");
    let turned = Content::valid()
        .change_both(PHRASE, good, "## x")
        .change_both(PHRASE, poor, good)
        .change_both(PHRASE, "## x", poor);
    turned.has_only(PHRASE, "Herr Groß fragt", "stand in this order: {#criteria}, {#poor}, {#good}");
    let extra = Content::valid().change_both(PHRASE, poor, "## Mehr {#more}\n\n> a\n\nb\n\n## Eher nicht {#poor}");
    extra.has_only(PHRASE, "## Mehr", "no part {#more}");
}

#[test]
fn criteria_are_counted_and_short() {
    let heading = "## Worauf es ankommt";
    spoiled("- Sagt, was geht.\n", "", heading, "exactly 3 criteria, not 2");
    spoiled("- Sagt, was geht.\n", "- Sagt.\n- Geht.\n", heading, "exactly 3 criteria, not 4");
    spoiled("- Sagt, was geht.", "-", "-\n", "A text is empty");
    spoiled("- Sagt, was geht.\n", "- Sagt, was geht.\n\n  Und mehr.\n\n", "- Sagt", "nothing stands below it");
    spoiled("- Sagt, was geht.\n", "- Sagt:\n  - was geht.\n", "- Sagt", "nothing stands below it");
    spoiled(
        "- Klingt *nach dir*.",
        "- Klingt *nach dir*.\n\nNach dir.",
        heading,
        "a list of criteria and nothing else",
    );
    let list = "- Sagt, was geht.\n- Nennt eine Zeit\n  oder einen Ort.\n- Klingt *nach dir*.\n";
    spoiled(list, "", heading, "a list of criteria and nothing else");
    spoiled(list, "Sagt, was geht.\n", heading, "a list of criteria and nothing else");
    for (from, to, count) in [("- Grüßt.\n- Fragt.\n", "", 2), ("- Fragt.\n", "- Fragt.\n- Hört.\n- Hilft.\n", 6)] {
        let open = Content::valid().change_both(OPEN, from, to);
        open.has_only(OPEN, heading, &format!("3 to 5 criteria, not {count}"));
    }
}

#[test]
fn a_model_says_something_and_tells_why() {
    spoiled_more("> Leider nein.\n", "", "## Eher nicht", "The model has no words");
    spoiled("> Leider nein.", ">", ">\n\nEr erfährt", "The quote is empty");
    spoiled("> Leider nein.", "Er seufzt.\n\n> Leider nein.", "Er seufzt.", "A model begins with what is said");
    spoiled("\nEr kann planen.\n", "", "## Besser", "does not tell what it does");
    spoiled("Er kann planen.", "Er <b>kann</b> planen.", "Er <b>", "Raw HTML");
}

#[test]
fn both_languages_agree() {
    let differs = |path: &str, from: &str, to: &str, place: &str, message: &str| {
        Content::valid().change(path, from, to).has(path, place, message);
    };
    differs(PHRASE_EN, "\n\nDu weißt, wo es ist.", "", "- Sagt", "but the German file has a paragraph");
    differs(OPEN_EN, "- Hört zu.\n", "", "- Nennt", "The German file goes on with a criterion");
    Content::valid().change(PHRASE_EN, "hotline", "shop").has_in_line(PHRASE_EN, 1, "the setting shop");
    Content::valid().change(PHRASE_EN, ", \"speed\"]", "]").has_in_line(PHRASE_EN, 1, "the competencies");
    let at_hand = Content::valid().change(PHRASE, "minutes = 3", "minutes = 3\nat_hand = \"decision-card\"");
    at_hand.has_in_line(PHRASE_EN, 1, "nothing at hand, but the German file has the decision-card at hand");
}
