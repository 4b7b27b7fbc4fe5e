//! A reply of one's own: before, during and afterwards.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{
    kind::{KIND, LONGEST, Open},
    model::{Answer, Choice, Phase, State},
};
use crate::{
    drills::{
        DrillKind, Run,
        actions::{DeleteAttempt, RecordStep},
        pages::{begin, kicker, minutes, setting},
        written::content::Model,
    },
    error::{Error, Result},
    language::Language,
    recordings::{store::find_end, views},
    routes::to,
    storage::Flash,
    ui::{Control, Form, Island, Page, Width, choice_list, hidden, html, notice},
    visit::Visit,
};

/// Sets the scene.
pub fn show_start(visit: &Visit, open: &Open) -> Page {
    let t = visit.language;
    let head = open.head();
    let title = head.title.get(t.locale).clone();
    let begin = begin(head);
    let deleted = visit.query("done").map(|_| notice(t.t("drill-attempt-deleted")));
    let body = view! {
        <div class="head">
            {kicker(visit, head, KIND.name(t), minutes(t, head))}
            <h1>{title.clone()}</h1>
        </div>
        {deleted}
        {scene(t, open)}
        <p class="actions">
            <a class="button primary" href=begin.into_string()>{KIND.begin(t)}</a>
            <span class="meta">{t.t("open-private")}</span>
        </p>
    };
    Page::new(title, Width::Reading, body)
}

/// What is to be done next, or what became of it.
pub async fn show_run(visit: &Visit, open: &Open, run: Run) -> Result<Page> {
    let t = visit.language;
    let state = open.replay(&run.events).map_err(|_| Error::internal("an attempt cannot be replayed"))?;
    let flash = visit.flash().await?;
    let head = open.head();
    let title = head.title.get(t.locale).clone();
    let form = Form { language: t, flash: &flash };
    let mine = if state.phase == Phase::Answer { None } else { Some(mine(visit, &state).await?) };
    let body = view! {
        <div class="head">
            {kicker(visit, head, KIND.name(t), setting(t, head))}
            <h1>{title.clone()}</h1>
        </div>
        {form.error_summary()}
        {outcome(t, &state)}
        {scene(t, open)}
        {mine}
        {(state.phase > Phase::Answer).then(|| models(t, open))}
        {next(t, open, &state, &run, &flash)}
    };
    let page = Page::new(title, Width::Reading, body);
    Ok(if state.phase == Phase::Answer { page.with_island(Island::Recorder).with_microphone() } else { page })
}

fn scene(t: Language, open: &Open) -> impl IntoView + use<> {
    view! {
        {html("prose", open.0.prompt.get(t.locale))}
        <blockquote class="says" inner_html=open.0.sentence.get(t.locale).0.clone()></blockquote>
    }
}

fn outcome(t: Language, state: &State) -> Option<AnyView> {
    let key = match state.choice? {
        Choice::Keep => "open-is-kept",
        Choice::Share => "open-is-shared",
    };
    Some(notice(t.t(key)))
}

async fn mine(visit: &Visit, state: &State) -> Result<AnyView> {
    let t = visit.language;
    let answer = match &state.answer {
        Some(Answer::Spoken(recording)) => {
            let permit = visit.actor()?.permit_learning();
            let end = find_end(visit.db().read(), &permit, recording, visit.now).await?;
            views::player(visit, recording, end)
        }
        _ => view! { <p class="mine">{state.written().to_owned()}</p> }.into_any(),
    };
    Ok(view! { <h2>{t.t("open-mine")}</h2>{answer} }.into_any())
}

fn models(t: Language, open: &Open) -> Vec<AnyView> {
    let model = |model: &Model| {
        view! {
            <h2>{model.title.get(t.locale).clone()}</h2>
            <blockquote inner_html=model.says.get(t.locale).0.clone()></blockquote>
            {html("prose", model.why.get(t.locale))}
        }
    };
    [&open.0.poor, &open.0.good].map(|kind| model(kind).into_any()).into()
}

fn next(t: Language, open: &Open, state: &State, run: &Run, flash: &Flash) -> AnyView {
    let back = || view! { <button class="text" name="event" value="back">{t.t("drill-back")}</button> };
    match state.phase {
        Phase::Answer => answers(t, open, state, run, flash),
        Phase::Mark => {
            let ask = view! {
                {criteria(t, open, state)}
                <div class="actions">
                    <button class="primary" name="event" value="mark">{t.t("phrase-next")}</button>{back()}
                </div>
            };
            step(open, run, ask.into_any())
        }
        Phase::Decide => {
            let ask = view! {
                <h2>{t.t("open-decide")}</h2>
                <p>{t.t("open-decide-text")}</p>
                <div class="actions">
                    <button name="event" value="keep">{t.t("open-keep")}</button>
                    <button name="event" value="share">{t.t("open-share")}</button>
                    {back()}
                </div>
            };
            view! { {met(t, open, state)} {step(open, run, ask.into_any())} {delete(t, run)} }.into_any()
        }
        Phase::Done => {
            let key = if state.choice == Some(Choice::Share) { "open-withdraw" } else { "open-decide-again" };
            let ask = view! { <div class="actions"><button name="event" value="back">{t.t(key)}</button></div> };
            view! { {met(t, open, state)} {step(open, run, ask.into_any())} {delete(t, run)} {ways(t, open)} }
                .into_any()
        }
    }
}

/// Written and spoken, side by side: one is as good as the other.
fn answers(t: Language, open: &Open, state: &State, run: &Run, flash: &Flash) -> AnyView {
    let control = Control {
        name: "said",
        label: "open-write",
        value: state.written().to_owned(),
        max_length: u32::try_from(LONGEST).ok(),
        ..Control::default()
    };
    let ask = view! {
        {Form { language: t, flash }.text_area(control)}
        <div class="actions"><button class="primary" name="event" value="write">{t.t("phrase-next")}</button></div>
    };
    view! {
        {step(open, run, ask.into_any())}
        <section aria-labelledby="speak">
            <h2 id="speak">{t.t("open-speak")}</h2>
            <p class="meta">{t.t("open-speak-text")}</p>
            {views::recorder(t, flash, &run.attempt, &item(open), &open.head().version, run.last_number() + 1)}
        </section>
    }
    .into_any()
}

fn item(open: &Open) -> String {
    (open as &dyn DrillKind).item()
}

fn step(open: &Open, run: &Run, ask: AnyView) -> AnyView {
    view! {
        <form method="post" action=RecordStep::PATH>
            {hidden("form", Uuid::new_v4().to_string())}
            {hidden("attempt", run.attempt.clone())}
            {hidden("item", item(open))}
            {hidden("version", open.head().version.clone())}
            {hidden("number", (run.last_number() + 1).to_string())}
            {ask}
        </form>
    }
    .into_any()
}

fn criteria(t: Language, open: &Open, state: &State) -> AnyView {
    let criteria = open.0.criteria.iter().enumerate();
    let options = criteria.map(|(number, text)| (number.to_string(), text.get(t.locale).clone())).collect();
    let marked: Vec<String> = state.marks.iter().map(usize::to_string).collect();
    view! {
        <fieldset class="field options">
            <legend>{open.0.criteria_title.get(t.locale).clone()}</legend>
            {choice_list("checkbox", "marks[]", options, &marked)}
        </fieldset>
    }
    .into_any()
}

/// What one found in one's own answer, and what not.
fn met(t: Language, open: &Open, state: &State) -> AnyView {
    let criteria = open.0.criteria.iter().enumerate().map(|(number, text)| {
        let key = if state.marks.contains(&number) { "open-met" } else { "open-not-met" };
        view! { <li><span>{text.get(t.locale).clone()}</span> " " <span class="meta">{t.t(key)}</span></li> }
    });
    view! {
        <h2>{open.0.criteria_title.get(t.locale).clone()}</h2>
        <ul>{criteria.collect_view()}</ul>
    }
    .into_any()
}

fn delete(t: Language, run: &Run) -> AnyView {
    view! {
        <details>
            <summary>{t.t("drill-delete-attempt")}</summary>
            <p>{t.t("drill-delete-attempt-text")}</p>
            <form method="post" action=DeleteAttempt::PATH>
                {hidden("attempt", run.attempt.clone())}
                <button>{t.t("drill-delete-attempt-now")}</button>
            </form>
        </details>
    }
    .into_any()
}

fn ways(t: Language, open: &Open) -> AnyView {
    let head = open.head();
    let again = begin(head);
    view! {
        <p class="actions">
            <a class="button primary" href=again.into_string()>{t.t("drill-again")}</a>
            <a href=to::module(&head.module).into_string()>{t.t("drill-to-module")}</a>
            <a href=to::today().into_string()>{t.t("drill-enough")}</a>
        </p>
    }
    .into_any()
}

/// A shared answer as a coach sees it: what was said to whom, and what the learner found in it.
pub fn show_answer(t: Language, open: &Open, events: &[String], has_sound: bool, label: String) -> Result<AnyView> {
    let state = open.replay(events).map_err(|_| Error::internal("a shared answer cannot be replayed"))?;
    let answer = match &state.answer {
        Some(Answer::Spoken(recording)) if has_sound => views::sound(t, recording, label),
        Some(Answer::Spoken(_)) => view! { <p class="mine">{t.t("recording-gone")}</p> }.into_any(),
        _ => view! { <p class="mine">{state.written().to_owned()}</p> }.into_any(),
    };
    let criteria = open.0.criteria.iter().enumerate().map(|(number, text)| {
        let key = if state.marks.contains(&number) { "open-met" } else { "open-not-met" };
        view! { <li><span>{text.get(t.locale).clone()}</span> " " <span class="meta">{t.t(key)}</span></li> }
    });
    Ok(view! {
        <blockquote inner_html=open.0.sentence.get(t.locale).0.clone()></blockquote>
        {answer}
        <ul>{criteria.collect_view()}</ul>
    }
    .into_any())
}
