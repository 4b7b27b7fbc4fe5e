//! The words of an intention: two short parts make one sentence.

/// The longest half of a sentence, in characters.
pub const PART_MAX: usize = 160;
/// The longest sentence that authors offer ready, in characters.
pub const READY_MAX: usize = 400;
/// The longest note on how it went, in characters.
pub const NOTE_MAX: usize = 300;
/// The longest note on what stopped somebody, in characters.
pub const OBSTACLE_MAX: usize = 500;

/// Text as one line: nothing but words with single spaces between them.
pub fn one_line(typed: &str) -> String {
    let words = typed.split(|sign: char| sign.is_whitespace() || sign.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The first half as it stands after „Wenn“: people repeat the word, or end with a comma.
pub fn tidy_when(typed: &str) -> String {
    tidy(typed, &["wenn ", "when ", "if "])
}

/// The second half as it stands after „dann“.
pub fn tidy_then(typed: &str) -> String {
    tidy(typed, &["dann ", "then "])
}

fn tidy(typed: &str, openings: &[&str]) -> String {
    const AROUND: [char; 4] = ['.', ',', '…', ' '];
    let line = one_line(typed);
    let line = line.trim_start_matches(AROUND);
    let is_opening =
        |opening: &&&str| line.get(..opening.len()).is_some_and(|start| start.eq_ignore_ascii_case(opening));
    let rest = openings.iter().find(is_opening).map_or(line, |opening| &line[opening.len()..]);
    rest.trim_start_matches(AROUND).trim_end_matches(['.', ',', ' ']).to_owned()
}

/// The halves of a whole sentence as authors write it (`Wenn …, dann …`), so that it can be changed before it is taken.
pub fn halves(sentence: &str) -> Option<(String, String)> {
    let sentence = one_line(sentence);
    let (condition, deed) = sentence.split_once(", dann ").or_else(|| sentence.split_once(", then "))?;
    let (condition, deed) = (tidy_when(condition), tidy_then(deed));
    (!condition.is_empty() && !deed.is_empty()).then_some((condition, deed))
}

/// A sentence with its full stop, unless it ends with a mark of its own.
pub fn sentence(text: String) -> String {
    if text.ends_with(['.', '!', '?', '…', '“', '”', '»', '"']) { text } else { text + "." }
}

/// The message key of what is wrong with a note, if anything.
pub fn note_fault(note: &str) -> Option<&'static str> {
    (note.chars().count() > NOTE_MAX).then_some("field-note-long")
}

/// The message key of what is wrong with what stopped somebody, if anything.
pub fn obstacle_fault(obstacle: &str) -> Option<&'static str> {
    (obstacle.chars().count() > OBSTACLE_MAX).then_some("field-obstacle-long")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_holds_words_and_nothing_else() {
        assert_eq!(one_line("  eins\r\n\u{1f}zwei\t\u{1e} drei "), "eins zwei drei");
        assert_eq!(one_line("\u{7}"), "");
    }

    #[test]
    fn what_the_form_says_already_is_not_said_twice() {
        assert_eq!(tidy_when("Wenn jemand sich beschwert,"), "jemand sich beschwert");
        assert_eq!(tidy_when("… wenn jemand wartet …"), "jemand wartet …");
        assert_eq!(tidy_when("wennschon"), "wennschon");
        assert_eq!(
            tidy_then("dann sage ich zuerst, was ich verstanden habe."),
            "sage ich zuerst, was ich verstanden habe"
        );
        assert_eq!(tidy_then("then I look up first"), "I look up first");
        assert_eq!(tidy_then("ä"), "ä");
        assert_eq!(tidy_then(" . , "), "");
    }

    #[test]
    fn a_ready_sentence_comes_apart() {
        let halves = |sentence| halves(sentence).unwrap();
        let german = halves("Wenn jemand fragt, ob es geht, dann sage ich, was geht.");
        assert_eq!(german, ("jemand fragt, ob es geht".to_owned(), "sage ich, was geht".to_owned()));
        assert_eq!(halves("When it rains, then I say so.").1, "I say so");
        assert_eq!(super::halves("Ich höre zu."), None);
    }

    #[test]
    fn a_sentence_ends_once() {
        assert_eq!(sentence("Wenn a, dann b".to_owned()), "Wenn a, dann b.");
        assert_eq!(sentence("Wenn a, dann frage ich: „Wie?“".to_owned()), "Wenn a, dann frage ich: „Wie?“");
    }

    #[test]
    fn words_are_counted_in_characters() {
        assert_eq!(note_fault(&"ß".repeat(NOTE_MAX)), None);
        assert_eq!(note_fault(&"ß".repeat(NOTE_MAX + 1)), Some("field-note-long"));
        assert_eq!(obstacle_fault(&"ß".repeat(OBSTACLE_MAX)), None);
        assert_eq!(obstacle_fault(&"ß".repeat(OBSTACLE_MAX + 1)), Some("field-obstacle-long"));
    }
}
