//! Sentences and words of a text in German or English.

use std::ops::Range;

/// What ends with a full stop and is no end of a sentence; single letters and days of a month (`z. B.`, `14. Juni`) are known without it.
const SHORT: [&str; 14] =
    ["abs", "al", "art", "bzw", "ca", "dr", "etc", "evtl", "inkl", "mio", "nr", "st", "vgl", "zzgl"];

/// The sentences of a text, as far as there is a word in them.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let all = sentence_places(text).into_iter().filter_map(move |place| text.get(place));
    all.filter(|sentence| words(sentence).next().is_some())
}

/// Where the sentences of a text stand. One ends where a stop is followed by a beginning: a capital letter, a number, an opening quotation
/// mark.
pub fn sentence_places(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut open: Option<Range<usize>> = None;
    for token in tokens(text) {
        let read = |place: &Range<usize>| text.get(place.clone()).unwrap_or_default();
        open = match open.take() {
            None => Some(token),
            Some(sentence) if ends(last_word(read(&sentence))) && begins(read(&token)) => {
                sentences.push(sentence);
                Some(token)
            }
            Some(sentence) => Some(sentence.start..token.end),
        };
    }
    sentences.extend(open);
    sentences
}

/// What stands between spaces.
fn tokens(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + rest.find(|sign: char| !sign.is_whitespace())?;
        let length = text.get(start..)?.find(char::is_whitespace);
        at = length.map_or(text.len(), |length| start + length);
        Some(start..at)
    })
}

fn last_word(sentence: &str) -> &str {
    sentence.split_whitespace().next_back().unwrap_or_default()
}

fn ends(token: &str) -> bool {
    let bare = token.trim_end_matches(['“', '”', '»', '«', '"', '‘', '’', '›', ')']);
    if bare.ends_with(['?', '!', '…']) {
        return true;
    }
    let Some(before) = bare.strip_suffix('.') else { return false };
    let word = before.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    let is_day = word.len() <= 2 && word.chars().all(|sign| sign.is_ascii_digit());
    !(is_day || word.chars().count() == 1 || SHORT.contains(&word.to_lowercase().as_str()))
}

fn begins(token: &str) -> bool {
    token.starts_with(|sign: char| sign.is_uppercase() || sign.is_ascii_digit() || "„“«»‚‘\"(*".contains(sign))
}

/// The words of a text, without the marks around them.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let bare = text.split_whitespace().map(|token| token.trim_matches(|sign: char| !sign.is_alphanumeric()));
    bare.filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_the_next_begins() {
        let read = |text: &'static str| sentences(text).collect::<Vec<_>>();
        assert_eq!(read("Er geht. „Nein?“\n Sie  bleibt. "), ["Er geht.", "„Nein?“", "Sie  bleibt."]);
        assert_eq!(read("Am 14. Juni, z. B. um 10.14 Uhr (Marvel u. a., JAMA 281, 1999).").len(), 1);
        assert_eq!(read("„Nein?“ fragt er. Im Jahr 1999. Danach.").len(), 3);
        assert_eq!(read("Danke, dass Sie … Und beende den Satz. Ohne Punkt").len(), 3);
        assert!(["", " \n", "… “"].iter().all(|text| read(text).is_empty()));
    }

    #[test]
    fn words_have_no_marks() {
        assert_eq!(
            words("„Na ja“, sagt er – 3.20 Euro.").collect::<Vec<_>>(),
            ["Na", "ja", "sagt", "er", "3.20", "Euro"]
        );
    }
}
