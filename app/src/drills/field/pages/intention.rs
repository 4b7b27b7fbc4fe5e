//! One intention: what came of it, words for oneself, another day, or letting it go.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{
    ask::{answer_form, ids, other_answers},
    meant_words, today,
};
use crate::{
    activity::model::day_of,
    drills::field::{
        actions::{DeleteIntention, KeepWords, LetIntentionGo, MoveIntention},
        model::{Asking, Outcome, usual_day},
        store::{Intention, find_intention},
    },
    error::Result,
    language::Language,
    routes::to,
    storage::Flash,
    ui::{Control, Form, Page, Width, hidden, notice},
    visit::Visit,
};

pub async fn show_intention(visit: Visit) -> Result<Page> {
    let permit = visit.actor()?.permit_learning();
    let intention = find_intention(visit.db().read(), &permit, &visit.param("intention")?).await?;
    let flash = visit.flash().await?;
    let t = visit.language;
    let form = Form { language: t, flash: &flash };
    let body = view! {
        {head(&visit, &intention)?}
        {just_done(&visit)}
        {form.error_summary()}
        {how_it_went(&visit, &intention, &flash)?}
        {another_day(&visit, &intention, &flash)?}
        {words(t, &intention, &flash)}
        {deleting(t, &intention)}
    };
    Ok(Page::new(t.t("field-intention"), Width::Reading, body))
}

fn head(visit: &Visit, intention: &Intention) -> Result<AnyView> {
    let (t, library) = (visit.language, visit.library());
    let module = library.module(intention.item.split('/').next().unwrap_or_default());
    let module = module.map(|module| {
        let title = module.title.get(t.locale).clone();
        view! { " · "<a href=to::module(&module.id).into_string()>{title}</a> }
    });
    let day = meant_words(t, intention.state.day, today(visit)?);
    Ok(view! {
        <div class="head">
            <p class="kicker"><a href=to::intentions().into_string()>{t.t("field-intentions")}</a>{module}</p>
            <h1>{t.t("field-intention")}</h1>
        </div>
        <blockquote class="lead"><p>{intention.text.clone()}</p></blockquote>
        <p class="meta">{day}</p>
    }
    .into_any())
}

/// What the form before this page did, and the way back to the day.
fn just_done(visit: &Visit) -> Option<AnyView> {
    const KNOWN: [&str; 8] = ["kept", "moved", "words", "handed-in", "worked", "partly", "not-yet", "let-go"];
    let t = visit.language;
    let done = visit.query("done").filter(|done| KNOWN.contains(&done.as_str()))?;
    let words = t.t(&format!("field-done-{done}"));
    let today = to::today().into_string();
    Some(
        view! {
            {notice(words)}
            <p class="actions"><a class="button primary" href=today>{t.t("field-to-today")}</a></p>
        }
        .into_any(),
    )
}

fn how_it_went(visit: &Visit, intention: &Intention, flash: &Flash) -> Result<AnyView> {
    let t = visit.language;
    let Some(outcome) = intention.state.outcome else {
        let key = match intention.asking(today(visit)?) {
            Asking::Later => "field-asked-later",
            Asking::Now | Asking::OnceMore => "field-asked-now",
            Asking::Rests => "field-asked-rests",
        };
        return Ok(view! {
            <section aria-labelledby="asks">
                <h2 id="asks">{t.t("field-how-was-it")}</h2>
                <p>{t.t(key)}</p>
                {answer_form(t, intention, flash)}
            </section>
        }
        .into_any());
    };
    let zone = &visit.actor()?.time_zone;
    let day = intention.answered_at.map(|at| t.day(day_of(at, zone))).unwrap_or_default();
    let said = t.with(&format!("field-said-{}", outcome.id()), &[("day", day.into())]);
    let otherwise = (outcome != Outcome::LetGo).then(|| {
        view! { <details><summary>{t.t("field-otherwise")}</summary>{other_answers(t, intention)}</details> }
    });
    Ok(view! {
        <section aria-labelledby="said">
            <h2 id="said">{t.t("field-how-it-was")}</h2>
            <p>{said}</p>
            {otherwise}
        </section>
    }
    .into_any())
}

/// Words for oneself, once there is an answer; and, for what stopped somebody, the way to hand it in.
fn words(t: Language, intention: &Intention, flash: &Flash) -> Option<AnyView> {
    let (state, form) = (&intention.state, Form { language: t, flash });
    let outcome = state.outcome?;
    let note = Control {
        name: "note",
        label: "field-note",
        hint: Some("field-note-hint"),
        value: state.note.clone(),
        ..Control::default()
    };
    let obstacle = Control {
        name: "obstacle",
        label: "field-obstacle",
        hint: Some("field-obstacle-hint"),
        value: state.obstacle.clone(),
        ..Control::default()
    };
    // Where it worked, nothing stopped anybody.
    let obstacle = match outcome == Outcome::Worked && state.obstacle.is_empty() {
        true => hidden("obstacle", ""),
        false => form.text_area(obstacle),
    };
    let hand_in = (!state.obstacle.is_empty()).then(|| {
        let url = to::hand_in(&intention.id).into_string();
        view! { <div class="notice"><p>{t.t("field-hand-in-text")}" "<a href=url>{t.t("field-hand-in-link")}</a></p></div> }
    });
    Some(
        view! {
            <section aria-labelledby="words">
                <h2 id="words">{t.t("field-words")}</h2>
                <form method="post" action=KeepWords::PATH>
                    {ids(intention)}
                    {hidden("form", Uuid::new_v4().to_string())}
                    {form.text_area(note)}
                    {obstacle}
                    <div class="actions"><button>{t.t("field-words-keep")}</button></div>
                </form>
                {hand_in}
            </section>
        }
        .into_any(),
    )
}

/// For what was not tried so far: another day, or letting it go.
fn another_day(visit: &Visit, intention: &Intention, flash: &Flash) -> Result<Option<AnyView>> {
    if !intention.state.can_move() {
        return Ok(None);
    }
    let t = visit.language;
    let form = Form { language: t, flash };
    let day = Control {
        name: "day",
        label: "field-day",
        hint: Some("field-day-hint"),
        kind: "date",
        value: usual_day(today(visit)?).to_string(),
        is_required: true,
        ..Control::default()
    };
    let let_go = intention.state.is_open().then(|| {
        view! {
            <h2>{t.t("field-let-go")}</h2>
            <p>{t.t("field-let-go-text")}</p>
            <form method="post" action=LetIntentionGo::PATH>{ids(intention)}<button>{t.t("field-let-go")}</button></form>
        }
    });
    Ok(Some(
        view! {
            <section aria-labelledby="another-day">
                <h2 id="another-day">{t.t("field-another-day")}</h2>
                <form method="post" action=MoveIntention::PATH>
                    {ids(intention)}
                    {hidden("form", Uuid::new_v4().to_string())}
                    {form.input(day)}
                    <button>{t.t("field-move")}</button>
                </form>
                {let_go}
            </section>
        }
        .into_any(),
    ))
}

fn deleting(t: Language, intention: &Intention) -> AnyView {
    view! {
        <details>
            <summary>{t.t("field-delete")}</summary>
            <p>{t.t("field-delete-text")}</p>
            <form method="post" action=DeleteIntention::PATH>
                {hidden("intention", intention.id.clone())}
                <button>{t.t("field-delete-now")}</button>
            </form>
        </details>
    }
    .into_any()
}
