//! FSRS as recall reckons with it, beside the reference implementation of the same version (PyPI's `fsrs` 6, fuzzing off), over random
//! histories of answers. What is compared went through the database's form between any two answers.

use std::{
    io::Write,
    path::PathBuf,
    process::{Command, Stdio},
};

use app::drills::recall::model::{Answered, Grade, LONGEST_INTERVAL, Memory, answer, days_between};
use augenhoehe_tests::repository;
use chrono::{Days, NaiveDate};
use rand::{RngExt, SeedableRng, rngs::StdRng};

/// How many histories, in `make test`; `make soak` says more.
const HISTORIES: usize = 400;
/// Single against double precision, over up to forty answers.
const TOLERANCE: f64 = 5e-5;

/// Days since the answer before, and the answer.
type History = Vec<(u32, Grade)>;
/// Stability, difficulty, days until due, and those days before they are rounded.
type Reckoned = (f64, f64, u32, f64);

#[test]
fn recall_reckons_as_the_reference_does() {
    let asked: Option<usize> = std::env::var("SOAK_HISTORIES").ok().map(|number| number.parse().unwrap());
    // The same ones every day, others in every long run.
    let seed = asked.map_or(6, |_| rand::rng().random());
    let mut random = StdRng::seed_from_u64(seed);
    let histories: Vec<History> = (0..asked.unwrap_or(HISTORIES)).map(|_| history(&mut random)).collect();
    let reference = reference(&histories);
    assert_eq!(reference.len(), histories.len());
    let mut answers = 0;
    for (history, expected) in histories.iter().zip(&reference) {
        let ours = reckon(history);
        assert_eq!(ours.len(), expected.len());
        for (number, (ours, expected)) in ours.iter().zip(expected).enumerate() {
            assert!(
                is_same(*ours, *expected),
                "seed {seed}, answer {number} of {history:?}: {ours:?}, not {expected:?}"
            );
        }
        answers += ours.len();
    }
    println!("{answers} answers in {} histories (seed {seed})", histories.len());
}

/// Up to forty answers: on the same day, on time, late, after years.
fn history(random: &mut StdRng) -> History {
    let mut history: History = Vec::new();
    for number in 0..random.random_range(1..=40) {
        let days = match random.random_range(0..6) {
            _ if number == 0 => 0,
            0 => 0,
            1 => 1,
            2 => random.random_range(0..800),
            3 => random.random_range(0..60),
            // As the card comes.
            _ => reckon(&history).last().map_or(0, |(_, _, due, _)| *due),
        };
        let grade = [Grade::Again, Grade::Hard, Grade::Good, Grade::Good, Grade::Easy][random.random_range(0..5)];
        history.push((days, grade));
    }
    history
}

/// As the server does it, one answer after another. (What it rounds, it does not keep.)
fn reckon(history: &History) -> Vec<Reckoned> {
    let mut today = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    let mut known: Option<Answered> = None;
    let answers = history.iter().map(|(days, grade)| {
        today = today + Days::new(u64::from(*days));
        let mut next = answer(known.as_ref(), *grade, today).unwrap();
        next.memory = Memory::from_stored(next.memory.to_stored());
        let reckoned =
            (next.memory.stability.into(), next.memory.difficulty.into(), days_between(today, next.due_on), 0.0);
        known = Some(next);
        reckoned
    });
    answers.collect()
}

/// The day a card is due may be another one only where the reference's own reckoning lies at the half between both.
fn is_same(ours: Reckoned, expected: Reckoned) -> bool {
    let is_near = |ours: f64, expected: f64| (ours - expected).abs() <= TOLERANCE * expected.abs().max(1e-3);
    let (due, expected_due, exact) = (f64::from(ours.2), f64::from(expected.2), expected.3);
    let is_due = due == expected_due || is_near((due + expected_due) / 2.0, exact) && (due - expected_due).abs() == 1.0;
    is_near(ours.0, expected.0) && is_near(ours.1, expected.1) && is_due
}

fn reference(histories: &[History]) -> Vec<Vec<Reckoned>> {
    let (python, script) = (python(), repository().join("tests/reference/histories.py"));
    let mut command = Command::new(python);
    command.arg(script).arg(LONGEST_INTERVAL.to_string()).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut process = command.spawn().unwrap();
    let mut input = process.stdin.take().unwrap();
    let lines: String = histories.iter().map(|history| format!("{}\n", line(history))).collect();
    // Beside reading: neither waits for the other's full pipe.
    let writing = std::thread::spawn(move || input.write_all(lines.as_bytes()).unwrap());
    let output = process.wait_with_output().unwrap();
    writing.join().unwrap();
    assert!(output.status.success(), "the reference implementation stopped");
    String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn line(history: &History) -> String {
    let rated: Vec<(u32, u32)> = history.iter().map(|(days, grade)| (*days, *grade as u32 + 1)).collect();
    serde_json::to_string(&rated).unwrap()
}

/// The environment that holds the reference; made now if `make setup` did not.
fn python() -> PathBuf {
    let made = Command::new(repository().join("scripts/reference.sh")).status().unwrap();
    assert!(made.success(), "scripts/reference.sh could not install the reference implementation");
    repository().join("target/reference/bin/python")
}
