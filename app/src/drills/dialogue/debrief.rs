//! After the talk: what each choice did, and what would have served better.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::{
    content::{Dialogue, SceneKind},
    model::{Plot, State, Turn},
    scene::{mood_line, mood_words},
    script::words,
};
use crate::{
    drills::pages::begin,
    error::{Error, Result},
    language::{Language, Localized},
    library::{Html, Library},
    routes::to,
    ui::html,
};

/// The whole debrief of an attempt that has ended.
pub fn debrief(t: Language, library: &Library, dialogue: &Dialogue, plot: &Plot, state: &State) -> Result<AnyView> {
    let scene = dialogue.scenes.get(state.scene).ok_or(Error::NotFound)?;
    let SceneKind::Ending { says, after, friend, .. } = &scene.kind else { return Err(Error::NotFound) };
    let words = words(dialogue, t);
    let again = begin(&dialogue.head);
    let turns = state.turns.iter().map(|turn| turn_view(t, library, dialogue, turn)).collect_view();
    let body = view! {
        <div class="head">
            <p class="kicker">
                <a href=to::drill(&dialogue.head.module, &dialogue.head.id).into_string()>{dialogue.head.title.get(t.locale).clone()}</a>
                " · " {t.t("drill-debrief")}
            </p>
            <h1>{scene.title.get(t.locale).clone()}</h1>
        </div>
        <p class="meta">{words.customer_says.clone()}</p>
        <blockquote class="says" inner_html=says.get(t.locale).0.clone()></blockquote>
        {html("prose", after.get(t.locale))}
        {friend.as_ref().map(|friend| later(t, dialogue, friend))}
        <section class="mood" aria-labelledby="way">
            <h2 id="way">{t.t("drill-way")}</h2>
            {mood_line(&state.turns, state.mood, plot.longest_way())}
            {mood_words(&words, state.mood, None)}
        </section>
        <section aria-labelledby="choices">
            <h2 id="choices">{t.t("drill-what-it-did")}</h2>
            <ol class="talk">{turns}</ol>
        </section>
        {undone(t, library, dialogue, state)}
        <p class="actions">
            <a class="button primary" href=again.into_string()>{t.t("drill-again")}</a>
            <a href=to::module(&dialogue.head.module).into_string()>{t.t("drill-to-module")}</a>
            <a href=to::today().into_string()>{t.t("drill-enough")}</a>
        </p>
    };
    Ok(body.into_any())
}

/// What the customer says of it to a friend.
fn later(t: Language, dialogue: &Dialogue, friend: &Localized<Html>) -> AnyView {
    let customer = dialogue.customer.name.get(t.locale).as_str();
    view! {
        <section aria-labelledby="later">
            <h2 id="later" class="kicker">{t.with("drill-friend", &[("customer", customer.into())])}</h2>
            <blockquote inner_html=friend.get(t.locale).0.clone()></blockquote>
        </section>
    }
    .into_any()
}

/// The turns that were taken back, with what they would have done.
fn undone(t: Language, library: &Library, dialogue: &Dialogue, state: &State) -> Option<AnyView> {
    let turns: Vec<AnyView> = state.undone.iter().filter_map(|turn| turn_view(t, library, dialogue, turn)).collect();
    (!turns.is_empty()).then(|| {
        view! {
            <details>
                <summary>{t.t("drill-undone")}</summary>
                <p class="meta">{t.t("drill-undone-text")}</p>
                <ol class="talk">{turns}</ol>
            </details>
        }
        .into_any()
    })
}

fn turn_view(t: Language, library: &Library, dialogue: &Dialogue, turn: &Turn) -> Option<AnyView> {
    let SceneKind::Talk { says, choices, .. } = &dialogue.scenes.get(turn.scene)?.kind else { return None };
    let choice = choices.get(turn.choice)?;
    let competencies = choice.competencies.iter().map(|id| library.competency_title(id, t.locale).to_owned());
    let changes = [
        (turn.after.trust - turn.before.trust, "drill-trust-rose", "drill-trust-fell"),
        (turn.after.tension - turn.before.tension, "drill-tension-rose", "drill-tension-fell"),
    ];
    let changes = changes.into_iter().filter_map(|(change, rose, fell)| match change {
        0 => None,
        1.. => Some(t.t(rose).into_owned()),
        _ => Some(t.t(fell).into_owned()),
    });
    let mood = changes.collect::<Vec<_>>();
    let mood = if mood.is_empty() { vec![t.t("drill-mood-same").into_owned()] } else { mood };
    let late = turn.was_late.then(|| t.t("drill-was-late").into_owned());
    let facts = competencies.chain(late).chain(mood).collect::<Vec<_>>().join(" · ");
    Some(
        view! {
            <li>
                <p class="meta">{dialogue.customer.name.get(t.locale).clone()}</p>
                <blockquote inner_html=says.get(t.locale).0.clone()></blockquote>
                <p class="meta">{t.t("drill-you")}</p>
                <p class="mine">{choice.says.get(t.locale).clone()}</p>
                {html("prose", choice.explanation.get(t.locale))}
                <p class="meta">{facts}</p>
            </li>
        }
        .into_any(),
    )
}
