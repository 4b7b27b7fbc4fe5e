//! What the invented organisation says itself: decision cards for three jobs, its values, and a worksheet about them.

use rand::rngs::StdRng;

use super::organisation::{Plan, id};
use crate::{
    decision_cards::{
        model::{COMMON, Card, Line},
        store::write_card,
    },
    error::Result,
    language::Bilingual,
    our_values::{
        model::{Kind, Statement},
        store::{Check, write_check, write_statement},
        worksheet::{Answer, Answers, QUESTIONS},
    },
    storage::Connection,
};

/// A text in German and English.
type Both = (&'static str, &'static str);

/// What, up to how much, whom to tell.
type CardLine = [Both; 3];

const NOBODY: Both = ("", "");
const SHIFT: Both = ("Bescheid an die Schichtleitung", "tell the shift lead");
const CASE: Both = ("drei Zeilen im Fall", "three lines in the case");

struct Job {
    name: Both,
    /// The names of the teams whose card it is.
    teams: &'static [&'static str],
    lines: &'static [CardLine],
    note: Both,
}

const JOBS: [Job; 4] = [
    // What whoever has no other card reads: here the people who deliver.
    Job {
        name: ("", ""),
        teams: &[],
        lines: &[
            [
                ("Unser Fehler, klein", "Our mistake, a small one"),
                ("bis 20 Euro oder Franken", "up to 20 euros or francs"),
                SHIFT,
            ],
            [
                ("Jemand wartet länger als versprochen", "Somebody waits longer than promised"),
                ("ein Getränk, oder Lieferung nach Hause", "a drink, or delivery to their home"),
                NOBODY,
            ],
        ],
        note: (
            "Über alles andere entscheidet die Schichtleitung. Sag der Person, wer das ist und bis wann sie Bescheid bekommt.",
            "The shift lead decides about everything else. Tell the person who that is, and by when they will know.",
        ),
    },
    Job {
        name: ("Verkauf", "Sales floor"),
        teams: &["Mode", "Elektronik", "Haushalt"],
        lines: &[
            [
                ("Umtausch nach der Frist, ungetragen", "Exchange after the deadline, unworn"),
                ("bis 8 Wochen", "up to 8 weeks"),
                NOBODY,
            ],
            [
                ("Bon fehlt, Ware ist von uns", "No receipt, goods are ours"),
                ("Ersatz bis 60", "a new one up to 60"),
                NOBODY,
            ],
            [("Kleiner Makel", "A small flaw"), ("10 Prozent", "10 per cent"), NOBODY],
            [("Unser Fehler", "Our mistake"), ("bis 50, oder Lieferung gratis", "up to 50, or free delivery"), SHIFT],
        ],
        note: (
            "Beträge in Euro oder Franken. Derselbe Fehler ist bei allen gleich viel wert: Biete es auch denen an, die nichts verlangen.",
            "Amounts in euros or francs. The same mistake is worth the same for everybody: offer it to those who ask for nothing, too.",
        ),
    },
    Job {
        name: ("Kasse", "Till"),
        teams: &["Kasse"],
        lines: &[
            [
                ("Preis am Regal war tiefer", "Lower price on the shelf"),
                ("Regalpreis gilt", "shelf price counts"),
                NOBODY,
            ],
            [("Geld zurück mit Bon", "Money back with receipt"), ("bis 100", "up to 100"), NOBODY],
            [("Gutschein abgelaufen", "Voucher has expired"), ("bis 3 Monate", "up to 3 months"), NOBODY],
            [("Unser Fehler", "Our mistake"), ("bis 20", "up to 20"), SHIFT],
        ],
        note: ("Beträge in Euro oder Franken.", "Amounts in euros or francs."),
    },
    Job {
        name: ("Kundendienst", "Customer service"),
        teams: &["Kundendienst"],
        lines: &[
            [
                ("Garantie seit höchstens drei Monaten vorbei", "Guarantee over for three months at most"),
                ("Reparatur auf unsere Kosten, bis 120", "repair at our cost, up to 120"),
                CASE,
            ],
            [
                ("Reparatur dauert länger als zehn Tage", "A repair takes longer than ten days"),
                ("Leihgerät, oder 15 Prozent auf die Rechnung", "a loan, or 15 per cent off the bill"),
                CASE,
            ],
            [
                ("Zweiter Fehler am selben Gerät", "A second fault in the same device"),
                ("neues Gerät bis 200", "a new device up to 200"),
                ("Teamleitung, am selben Tag", "team lead, the same day"),
            ],
            [
                ("Lieferung kam nicht wie abgemacht", "A delivery did not come as agreed"),
                ("Versand zurück, dazu bis 30", "postage back, and up to 30"),
                CASE,
            ],
            [
                ("Jemand ist laut und im Unrecht", "Somebody is loud and in the wrong"),
                ("nichts, was andere nicht auch bekämen", "nothing that others would not get"),
                NOBODY,
            ],
        ],
        note: (
            "Beträge in Euro oder Franken. Über mehr entscheidet die Teamleitung, erreichbar bis 18 Uhr.",
            "Amounts in euros or francs. The team lead decides about more, and can be reached until 6 pm.",
        ),
    },
];

/// Kind, name, sentence.
const STATEMENTS: [(Kind, Both, Both); 5] = [
    (
        Kind::Vision,
        ("", ""),
        (
            "In zehn Jahren bringen die Leute zu uns, was kaputt ist, bevor sie etwas Neues kaufen.",
            "In ten years, people will bring us what is broken before they buy something new.",
        ),
    ),
    (
        Kind::Mission,
        ("", ""),
        (
            "Wir helfen dir, das Richtige zu finden, auch wenn es das Günstigere ist, und sind da, wenn es nicht mehr tut.",
            "We help you find what fits, even if it is the cheaper one, and are there when it stops working.",
        ),
    ),
    (
        Kind::Value,
        ("Antwort", "An answer"),
        (
            "Bei uns geht niemand ohne Antwort, auch wenn die Schlange lang ist.",
            "Nobody leaves without an answer, even if the queue is long.",
        ),
    ),
    (
        Kind::Value,
        ("Ehrlicher Rat", "Honest advice"),
        (
            "Wir raten ab, wenn etwas nicht passt, und verkaufen dann lieber nichts.",
            "We advise against what does not fit, and would rather sell nothing then.",
        ),
    ),
    (
        Kind::Value,
        ("Leidenschaft", "Passion"),
        ("Wir begeistern mit Leidenschaft und Qualität.", "We delight with passion and quality."),
    ),
];

/// Days ago, answers in the order of the questions (`y`, `p`, `n`), and the note; the vision is still to be checked.
const CHECKS: [Option<(i64, &str, &str)>; 5] = [
    None,
    Some((24, "yyypyyp", "Fünf Gespräche an der Theke, jedes Team eines. Am Ersten wird nachgefragt.")),
    Some((24, "yyyyyyy", "Im Kundendienst gefragt: drei Beispiele aus den letzten Wochen, ohne langes Nachdenken.")),
    Some((23, "yyyyypp", "Das Wort „lieber“ kam aus der Elektronik. Kundschaft noch nicht gefragt.")),
    Some((
        23,
        "nnnnpnn",
        "Steht seit 2014 an der Wand. Zwei Leute aus jedem Haus schreiben bis Monatsende einen Satz, der am Dienstag taugt.",
    )),
];

const DAY: i64 = 24 * 60 * 60 * 1000;

pub async fn insert(tx: &mut Connection, random: &mut StdRng, plan: &Plan, now: i64) -> Result<()> {
    for job in JOBS {
        insert_card(tx, random, plan, &job, now - 40 * DAY).await?;
    }
    for (position, ((kind, name, words), check)) in (0..).zip(STATEMENTS.into_iter().zip(CHECKS)) {
        let statement = Statement { id: id(random), kind, name: both(name), words: both(words) };
        let statement_at = now - 60 * DAY;
        write_statement(tx, (position, &statement), statement_at).await?;
        if let Some((days, answers, note)) = check {
            let (statement, answers, checked_at) = (statement.id, answers_of(answers), now - days * DAY);
            let check = Check { id: id(random), statement, statement_at, answers, note: note.to_owned(), checked_at };
            write_check(tx, &check).await?;
        }
    }
    Ok(())
}

async fn insert_card(tx: &mut Connection, random: &mut StdRng, plan: &Plan, job: &Job, at: i64) -> Result<()> {
    let is_common = job.teams.is_empty();
    let card_id = if is_common { COMMON.to_owned() } else { id(random) };
    write_card(tx, &card_id, &card(job), at).await?;
    for team in plan.teams.iter().filter(|team| job.teams.contains(&team.name)) {
        super::store::give_card(tx, &team.id, &card_id).await?;
    }
    Ok(())
}

fn card(job: &Job) -> Card {
    let line = |[what, limit, tell]: &CardLine| Line { what: both(*what), limit: both(*limit), tell: both(*tell) };
    Card { job: both(job.name), lines: job.lines.iter().map(line).collect(), note: both(job.note) }
}

fn both((de, en): Both) -> Bilingual {
    Bilingual::new(de, en)
}

fn answers_of(typed: &str) -> Answers {
    let answers = QUESTIONS.into_iter().zip(typed.bytes()).map(|(question, answer)| {
        let answer = match answer {
            b'y' => Answer::Yes,
            b'p' => Answer::Partly,
            _ => Answer::No,
        };
        (question.to_owned(), answer)
    });
    answers.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_invented_could_have_been_typed() {
        for job in &JOBS {
            let (read, flash) = card(job).read(job.teams.is_empty());
            assert!(flash.is_empty() && read == card(job), "{flash:?}");
        }
        for (_, answers, _) in CHECKS.into_iter().flatten() {
            assert_eq!(answers.len(), QUESTIONS.len());
        }
    }
}
