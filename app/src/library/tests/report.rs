//! What authors are told beyond faults: endings out of balance, and the report on everything.

use super::fixture::{Content, DRILL, LESSON, LESSON_EN};
use crate::library::content_report;

#[test]
fn an_ending_is_reached_neither_always_nor_hardly_ever() {
    assert_eq!(Content::valid().faults_and_flaws(), []);
    let content = Content::valid()
        .change_both(DRILL, "trust = 2", "trust = 3")
        .change_both(DRILL, "trust>=4 tension<=3", "trust>=6 tension<=3")
        .change_both(DRILL, "`trust>=2` [weiter]", "`trust>=1` [weiter]");
    assert_eq!(content.faults(), [], "no server stops for it");
    let flaws = content.faults_and_flaws();
    let [flaw] = flaws.as_slice() else { panic!("{flaws:?}") };
    let line = content.text(DRILL).lines().position(|line| line.starts_with("## Höflich {#polite")).unwrap() + 1;
    assert_eq!((flaw.path.as_str(), flaw.line), (DRILL, line));
    assert_eq!(flaw.message, "75.0 % of random plays end here; it should be 3 to 70 %.");
    // Beside whatever else is wrong, and where two headings hold the same id in a text.
    let content = content.change_both(LESSON, "minutes = 4", "minutes = 9");
    let content = content.change_both(DRILL, "Ein Abend im Mai.", "Ein Abend im `{#polite}`.");
    let told: Vec<_> = content.faults_and_flaws().into_iter().map(|fault| (fault.path, fault.line)).collect();
    assert_eq!(told, [(DRILL, line), (LESSON, 3), (LESSON_EN, 3)].map(|(path, line)| (path.to_owned(), line)));
    assert_eq!(content.faults().len(), 2);
}

#[test]
fn of_a_thousand_random_plays_so_many_end_here_and_there() {
    let library = Content::valid().library();
    let report = library.drill("listening", "soup").and_then(|drill| drill.report()).unwrap();
    let (_, ends) = report.split_once("\nOf 1,000 random plays, on average\n").unwrap();
    let plays = |line: &str| line.split_once(" end in ")?.0.trim().parse::<i64>().ok();
    let plays: Vec<i64> = ends.lines().filter_map(plays).collect();
    assert!(plays.len() == 3 && (plays.iter().sum::<i64>() - 1000).abs() <= 1, "{ends}");
}

#[test]
fn the_report_tells_what_there_is() {
    let report = content_report(&Content::valid().library());
    for line in [
        "| listening/first | 28 | 28 | 4 | 0.2 | 0.1 | 103 | 106 | 28 words (de), not 350 to 600; 28 words (en), not 350 to 600 |",
        "| **all** | **1** | **1** | **1** | **1** | **1** | **1** | **1** | **2** | **2 of 2** |",
        "| listening | 7 parts in both languages, same structure | 1.01 |  |",
        "| listening/no | Das geht nicht. | Morgen um zehn ist es da. | Das geht nicht. | Morgen um zehn ist es da. |",
        "| S1.1 | Idea | listening/first, listening/soup, listening/cards |",
        "| S1.2 | Idea | **still to come** |",
        "### German: sentences (0)",
    ] {
        assert!(report.contains(&format!("\n{line}\n")), "no {line:?} in {report}");
    }
    let dialogue = report.lines().find(|line| line.starts_with("| listening/soup | 6 | 6.0 | 3 | regular (Good) "));
    assert!(dialogue.is_some_and(|line| line.ends_with(" % |")), "{report}");
}
