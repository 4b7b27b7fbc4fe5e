//! The reader's own card: a page that prints for the pocket, and beside a drill.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::{job, lines, said_on, to_all};
use crate::{
    access::Role,
    activity::model::day_of,
    decision_cards::{
        model::Sheet,
        store::{Kept, find_own_card},
    },
    error::Result,
    language::Language,
    ui::{Page, Width, said_at_length},
    visit::Visit,
};

pub async fn show_own_card(visit: Visit) -> Result<Page> {
    let actor = visit.actor()?;
    let t = visit.language;
    let kept = find_written(&visit).await?;
    let admin = actor.has(Role::Admin).then(|| view! { <p class="screen">{to_all(&visit)}</p> });
    let body = match &kept {
        Some(kept) => written(&visit, kept, &actor.time_zone),
        None => view! {
            <div class="head"><h1>{t.t("card-title")}</h1><p class="lead">{t.t("card-lead")}</p></div>
            <p>{t.t("card-empty")}</p>
        }
        .into_any(),
    };
    Ok(Page::new(t.t("card-title"), Width::Reading, view! { {body} {admin} }))
}

/// The reader's own card; it can be there with nothing on it.
pub async fn find_written(visit: &Visit) -> Result<Option<Kept>> {
    let kept = find_own_card(visit.db().read(), &visit.actor()?.permit_learning()).await?;
    Ok(kept.filter(|kept| !kept.card.lines.is_empty() || !kept.card.note.is_empty()))
}

fn written(visit: &Visit, kept: &Kept, zone: &str) -> AnyView {
    let (t, card) = (visit.language, &kept.card);
    let as_of = t.with("card-as-of", &[("day", t.day(day_of(kept.changed_at, zone)).into())]);
    let organisation = visit.app.settings.organisation.clone().map(|name| format!("{name} · "));
    let sheet = Sheet::of(card, t.locale);
    let head = view! {
        <div class="head">
            <p class="kicker">{organisation} {job(t, &card.job)}</p>
            <h1>{t.t("card-title")}</h1>
            <p class="lead screen">{t.t("card-lead")}</p>
        </div>
    };
    let hint = match sheet {
        Sheet::Pocket => "card-print-pocket",
        Sheet::A6 => "card-print-a6",
    };
    // A note alone is printed as any other page: there is nothing to cut out.
    let (class, table, hint) = match card.lines.is_empty() {
        true => (None, None, None),
        false => {
            let hint = view! { <p class="hint screen">{t.t(hint)}</p> };
            (Some(sheet.class()), Some(lines(t, card)), Some(hint))
        }
    };
    view! {
        <article class=class>{head} {table} <p class="meta">{as_of}</p></article>
        {said_at_length(&card.note, t.locale)}
        {hint}
    }
    .into_any()
}

/// The reader's own card, folded up beneath a drill: it opens without leaving the talk.
pub fn at_hand(t: Language, kept: Option<&Kept>, has_scene: bool) -> AnyView {
    let scene = has_scene.then(|| view! { <p class="meta">{t.t("card-beside-scene")}</p> });
    let card = kept.map_or_else(|| view! { <p>{t.t("card-empty")}</p> }.into_any(), |kept| folded(t, kept));
    view! { <details class="at-hand"><summary>{t.t("card-at-hand")}</summary>{scene}{card}</details> }.into_any()
}

/// What stands on a card, and whose it is.
pub(super) fn folded(t: Language, kept: &Kept) -> AnyView {
    let card = &kept.card;
    let for_whom = (!card.job.is_empty()).then(|| view! { <p class="kicker">{job(t, &card.job)}</p> });
    view! { {for_whom} {said_on(t, card)} }.into_any()
}
