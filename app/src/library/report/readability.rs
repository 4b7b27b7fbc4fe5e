//! How easy a text is to read: Flesch's reading ease, for German with Toni Amstad's numbers.
//!
//! English: 206.835 − 1.015 · words per sentence − 84.6 · syllables per word (Rudolf Flesch, Journal of Applied Psychology 32, 1948).
//! German: 180 − words per sentence − 58.5 · syllables per word (Toni Amstad, Wie verständlich sind unsere Zeitungen?, Zürich 1978).
//! 100 is very easy and 0 very hard in both. The formulas see sentences and words, not what they mean.

use super::syllables;
use crate::{
    language::Locale,
    library::{Paragraph, Voice, text},
};

/// Below this a text is probably harder than B1. No formula measures a level of the CEFR: 70 and more is what Flesch calls fairly easy (for
/// thirteen-year-olds), commonly set beside B1, and Amstad chose his numbers so that the same scale holds for German.
pub const THRESHOLD: f64 = 70.0;

/// The formula's name.
pub fn formula(locale: Locale) -> &'static str {
    match locale {
        Locale::De | Locale::DeCh => "Amstad",
        Locale::En => "Flesch",
    }
}

/// Of running text; titles and tables are left out. Nothing where there is no sentence.
pub fn ease<'a>(paragraphs: impl IntoIterator<Item = &'a Paragraph>, locale: Locale) -> Option<f64> {
    let (mut sentences, mut words, mut syllables) = (0_usize, 0_usize, 0_usize);
    for paragraph in paragraphs.into_iter().filter(|paragraph| paragraph.voice != Voice::Label) {
        for sentence in text::sentences(&paragraph.text) {
            sentences += 1;
            // Of a number nobody knows how it is read.
            for word in text::words(sentence).filter(|word| word.contains(char::is_alphabetic)) {
                words += 1;
                syllables += match locale {
                    Locale::De | Locale::DeCh => syllables::german(word),
                    Locale::En => syllables::english(word),
                };
            }
        }
    }
    let [sentences, words, syllables] = [sentences, words, syllables].map(|count| count as f64);
    if words == 0.0 {
        return None;
    }
    let (length, weight) = (words / sentences, syllables / words);
    Some(match locale {
        Locale::De | Locale::DeCh => 180.0 - length - 58.5 * weight,
        Locale::En => 206.835 - 1.015 * length - 84.6 * weight,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, locale: Locale) -> f64 {
        let paragraph = Paragraph { voice: Voice::Told, text: text.to_owned() };
        ease([&paragraph], locale).unwrap()
    }

    #[test]
    fn the_formulas_are_those_of_their_authors() {
        // Six words, six syllables, one sentence.
        assert!((of("The cat sat on the mat.", Locale::En) - 116.145).abs() < 0.001);
        // Four words, six syllables.
        assert!((of("Das ist eine Katze.", Locale::De) - (180.0 - 4.0 - 58.5 * 1.5)).abs() < 0.001);
        // Two sentences, seven words, ten syllables.
        assert!(
            (of("Der Hund bellt. Alle Leute hören ihn.", Locale::De) - (180.0 - 3.5 - 58.5 * 10.0 / 7.0)).abs() < 0.001
        );
    }

    #[test]
    fn long_words_and_sentences_are_harder() {
        let easy = of("Wir gehen heim. Es ist spät.", Locale::De);
        let hard = of(
            "Aufgrund unvorhergesehener Lieferverzögerungen erbitten wir Verständnis für die Terminverschiebung.",
            Locale::De,
        );
        assert!(easy > 80.0 && hard < 20.0, "{easy} {hard}");
        let label = Paragraph { voice: Voice::Label, text: "Lieferverzögerungen".to_owned() };
        assert_eq!(ease([&label], Locale::De), None);
    }
}
