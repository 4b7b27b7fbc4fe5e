//! How did it go? One tap, and a sentence for whoever likes.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use crate::{
    drills::field::{actions::AnswerIntention, model::Outcome, store::Intention},
    language::Language,
    routes::to,
    storage::Flash,
    ui::{Control, Form, hidden},
};

/// For Today: asks about an intention that [`crate::drills::field::store::find_asked_today`] found.
pub fn ask_section(t: Language, intention: &Intention) -> AnyView {
    let day = t.with("field-meant-day", &[("day", t.day(intention.state.day).into())]);
    view! {
        <section class="asks" aria-labelledby="asks">
            <h2 id="asks">{t.t("field-how-was-it")}</h2>
            <blockquote><p>{intention.text.clone()}</p></blockquote>
            <p class="meta">{day}</p>
            {answer_form(t, intention, &Flash::default())}
            <p class="actions"><a href=to::intention(&intention.id).into_string()>{t.t("field-move-or-let-go")}</a></p>
        </section>
    }
    .into_any()
}

/// Three buttons, and the sentence in a fold that is open where it comes back.
pub(super) fn answer_form(t: Language, intention: &Intention, flash: &Flash) -> AnyView {
    let form = Form { language: t, flash };
    let is_open = flash.value("note").is_some();
    let note = Control { name: "note", label: "field-note", hint: Some("field-note-hint"), ..Control::default() };
    view! {
        <form method="post" action=AnswerIntention::PATH>
            {ids(intention)}
            {hidden("form", Uuid::new_v4().to_string())}
            <details open=is_open><summary>{t.t("field-note-add")}</summary>{form.text_area(note)}</details>
            <div class="actions">{buttons(t, &Outcome::ANSWERS)}</div>
        </form>
    }
    .into_any()
}

/// For an answer that turns out otherwise: the other ones.
pub(super) fn other_answers(t: Language, intention: &Intention) -> AnyView {
    let others: Vec<Outcome> =
        Outcome::ANSWERS.into_iter().filter(|answer| Some(*answer) != intention.state.outcome).collect();
    view! {
        <form method="post" action=AnswerIntention::PATH>
            {ids(intention)}
            {hidden("form", Uuid::new_v4().to_string())}
            <div class="actions">{buttons(t, &others)}</div>
        </form>
    }
    .into_any()
}

fn buttons(t: Language, answers: &[Outcome]) -> Vec<AnyView> {
    let button = |answer: &Outcome| {
        let words = t.t(&format!("field-answer-{}", answer.id()));
        view! { <button name="outcome" value=answer.id()>{words}</button> }.into_any()
    };
    answers.iter().map(button).collect()
}

/// Which intention a form is about, and in which state it was.
pub(super) fn ids(intention: &Intention) -> AnyView {
    view! { {hidden("intention", intention.id.clone())} {hidden("revision", intention.revision.to_string())} }
        .into_any()
}
