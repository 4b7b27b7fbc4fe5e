//! The dialogue as it reacts in the browser: every tap shows at once and is saved in the background. Without wasm the same markup is a plain form.

use leptos::{prelude::*, server_fn::ServerFn};

use super::{
    clock::Clock,
    model::{Event, State, shown_order},
    scene::{Script, mood_of},
};
use crate::drills::{
    actions::RecordStep,
    outbox::{Outbox, Refusal, saving_line},
    playing::{Played, focus, keep_url},
};

#[island]
pub fn DialoguePlayer(script: Script, played: Played, state: State) -> impl IntoView {
    let state = RwSignal::new(state);
    let number = RwSignal::new(played.last_number);
    let outbox = Outbox::<RecordStep>::new(Refusal::EndsAll, played.unsent_as.clone());
    let saving = outbox.saving();
    let top = NodeRef::<leptos::html::Section>::new();
    let script = StoredValue::new(script);
    let played = StoredValue::new(played);
    keep_url(played, saving);

    let clock = Clock::new();

    let act = move |event: Event| {
        let next = script.with_value(|script| state.with_untracked(|state| state.apply(&script.plot, event)));
        // What the rules refuse is not on the page; a tap on a control that has just gone changes nothing.
        let Ok(next) = next else { return };
        number.update(|number| *number += 1);
        state.set(next);
        outbox.send(played.with_value(|played| played.step(number.get_untracked(), event.to_string())));
        // Nothing on the page has moved.
        if event != Event::Wait {
            focus(top);
        }
    };
    clock.run(move || script.with_value(|script| state.with(|state| seconds(script, state))), move || act(Event::Wait));

    view! {
        <section class="mood" tabindex="-1" node_ref=top aria-label=script.with_value(|script| script.words.mood.clone())>
            {move || script.with_value(|script| state.with(|state| mood_of(script, state)))}
        </section>
        <div aria-live="polite">
            {move || script.with_value(|script| state.with(|state| customer(script, state)))}
            {move || state.with(|state| state.waited_from.is_some()).then(|| {
                let waited = script.with_value(|script| script.words.waited.clone());
                view! { <p class="meta">{waited}</p> }
            })}
        </div>
        {move || script.with_value(|script| state.with(|state| {
            if state.outcome(&script.plot).is_some() {
                clock.stop();
                let url = played.with_value(|played| played.attempt_url.clone());
                outbox.way_on(script.words.to_debrief.clone(), url).into_any()
            } else {
                answers(script, state, played, number, act).into_any()
            }
        }))}
        {move || script.with_value(|script| clock.view(&script.words))}
        <p class="meta" role="status">{move || {
            let here = played.with_value(|played| played.begin_url.clone());
            script.with_value(|script| saving_line(&script.words.saving, saving.get(), here))
        }}</p>
    }
}

/// How long the customer waits where the talk stands; `None` where nothing is to be said, or they have waited already.
fn seconds(script: &Script, state: &State) -> Option<u32> {
    let text = script.scenes.get(state.scene)?;
    (!text.choices.is_empty() && state.waited_from.is_none()).then_some(text.seconds)
}

/// What the customer does and says.
fn customer(script: &Script, state: &State) -> impl IntoView + use<> {
    let text = script.scenes.get(state.scene).cloned().unwrap_or_default();
    let seen = (!text.seen.is_empty()).then(|| view! { <div class="sees" inner_html=text.seen></div> });
    let after = (!text.after.is_empty()).then(|| view! { <div class="prose" inner_html=text.after></div> });
    view! {
        <h2 class="kicker">{script.words.customer_says.clone()}</h2>
        {seen}
        <blockquote class="says" inner_html=text.says></blockquote>
        {after}
    }
}

/// The choices, as a form that also works by itself.
fn answers<Act: Fn(Event) + Copy + Send + Sync + 'static>(
    script: &Script,
    state: &State,
    played: StoredValue<Played>,
    number: RwSignal<i64>,
    act: Act,
) -> impl IntoView + use<Act> {
    let texts = script.scenes.get(state.scene).map(|scene| scene.choices.clone()).unwrap_or_default();
    let order = played.with_value(|played| shown_order(&played.attempt, state.turns.len(), texts.len()));
    let buttons = order.into_iter().filter_map(|choice| {
        let text = texts.get(choice)?.clone();
        let say = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            act(Event::Choose(choice));
        };
        Some(view! { <li><button name="event" value=choice.to_string() on:click=say>{text}</button></li> })
    });
    let buttons = buttons.collect_view();
    let take_back = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        act(Event::Back);
    };
    let words = &script.words;
    let back = (!state.turns.is_empty()).then(
        || view! { <button class="text" name="event" value="back" on:click=take_back>{words.back.clone()}</button> },
    );
    let fields = played.with_value(|played| played.fields(number.get_untracked() + 1));
    view! {
        <form method="post" action=RecordStep::PATH>
            {fields}
            <h2 class="kicker">{words.you_answer.clone()}</h2>
            <ul class="choices">{buttons}</ul>
            <div class="actions">
                {back}
                <a href=played.with_value(|played| played.today_url.clone())>{words.later.clone()}</a>
            </div>
        </form>
    }
}
