//! The worksheet: where every sentence stands, and the questions about one.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{sentence, title};
use crate::{
    activity::model::day_of,
    admin::pages::overtaken,
    error::{Error, Result},
    language::{Language, count},
    our_values::{
        actions::CheckStatement,
        store::{Check, Kept, list_checks, list_statements},
        worksheet::{Answer, QUESTIONS, Stage, Verdict, gaps},
    },
    routes::to,
    ui::{Control, Form, Page, Width, hidden, notice},
    visit::Visit,
};

/// The lesson that teaches the three steps.
const LESSON: (&str, &str) = ("leading-service", "values-first");

pub async fn show_worksheet(visit: Visit) -> Result<Page> {
    let actor = visit.actor()?;
    let (permit, db) = (actor.permit_stewardship()?, visit.db().read());
    let (kept, checks) = tokio::try_join!(list_statements(db), list_checks(db, &permit))?;
    let t = visit.language;
    let of = |kept: &Kept| checks.iter().find(|check| check.statement == kept.statement.id);
    let verdicts: Vec<Option<Verdict>> =
        kept.iter().map(|kept| of(kept).and_then(|check| verdict(kept, check))).collect();
    let sentences = kept.iter().map(|kept| section(t, kept, of(kept), &actor.time_zone));
    let print = (!kept.is_empty()).then(|| view! { <p class="hint screen">{t.t("worksheet-print")}</p> });
    let body = view! {
        <div class="head">
            <p class="kicker"><a href=to::our_values().into_string()>{t.t("values-title")}</a></p>
            <h1>{t.t("worksheet-title")}</h1>
            <p class="lead">{t.t("worksheet-lead")}</p>
        </div>
        {visit.query("done").map(|_| notice(t.t("worksheet-checked")))}
        {steps(&visit, Stage::of(&verdicts))}
        {sentences.collect_view()}
        {print}
    };
    Ok(Page::new(t.t("worksheet-title"), Width::Reading, body))
}

/// What a check says, as long as it is about the words that stand there.
fn verdict(kept: &Kept, check: &Check) -> Option<Verdict> {
    (kept.changed_at == check.statement_at).then(|| Verdict::of(&check.answers))
}

/// The three steps of the way, and what is to be done now.
fn steps(visit: &Visit, stage: Stage) -> AnyView {
    let t = visit.language;
    let (at, now) = match stage {
        Stage::Write => (1, t.t("worksheet-write").into_owned()),
        Stage::Check { open } => (1, t.with("worksheet-check-open", &[("count", count(open))])),
        Stage::Mend { weak } => (1, t.with("worksheet-mend", &[("count", count(weak))])),
        Stage::Act => (2, t.t("worksheet-act").into_owned()),
    };
    let step = |number: i64| {
        let is_here = number == at;
        view! { <li aria-current=is_here.then_some("step")>{t.t(&format!("worksheet-step-{number}"))}</li> }
    };
    let (module, lesson) = LESSON;
    let lesson = visit.library().lesson(module, lesson).map(|lesson| {
        let url = to::lesson(module, &lesson.id).into_string();
        view! { <p class="meta screen">{t.t("worksheet-lesson")} " " <a href=url>{lesson.title.get(t.locale).clone()}</a></p> }
    });
    view! {
        <section class="way" aria-labelledby="now">
            <ol>{[1, 2, 3].map(step).into_iter().collect_view()}</ol>
            <h2 id="now">{t.t("worksheet-now")}</h2>
            <p>{now}</p>
            {lesson}
        </section>
    }
    .into_any()
}

/// One sentence: how it stands, what is weak about it and what to do next.
fn section(t: Language, kept: &Kept, check: Option<&Check>, zone: &str) -> AnyView {
    let statement = &kept.statement;
    let id = format!("sentence-{}", statement.id);
    let found = check.and_then(|check| Some((verdict(kept, check)?, check)));
    let (result, go) = match (found, check) {
        (Some((verdict, check)), _) => (findings(t, verdict, check, zone), "worksheet-again"),
        (None, Some(check)) => {
            let day = t.day(day_of(check.checked_at, zone));
            let text = t.with("worksheet-changed-since", &[("day", day.into())]);
            (view! { <p class="late">{text}</p> }.into_any(), "worksheet-again")
        }
        (None, None) => (view! { <p class="meta">{t.t("worksheet-unchecked")}</p> }.into_any(), "worksheet-begin"),
    };
    let url = to::value_check(&statement.id).into_string();
    view! {
        <section class="own-words" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{title(t, statement)}</h2>
            {sentence(t, statement)}
            {result}
            <p class="screen"><a href=url aria-describedby=id.clone()>{t.t(go)}</a></p>
        </section>
    }
    .into_any()
}

fn findings(t: Language, verdict: Verdict, check: &Check, zone: &str) -> AnyView {
    let given = |sought| count(check.answers.values().filter(|answer| **answer == sought).count());
    let sums = [
        ("yes", given(Answer::Yes)),
        ("partly", given(Answer::Partly)),
        ("no", given(Answer::No)),
        ("day", t.day(day_of(check.checked_at, zone)).into()),
    ];
    let gap = |(question, answer): (&str, Answer)| {
        view! {
            <li>
                <p><strong>{t.t(&format!("worksheet-answer-{}", answer.id()))} ": "</strong>{t.t(&format!("worksheet-{question}"))}</p>
                <p class="next-step">{t.t(&format!("worksheet-{question}-next"))}</p>
            </li>
        }
    };
    let gaps = gaps(&check.answers);
    let list = (!gaps.is_empty()).then(|| view! { <ul class="gaps">{gaps.into_iter().map(gap).collect_view()}</ul> });
    let note = (!check.note.is_empty()).then(|| view! { <p class="mine">{check.note.clone()}</p> });
    view! {
        <p><strong>{t.t(&format!("worksheet-{}", verdict.id()))}</strong></p>
        <p class="meta">{t.with("worksheet-sums", &sums)}</p>
        {list}
        {note}
    }
    .into_any()
}

/// The seven questions about one sentence, each time afresh: nobody only nods to what was ticked before. On paper too.
pub async fn show_check(visit: Visit) -> Result<Page> {
    let (actor, db) = (visit.actor()?, visit.db().read());
    let (permit, id) = (actor.permit_stewardship()?, visit.param("statement")?);
    let (kept, checks) = tokio::try_join!(list_statements(db), list_checks(db, &permit))?;
    let kept = kept.into_iter().find(|kept| kept.statement.id == id).ok_or(Error::NotFound)?;
    let earlier = checks.into_iter().find(|check| check.statement == id);
    let (t, flash) = (visit.language, visit.flash().await?);
    let found = |check: &Check| findings(t, Verdict::of(&check.answers), check, &actor.time_zone);
    let form = Form { language: t, flash: &flash };
    let questions = QUESTIONS.map(|question| {
        let options = Answer::ALL
            .map(|answer| (answer.id().to_owned(), t.t(&format!("worksheet-answer-{}", answer.id())).into_owned()));
        let (label, hint) = (format!("worksheet-{question}"), format!("worksheet-{question}-hint"));
        let control = Control { name: question, label: &label, hint: Some(&hint), ..Control::default() };
        form.radios(control, options.into())
    });
    let note =
        Control { name: "note", label: "worksheet-note", hint: Some("worksheet-note-hint"), ..Control::default() };
    let body = view! {
        <div class="head">
            <p class="kicker"><a href=to::worksheet().into_string()>{t.t("worksheet-title")}</a></p>
            <h1>{title(t, &kept.statement)}</h1>
        </div>
        {sentence(t, &kept.statement)}
        {form.error_summary()}
        {overtaken(&visit, &flash, || earlier.as_ref().map(found))}
        <form class="worksheet" method="post" action=CheckStatement::PATH>
            {hidden("form", Uuid::new_v4())}
            {hidden("check", Uuid::now_v7())}
            {hidden("statement", id)}
            {form.seen(kept.changed_at)}
            {form.made_from("earlier", earlier.as_ref().map(|check| check.id.as_str()).unwrap_or_default())}
            {questions.into_iter().collect_view()}
            {form.text_area(note)}
            <div class="actions"><button class="primary">{t.t("worksheet-save")}</button></div>
        </form>
        <p class="hint screen">{t.t("worksheet-print-empty")}</p>
    };
    Ok(Page::new(t.t("worksheet-title"), Width::Reading, body))
}
