use super::*;

fn typed_line(what: &str, limit: &str, tell: &str) -> Line {
    let german = |text: &str| Bilingual::new(text, "");
    Line { what: german(what), limit: german(limit), tell: german(tell) }
}

fn typed(lines: Vec<Line>) -> Card {
    Card { job: Bilingual::new("Kasse", ""), lines, ..Card::default() }
}

#[test]
fn empty_lines_fall_away_and_the_rest_is_tidied() {
    let lines = vec![Line::default(), typed_line(" Bon  fehlt ", "bis 50\r\nEuro", ""), typed_line(" ", "", "")];
    let (card, flash) = typed(lines).read(false);
    assert!(flash.is_empty(), "{flash:?}");
    assert_eq!(card.job.de, "Kasse");
    let [line] = card.lines.as_slice() else { panic!("{card:?}") };
    assert_eq!(
        (line.what.de.as_str(), line.limit.de.as_str(), line.tell.is_empty()),
        ("Bon fehlt", "bis 50 Euro", true)
    );
}

#[test]
fn a_line_names_its_reason_and_its_limit() {
    let lines = vec![typed_line("", "50", ""), Line::default(), typed_line("Bon fehlt", "", "Leitung")];
    let (_, flash) = typed(lines).read(false);
    let errors: Vec<_> = flash.errors.iter().map(|(field, message)| (field.as_str(), message.as_str())).collect();
    assert_eq!(errors, [("line-0-what-de", "card-what-missing"), ("line-2-limit-de", "card-limit-missing")]);
    assert_eq!(flash.value("line-2-tell-de"), Some("Leitung"), "what was typed comes back where it was");
    assert_eq!(flash.value("rows"), Some("3"));
}

#[test]
fn either_language_will_do() {
    let line = Line { what: Bilingual::new("", "No receipt"), limit: Bilingual::new("bis 50", ""), ..Line::default() };
    let (card, flash) = typed(vec![line]).read(false);
    assert!(flash.is_empty(), "{flash:?}");
    assert_eq!(card.lines[0].what.words(Locale::De), "No receipt");
}

#[test]
fn cards_are_bounded() {
    let long = vec![typed_line(&"ß".repeat(WHAT_MAX + 1), &"x".repeat(PART_MAX), &"x".repeat(PART_MAX + 1))];
    let (_, flash) = typed(long).read(false);
    assert_eq!(flash.errors.keys().collect::<Vec<_>>(), ["line-0-tell-de", "line-0-what-de"]);
    let (_, flash) = typed(vec![typed_line("a", "b", ""); MOST_LINES + 1]).read(false);
    assert_eq!(flash.error("line-8-what-de"), Some("card-too-many-lines"));
    let note = Card { note: Bilingual::new("x".repeat(NOTE_MAX + 1), ""), ..Card::default() };
    assert_eq!(note.read(true).1.error("note-de"), Some("card-note-too-long"));
}

#[test]
fn only_the_common_card_has_no_job() {
    let nameless = Card::default();
    assert_eq!(nameless.read(false).1.error("job-de"), Some("card-job-missing"));
    assert!(nameless.read(true).1.is_empty());
    let named = typed(Vec::new());
    assert!(named.read(true).0.job.is_empty(), "a common card takes none");
    let long = Card { job: Bilingual::new("x".repeat(JOB_MAX + 1), ""), ..Card::default() };
    assert_eq!(long.read(false).1.error("job-de"), Some("card-job-too-long"));
}

#[test]
fn much_text_takes_a_larger_sheet() {
    let line = |text: &str| Line { what: Bilingual::new(text, "short"), ..Line::default() };
    let card = |count, text: &str| Card { lines: vec![line(text); count], ..Card::default() };
    assert_eq!(Sheet::of(&card(4, "Bon fehlt, Ware ist von uns"), Locale::De), Sheet::Pocket);
    assert_eq!(Sheet::of(&card(5, "Bon fehlt, Ware ist von uns"), Locale::De), Sheet::A6);
    assert_eq!(Sheet::of(&card(6, "Bon fehlt, Ware ist von uns"), Locale::En), Sheet::Pocket);
    assert_eq!(Sheet::of(&card(8, "Bon fehlt, Ware ist von uns"), Locale::En), Sheet::A6);
}
