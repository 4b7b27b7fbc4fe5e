//! After the talk: what each choice did, and what would have served better.

use leptos::{prelude::*, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{
    content::{Dialogue, SceneKind},
    model::{Plot, State, Turn},
    scene::{mood_line, mood_words},
    script::words,
};
use crate::{
    error::{Error, Result},
    language::Language,
    library::Library,
    routes::to,
    ui::html,
};

/// The whole debrief of an attempt that has ended.
pub fn debrief(t: Language, library: &Library, dialogue: &Dialogue, plot: &Plot, state: &State) -> Result<AnyView> {
    let scene = dialogue.scenes.get(state.scene).ok_or(Error::NotFound)?;
    let SceneKind::Ending { says, after, .. } = &scene.kind else { return Err(Error::NotFound) };
    let words = words(dialogue, t);
    let again = to::drill(&dialogue.head.module, &dialogue.head.id).with("attempt", &Uuid::new_v4().to_string());
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
        <section class="mood" aria-labelledby="way">
            <h2 id="way">{t.t("drill-way")}</h2>
            {mood_line(&state.turns, state.mood, plot.longest_way())}
            {mood_words(&words, state.mood, None)}
        </section>
        <section aria-labelledby="choices">
            <h2 id="choices">{t.t("drill-what-it-did")}</h2>
            <ol class="talk">{turns}</ol>
        </section>
        <p class="actions">
            <a class="button primary" href=again.into_string()>{t.t("drill-again")}</a>
            <a href=to::module(&dialogue.head.module).into_string()>{t.t("drill-to-module")}</a>
            <a href=to::today().into_string()>{t.t("drill-enough")}</a>
        </p>
    };
    Ok(body.into_any())
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
    let facts = competencies.chain(mood).collect::<Vec<_>>().join(" · ");
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
