//! What comes of content without faults.

use super::fixture::{Content, DRILL, FIELD, LESSON, OPEN, PHRASE};
use crate::{
    drills::{
        AtHand,
        dialogue::{
            content::{Dialogue, Outcome, SceneKind},
            mood::Mood,
        },
        field::content::FieldPractice,
        open::Open,
        phrase::Phrase,
    },
    language::Locale,
    library::{Block, Html, Library, count_words},
};

#[allow(clippy::unwrap_used, reason = "what stops here is a test")]
fn dialogue(library: &Library) -> &Dialogue {
    library.drill("listening", "soup").unwrap().as_kind().unwrap()
}

#[test]
fn valid_content_becomes_a_library() {
    let library = Content::valid().library();
    assert_eq!(library.competencies.len(), 2);
    assert_eq!(library.ideas.len(), 64);
    assert_eq!(library.ideas[0].taught_in, ["listening/first", "listening/soup", "listening/cards"]);
    assert_eq!(library.paths[0].to_come, ["thanking"]);
    let module = library.module("listening").unwrap();
    assert_eq!((module.lessons.len(), module.drills.len(), module.cards.len()), (1, 4, 2));
    assert_eq!(module.cards[0].front.de_ch, "Was heisst «hören»?");
    assert_eq!(module.cards[0].back.en, Html("<p>Erst hören, <strong>dann</strong> handeln.</p>".into()));
    assert_eq!(library.competencies[1].title.de_ch, "Mit Mass");
}

#[test]
fn a_lesson_keeps_its_blocks_in_every_spelling() {
    let library = Content::valid().library();
    let lesson = library.lesson("listening", "first").unwrap();
    assert_eq!(lesson.title.de_ch, "Grosses Hören");
    let [Block::Prose(opening)] = lesson.steps[0].blocks.as_slice() else { panic!("{lesson:?}") };
    let link = "<a href=\"/modules/listening\" rel=\"noopener\">mehr</a>";
    assert_eq!(opening.html.de.0, format!("<p>Frau Weiß grüßt: „Straße.“ Siehe {link}.</p>"));
    assert_eq!(opening.html.de_ch.0, format!("<p>Frau Weiß grüsst: «Strasse.» Siehe {link}.</p>"));
    let [Block::Prose(offer), Block::Check(check), Block::Prose(_), Block::Reflection(reflection)] =
        lesson.steps[1].blocks.as_slice()
    else {
        panic!("{lesson:?}")
    };
    assert_eq!(offer.html.de.0, "<h2>Was du sagst</h2>\n<p>Der Preis: das Angebot.</p>");
    assert_eq!(offer.html.de_ch.0, "<h2>Was du sagst</h2>\n<p>Der Preis: die Offerte.</p>");
    assert_eq!(offer.html.en, offer.html.de);
    assert_eq!(check.question.de.0, "<p>Was sagst du\nzuerst?</p>");
    assert_eq!(check.options[0].explanation.de.0, "<p>Das weist ab.</p>");
    assert!(!check.options[0].is_right && check.options[1].is_right);
    assert_eq!((reflection.id.as_str(), reflection.prompt.en.0.as_str()), ("last-time", "<p>Wann zuletzt?</p>"));
}

#[test]
fn a_dialogue_knows_its_ways() {
    let library = Content::valid().library();
    let drill = dialogue(&library);
    assert_eq!(drill.start, Mood { trust: 2, tension: 4 });
    assert_eq!(drill.customer.name.de_ch, "Herr Weiß");
    let SceneKind::Talk { seen, says, choices } = &drill.scenes[0].kind else { panic!("{drill:?}") };
    assert_eq!((seen.de.0.as_str(), says.de.0.as_str()), ("<p>Er schaut auf.</p>", "<p>Sie ist kalt.</p>"));
    assert_eq!((choices[0].to, choices[0].trust, choices[0].tension), (1, 1, -1));
    assert_eq!(choices[0].competencies, ["appreciation"]);
    assert_eq!(choices[1].explanation.de.0, "<p>Das hilft nicht.</p>");
    let SceneKind::Passage { branches } = &drill.scenes[6].kind else { panic!("{drill:?}") };
    assert_eq!(branches.iter().map(|branch| branch.to).collect::<Vec<_>>(), [7, 8, 9]);
    assert_eq!(branches[0].conditions.len(), 2);
    assert!(branches[2].conditions.is_empty());
    let SceneKind::Ending { outcome, after, .. } = &drill.scenes[8].kind else { panic!("{drill:?}") };
    assert_eq!((*outcome, after.de.0.as_str()), (Outcome::Mixed, "<p>Er geht.</p>"));
}

#[test]
fn a_version_changes_with_any_word() {
    let before = Content::valid().library();
    let after = Content::valid().change(LESSON, "Das hört zu.", "Das hört gut zu.").library();
    let again = Content::valid().library();
    let version = |library: &crate::library::Library| library.modules[0].lessons[0].version.clone();
    assert_eq!(version(&before).len(), 32);
    assert!(version(&before).chars().all(|c| c.is_ascii_hexdigit()));
    assert_eq!(version(&before), version(&again));
    assert_ne!(version(&before), version(&after));
    assert_eq!(dialogue(&before).head.version, dialogue(&after).head.version);
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_do_no_harm() {
    let text = format!("\u{feff}{}", Content::valid().text(DRILL).replace('\n', "\r\n"));
    let drill = dialogue(&Content::valid().put(DRILL, text).library()).clone();
    assert_eq!(drill, *dialogue(&Content::valid().library()));
}

#[test]
fn a_wrapped_choice_and_a_longer_explanation_are_fine() {
    let long =
        "- [Ich sehe\n  sofort nach.](#two)\n  `trust+1 tension-1 appreciation`\n\n  Erstens:\n\n  - eins\n  - zwei\n";
    let short = "- [Ich sehe nach.](#two) `trust+1 tension-1 appreciation`\n\n  Das hilft ihm.\n";
    let library = Content::valid().change_both(DRILL, short, long).library();
    let SceneKind::Talk { choices, .. } = &dialogue(&library).scenes[0].kind else { panic!() };
    assert_eq!(choices[0].says.de, "Ich sehe sofort nach.");
    assert_eq!(choices[0].explanation.de.0, "<p>Erstens:</p>\n<ul>\n<li>eins</li>\n<li>zwei</li>\n</ul>");
}

#[test]
fn a_phrase_drill_is_read_in_every_spelling() {
    let library = Content::valid().library();
    let Phrase(drill) = library.drill("listening", "no").unwrap().as_kind().unwrap();
    assert_eq!(drill.head.competencies, ["appreciation", "speed"]);
    let prompt = "<p>Herr Groß fragt nach seinem grossen Paket.</p>\n<p>Du weisst, wo es ist.</p>";
    assert_eq!(drill.prompt.de_ch.0, prompt);
    assert_eq!(drill.sentence.de.0, "<p>Das geht <strong>nicht</strong>.</p>");
    let criteria: Vec<&str> = drill.criteria.iter().map(|criterion| criterion.de.as_str()).collect();
    assert_eq!(criteria, ["Sagt, was geht.", "Nennt eine Zeit oder einen Ort.", "Klingt nach dir."]);
    assert_eq!((drill.poor.title.de.as_str(), drill.poor.says.de.0.as_str()), ("Eher nicht", "<p>Leider nein.</p>"));
    assert_eq!((drill.good.title.de.as_str(), drill.good.why.en.0.as_str()), ("Besser", "<p>Er kann planen.</p>"));
}

#[test]
fn an_open_drill_is_read_as_well() {
    let library = Content::valid().library();
    let Open(drill) = library.drill("listening", "evening").unwrap().as_kind().unwrap();
    assert_eq!((drill.criteria.len(), drill.criteria[0].de_ch.as_str()), (4, "Grüsst."));
    assert_eq!(drill.good.says.de.0, "<p>Guten Abend.</p>\n<p>Wie kann ich helfen?</p>");
    let changed = Content::valid().change(OPEN, "Das fragt.", "Das fragt nach.").library();
    assert_ne!(drill.head.version, changed.drill("listening", "evening").unwrap().head().version);
}

#[test]
fn a_field_practice_offers_intentions() {
    let library = Content::valid().library();
    let practice: &FieldPractice = library.drill("listening", "week").unwrap().as_kind().unwrap();
    assert_eq!((practice.head.setting.as_ref(), practice.intentions.len()), (None, 2));
    assert_eq!(practice.intentions[0].de, "Wenn jemand klagt, dann höre ich zu.");
    assert_eq!(practice.intentions[1].en, "When es laut wird, then I atme ich aus.");
    assert_eq!(
        (practice.prompt.de.0.as_str(), practice.intentions_title.de.as_str()),
        ("<p>Hör erst zu.</p>", "Wenn …, dann …")
    );
}

#[test]
fn a_drill_of_any_kind_has_the_decision_card_at_hand() {
    for (file, id) in [(DRILL, "soup"), (PHRASE, "no"), (OPEN, "evening"), (FIELD, "week")] {
        let with =
            Content::valid().change_both(file, "minutes = ", "at_hand = \"decision-card\"\nminutes = ").library();
        let (with, without) =
            (with.drill("listening", id).cloned(), Content::valid().library().drill("listening", id).cloned());
        let [with, without] = [with, without].map(Option::unwrap);
        assert_eq!((with.head().at_hand, without.head().at_hand), (Some(AtHand::DecisionCard), None), "{id}");
        assert_ne!(with.head().version, without.head().version);
        assert!(!without.to_json().unwrap().contains("at_hand"), "drills without one keep their version");
        let restored = (with.kind().restore)(&with.to_json().unwrap()).unwrap();
        assert_eq!(restored.head().at_hand, Some(AtHand::DecisionCard));
    }
}

#[test]
fn every_kind_is_restored_as_it_was_kept() {
    for drill in &Content::valid().library().modules[0].drills {
        let json = drill.to_json().unwrap();
        let restored = (drill.kind().restore)(&json).unwrap();
        assert_eq!((restored.head(), restored.to_json().unwrap()), (drill.head(), json));
    }
}

#[test]
fn nothing_that_one_is_to_find_alone_stands_in_an_opening() {
    let library = Content::valid().library();
    let opening = |id: &str| library.drill("listening", id).unwrap().opening(Locale::De);
    assert_eq!(opening("soup"), ["Herr Weiß. Sie ist kalt.", "Ein Abend im Mai.", "Er schaut auf.", "Sie ist kalt."]);
    let parcel = ["Herr Groß fragt nach seinem großen Paket.", "Du weißt, wo es ist.", "Das geht nicht."];
    assert_eq!(opening("no"), parcel);
    assert_eq!(opening("evening"), ["Es ist spät.", "Eine Frau kommt herein.", "Guten Abend."]);
    let intentions = ["Wenn jemand klagt, dann höre ich zu.", "Wenn es laut wird, dann atme ich aus."];
    assert_eq!(opening("week"), ["Hör erst zu.", intentions[0], intentions[1]]);
}

#[test]
fn of_a_dialogue_only_one_way_is_read() {
    let library = Content::valid().library();
    let [soup, parcel] = ["soup", "no"].map(|id| library.drill("listening", id).unwrap());
    let all = |drill: &crate::drills::Drill| count_words(&drill.paragraphs(Locale::De).concat());
    assert_eq!(parcel.words_met(Locale::De), all(parcel) as f64);
    // In each of six scenes one of two explanations, and one of three endings.
    assert!(soup.words_met(Locale::De) < all(soup) as f64 - 6.0, "{}", soup.words_met(Locale::De));
}
