//! What is said again from one module to the next: whole sentences, and how sentences begin.

use std::collections::BTreeMap;

use super::paragraphs::Part;
use crate::library::{Voice, text};

/// A sentence of fewer words may well be said twice.
const SENTENCE: usize = 5;
/// So many words make an opening.
const OPENING: usize = 4;

/// The same words in more than one module.
#[derive(Debug, PartialEq, Eq)]
pub struct Recurrence {
    pub words: String,
    pub count: usize,
    /// Each place once, in order, with how often it says so.
    pub places: Vec<(String, usize)>,
}

/// Sentences of five words or more.
pub fn sentences(parts: &[&Part]) -> Vec<Recurrence> {
    recurring(parts, |_, words| (words.len() >= SENTENCE).then(|| words.join(" ")))
}

/// The first four words of sentences; greetings, which people say in few words, do not count.
pub fn openings(parts: &[&Part]) -> Vec<Recurrence> {
    recurring(parts, |voice, words| {
        let is_greeting = voice == Voice::Said && words.len() <= OPENING;
        (!is_greeting).then(|| words.get(..OPENING)).flatten().map(|words| words.join(" "))
    })
}

/// The most frequent first.
fn recurring(parts: &[&Part], key: impl Fn(Voice, &[String]) -> Option<String>) -> Vec<Recurrence> {
    let mut found: BTreeMap<String, Vec<(&str, usize)>> = BTreeMap::new();
    for part in parts {
        for paragraph in part.paragraphs.iter().filter(|paragraph| paragraph.voice != Voice::Label) {
            for sentence in text::sentences(&paragraph.text) {
                let words: Vec<String> = text::words(sentence).map(str::to_lowercase).collect();
                let Some(key) = key(paragraph.voice, &words) else { continue };
                let places = found.entry(key).or_default();
                match places.last_mut() {
                    Some((place, count)) if *place == part.place => *count += 1,
                    _ => places.push((&part.place, 1)),
                }
            }
        }
    }
    let mut recurring: Vec<Recurrence> = found
        .into_iter()
        .filter(|(_, places)| is_in_several_modules(places))
        .map(|(words, places)| Recurrence {
            words,
            count: places.iter().map(|(_, count)| count).sum(),
            places: places.into_iter().map(|(place, count)| (place.to_owned(), count)).collect(),
        })
        .collect();
    recurring.sort_by_key(|one| std::cmp::Reverse(one.count));
    recurring
}

fn is_in_several_modules(places: &[(&str, usize)]) -> bool {
    let mut modules = places.iter().map(|(place, _)| place.split('/').next());
    let first = modules.next();
    modules.any(|module| Some(module) != first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Paragraph;

    fn part(place: &str, paragraphs: &[(Voice, &str)]) -> Part {
        let paragraph = |(voice, text): &(Voice, &str)| Paragraph { voice: *voice, text: (*text).to_owned() };
        Part { place: place.to_owned(), paragraphs: paragraphs.iter().map(paragraph).collect() }
    }

    #[test]
    fn sentences_recur_across_modules_alone() {
        let parts = [
            part(
                "a/one",
                &[(Voice::Told, "Du hörst gut zu, heute. Das reicht."), (Voice::Label, "Was bei ihr so alles ankommt")],
            ),
            part("a/two", &[(Voice::Told, "Das steht zweimal im selben Modul.")]),
            part("a/three", &[(Voice::Told, "Das steht zweimal im selben Modul.")]),
            part(
                "b/one",
                &[
                    (Voice::Said, "„Du hörst gut zu – heute!“ Das reicht."),
                    (Voice::Label, "Was bei ihr so alles ankommt"),
                ],
            ),
        ];
        let places = vec![("a/one".to_owned(), 1), ("b/one".to_owned(), 1)];
        assert_eq!(
            sentences(&parts.iter().collect::<Vec<_>>()),
            [Recurrence { words: "du hörst gut zu heute".into(), count: 2, places }]
        );
    }

    #[test]
    fn openings_are_counted_and_greetings_are_not() {
        let greeting = (Voice::Said, "Guten Morgen, Frau Weber.");
        let parts = [
            part(
                "a/one",
                &[greeting, (Voice::Told, "Es ist Viertel vor drei. Es ist Viertel vor acht, und es regnet.")],
            ),
            part("b/one", &[greeting, (Voice::Told, "Es ist Viertel vor elf.")]),
            part("c/one", &[(Voice::Told, "Wie klingt das jetzt?")]),
            part("d/one", &[(Voice::Told, "Wie klingt das jetzt?")]),
        ];
        let found = openings(&parts.iter().collect::<Vec<_>>());
        assert_eq!(
            found.iter().map(|one| (one.words.as_str(), one.count)).collect::<Vec<_>>(),
            [("es ist viertel vor", 3), ("wie klingt das jetzt", 2)]
        );
        assert_eq!(found[0].places, [("a/one".to_owned(), 2), ("b/one".to_owned(), 1)]);
    }
}
