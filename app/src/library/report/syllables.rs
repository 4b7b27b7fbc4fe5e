//! How many syllables a word has, by how it is written: near enough for a mean over hundreds of words.
//!
//! A syllable has one vowel sound. Both languages count groups of vowels; what a group hides (Ru-he, qui-et) or writes without saying it (home)
//! is put right by a few rules. The English ones follow the idea of Greg Fast's Lingua::EN::Syllable (CPAN).

/// Two letters that are one sound in German, Duden's diphthongs and doubled vowels, and `ou` in words from French.
const GERMAN_PAIRS: [&str; 12] = ["aa", "ai", "au", "ay", "ee", "ei", "eu", "ey", "ie", "oo", "ou", "äu"];

/// Syllables of a German word; at least one.
pub fn german(word: &str) -> usize {
    let letters: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
    let is_vowel = |at: usize| letters.get(at).is_some_and(|letter| "aeiouyäöüàáâèéêíîóôúû".contains(*letter));
    let (mut at, mut count) = (0, 0);
    while at < letters.len() {
        // Qu is a consonant.
        let is_silent = at > 0 && letters.get(at) == Some(&'u') && letters.get(at - 1) == Some(&'q');
        if is_vowel(at) && !is_silent {
            count += 1;
            let pair: String = letters.iter().skip(at).take(2).collect();
            at += usize::from(GERMAN_PAIRS.contains(&pair.as_str()));
        }
        at += 1;
    }
    count.max(1)
}

/// Syllables of an English word; at least one.
pub fn english(word: &str) -> usize {
    let word: String = word.chars().flat_map(char::to_lowercase).filter(|sign| sign.is_alphabetic()).collect();
    if let Some((_, known)) = ODD.iter().find(|(odd, _)| *odd == word) {
        return *known;
    }
    let letters: Vec<char> = word.chars().collect();
    let groups = vowel_groups(&letters);
    let hidden = groups.iter().filter(|group| hides_a_syllable(&letters, group)).count();
    let silent = usize::from(ends_silently(&letters)) + usize::from(is_silent_within(&word));
    // Didn't, wouldn't; rhythm, criticism.
    let spoken_ends = ["dnt", "snt", "thm", "ism"].iter().filter(|end| word.ends_with(**end)).count();
    (groups.len() + hidden + spoken_ends).saturating_sub(silent).max(1)
}

/// What no rule of this size gets right.
const ODD: [(&str, usize); 27] = [
    ("mr", 2),
    ("mrs", 2),
    ("hundred", 2),
    ("business", 2),
    ("people", 2),
    ("every", 2),
    ("everybody", 4),
    ("everything", 3),
    ("everywhere", 3),
    ("evening", 2),
    ("evenings", 2),
    ("area", 3),
    ("idea", 3),
    ("ideas", 3),
    ("being", 2),
    ("science", 2),
    ("colleague", 2),
    ("colleagues", 2),
    ("quite", 1),
    ("cafe", 2),
    ("café", 2),
    ("real", 1),
    ("wednesday", 2),
    ("maybe", 2),
    ("somebody", 3),
    ("something", 2),
    ("isnt", 2),
];

fn is_vowel(letters: &[char], at: usize) -> bool {
    match letters.get(at) {
        Some('y') => at > 0 && !(is_plain_vowel(letters, at - 1) && is_plain_vowel(letters, at + 1)),
        // Qu is a consonant.
        Some('u') if at > 0 && letters.get(at - 1) == Some(&'q') => false,
        _ => is_plain_vowel(letters, at),
    }
}

fn is_plain_vowel(letters: &[char], at: usize) -> bool {
    letters.get(at).is_some_and(|letter| "aeiouàáâäèéêïíóôöúûü".contains(*letter))
}

fn vowel_groups(letters: &[char]) -> Vec<std::ops::Range<usize>> {
    let mut groups: Vec<std::ops::Range<usize>> = Vec::new();
    for at in (0..letters.len()).filter(|at| is_vowel(letters, *at)) {
        match groups.last_mut() {
            Some(group) if group.end == at => group.end += 1,
            _ => groups.push(at..at + 1),
        }
    }
    groups
}

/// Two vowels that belong to two syllables: vari-ous, qui-et, go-ing.
fn hides_a_syllable(letters: &[char], group: &std::ops::Range<usize>) -> bool {
    let text = |range: std::ops::Range<usize>| -> String { letters.get(range).unwrap_or_default().iter().collect() };
    let (vowels, after) = (text(group.clone()), text(group.end..letters.len()));
    let before = group.start.checked_sub(1).and_then(|at| letters.get(at)).copied().unwrap_or(' ');
    let is_soft = matches!(before, 'c' | 't' | 's' | 'g' | 'x');
    match vowels.as_str() {
        "ia" | "io" | "iou" => !is_soft,
        "iu" | "eo" | "uou" | "uo" | "yi" => true,
        "ua" => before != 'g',
        "ie" => {
            (after.starts_with('t') && before == 'u')
                || ["r", "st", "rs"].contains(&after.as_str()) && letters.len() > 5
                || after.starts_with("nt") && !is_soft
                || after.starts_with("ty")
        }
        "ei" | "oi" | "ui" | "eei" | "ai" | "aui" => after.starts_with("ng"),
        "ea" => {
            after.starts_with("t") && before == 'r' && text(0..group.start).ends_with("cr") || after.starts_with("ct")
        }
        _ => false,
    }
}

/// An e (es, ed) at the end that nobody says: home, times, asked.
fn ends_silently(letters: &[char]) -> bool {
    let word: String = letters.iter().collect();
    let (stem, is_plural, is_past) = match (word.strip_suffix("es"), word.strip_suffix("ed"), word.strip_suffix('e')) {
        (Some(stem), _, _) => (stem, true, false),
        (_, Some(stem), _) => (stem, false, true),
        (_, _, Some(stem)) => (stem, false, false),
        _ => return false,
    };
    let stem: Vec<char> = stem.chars().collect();
    let Some(last) = stem.len().checked_sub(1) else { return false };
    let (before, second) = (stem[last], last.checked_sub(1).and_then(|at| stem.get(at)).copied());
    let has_vowel = (0..stem.len()).any(|at| is_vowel(&stem, at));
    // Ta-ble, lit-tle.
    let is_own = before == 'l' && second.is_some_and(|letter| !"aeiouylr".contains(letter));
    let is_hissed = is_plural
        && (matches!(before, 's' | 'x' | 'z' | 'c' | 'g') || matches!((second, before), (Some('c' | 's'), 'h')));
    let is_spoken = is_past && matches!(before, 't' | 'd');
    has_vowel && !is_plain_vowel(&stem, last) && !is_own && !is_hissed && !is_spoken
}

/// An e before an ending: care-ful, state-ment, some-thing.
fn is_silent_within(word: &str) -> bool {
    let ends = [
        "ful", "fully", "ly", "ment", "ments", "less", "ness", "thing", "body", "where", "times", "time", "work",
        "one", "how",
    ];
    let stems = ends.iter().filter_map(|end| word.strip_suffix(end)?.strip_suffix('e'));
    stems.into_iter().any(|stem| {
        let letters: Vec<char> = stem.chars().collect();
        let last = letters.len().saturating_sub(1);
        letters.len() > 1
            && !is_vowel(&letters, last)
            && (0..last).any(|at| is_vowel(&letters, at))
            && !stem.ends_with("el")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `Wort-teil` by `Wort-teil`, as dictionaries part them.
    fn check(of: fn(&str) -> usize, parted: &str) {
        for word in parted.split_whitespace() {
            assert_eq!(of(&word.replace('-', "")), word.split('-').count(), "{word}");
        }
    }

    #[test]
    fn german_words_as_in_the_dictionary() {
        check(
            german,
            "Haus Kat-ze Freu-de Be-schwer-de Kund-schaft Au-gen-hö-he Ent-schei-dungs-kar-te neu-e Ru-he sie-he",
        );
        check(
            german,
            "Quit-tung be-quem I-dee Sta-ti-on ak-tu-ell Häu-ser Tee Boot Saal Mai Bay-ern ge-hört Zwi-schen-mel-dung",
        );
        check(
            german,
            "Tour Psy-cho-lo-gie Wert-schät-zung Ü-ber-ga-be ja öf-fent-lich Dienst-leis-tung Ge-spräch zwölf un-ru-hig",
        );
    }

    #[test]
    fn english_words_as_in_the_dictionary() {
        check(
            english,
            "house time times cus-tom-er ta-ble lit-tle asked want-ed hou-ses box-es care-ful state-ment some-one",
        );
        check(english, "qui-et var-i-ous go-ing try-ing say-ing cre-ate i-de-a peo-ple busi-ness the eye beau-ti-ful");
        check(english, "a-pol-o-gise good-will em-ploy-ee law-yers ear-li-er so-ci-e-ty re-spon-si-ble po-lite-ly");
    }

    #[test]
    fn what_is_no_word_has_one() {
        for word in ["", "x", "'", "hm", "1999"] {
            assert_eq!((german(word), english(word)), (1, 1), "{word}");
        }
    }
}
