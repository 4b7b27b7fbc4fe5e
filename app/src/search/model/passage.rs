//! The part of a text that is shown: whole sentences where they are short enough, with what was found in it.

use std::{collections::BTreeSet, ops::Range};

use crate::library::text::sentence_places;

/// So many bytes of a text are shown at most, and a few more to the end of a word.
const SHOWN: usize = 190;
/// So far before what was found a passage begins, where its sentence is longer.
const BEFORE: usize = 60;

/// A passage in pieces: text, and whether it was looked for.
pub type Passage = Vec<(String, bool)>;

/// The passage of a text that holds the most of what was found. `found`: where it stands, in order.
pub fn passage(text: &str, found: &[Range<usize>]) -> Passage {
    let sentences: Vec<usize> = sentence_places(text).into_iter().map(|sentence| sentence.start).collect();
    // What is one and the same word counts once.
    let weight = |window: &Range<usize>| {
        let within = found.iter().filter(|one| window.contains(&one.start) && one.end <= window.end);
        within.filter_map(|one| text.get(one.clone())).map(str::to_lowercase).collect::<BTreeSet<_>>().len()
    };
    let windows = found.iter().map(|one| window(text, &sentences, one.start));
    let best =
        windows.map(|window| (weight(&window), window)).reduce(|best, next| if next.0 > best.0 { next } else { best });
    let shown = best.map_or_else(|| window(text, &sentences, 0), |(_, window)| window);
    let mut pieces = pieces(text, shown.clone(), found);
    if shown.start > 0 && !sentences.contains(&shown.start) {
        pieces.insert(0, ("… ".to_owned(), false));
    }
    if shown.end < text.len() {
        pieces.push((" …".to_owned(), false));
    }
    pieces
}

/// All of a text.
pub fn whole(text: &str, found: &[Range<usize>]) -> Passage {
    pieces(text, 0..text.len(), found)
}

/// From the beginning of the sentence, or shortly before what was found, to the end of a word.
fn window(text: &str, sentences: &[usize], at: usize) -> Range<usize> {
    let sentence = sentences.iter().rev().find(|start| **start <= at).copied().unwrap_or(0);
    let start = if at - sentence <= BEFORE * 2 { sentence } else { word_start(text, at - BEFORE) };
    let end = start + SHOWN;
    let rest = (end..=end + 40).find_map(|end| text.get(end..).map(|rest| (end, rest)));
    let Some((end, rest)) = rest else { return start..text.len() };
    start..rest.find(' ').map_or(text.len(), |space| end + space)
}

/// The first beginning of a word at a place or after it.
fn word_start(text: &str, at: usize) -> usize {
    let rest = (at..text.len()).find_map(|at| text.get(at..).map(|rest| (at, rest)));
    rest.and_then(|(at, rest)| rest.find(' ').map(|space| at + space + 1)).unwrap_or(at)
}

fn pieces(text: &str, shown: Range<usize>, found: &[Range<usize>]) -> Passage {
    let mut pieces = Vec::new();
    let mut at = shown.start;
    let mut push = |range: Range<usize>, is_found: bool| {
        let piece = text.get(range).unwrap_or_default();
        if !piece.is_empty() {
            pieces.push((piece.to_owned(), is_found));
        }
    };
    for one in found.iter().filter(|one| shown.start <= one.start && one.end <= shown.end) {
        if one.start < at {
            // Found twice.
            continue;
        }
        push(at..one.start, false);
        push(one.clone(), true);
        at = one.end;
    }
    push(at..shown.end, false);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, words: &[&str]) -> String {
        let mut found: Vec<_> =
            words.iter().flat_map(|word| text.match_indices(word).map(|(at, word)| at..at + word.len())).collect();
        found.sort_by_key(|one| one.start);
        let piece = |(text, is_found): &(String, bool)| if *is_found { format!("[{text}]") } else { text.clone() };
        passage(text, &found).iter().map(piece).collect()
    }

    #[test]
    fn a_short_text_is_shown_whole() {
        assert_eq!(shown("Die ist wieder kalt.", &["kalt"]), "Die ist wieder [kalt].");
        assert_eq!(shown("Die ist wieder kalt.", &[]), "Die ist wieder kalt.");
        assert_eq!(shown("", &[]), "");
    }

    #[test]
    fn a_passage_begins_with_its_sentence_and_holds_the_most() {
        let filler = "Vorher steht vieles. ".repeat(20);
        let text = format!("{filler}Hier eine Suppe allein. {filler}„Die Suppe ist kalt.“ Er wartet. {filler}");
        let shown = shown(&text, &["Suppe", "kalt"]);
        assert!(shown.starts_with("„Die [Suppe] ist [kalt].“ Er wartet. Vorher") && shown.ends_with(" …"), "{shown}");
    }

    #[test]
    fn a_full_stop_does_not_end_every_sentence() {
        let text =
            format!("{}Sag, wann es geht, z. B. am 14. Juni, oder ca. um vier.", "Vorher steht vieles. ".repeat(20));
        for word in ["B.", "Juni", "um vier"] {
            let shown = shown(&text, &[word]);
            assert!(shown.starts_with("Sag, wann"), "{shown}");
        }
    }

    #[test]
    fn a_long_sentence_is_cut_at_words() {
        let text = format!("{}Größe zählt {}", "größer und ".repeat(60), "größer und ".repeat(60));
        let shown = shown(&text, &["Größe zählt"]);
        assert!(shown.starts_with("… ") && shown.contains(" [Größe zählt] ") && shown.ends_with(" …"), "{shown}");
        assert!(shown.len() < SHOWN + 40);
    }

    #[test]
    fn any_places_in_any_text_are_borne() {
        proptest::proptest!(|(text in ".{0,400}", places in proptest::collection::vec((0usize..500, 0usize..20), 0..9))| {
            let mut found: Vec<_> = places.into_iter().map(|(start, length)| start..start + length).collect();
            found.sort_by_key(|one| one.start);
            let whole: String = whole(&text, &[]).into_iter().map(|(piece, _)| piece).collect();
            proptest::prop_assert_eq!(&whole, &text);
            passage(&text, &found);
        });
    }
}
