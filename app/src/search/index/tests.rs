use proptest::prelude::*;

use super::*;
use crate::{
    language::Localized,
    library::{Audience, Block, Html, Lesson, LessonStep, Module, Prose, tests::fixture::Content},
    search::{
        entries::Place,
        model::{Kind, passage, wanted},
    },
};

fn both(de: &str, en: &str) -> Localized<String> {
    Localized { de: de.to_owned(), de_ch: crate::language::swiss::respell(de), en: en.to_owned() }
}

fn lesson(module: &str, id: &str, title: &str, steps: &[&str]) -> Arc<Lesson> {
    let step = |text: &&str| {
        let text = both(text, text);
        let html = |text: String| Html(format!("<p>{text}</p>"));
        let html = Localized { de: html(text.de), de_ch: html(text.de_ch), en: html(text.en) };
        let prose = Prose { html, explained: None };
        LessonStep { blocks: vec![Block::Prose(prose)] }
    };
    Arc::new(Lesson {
        id: id.to_owned(),
        module: module.to_owned(),
        version: String::new(),
        minutes: 4,
        competencies: Vec::new(),
        title: both(title, title),
        steps: steps.iter().map(step).collect(),
    })
}

fn module(id: &str, audience: Audience, situation: (&str, &str), lessons: Vec<Arc<Lesson>>) -> Module {
    let situation = both(situation.0, situation.1);
    Module {
        id: id.to_owned(),
        order: 1,
        audience,
        minutes: 30,
        competencies: Vec::new(),
        title: both(id, id),
        summary: both("Worum es geht.", "What it is about."),
        situations: Localized { de: vec![situation.de], de_ch: vec![situation.de_ch], en: vec![situation.en] },
        lessons,
        drills: Vec::new(),
        cards: Vec::new(),
    }
}

fn library() -> Library {
    let anger = vec![
        lesson(
            "anger",
            "pulse",
            "Der eigene Puls",
            &["Atme langsam aus.", "Grüße müssen warten, bis die Straße frei ist."],
        ),
        lesson(
            "anger",
            "limits",
            "Grenzen setzen",
            &["Wer beschimpft wird, darf gehen.", "Sag es ruhig: „Ich lege jetzt auf.“"],
        ),
    ];
    let complaints = vec![
        lesson(
            "complaints",
            "notes",
            "Notizen",
            &["Jede Kundenbeschwerde steht im Buch.", "Der Beschwerdeweg ist kurz."],
        ),
        lesson(
            "complaints",
            "sorry",
            "Entschuldigen",
            &["Eine Beschwerde ist ein Anfang.", "Die Schuld klärt sich später."],
        ),
    ];
    Library {
        modules: vec![
            module("anger", Audience::Everyone, ("Jemand wird laut.", "A customer shouts at you."), anger),
            module("complaints", Audience::Everyone, ("Die Suppe ist kalt.", "The soup is cold."), complaints),
            module("leading", Audience::Coaches, ("Dein Team ist müde.", "Your team is tired."), Vec::new()),
        ],
        ..Library::default()
    }
}

fn name(entry: &Entry) -> String {
    match &entry.place {
        Place::Module => entry.module.clone(),
        Place::Lesson { id, step, .. } => format!("{id} {step}"),
        Place::Drill { id, .. } => id.clone(),
    }
}

/// What a learner finds, the best first; loose finds in brackets.
fn found(locale: Locale, words: &str) -> Vec<String> {
    let index = Index::build(&library(), locale).unwrap();
    let found = index.find(&wanted(words), |entry| !entry.is_for_coaches).unwrap();
    let names = found.hits.iter().filter_map(|hit| index.entry(*hit)).map(name);
    names.map(|name| if found.is_loose { format!("({name})") } else { name }).collect()
}

#[test]
fn words_are_found_in_any_form_and_spelling() {
    for words in ["müssen", "muessen", "MUSSEN", "muss", "strasse", "Straße", "gruessen", "Grüße straßen"] {
        assert_eq!(found(Locale::De, words), ["pulse 2"], "{words}");
        assert_eq!(found(Locale::DeCh, words), ["pulse 2"], "{words}");
    }
    assert_eq!(found(Locale::En, "customers shouting"), ["anger"]);
}

#[test]
fn the_best_step_of_a_lesson_stands_for_it() {
    assert_eq!(found(Locale::De, "Grenze"), ["limits 1"]);
    assert_eq!(found(Locale::De, "Grenze ruhig"), ["limits 2"]);
}

#[test]
fn compounds_are_found_by_their_parts_and_parts_by_a_compound() {
    let hits = found(Locale::De, "Beschwerden");
    assert_eq!(hits.first().map(String::as_str), Some("sorry 1"), "the word itself comes first: {hits:?}");
    assert_eq!(hits.len(), 2, "{hits:?}");
    assert_eq!(found(Locale::De, "Gästebeschwerde"), ["sorry 1"]);
    assert!(found(Locale::De, "Ede").is_empty(), "what is short stands in words by chance");
}

#[test]
fn all_words_count_and_where_that_finds_nothing_some() {
    assert_eq!(found(Locale::En, "soup cold"), ["complaints"]);
    assert_eq!(found(Locale::En, "soup elephant"), ["(complaints)"]);
    assert!(found(Locale::En, "elephant").is_empty());
    assert_eq!(found(Locale::De, "„ich lege jetzt“"), ["limits 2"]);
    assert!(found(Locale::De, "„jetzt ich lege“").is_empty());
}

#[test]
fn words_that_stand_nearly_everywhere_find_nothing_beside_others() {
    assert_eq!(found(Locale::De, "ist").len(), 4, "there is no other word");
    assert_eq!(found(Locale::De, "ist Suppe"), ["complaints"]);
    for words in ["ist Xylophon", "Xylophon ist", "ist „Xylophon spielen“"] {
        assert!(found(Locale::De, words).is_empty(), "{words}");
    }
    assert_eq!(found(Locale::De, "ist Suppe Xylophon"), ["(complaints)"]);
}

#[test]
fn what_is_for_coaches_is_not_found_by_others() {
    assert!(found(Locale::En, "tired team").is_empty());
    let index = Index::build(&library(), Locale::En).unwrap();
    assert_eq!(index.find(&["tired"], |_| true).unwrap().hits.len(), 1);
}

#[test]
fn what_was_found_is_marked_as_it_was_written() {
    let index = Index::build(&library(), Locale::De).unwrap();
    let text = "Die Grüsse müssen warten. Ich lege jetzt auf, jetzt.";
    let marked = |words: &str| -> Vec<String> {
        let marker = index.find(&wanted(words), |_| true).unwrap().marker;
        marker.places(text).into_iter().map(|place| text[place].to_owned()).collect()
    };
    assert_eq!(marked("Grüße gruss muss"), ["Grüsse", "Grüsse", "müssen"]);
    assert_eq!(marked("\"lege jetzt\""), ["lege jetzt"]);
    assert!(index.find(&wanted("gruss wartet"), |_| true).unwrap().marker.is_found(text));
    assert!(!index.find(&wanted("gruss Elefant"), |_| true).unwrap().marker.is_found(text));
    assert!(!index.find(&[], |_| true).unwrap().marker.is_found(text));
}

#[tokio::test]
async fn a_changed_library_is_indexed_anew() {
    let (indexes, old, new) = (Indexes::default(), Arc::new(library()), Arc::new(Library::default()));
    let first = indexes.of(&old, Locale::De).await.unwrap();
    assert!(Arc::ptr_eq(&first, &indexes.of(&old, Locale::De).await.unwrap()));
    assert!(!Arc::ptr_eq(&first, &indexes.of(&old, Locale::En).await.unwrap()));
    assert!(indexes.of(&new, Locale::De).await.unwrap().find(&["Suppe"], |_| true).unwrap().hits.is_empty());
}

#[test]
fn a_situation_leads_to_its_module() {
    let library = Content::curriculum().unwrap().library();
    for locale in Locale::ALL {
        let index = Index::build(&library, locale).unwrap();
        for module in &library.modules {
            if let Some(situation) = module.situations.get(locale).first() {
                let found = index.find(&wanted(situation), |_| true).unwrap();
                let first =
                    found.hits.iter().filter_map(|hit| index.entry(*hit)).find(|hit| hit.kind() == Kind::Module);
                assert_eq!(first.map(|hit| &hit.module), Some(&module.id), "{situation}");
            }
        }
    }
}

/// Looks for it, and for what to show of each hit.
fn bear(index: &Index, typed: &str) {
    let found = index.find(&wanted(typed), |_| true).unwrap();
    for hit in &found.hits {
        let text = &index.entry(*hit).unwrap().text;
        passage(text, &found.marker.places(text));
    }
}

#[test]
fn nothing_that_is_typed_is_an_error() {
    let indexes = Locale::ALL.map(|locale| Index::build(&library(), locale).unwrap());
    let any = prop_oneof![
        ".{0,300}",
        "[a-zäöüß\"„“ +\\-:()\\[\\]^~*?\\\\/{}!&|0-9]{0,60}",
        "((title|text|entry|AND|OR|NOT|IN|TO|laut|Beschwerde)[\": *\\[\\]]){0,12}",
    ];
    proptest!(|(typed in any)| indexes.iter().for_each(|index| bear(index, &typed)));
}

#[test]
fn no_syntax_reaches_the_curriculum() {
    let index = Index::build(&Content::curriculum().unwrap().library(), Locale::De).unwrap();
    for typed in [
        "*",
        "title:*",
        "text:[a TO z]",
        "NOT Kunde",
        "/.*/",
        "\"Kunde\"~9",
        "Kunde^1e9",
        "-Kunde",
        "\0",
        "İ ǅ 🙂",
        "entry:1",
    ] {
        bear(&index, typed);
    }
    let hits = |typed: &str| index.find(&wanted(typed), |_| true).unwrap().hits;
    assert!(hits("*").is_empty() && hits("title:*").len() < 9);
    assert_eq!(hits("-Kunde"), hits("Kunde"));
}
