//! The report as it is printed.

use std::fmt::Write;

use super::{
    LANGUAGES,
    figures::{DialogueFigures, LessonFigures, ModuleFigures, RATE},
    paragraphs::Part,
    readability::{THRESHOLD, formula},
    recurrence::{self, Recurrence},
};
use crate::{
    drills::{KINDS, phrase::Phrase},
    library::{Library, count_words},
};

/// A lesson has so many words.
const LESSON: std::ops::RangeInclusive<usize> = 350..=600;
/// A translation this much shorter or longer than usual is worth a look.
const STRAY: f64 = 0.2;

/// Everything about the curriculum, as Markdown.
pub fn content_report(library: &Library) -> String {
    let modules: Vec<ModuleFigures> = library.modules.iter().map(ModuleFigures::of).collect();
    let mut out = String::from("# Content report\n");
    method(&mut out);
    lengths(&mut out, &modules);
    practice(&mut out, library, &modules);
    lessons(&mut out, &modules);
    dialogues(&mut out, &modules);
    translation(&mut out, &modules);
    phrases(&mut out, library);
    ideas(&mut out, library);
    recurrences(&mut out, &modules);
    out
}

fn method(out: &mut String) {
    let _ = write!(
        out,
        "\n## How this is counted\n\n\
         - **Words**: everything that readers can meet, with every way through a dialogue.\n\
         - **Minutes read**: lessons, and every drill once (a dialogue on the mean of all random ways, with what is explained after it), at \
         {} German and {} English words a minute; those are adults who read aloud (Trauzettel-Klosinski and Dietz, Investigative Ophthalmology & \
         Visual Science 53, 2012). Thinking, writing and recall cards come on top.\n\
         - **Reading ease**: German by Amstad (180 − words per sentence − 58.5 × syllables per word; Toni Amstad, Zürich 1978), English by Flesch \
         (206.835 − 1.015 × words per sentence − 84.6 × syllables per word; Rudolf Flesch, Journal of Applied Psychology 32, 1948), over running \
         text without titles and tables. Higher is easier. Below {THRESHOLD} a text is probably harder than B1; no formula measures a level, so this is a \
         reason to read it again and no verdict.\n\
         - **Shares of endings**: of random plays, in which every choice of a scene is as likely as the others; worked out, not drawn.\n",
        RATE[0], RATE[1],
    );
}

fn lengths(out: &mut String, modules: &[ModuleFigures]) {
    let rows = modules.iter().map(|one| {
        let [german, english] = one.words;
        vec![
            one.module.id.clone(),
            german.to_string(),
            english.to_string(),
            one.module.minutes.to_string(),
            one.minutes_of_parts.to_string(),
            format!("{:.0}", one.reading_minutes[0]),
            format!("{:.0}", one.reading_minutes[1]),
            ease(one.ease[0]),
            ease(one.ease[1]),
        ]
    });
    let sum = |figure: &dyn Fn(&ModuleFigures) -> f64| format!("**{:.0}**", modules.iter().map(figure).sum::<f64>());
    let total = vec![
        "**all**".to_owned(),
        sum(&|one| one.words[0] as f64),
        sum(&|one| one.words[1] as f64),
        sum(&|one| f64::from(one.module.minutes)),
        sum(&|one| f64::from(one.minutes_of_parts)),
        sum(&|one| one.reading_minutes[0]),
        sum(&|one| one.reading_minutes[1]),
        String::new(),
        String::new(),
    ];
    let head =
        ["module", "words de", "words en", "minutes stated", "its parts", "read de", "read en", "ease de", "ease en"];
    section(out, "Length and reading ease", &head, rows.chain([total]));
}

fn practice(out: &mut String, library: &Library, modules: &[ModuleFigures]) {
    let mut head = vec!["module", "lessons", "checks", "reflections"];
    head.extend(KINDS.map(|kind| kind.id));
    head.extend(["cards", "competencies"]);
    let figures = |one: &ModuleFigures| {
        let mut figures = vec![one.lessons.len(), one.checks, one.reflections];
        figures.extend(&one.drills);
        figures.push(one.module.cards.len());
        figures
    };
    let rows = modules.iter().map(|one| {
        let mut row = vec![one.module.id.clone()];
        row.extend(figures(one).iter().map(usize::to_string));
        row.push(one.competencies.iter().copied().collect::<Vec<_>>().join(", "));
        row
    });
    let mut total = vec!["**all**".to_owned()];
    let sums =
        modules.iter().map(figures).reduce(|sums, next| sums.iter().zip(next).map(|(sum, one)| sum + one).collect());
    total.extend(sums.unwrap_or_default().iter().map(|sum| format!("**{sum}**")));
    let is_covered = |id: &str| modules.iter().any(|one| one.competencies.contains(id));
    let covered = library.competencies.iter().filter(|one| is_covered(&one.id)).count();
    total.push(format!("**{covered} of {}**", library.competencies.len()));
    section(out, "Lessons, drills, cards", &head, rows.chain([total]));
}

fn lessons(out: &mut String, modules: &[ModuleFigures]) {
    let row = |(one, module): (&LessonFigures, &str)| {
        vec![
            format!("{module}/{}", one.lesson.id),
            one.words[0].to_string(),
            one.words[1].to_string(),
            one.lesson.minutes.to_string(),
            format!("{:.1}", one.words[0] as f64 / RATE[0]),
            format!("{:.1}", one.words[1] as f64 / RATE[1]),
            ease(one.ease[0]),
            ease(one.ease[1]),
            notes(one).join("; "),
        ]
    };
    let rows = modules.iter().flat_map(|one| one.lessons.iter().map(|lesson| (lesson, one.module.id.as_str())));
    let head = ["lesson", "words de", "en", "minutes stated", "read de", "en", "ease de", "en", "to look at"];
    section(out, "Lessons", &head, rows.map(row));
}

/// What is to be looked at in a lesson.
fn notes(one: &LessonFigures) -> Vec<String> {
    let mut notes = Vec::new();
    for (at, locale) in LANGUAGES.into_iter().enumerate() {
        if one.ease[at].is_some_and(|ease| ease < THRESHOLD) {
            notes.push(format!("harder than about B1 ({}, {})", locale.tag(), formula(locale)));
        }
        if !LESSON.contains(&one.words[at]) {
            notes.push(format!(
                "{} words ({}), not {} to {}",
                one.words[at],
                locale.tag(),
                LESSON.start(),
                LESSON.end()
            ));
        }
    }
    notes
}

fn dialogues(out: &mut String, modules: &[ModuleFigures]) {
    let row = |one: &DialogueFigures| {
        let endings = one.endings.iter().map(|(id, outcome, share)| format!("{id} ({outcome:?}) {share:.1} %"));
        vec![
            format!("{}/{}", one.dialogue.head.module, one.dialogue.head.id),
            one.longest.to_string(),
            format!("{:.1}", one.mean),
            one.endings.len().to_string(),
            endings.collect::<Vec<_>>().join(", "),
        ]
    };
    let head = ["dialogue", "turns at most", "on average", "endings", "share of random plays"];
    section(out, "Dialogues", &head, modules.iter().flat_map(|one| &one.dialogues).map(row));
}

fn translation(out: &mut String, modules: &[ModuleFigures]) {
    let sum = |at: usize| modules.iter().map(|one| one.words[at]).sum::<usize>();
    let usual = ratio(sum(0), sum(1));
    let rows = modules.iter().map(|one| {
        let [german, english] = &one.parts;
        let pairs = german.iter().zip(english).map(|(german, english)| {
            (german, ratio(count_words(&german.paragraphs), count_words(&english.paragraphs)))
        });
        let stray = pairs.filter(|(_, ratio)| (ratio - usual).abs() > STRAY);
        let stray: Vec<String> = stray.map(|(part, ratio)| format!("{} {ratio:.2}", part.place)).collect();
        let state = format!("{} parts in both languages, same structure", german.len());
        vec![one.module.id.clone(), state, format!("{:.2}", ratio(one.words[0], one.words[1])), stray.join(", ")]
    });
    let stray = format!("parts that differ by more than {STRAY}");
    let title = format!("Translation ({usual:.2} English words for a German one)");
    section(out, &title, &["module", "state", "en : de", stray.as_str()], rows);
}

fn ratio(german: usize, english: usize) -> f64 {
    english as f64 / german.max(1) as f64
}

fn phrases(out: &mut String, library: &Library) {
    let drills = library.modules.iter().flat_map(|module| &module.drills);
    let phrases = drills.filter_map(|drill| Some((drill.item(), drill.as_kind::<Phrase>()?)));
    let rows = phrases.map(|(item, Phrase(written))| {
        let texts = LANGUAGES
            .into_iter()
            .flat_map(|locale| [&written.sentence, &written.good.says].map(|text| text.get(locale).words()));
        std::iter::once(item).chain(texts).collect()
    });
    section(out, "Phrases", &["drill", "instead of", "for example", "instead of", "for example"], rows);
}

fn ideas(out: &mut String, library: &Library) {
    let rows = library.ideas.iter().map(|idea| {
        let places = if idea.taught_in.is_empty() { "**still to come**".to_owned() } else { idea.taught_in.join(", ") };
        vec![idea.id.clone(), idea.text.en.clone(), places]
    });
    section(out, &format!("The {} ideas", library.ideas.len()), &["idea", "in short", "taught in"], rows);
}

fn recurrences(out: &mut String, modules: &[ModuleFigures]) {
    let _ = write!(
        out,
        "\n## Said in more than one module\n\nSentences of five words or more, and openings of four words; people's greetings of up to four words are left \
         out. The most frequent first.\n"
    );
    for (at, language) in ["German", "English"].into_iter().enumerate() {
        let parts: Vec<&Part> = modules.iter().flat_map(|one| &one.parts[at]).collect();
        list(out, &format!("{language}: sentences"), &recurrence::sentences(&parts));
        list(out, &format!("{language}: openings"), &recurrence::openings(&parts));
    }
}

fn list(out: &mut String, title: &str, found: &[Recurrence]) {
    let _ = write!(out, "\n### {title} ({})\n\n", found.len());
    if found.is_empty() {
        out.push_str("None.\n");
    }
    for one in found {
        let places = one.places.iter().map(|(place, count)| match count {
            1 => place.clone(),
            count => format!("{place} ({count})"),
        });
        let _ = writeln!(out, "- {} × {}: {}", one.count, one.words, places.collect::<Vec<_>>().join(", "));
    }
}

fn ease(ease: Option<f64>) -> String {
    ease.map_or_else(String::new, |ease| format!("{ease:.0}"))
}

/// A heading and a table under it.
fn section(out: &mut String, title: &str, head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) {
    let _ = write!(out, "\n## {title}\n\n| {} |\n|{}\n", head.join(" | "), " --- |".repeat(head.len()));
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| cell.replace('|', "\\|")).collect();
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_holds_what_it_is_given() {
        let mut out = String::new();
        section(&mut out, "Title", &["a", "b"], [vec!["1".to_owned(), "x | y".to_owned()]]);
        assert_eq!(out, "\n## Title\n\n| a | b |\n| --- | --- |\n| 1 | x \\| y |\n");
    }
}
