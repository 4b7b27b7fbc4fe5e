//! Tests of Swiss spelling.

use proptest::prelude::*;

use crate::language::swiss::{broken_differences, respell, to_german, to_swiss};

fn swiss(text: &str) -> String {
    to_swiss(text, &["Frau Weiß".to_owned(), "Groß".to_owned()])
}

#[test]
fn sharp_s_and_quotation_marks() {
    assert_eq!(swiss("Straße, STRAẞE"), "Strasse, STRASSE");
    assert_eq!(swiss("„Ich sage ‚ja‘“, so geht’s."), "«Ich sage ‹ja›», so geht’s.");
    assert_eq!(swiss("“English” ‘quotes’ stay"), "“English” ‘quotes’ stay");
    assert_eq!(respell("Schließen: „Maß“"), "Schliessen: «Mass»");
}

#[test]
fn names_keep_their_spelling() {
    assert_eq!(swiss("Frau Weiß weiß es."), "Frau Weiß weiss es.");
    assert_eq!(swiss("Frau\n  Weiß"), "Frau\n  Weiß");
    assert_eq!(swiss("Groß, Großs, Größe, Großmann, unGroß"), "Groß, Großs, Grösse, Grossmann, unGross");
    assert_eq!(swiss("„Groß“"), "«Groß»");
    assert_eq!(to_swiss("weiß", &[String::new(), " ".to_owned()]), "weiss");
}

#[test]
fn code_and_links_keep_their_spelling() {
    assert_eq!(swiss("`Maß` ``a`ß`` ß"), "`Maß` ``a`ß`` ss");
    assert_eq!(swiss("```\nMaß\n```\nß"), "```\nMaß\n```\nss");
    assert_eq!(swiss("~~~\nMaß\n~~~\nß"), "~~~\nMaß\n~~~\nss");
    assert_eq!(swiss("<code>ß</code> ß"), "<code>ß</code> ss");
    assert_eq!(swiss("[Maß](https://a.ch/maß \"Maß\")"), "[Mass](https://a.ch/maß \"Mass\")");
    assert_eq!(swiss("<https://a.ch/ß> https://a.ch/ß ß"), "<https://a.ch/ß> https://a.ch/ß ss");
    assert_eq!(swiss("ein ` ß"), "ein ` ss");
}

#[test]
fn differences_take_one_half() {
    let text = "Wir senden {de: das „Angebot“ | ch: die Offerte}, Maß {de: 20 Euro |\n  ch: 20 Franken}.";
    assert_eq!(to_german(text), "Wir senden das „Angebot“, Maß 20 Euro.");
    assert_eq!(swiss(text), "Wir senden die Offerte, Mass 20 Franken.");
    assert_eq!(swiss("`{de: a | ch: b}`"), "`{de: a | ch: b}`");
    assert_eq!(to_german("{deutlich} {#id} {x | y}"), "{deutlich} {#id} {x | y}");
}

#[test]
fn broken_differences_are_found_and_left() {
    let broken = [
        "{de: a}",
        "{de: a | ch: b",
        "{de:a | ch: b}",
        "{de: a| ch: b}",
        "{de: a |ch: b}",
        "{de: a | ch:b}",
        "{de: a | ch: b }",
        "{de: a  | ch: b}",
        "{de:  | ch: b}",
        "{de: a | ch: }",
        "{ch: b | de: a}",
        "{DE: a | ch: b}",
        "{de: a | ch: b | ch: c}",
        "{de: a {b} | ch: c}",
        "{de}",
    ];
    for text in broken {
        assert_eq!(broken_differences(&format!("x {text}")), [2], "{text}");
        assert_eq!(to_german(text), text);
    }
    assert_eq!(broken_differences("{de: a | ch: b} `{de: }`"), Vec::<usize>::new());
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "[ßẞ„“‚‘`~<>{}|:a-dech\\[\\]()#\n ]{0,60}|\\PC{0,40}", name in "\\PC{0,4}") {
        to_swiss(&text, &[name]);
        to_german(&text);
        respell(&text);
        prop_assert!(broken_differences(&text).iter().all(|at| text.is_char_boundary(*at)));
    }

    #[test]
    fn plain_words_lose_every_sharp_s(text in "[a-zßẞ „“\n]{0,80}") {
        prop_assert!(!to_swiss(&text, &[]).contains(['ß', 'ẞ', '„']));
    }
}
