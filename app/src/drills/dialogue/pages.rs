//! A dialogue before, during and after.

use leptos::prelude::*;

use super::{
    KIND,
    content::Dialogue,
    debrief::debrief,
    islands::DialoguePlayer,
    model::{Plot, State},
    scene::mood_of,
    script::script,
};
use crate::{
    drills::{
        Run,
        pages::{begin, kicker, minutes, setting},
        playing::Played,
    },
    error::{Error, Result},
    ui::{Island, Page, Width, html},
    visit::Visit,
};

/// Sets the scene.
pub fn show_start(visit: &Visit, dialogue: &Dialogue) -> Page {
    let t = visit.language;
    let script = script(dialogue, t);
    let state = State::start(&script.plot);
    let title = dialogue.head.title.get(t.locale).clone();
    let begin = begin(&dialogue.head);
    let body = view! {
        <div class="head">
            {kicker(visit, &dialogue.head, KIND.name(t), minutes(t, &dialogue.head))}
            <h1>{title.clone()}</h1>
        </div>
        {html("prose", dialogue.intro.get(t.locale))}
        <section class="mood" aria-label=script.words.mood.clone()>{mood_of(&script, &state)}</section>
        <p class="meta">{t.t("drill-how-the-dots-move")}</p>
        <p class="actions">
            <a class="button primary" href=begin.into_string()>{t.t("drill-begin")}</a>
            <span class="meta">{t.t("drill-private")}</span>
        </p>
    };
    Page::new(title, Width::Reading, body)
}

/// The talk where it stands; the debrief once it has ended.
pub fn show_run(visit: &Visit, dialogue: &Dialogue, run: Run) -> Result<Page> {
    let plot = Plot::from(dialogue);
    let state = dialogue.replay(&plot, &run.events).map_err(|_| Error::internal("an attempt cannot be replayed"))?;
    if state.outcome(&plot).is_none() {
        return Ok(show_talk(visit, dialogue, run, state));
    }
    let t = visit.language;
    let body = debrief(t, &visit.library(), dialogue, &plot, &state)?;
    Ok(Page::new(format!("{}: {}", t.t("drill-debrief"), dialogue.head.title.get(t.locale)), Width::Reading, body))
}

fn show_talk(visit: &Visit, dialogue: &Dialogue, run: Run, state: State) -> Page {
    let t = visit.language;
    let title = dialogue.head.title.get(t.locale).clone();
    let body = view! {
        <div class="head">
            {kicker(visit, &dialogue.head, KIND.name(t), setting(t, &dialogue.head))}
            <h1>{title.clone()}</h1>
        </div>
        <DialoguePlayer script=script(dialogue, t) played=Played::of(&dialogue.head, run) state=state/>
    };
    Page::new(title, Width::Reading, body).with_island(Island::Dialogue)
}
