//! A drill before, during and after.

use std::sync::Arc;

use leptos::prelude::*;
use uuid::Uuid;

use super::{
    dialogue::{
        debrief::debrief,
        islands::{DialoguePlayer, Played},
        model::{Plot, State},
        scene::mood_of,
        script::script,
    },
    store::{find_attempt, find_version},
};
use crate::{
    activity::model::item,
    error::{Error, Result},
    library::Dialogue,
    routes::to,
    ui::{Page, Width, html},
    visit::Visit,
};

/// Sets the scene; with `?attempt=` the talk begins. Nothing is stored before the first choice.
pub async fn show_drill(visit: Visit) -> Result<Page> {
    let dialogue =
        visit.library().drill(&visit.param("module")?, &visit.param("drill")?).cloned().ok_or(Error::NotFound)?;
    let Some(attempt) = visit.query("attempt") else { return Ok(show_start(&visit, &dialogue)) };
    let attempt = Uuid::parse_str(&attempt).map_err(|_| Error::NotFound)?.to_string();
    // Come back to with the browser's back button: the attempt goes on where it is.
    if find_attempt(visit.db().read(), &visit.actor()?.permit_learning(), &attempt).await?.is_some() {
        return Ok(Page::elsewhere(to::attempt(&attempt)));
    }
    let state = State::start(&Plot::from(dialogue.as_ref()));
    Ok(show_talk(&visit, &dialogue, attempt, 0, state))
}

fn show_start(visit: &Visit, dialogue: &Dialogue) -> Page {
    let t = visit.language;
    let script = script(dialogue, t);
    let state = State::start(&script.plot);
    let title = dialogue.title.get(t.locale).clone();
    let begin = to::drill(&dialogue.module, &dialogue.id).with("attempt", &Uuid::new_v4().to_string());
    let body = view! {
        <div class="head">
            {kicker(visit, dialogue, t.with("drill-minutes", &[("minutes", i64::from(dialogue.minutes).into())]))}
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

/// Goes on where the attempt is, in the version that it began with; shows the debrief once it has ended.
pub async fn show_attempt(visit: Visit) -> Result<Page> {
    let permit = visit.actor()?.permit_learning();
    let attempt = find_attempt(visit.db().read(), &permit, &visit.param("attempt")?).await?.ok_or(Error::NotFound)?;
    let dialogue = find_version(&visit, &attempt.item, &attempt.version).await?;
    let plot = Plot::from(dialogue.as_ref());
    let state =
        State::replay(&plot, attempt.events()?).map_err(|_| Error::internal("an attempt cannot be replayed"))?;
    if state.outcome(&plot).is_none() {
        return Ok(show_talk(&visit, &dialogue, attempt.id, attempt.last_number, state));
    }
    let t = visit.language;
    let body = debrief(t, &visit.library(), &dialogue, &plot, &state)?;
    Ok(Page::new(format!("{}: {}", t.t("drill-debrief"), dialogue.title.get(t.locale)), Width::Reading, body))
}

fn show_talk(visit: &Visit, dialogue: &Arc<Dialogue>, attempt: String, last_number: i64, state: State) -> Page {
    let t = visit.language;
    let title = dialogue.title.get(t.locale).clone();
    let played = Played {
        attempt_url: to::attempt(&attempt).into_string(),
        today_url: to::today().into_string(),
        item: item(&dialogue.module, &dialogue.id),
        version: dialogue.version.clone(),
        attempt,
        last_number,
        state,
    };
    let body = view! {
        <div class="head">
            {kicker(visit, dialogue, t.t(&format!("setting-{}", dialogue.setting)).into_owned())}
            <h1>{title.clone()}</h1>
        </div>
        <DialoguePlayer script=script(dialogue, t) played=played/>
    };
    Page::new(title, Width::Reading, body).with_islands()
}

fn kicker(visit: &Visit, dialogue: &Dialogue, more: String) -> impl IntoView + use<> {
    let t = visit.language;
    let module = visit.library().module(&dialogue.module).map(|module| module.title.get(t.locale).clone());
    let url = to::module(&dialogue.module).into_string();
    view! { <p class="kicker"><a href=url>{module.unwrap_or_default()}</a> " · " {t.t("drill-dialogue")} " · " {more}</p> }
}
