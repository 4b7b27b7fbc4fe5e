//! A sentence of one's own: before, during and afterwards.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{
    model::{Phase, State},
    rehearsal::Rehearsal,
};
use crate::{
    drills::{
        Run,
        actions::RecordStep,
        pages::{kicker, minutes, setting},
        written::content::Model,
    },
    error::{Error, Result},
    language::Language,
    routes::to,
    storage::Flash,
    ui::{Control, Form, Page, Width, choice_list, hidden, html},
    visit::Visit,
};

/// Sets the scene.
pub fn show_start(visit: &Visit, rehearsal: &Rehearsal) -> Page {
    let t = visit.language;
    let head = &rehearsal.written.head;
    let title = head.title.get(t.locale).clone();
    let begin = to::drill(&head.module, &head.id).with("attempt", &Uuid::new_v4().to_string());
    let body = view! {
        <div class="head">
            {kicker(visit, head, rehearsal.kind.name(t), minutes(t, head))}
            <h1>{title.clone()}</h1>
        </div>
        {html("prose", rehearsal.written.prompt.get(t.locale))}
        <blockquote class="says" inner_html=rehearsal.written.sentence.get(t.locale).0.clone()></blockquote>
        <p class="actions">
            <a class="button primary" href=begin.into_string()>{rehearsal.kind.begin(t)}</a>
            <span class="meta">{t.t("drill-private")}</span>
        </p>
    };
    Page::new(title, Width::Reading, body)
}

/// What is to be done next; one's own sentences beside the models once it is done.
pub async fn show_run(visit: &Visit, rehearsal: &Rehearsal<'_>, run: Run) -> Result<Page> {
    let t = visit.language;
    let state = rehearsal.replay(&run.events).map_err(|_| Error::internal("an attempt cannot be replayed"))?;
    let flash = visit.flash().await?;
    let head = &rehearsal.written.head;
    let title = head.title.get(t.locale).clone();
    let form = Form { language: t, flash: &flash };
    let body = view! {
        <div class="head">
            {kicker(visit, head, rehearsal.kind.name(t), setting(t, head))}
            <h1>{title.clone()}</h1>
        </div>
        {form.error_summary()}
        {html("prose", rehearsal.written.prompt.get(t.locale))}
        <blockquote class="says" inner_html=rehearsal.written.sentence.get(t.locale).0.clone()></blockquote>
        {mine(t, &state)}
        {models(t, rehearsal, &state)}
        {next(t, rehearsal, &state, &run, &flash)}
    };
    Ok(Page::new(title, Width::Reading, body))
}

fn mine(t: Language, state: &State) -> Vec<AnyView> {
    let texts = [
        ("phrase-first", &state.first, state.phase > Phase::Write),
        ("phrase-better", &state.better, state.phase == Phase::Done),
    ];
    let shown = texts.into_iter().filter(|(_, _, is_shown)| *is_shown);
    shown.map(|(key, text, _)| view! { <h2>{t.t(key)}</h2><p class="mine">{text.clone()}</p> }.into_any()).collect()
}

fn models(t: Language, rehearsal: &Rehearsal, state: &State) -> Vec<AnyView> {
    if state.phase == Phase::Write {
        return Vec::new();
    }
    let model = |model: &Model| {
        view! {
            <h2>{model.title.get(t.locale).clone()}</h2>
            <blockquote inner_html=model.says.get(t.locale).0.clone()></blockquote>
            {html("prose", model.why.get(t.locale))}
        }
    };
    [&rehearsal.written.poor, &rehearsal.written.good].map(|kind| model(kind).into_any()).into()
}

fn next(t: Language, rehearsal: &Rehearsal, state: &State, run: &Run, flash: &Flash) -> AnyView {
    let head = &rehearsal.written.head;
    let field = |label: &'static str, value: &str| {
        let max_length = u32::try_from(rehearsal.longest).ok();
        let control = Control { name: "said", label, value: value.to_owned(), max_length, ..Control::default() };
        Form { language: t, flash }.text_area(control)
    };
    let (event, ask) = match state.phase {
        Phase::Write => ("write", field("phrase-write", &state.first)),
        Phase::Mark => ("mark", criteria(t, rehearsal, state)),
        Phase::Rewrite => ("rewrite", field("phrase-rewrite", state.draft())),
        Phase::Done => return ways(t, rehearsal),
    };
    let back = (state.phase > Phase::Write)
        .then(|| view! { <button class="text" name="event" value="back">{t.t("drill-back")}</button> });
    view! {
        <form method="post" action=RecordStep::PATH>
            {hidden("form", Uuid::new_v4().to_string())}
            {hidden("attempt", run.attempt.clone())}
            {hidden("item", crate::activity::model::item(&head.module, &head.id))}
            {hidden("version", head.version.clone())}
            {hidden("number", (run.last_number() + 1).to_string())}
            {ask}
            <div class="actions"><button class="primary" name="event" value=event>{t.t("phrase-next")}</button>{back}</div>
        </form>
    }
    .into_any()
}

fn criteria(t: Language, rehearsal: &Rehearsal, state: &State) -> AnyView {
    let criteria = rehearsal.written.criteria.iter().enumerate();
    let options = criteria.map(|(number, text)| (number.to_string(), text.get(t.locale).clone())).collect();
    let marked: Vec<String> = state.marks.iter().map(usize::to_string).collect();
    view! {
        <fieldset class="field options">
            <legend>{rehearsal.written.criteria_title.get(t.locale).clone()}</legend>
            {choice_list("checkbox", "marks[]", options, &marked)}
        </fieldset>
    }
    .into_any()
}

fn ways(t: Language, rehearsal: &Rehearsal) -> AnyView {
    let head = &rehearsal.written.head;
    let again = to::drill(&head.module, &head.id).with("attempt", &Uuid::new_v4().to_string());
    view! {
        <p class="actions">
            <a class="button primary" href=again.into_string()>{t.t("drill-again")}</a>
            <a href=to::module(&head.module).into_string()>{t.t("drill-to-module")}</a>
            <a href=to::today().into_string()>{t.t("drill-enough")}</a>
        </p>
    }
    .into_any()
}
