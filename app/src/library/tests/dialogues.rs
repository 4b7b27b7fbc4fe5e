//! Faults of dialogues.

use super::fixture::{Content, DRILL, DRILL_EN};

/// One change in both files of the drill, and the only fault that follows from it.
#[track_caller]
fn spoiled(from: &str, to: &str, place: &str, message: &str) {
    Content::valid().change_both(DRILL, from, to).has_only(DRILL, place, message);
}

/// As above, where more than one fault follows.
#[track_caller]
fn spoiled_more(from: &str, to: &str, place: &str, message: &str) {
    Content::valid().change_both(DRILL, from, to).has(DRILL, place, message);
}

#[test]
fn front_matter_is_known() {
    spoiled("\"dialogue\"", "\"quiz\"", "kind", "The kind \"quiz\" is not known");
    spoiled("\"restaurant\"", "\"moon\"", "setting", "The setting \"moon\" is not one of");
    spoiled("minutes = 4", "minutes = 11", "minutes", "1 to 10, not 11");
    spoiled("tension = 4", "tension = 7", "tension", "0 to 6, not 7");
    spoiled("mood = \"müde\"", "mut = \"müde\"", "customer", "unknown field `mut`");
    spoiled("Ein Abend im Mai.", "", "## Eins", "A paragraph that sets the scene");
}

#[test]
fn a_scene_is_complete() {
    spoiled_more("## Zwei {#two}", "## Zwei", "## Zwei", "needs an id");
    spoiled_more("## Zwei", "### Zwei", "### Zwei", "begins with ##");
    spoiled_more("{#two}", "{#one}", "## Zwei", "used twice");
    spoiled("> Und jetzt?", "Er fragt.", "## Zwei", "no customer's words");
    spoiled("> Und jetzt?", ">\n>", ">\n>", "words are empty");
    spoiled("- [Moment.](#three) `trust+0`\n\n  Er wartet.\n\n", "", "## Zwei", "2 to 4 choices, this one has 1");
    spoiled("> Und jetzt?", "> Und jetzt?\n\nEr schaut.", "## Zwei", "has no choices");
    spoiled("  Er wartet.", "  Er wartet.\n\nUnd wartet.", "Und wartet", "Nothing can follow the choices");
    spoiled("## Zwei {#two}", "## Zwei {#two .odd}", "## Zwei", "An ending has the classes");
    spoiled("## Zwei {#two}", "## Zwei {#two odd=1}", "## Zwei", "id and classes alone");
}

#[test]
fn a_choice_is_complete() {
    let choice = "[Moment.](#three) `trust+0`";
    let spoil = |to: &str, message: &str| spoiled(choice, to, &format!("- {to}"), message);
    spoil("Moment. `trust+0`", "begins with a link");
    spoil("[Moment.](three) `trust+0`", "begins with a link");
    spoil("[Moment.](#three)", "has no effect");
    spoil("[Moment.](#three) `speed`", "says nothing of the mood");
    spoil("[](#three) `trust+0`", "A text is empty");
    spoil("[Moment.](#three) und `trust+0`", "only its effects");
    spoil("[Moment.](#five) `trust+0`", "no scene \"five\"");
    for wrong in ["trust", "trust+", "trust1", "trust+7", "trust+x", "trust=1", "trust++1", "tension−1"] {
        spoiled_more(choice, &format!("[Moment.](#three) `tension+0 {wrong}`"), "- [Moment.]", "is not an effect");
    }
    spoil("[Moment.](#three) `trust+0 haste`", "no competency \"haste\"");
    spoil("[Moment.](#three) `trust+0 trust+1`", "stands here twice");
    spoil("[Moment.](#three) `trust+0 speed speed`", "named twice");
    spoiled("\n  Er wartet.\n", "", "- [Moment.]", "no explanation");
    spoiled_more("`trust+0`\n\n  Er", "`trust+0`\n  Er", "- [Moment.]", "no explanation");
}

#[test]
fn a_passage_is_complete() {
    let otherwise = "- `otherwise` [weiter](#gone)";
    spoiled_more(&format!("{otherwise}\n"), "", "## Wie es", "must be `otherwise`");
    spoiled_more("- `trust>=2`", "- `otherwise`", otherwise, "can never be taken");
    spoiled_more("`trust>=2`", "`trust>=5 tension<=3`", "- `trust>=5", "can never be taken");
    spoiled_more("`trust>=2`", "`trust<2 trust>3`", "- `trust<2", "can never be taken");
    for wrong in ["trust", "trust>=7", "trust=>2", "trust>= 2", "calm>2", "trust>=2 otherwise", "", "trust>=+2"] {
        spoiled_more("`trust>=2`", &format!("` {wrong}`"), &format!("- ` {wrong}`"), "");
    }
    spoiled("`trust>=2` [weiter](#polite)", "`trust>=2`", "- `trust>=2`", "one condition in inline code and one link");
    spoiled("- `trust>=4", "Er geht.\n\n- `trust>=4", "Er geht.", "conditions alone");
    spoiled_more("[weiter](#polite)", "[weiter](#politely)", "- `trust>=2`", "no scene \"politely\"");
}

#[test]
fn an_ending_is_complete() {
    spoiled(".ending .poor", ".ending", "## Weg", "An ending has the classes");
    spoiled(".ending .poor", ".ending .sad", "## Weg", "An ending has the classes");
    spoiled(
        "> Nein.\n\nEr kommt nicht wieder.\n\n> Kalte Suppe.",
        "Er kommt nicht.",
        "## Weg",
        "no customer's last words",
    );
    spoiled("> Danke.\n\nEr geht.\n\n> War in Ordnung.", "> Danke.", "## Höflich", "does not tell what came of it");
    spoiled("> Danke.\n\nEr geht.", "> Danke.", "## Höflich", "does not tell what came of it");
    spoiled(
        "Er geht.\n\n> War in Ordnung.",
        "Er geht.",
        "## Höflich",
        "does not tell what the customer says to a friend",
    );
    spoiled("> War in Ordnung.", ">", ">\n\n## Weg", "What the customer tells a friend is empty");
    spoiled("> War in Ordnung.", "> War so.\n\nSo war es.", "So war es.", "ends the ending");
    spoiled("> Danke.", "Er nickt.\n\n> Danke.", "Er nickt.", "begins with the customer's last words");
}

#[test]
fn every_way_moves_on_to_an_ending() {
    spoiled("[Nein.](#four)", "[Nein.](#two)", "## Zwei", "there is no loop");
    spoiled("[Nein.](#four)", "[Nein.](#three)", "## Drei", "there is no loop");
    let lost =
        "## Verloren {#lost}\n\n> Hm.\n\n- [a](#gone) `trust+0`\n\n  b\n\n- [c](#gone) `trust+0`\n\n  d\n\n## Weg";
    spoiled("## Weg", lost, "## Verloren", "No way through the talk leads");
    spoiled("`trust>=4 tension<=3`", "`trust>=4 tension<=0`", "## Stammgast", "No way through the talk leads");
    let ending = "## Weg {#gone .ending .poor}\n\n> Nein.\n\nEr kommt nicht wieder.\n\n> Kalte Suppe.\n";
    spoiled_more(ending, "", "Ein Abend", "at least 3 endings, this one has 2");
    let circle = Content::valid().change_both(DRILL, "[Nein.](#four)", "[Nein.](#one)").change_both(
        DRILL,
        "[Ja.](#four)",
        "[Ja.](#one)",
    );
    circle.has(DRILL, "## Eins", "there is no loop");
}

#[test]
fn a_scene_may_be_for_those_who_let_time_run_out() {
    // By choices alone the tension is 5 at most.
    let content = Content::valid().change_both(DRILL, "`trust>=2` [weiter]", "`tension>=6` [weiter]");
    assert_eq!(content.faults(), []);
    let flaws = content.faults_and_flaws();
    let never = "0.0 % of random plays end here; it should be 3 to 70 %.";
    assert!(flaws.iter().any(|flaw| flaw.message == never), "random plays choose, they do not wait: {flaws:?}");
}

#[test]
fn a_talk_has_six_to_eight_turns() {
    let short = Content::valid().change_both(DRILL, "[Ja.](#four)", "[Ja.](#fifth)");
    let short = short.change_both(DRILL, "[Nein.](#four)", "[Nein.](#fifth)");
    short.has(DRILL, "Ein Abend", "The longest way has 5 turns; it must have 6 to 8.");
    let longer = |by: usize| {
        let scene = |at: usize| {
            let (a, c) = (format!("- [a](#s{0}) `trust+0`", at + 1), format!("- [c](#s{0}) `trust+0`", at + 1));
            format!("## S {{#s{at}}}\n\n> Hm.\n\n{a}\n\n  b\n\n{c}\n\n  d\n\n")
        };
        let scenes: String = (1..=by).map(scene).collect();
        let scenes = scenes.replace(&format!("#s{}", by + 1), "#outcome");
        Content::valid()
            .change_both(DRILL, "## Wie es", &format!("{scenes}## Wie es"))
            .change_both(DRILL, "[Ja.](#outcome)", "[Ja.](#s1)")
            .change_both(DRILL, "[Nein.](#outcome)", "[Nein.](#s1)")
    };
    assert_eq!(longer(2).faults(), []);
    longer(3).has_only(DRILL, "Ein Abend", "The longest way has 9 turns; it must have 6 to 8.");
}

#[test]
fn the_english_file_is_checked_as_well() {
    Content::valid().change(DRILL_EN, "Das hilft ihm.", "<i>Das</i>").has(DRILL_EN, "<i>", "Raw HTML");
    Content::valid().change(DRILL_EN, "(#two)", "(#deux)").has(DRILL_EN, "(#deux)", "no scene \"deux\"");
}
