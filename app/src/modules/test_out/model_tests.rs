use super::*;
use crate::{
    language::Localized,
    library::{Audience, Block, CheckOption, Html, LessonStep, Prose},
};

fn words() -> Localized<String> {
    Localized { de: String::new(), de_ch: String::new(), en: String::new() }
}

fn html() -> Localized<Html> {
    Localized { de: Html(String::new()), de_ch: Html(String::new()), en: Html(String::new()) }
}

fn check(id: &str, right: &[bool]) -> Block {
    let option = |is_right: &bool| CheckOption { text: html(), is_right: *is_right, explanation: html() };
    Block::Check(Check { id: id.into(), question: html(), options: right.iter().map(option).collect() })
}

fn lesson(id: &str, blocks: Vec<Block>) -> Arc<Lesson> {
    Arc::new(Lesson {
        id: id.into(),
        module: "one".into(),
        version: format!("{id}-now"),
        minutes: 3,
        competencies: Vec::new(),
        title: words(),
        steps: vec![LessonStep { blocks }],
    })
}

/// Lesson a asks twice, b nothing, c once for several.
fn module() -> Module {
    let lessons = vec![
        lesson("a", vec![check("x", &[true, false]), check("y", &[false, true])]),
        lesson("b", vec![Block::Prose(Prose { html: html(), explained: None })]),
        lesson("c", vec![check("z", &[true, true, false])]),
    ];
    Module {
        id: "one".into(),
        order: 1,
        audience: Audience::Everyone,
        minutes: 10,
        competencies: Vec::new(),
        title: words(),
        summary: words(),
        situations: Localized { de: Vec::new(), de_ch: Vec::new(), en: Vec::new() },
        lessons,
        drills: Vec::new(),
        cards: Vec::new(),
    }
}

fn sent(answers: &[(&str, &str, &[&str])]) -> Sent {
    let mut sent = Sent::new();
    for (lesson, check, choices) in answers {
        let choices = choices.iter().map(|choice| (*choice).to_owned()).collect();
        sent.entry((*lesson).to_owned()).or_default().insert((*check).to_owned(), choices);
    }
    sent
}

fn known(answers: &[(&str, &str, &[&str])]) -> Option<Vec<(String, bool)>> {
    let (module, sent) = (module(), sent(answers));
    let judged = judge_all(&module, &sent)?;
    Some(judged.iter().map(|one| (one.lesson.id.clone(), one.is_known)).collect())
}

#[test]
fn a_lesson_is_known_when_all_of_its_checks_are_right() {
    let is = |a, c| Some(vec![("a".to_owned(), a), ("c".to_owned(), c)]);
    assert_eq!(known(&[("a", "x", &["0"]), ("a", "y", &["1"]), ("c", "z", &["1", "0"])]), is(true, true));
    assert_eq!(known(&[("a", "x", &["0"]), ("a", "y", &["0"]), ("c", "z", &["0"])]), is(false, false));
    assert_eq!(known(&[("a", "x", &["0"]), ("a", "y", &[""])]), is(false, false), "left open");
    assert_eq!(known(&[]), is(false, false));
}

#[test]
fn answers_that_make_no_sense_are_none() {
    for nonsense in [
        ("b", "x", &["0"][..]),
        ("gone", "x", &["0"]),
        ("a", "gone", &["0"]),
        ("a", "x", &["2"]),
        ("a", "x", &["x"]),
        ("a", "x", &["-1"]),
        ("a", "x", &["0", "1"]),
    ] {
        assert_eq!(known(&[nonsense]), None, "{nonsense:?}");
    }
}

#[test]
fn what_is_kept_says_what_was_asked_and_answered() {
    let (module, sent) = (module(), sent(&[("c", "z", &["1", "0", "1"]), ("a", "x", &[""])]));
    let taken = Taken::from(&judge_all(&module, &sent).unwrap());
    let json = serde_json::to_string(&taken).unwrap();
    assert_eq!(
        json,
        r#"{"a":{"version":"a-now","is_known":false,"answers":{}},"c":{"version":"c-now","is_known":true,"answers":{"z":[0,1]}}}"#
    );
    assert_eq!(serde_json::from_str::<Taken>(&json).unwrap(), taken);
}

#[test]
fn it_is_offered_until_a_lesson_is_touched() {
    let module = module();
    assert!(is_offered(&module, &Learned::default()));
    let mut begun = Learned::default();
    begun.begun.insert("one/b".into(), crate::modules::model::Begun { step: 2, at: 0 });
    assert!(!is_offered(&module, &begun));
    let mut finished = Learned::default();
    finished.finished.insert(crate::activity::model::Kind::Lesson, "one/c", 0);
    assert!(!is_offered(&module, &finished));
    let mut tested = Learned::default();
    tested.tested.insert("one".into(), 0);
    assert!(!is_offered(&module, &tested));
    let silent = Module { lessons: vec![lesson("b", Vec::new())], ..module };
    assert!(!is_offered(&silent, &Learned::default()));
}
