//! The glossary: what it must hold, and what lessons make of it.

use super::fixture::{Content, LESSON, LESSON_EN};
use crate::library::{Block, Library, Stretch};

const GLOSSARY: &str = "glossary.toml";
const TERMS: &str = "\
[[term]]
id = \"price\"
de.term = \"Preis\"
de.forms = [\"Maß\"]
de.text = \"Was es kostet: „viel“ & „mäßig“.\"
en.term = \"price\"
en.text = \"What it costs.\"

[[term]]
id = \"after\"
de.term = \"danach\"
de.text = \"Später.\"
en.term = \"after that\"
en.text = \"Later.\"
";

fn content() -> Content {
    Content::valid().put(GLOSSARY, TERMS).change(LESSON_EN, "Der Preis:", "The price, not the Price:").change(
        LESSON_EN,
        "Danach:",
        "After that:",
    )
}

/// The prose of a lesson's second step.
fn prose(library: &Library) -> Vec<&crate::library::Prose> {
    let Some(lesson) = library.lesson("listening", "first") else { return Vec::new() };
    let blocks = lesson.steps[1].blocks.iter();
    blocks.filter_map(|block| if let Block::Prose(prose) = block { Some(prose) } else { None }).collect()
}

fn html(html: &str) -> Stretch {
    Stretch::Html(html.to_owned())
}

fn word(word: &str, term: &str) -> Stretch {
    Stretch::Word { word: word.to_owned(), term: term.to_owned() }
}

#[test]
fn a_lesson_explains_a_term_where_it_uses_it_first() {
    let library = content().library();
    let texts = prose(&library);
    let explained = texts[0].explained.as_ref().unwrap();
    assert_eq!(
        explained.de_ch,
        [html("<h2>Was du sagst</h2>\n<p>Der "), word("Preis", "price"), html(": die Offerte.</p>")]
    );
    let [_, word_en, Stretch::Html(after)] = explained.en.as_slice() else { panic!("{explained:?}") };
    assert_eq!(word_en, &word("price", "price"));
    assert!(after.starts_with(", not the Price: "), "{after}");
    assert_eq!(texts[1].explained.as_ref().unwrap().de[1], word("Danach", "after"));
    let term = &library.glossary[0];
    assert_eq!((term.term.de.as_str(), term.text.de_ch.as_str()), ("Preis", "Was es kostet: «viel» & «mässig»."));
    assert_eq!(term.used_in, ["listening/first"]);
}

#[test]
fn explaining_changes_neither_version_nor_what_is_kept() {
    let plain = Content::valid().library();
    let explained = Content::valid().put(GLOSSARY, TERMS).change(GLOSSARY, "\"price\"\nen.text", "\"Preis\"\nen.text");
    let explained = explained.change(GLOSSARY, "\"after that\"", "\"danach\"").library();
    let [plain, explained] = [&plain, &explained].map(|library| library.lesson("listening", "first").unwrap());
    assert_ne!(plain.steps, explained.steps);
    assert_eq!(plain.version, explained.version);
    let kept = serde_json::to_string(explained.as_ref()).unwrap();
    assert_eq!(kept, serde_json::to_string(plain.as_ref()).unwrap());
    assert!(kept.contains("[{\"Prose\":{\"de\":\"<p>Frau Weiß"), "as versions were kept before: {kept}");
    assert_eq!(serde_json::from_str::<crate::library::Lesson>(&kept).unwrap(), **plain);
}

#[test]
fn terms_stand_in_both_languages() {
    assert_eq!(content().faults(), []);
    content().change(GLOSSARY, "en.term = \"price\"\nen.text = \"What it costs.\"\n", "").has_in_line(
        GLOSSARY,
        1,
        "missing field `en`",
    );
    content().change(GLOSSARY, "de.text = \"Später.\"\n", "").has(
        GLOSSARY,
        "de.term = \"danach\"",
        "missing field `text`",
    );
    content().change(GLOSSARY, "\"Später.\"", "\"\"").has(GLOSSARY, "de.text = \"\"", "A text is empty");
    content().change(GLOSSARY, "\"after\"", "\"price\"").has_in_line(GLOSSARY, 10, "used twice");
    content().change(GLOSSARY, "\"after\"", "\"After\"").has_in_line(GLOSSARY, 10, "not a valid id");
    content().change(GLOSSARY, "de.text", "de.words").has_in_line(GLOSSARY, 5, "unknown field `words`");
}

#[test]
fn a_form_belongs_to_one_term() {
    content().change(GLOSSARY, "\"danach\"", "\"maß\"").has_only(
        GLOSSARY,
        "\"maß\"",
        "a form of the term \"price\" already",
    );
    content().change(GLOSSARY, "\"Maß\"", "\"preis\"").has_only(
        GLOSSARY,
        "\"preis\"",
        "a form of the term \"price\" already",
    );
    // "Maß" is "Mass" in Switzerland.
    content().change(GLOSSARY, "\"danach\"", "\"Mass\"").has_only(
        GLOSSARY,
        "\"Mass\"",
        "a form of the term \"price\" already",
    );
    assert_eq!(content().change(GLOSSARY, "[\"Maß\"]", "[\"Maß\", \"Mass\"]").faults(), []);
}

#[test]
fn a_text_is_short() {
    let words = |count: usize| vec!["Wort"; count].join(" ");
    assert_eq!(content().change(GLOSSARY, "Später.", &words(60)).faults(), []);
    content().change(GLOSSARY, "Später.", &words(61)).has_only(
        GLOSSARY,
        "Wort Wort",
        "60 words at most; this one has 61",
    );
}

#[test]
fn every_term_is_used_in_both_languages() {
    content().change(LESSON, "Danach:", "Dann:").has_only(
        GLOSSARY,
        "\"danach\"",
        "No German lesson uses the term \"after\"",
    );
    content().change(LESSON_EN, "After that:", "Then:").has_only(
        GLOSSARY,
        "\"after that\"",
        "No English lesson uses the term \"after\"",
    );
    content().change(LESSON_EN, "After that:", "“After that:”").has_only(
        GLOSSARY,
        "\"after that\"",
        "No English lesson",
    );
}
