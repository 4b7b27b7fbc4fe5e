//! A phrase drill in one language: everything that its page and its island show, with all texts given to them.

use leptos::{prelude::*, tachys::view::any_view::AnyView};
use serde::{Deserialize, Serialize};

use super::model::{Phase, Rules, State};
use crate::drills::outbox::SavingWords;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Script {
    pub rules: Rules,
    pub criteria_title: String,
    pub criteria: Vec<String>,
    pub poor: ModelText,
    pub good: ModelText,
    pub words: Words,
    /// Whether what one wrote can be kept among one's own sentences.
    pub keeps: bool,
    pub again_url: String,
    pub module_url: String,
    pub phrases_url: String,
}

/// Plain text, and sanitised HTML.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModelText {
    pub title: String,
    pub says: String,
    pub why: String,
}

/// What the page says around the drill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    pub write: String,
    pub write_hint: String,
    pub empty: String,
    pub too_long: String,
    pub compare: String,
    pub mark_hint: String,
    pub rewrite: String,
    pub rewrite_field: String,
    pub rewrite_hint: String,
    pub first: String,
    pub better: String,
    /// In front of a criterion that one's own text meets, or does not meet.
    pub has: String,
    pub lacks: String,
    pub models: String,
    pub next: String,
    pub finish: String,
    pub back: String,
    pub later: String,
    pub done: String,
    pub change: String,
    pub keep: String,
    pub kept: String,
    pub phrases: String,
    pub again: String,
    pub to_module: String,
    pub enough: String,
    pub signed_out: String,
    pub saving: SavingWords,
}

/// The two models, one after another.
pub fn models(script: &Script) -> AnyView {
    let model = |model: &ModelText| {
        view! {
            <section class="model">
                <h3>{model.title.clone()}</h3>
                <blockquote inner_html=model.says.clone()></blockquote>
                <div class="prose" inner_html=model.why.clone()></div>
            </section>
        }
    };
    view! { {model(&script.poor)} {model(&script.good)} }.into_any()
}

/// Something that one wrote oneself.
pub fn mine(label: &str, text: &str) -> AnyView {
    view! { <p class="meta">{label.to_owned()}</p><p class="mine">{text.to_owned()}</p> }.into_any()
}

/// What one's own text has, and what it lacks, in words.
pub fn met(script: &Script, state: &State) -> AnyView {
    let lines = script.criteria.iter().enumerate().map(|(number, criterion)| {
        let is_met = state.marks.contains(&number);
        let (class, word) = if is_met { ("has", &script.words.has) } else { ("lacks", &script.words.lacks) };
        view! { <li class=class><strong>{format!("{word}: ")}</strong>{criterion.clone()}</li> }
    });
    view! { <ul class="met">{lines.collect_view()}</ul> }.into_any()
}

/// What is shown above the form of a phase: one's own words, and the models from the moment one has written.
pub fn before(script: &Script, state: &State) -> AnyView {
    let words = &script.words;
    match state.phase {
        Phase::Write => ().into_any(),
        Phase::Mark => view! {
            <h2 id="part">{words.compare.clone()}</h2>
            {mine(&words.first, &state.first)}
            {models(script)}
        }
        .into_any(),
        Phase::Rewrite => view! {
            <h2 id="part">{words.rewrite.clone()}</h2>
            {mine(&words.first, &state.first)}
            {met(script, state)}
        }
        .into_any(),
        Phase::Done => {
            let is_same = state.first == state.better;
            view! {
                <h2 id="part">{words.done.clone()}</h2>
                {(!is_same).then(|| mine(&words.first, &state.first))}
                {mine(&words.better, &state.better)}
            }
            .into_any()
        }
    }
}

/// What is shown below the form: the models once more, for whoever wants to look again.
pub fn after(script: &Script, state: &State) -> Option<AnyView> {
    (state.phase >= Phase::Rewrite).then(|| {
        view! { <details><summary>{script.words.models.clone()}</summary>{models(script)}</details> }.into_any()
    })
}
