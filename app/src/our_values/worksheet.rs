//! The worksheet: seven questions to one sentence, and what follows from the answers.
//!
//! It is the first of the three steps that the module "leading-service" teaches: check the words, then draw measures from them, then make the
//! change last. A poster that nobody could act on is found out here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{language::plain_text, storage::Flash};

/// The longest note, in characters.
pub const NOTE_MAX: usize = 1000;

/// The questions, in the order in which they are asked. Each has the messages `worksheet-ID`, `worksheet-ID-hint` and, where the answer is not
/// yes, `worksheet-ID-next`.
pub const QUESTIONS: [&str; 7] = ["customers", "tuesday", "limits", "opposite", "example", "authors", "asked"];

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    Yes,
    Partly,
    No,
}

impl Answer {
    pub const ALL: [Answer; 3] = [Answer::Yes, Answer::Partly, Answer::No];

    /// As forms send it, and in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Answer::Yes => "yes",
            Answer::Partly => "partly",
            Answer::No => "no",
        }
    }

    fn from_id(id: &str) -> Option<Answer> {
        Answer::ALL.into_iter().find(|answer| answer.id() == id)
    }
}

/// Question -> answer.
pub type Answers = BTreeMap<String, Answer>;

/// What the answers say of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every answer is yes.
    Carries,
    /// Something holds in part only.
    Nearly,
    /// Something is missing.
    Weak,
}

impl Verdict {
    pub fn of(answers: &Answers) -> Verdict {
        let has = |sought| answers.values().any(|answer| *answer == sought);
        match (has(Answer::No), has(Answer::Partly)) {
            (true, _) => Verdict::Weak,
            (false, true) => Verdict::Nearly,
            (false, false) => Verdict::Carries,
        }
    }

    pub fn id(self) -> &'static str {
        match self {
            Verdict::Carries => "carries",
            Verdict::Nearly => "nearly",
            Verdict::Weak => "weak",
        }
    }
}

/// What is not yes, the missing before the partial, each in the order of the questions.
pub fn gaps(answers: &Answers) -> Vec<(&'static str, Answer)> {
    let of = |sought: Answer| {
        QUESTIONS
            .into_iter()
            .filter(move |question| answers.get(*question) == Some(&sought))
            .map(move |question| (question, sought))
    };
    of(Answer::No).chain(of(Answer::Partly)).collect()
}

/// Reads the answers of a form, in the order of the questions; the flash says what is missing and brings all of it back. `None` for an answer
/// that no form of ours sends.
pub fn read(typed: [&str; QUESTIONS.len()], note: &str) -> Option<(Answers, String, Flash)> {
    let (mut flash, mut answers) = (Flash::default(), Answers::new());
    for (question, typed) in QUESTIONS.into_iter().zip(typed) {
        flash.values.insert(question.to_owned(), typed.to_owned());
        if typed.is_empty() {
            flash.refuse(question, "worksheet-unanswered");
        } else {
            answers.insert(question.to_owned(), Answer::from_id(typed)?);
        }
    }
    flash.values.insert("note".to_owned(), note.to_owned());
    let note = plain_text(note);
    if note.chars().count() > NOTE_MAX {
        flash.refuse("note", "worksheet-note-too-long");
    }
    Some((answers, note, flash))
}

/// Where the organisation stands on the way from words to daily work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nothing is written yet.
    Write,
    /// Sentences wait to be checked (again).
    Check { open: usize },
    /// Sentences are weak.
    Mend { weak: usize },
    /// The words carry: now what follows from them.
    Act,
}

impl Stage {
    /// From the verdict of each sentence; nothing for one that was not checked since it was changed.
    pub fn of(verdicts: &[Option<Verdict>]) -> Stage {
        let open = verdicts.iter().filter(|verdict| verdict.is_none()).count();
        let weak = verdicts.iter().filter(|verdict| **verdict == Some(Verdict::Weak)).count();
        match (verdicts.len(), weak, open) {
            (0, ..) => Stage::Write,
            (_, 0, 0) => Stage::Act,
            (_, 0, open) => Stage::Check { open },
            (_, weak, _) => Stage::Mend { weak },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const YES: [&str; 7] = ["yes"; 7];

    fn answers(typed: [&str; 7]) -> Answers {
        read(typed, "").unwrap().0
    }

    #[test]
    fn one_missing_thing_makes_a_sentence_weak() {
        let with = |number: usize, answer| {
            let mut typed = YES;
            typed[number] = answer;
            Verdict::of(&answers(typed))
        };
        assert_eq!(Verdict::of(&answers(YES)), Verdict::Carries);
        assert_eq!((with(2, "partly"), with(6, "no")), (Verdict::Nearly, Verdict::Weak));
    }

    #[test]
    fn what_is_missing_comes_before_what_holds_in_part() {
        let answers = answers(["partly", "yes", "no", "yes", "no", "partly", "yes"]);
        let expected = [
            ("limits", Answer::No),
            ("example", Answer::No),
            ("customers", Answer::Partly),
            ("authors", Answer::Partly),
        ];
        assert_eq!(gaps(&answers), expected);
    }

    #[test]
    fn every_question_is_answered() {
        let mut typed = YES;
        typed[3] = "";
        let (_, _, flash) = read(typed, " Gut.\r\n").unwrap();
        assert_eq!(
            flash.errors.into_iter().collect::<Vec<_>>(),
            [("opposite".to_owned(), "worksheet-unanswered".to_owned())]
        );
        assert_eq!(flash.values["tuesday"], "yes");
        typed[3] = "perhaps";
        assert!(read(typed, "").is_none());
        assert!(read(YES, &"x".repeat(NOTE_MAX + 1)).unwrap().2.error("note").is_some());
        assert_eq!(read(YES, " Gut.\r\n").unwrap().1, "Gut.");
    }

    #[test]
    fn words_come_before_measures() {
        use Verdict::{Carries, Nearly, Weak};
        assert_eq!(Stage::of(&[]), Stage::Write);
        assert_eq!(Stage::of(&[None, Some(Carries)]), Stage::Check { open: 1 });
        assert_eq!(Stage::of(&[None, Some(Weak), Some(Weak)]), Stage::Mend { weak: 2 });
        assert_eq!(Stage::of(&[Some(Nearly), Some(Carries)]), Stage::Act);
    }
}
