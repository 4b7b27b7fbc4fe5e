//! The day as one button and what comes after it.

use chrono::NaiveDate;
use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::next::{piece, url};
use crate::{
    language::Language,
    library::Library,
    modules::model::Part,
    routes::{Url, to},
    today::model::{Next, Plan, Stop},
};

/// Minutes that cards, and an intention, take.
const SHORT: u32 = 1;

/// The first open stop with its button, then the others; once all is done, that it is enough, and one more for whoever wants it.
pub(super) fn plan_section(
    t: Language,
    library: &Library,
    plan: &Plan,
    done: &[String],
    next: Option<Next>,
    today: NaiveDate,
) -> AnyView {
    let Some((first, rest)) = plan.open.split_first() else {
        return match next {
            None => empty(t),
            Some(next) => enough(t, done, Some(&next), None),
        };
    };
    if let (Stop::Intention(practice), true) = (first, plan.is_done() && (!done.is_empty() || plan.has_recalled)) {
        return enough(t, done, next.as_ref(), Some(intention_url(practice.as_ref())));
    }
    let body = match first {
        Stop::Recall => cards(t),
        Stop::Piece(next) => piece(t, library, next, today),
        Stop::Intention(practice) => intention(t, practice.as_ref()),
    };
    let rest = rest.iter().map(|stop| line(t, stop)).collect_view();
    let has_more = plan.open.len() > 1;
    let then = has_more.then(|| view! { <h3 class="kicker">{t.t("today-then")}</h3><ol class="then">{rest}</ol> });
    view! { <section class="next" aria-labelledby="next">{body}{then}</section> }.into_any()
}

fn cards(t: Language) -> AnyView {
    view! {
        <p class="kicker">{minutes(t, SHORT)}</p>
        <h2 id="next">{t.t("today-recall")}</h2>
        <p class="meta">{t.t("today-recall-text")}</p>
        <p class="actions"><a class="button primary" href=to::recall().into_string()>{t.t("today-begin")}</a></p>
    }
    .into_any()
}

fn intention(t: Language, practice: Option<&Part>) -> AnyView {
    view! {
        <p class="kicker">{minutes(t, SHORT)}</p>
        <h2 id="next">{t.t("today-intention")}</h2>
        <p class="meta">{t.t("today-intention-text")}</p>
        <p class="actions">
            <a class="button primary" href=intention_url(practice).into_string()>{t.t("field-new-one")}</a>
        </p>
    }
    .into_any()
}

/// A stop that comes later.
fn line(t: Language, stop: &Stop) -> AnyView {
    let (target, title, time) = match stop {
        Stop::Recall => (to::recall(), t.t("today-recall").into_owned(), SHORT),
        Stop::Piece(next) => (url(next), next.part.title().get(t.locale).clone(), next.part.minutes()),
        Stop::Intention(practice) => (intention_url(practice.as_ref()), t.t("today-intention").into_owned(), SHORT),
    };
    view! { <li><a href=target.into_string()>{title}</a>" "<span class="meta">{minutes(t, time)}</span></li> }
        .into_any()
}

fn intention_url(practice: Option<&Part>) -> Url {
    practice.map_or_else(to::new_intention, |practice| to::new_intention_from(&practice.item()))
}

fn minutes(t: Language, minutes: u32) -> String {
    t.with("today-minutes", &[("minutes", i64::from(minutes).into())])
}

fn empty(t: Language) -> AnyView {
    view! { <section class="next" aria-labelledby="next"><h2 id="next">{t.t("today-nothing")}</h2></section> }
        .into_any()
}

fn enough(t: Language, done: &[String], next: Option<&Next>, intention: Option<Url>) -> AnyView {
    let titles: Vec<_> = done.iter().map(|title| t.with("today-title", &[("title", title.as_str().into())])).collect();
    let lead = match titles.is_empty() {
        true => t.t("today-enough-cards").into_owned(),
        false => t.with("today-enough-text", &[("titles", titles.join(", ").into())]),
    };
    let intention = intention.map(|url| {
        view! {
            <p>{t.t("today-intention-text")}</p>
            <p class="actions"><a class="button primary" href=url.into_string()>{t.t("field-new-one")}</a></p>
        }
    });
    let more = next.map(|next| {
        let words = t.with("today-one-more", &[("title", next.part.title().get(t.locale).as_str().into())]);
        view! { <p class="actions"><a href=url(next).into_string()>{words}</a></p> }
    });
    view! {
        <section class="next" aria-labelledby="next">
            <h2 id="next">{t.t("today-enough")}</h2>
            <p class="lead">{lead}</p>
            {intention}
            {more}
        </section>
    }
    .into_any()
}
