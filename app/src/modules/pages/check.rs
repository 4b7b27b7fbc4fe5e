//! A knowledge check: the question, and after the answer what is to be said about every option.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::lesson::{Shown, place_fields};
use crate::{
    language::Language,
    library::{Check, CheckOption},
    modules::{
        actions::{AnswerCheck, field_of_check},
        model::{Answer, has_several},
        phrasing::phrasing,
    },
    ui::hidden,
};

pub(super) fn check_view(shown: &Shown, check: &Check) -> AnyView {
    match shown.said.answers.get(&check.id) {
        Some(answer) if !shown.is_open(&check.id) => answered(shown, check, answer),
        _ => asked(shown, check),
    }
}

fn asked(shown: &Shown, check: &Check) -> AnyView {
    let t = shown.t;
    let field = field_of_check(check);
    let (hint_id, error_id) = (format!("{field}-hint"), format!("{field}-error"));
    let hint =
        has_several(check).then(|| view! { <p class="hint" id=hint_id.clone()>{t.t("lesson-check-several")}</p> });
    let error = shown.flash.error(&field).map(|key| view! { <p class="error" id=error_id.clone()>{t.t(key)}</p> });
    let described_by = [hint.as_ref().map(|_| hint_id.clone()), error.as_ref().map(|_| error_id.clone())];
    let described_by = described_by.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let described_by = (!described_by.is_empty()).then_some(described_by);
    let options = check.options.iter().enumerate();
    let options = options.map(|(position, option)| option_view(shown, check, position, option)).collect_view();
    view! {
        <form method="post" action=AnswerCheck::PATH>
            {hidden("form", Uuid::new_v4().to_string())}
            {place_fields(shown)}
            {hidden("check", check.id.clone())}
            <fieldset aria-describedby=described_by>
                <legend inner_html=phrasing(check.question.get(t.locale))></legend>
                {hint}
                {error}
                <div class="options">{options}</div>
            </fieldset>
            <div class="turn"><button class="primary">{t.t("lesson-check-answer")}</button></div>
        </form>
    }
    .into_any()
}

/// One right option: radio buttons; several: checkboxes. A mistake leads to the first one, which carries the check's id.
fn option_view(shown: &Shown, check: &Check, position: usize, option: &CheckOption) -> AnyView {
    let is_first = position == 0;
    let id = is_first.then(|| field_of_check(check));
    let several = has_several(check);
    let kind = if several { "checkbox" } else { "radio" };
    let words = phrasing(option.text.get(shown.t.locale));
    view! {
        <label class="option">
            <input id=id type=kind name="choices[]" value=position.to_string() required=is_first && !several/>
            <span inner_html=words></span>
        </label>
    }
    .into_any()
}

fn answered(shown: &Shown, check: &Check, answer: &Answer) -> AnyView {
    let t = shown.t;
    let id = field_of_check(check);
    let again = shown.url(shown.step).with("again", &check.id);
    view! {
        <section aria-labelledby=id.clone()>
            <h2 id=id.clone() inner_html=phrasing(check.question.get(t.locale))></h2>
            {explained(t, check, answer)}
            <p><a href=again.into_string()>{t.t("lesson-check-again")}</a></p>
        </section>
    }
    .into_any()
}

/// What is to be said about every option, and which were chosen.
pub fn explained(t: Language, check: &Check, answer: &Answer) -> AnyView {
    let options = check.options.iter().enumerate();
    let options = options.map(|(position, option)| {
        let is_chosen = answer.choices.contains(&position);
        let (class, verdict) = match (is_chosen, option.is_right) {
            (true, true) => ("chosen fits", "lesson-check-chosen-fits"),
            (true, false) => ("chosen", "lesson-check-chosen-fails"),
            (false, true) => ("fits", "lesson-check-fits"),
            (false, false) => ("", "lesson-check-fails"),
        };
        let class = (!class.is_empty()).then_some(class);
        view! {
            <li class=class>
                <p class="verdict">{t.t(verdict)}</p>
                <p><q inner_html=phrasing(option.text.get(t.locale))></q></p>
                <div inner_html=option.explanation.get(t.locale).0.clone()></div>
            </li>
        }
    });
    view! { <ul class="answers">{options.collect_view()}</ul> }.into_any()
}
