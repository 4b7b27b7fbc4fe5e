//! Today's cards as plain forms, one behind the other: the first one is in view, and the island turns to the others.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use crate::{
    drills::{
        outbox::SavingWords,
        pages::unsent_as,
        recall::{
            actions::AnswerCard,
            islands::{RecallSession, Ways},
            model::{Asked, Grade, find_card},
        },
    },
    language::{Language, count},
    library::{Card, Library, Module},
    routes::to,
    ui::{hidden, html},
    visit::Visit,
};

/// `done`: so many were answered today already.
pub(super) fn session(visit: &Visit, library: &Library, asked: &[Asked], done: usize) -> AnyView {
    let t = visit.language;
    let total = done + asked.len();
    let card = |(position, asked): (usize, &Asked)| {
        // Coach or not was decided when they were asked.
        let (module, card) = find_card(library, true, &asked.card)?;
        let place = t.with("recall-place", &[("card", count(done + position + 1)), ("total", count(total))]);
        Some(card_view(t, asked, (module, card), (position, place)))
    };
    let cards: Vec<AnyView> = asked.iter().enumerate().filter_map(card).collect();
    let ways = Ways {
        here: to::recall().into_string(),
        today_url: to::today().into_string(),
        today: t.t("recall-to-today").into(),
        unsent_as: unsent_as(visit, "recall"),
    };
    let count = cards.len();
    view! {
        <RecallSession cards=count saving=saving_words(t) ways=ways>
            {cards}
            <section class="recall" tabindex="-1" hidden>{enough(t)}</section>
        </RecallSession>
    }
    .into_any()
}

fn card_view(
    t: Language,
    asked: &Asked,
    (module, card): (&Module, &Card),
    (position, place): (usize, String),
) -> AnyView {
    let front = format!("front-{position}");
    let buttons = Grade::ALL.map(|grade| {
        view! {
            <button name="grade" value=grade.id() aria-keyshortcuts=grade.key()>
                <kbd aria-hidden="true">{grade.key()}</kbd> " " {t.t(&format!("recall-grade-{}", grade.id()))}
            </button>
        }
    });
    view! {
        <section class="recall" tabindex="-1" hidden={position > 0} aria-labelledby=front.clone()>
            <p class="kicker">{module.title.get(t.locale).clone()} " · " {place}</p>
            <h2 class="says" id=front.clone()>{card.front.get(t.locale).clone()}</h2>
            <details>
                <summary class="button" aria-describedby=front.clone()>
                    <span class="closed">{t.t("recall-show")}</span>
                    <span class="open">{t.t("recall-answer")}</span>
                </summary>
                {html("prose", card.back.get(t.locale))}
                <form method="post" action=AnswerCard::PATH>
                    {hidden("review", Uuid::now_v7())}
                    {hidden("card", asked.card.clone())}
                    {hidden("number", asked.number.to_string())}
                    <fieldset>
                        <legend>{t.t("recall-how-well")}</legend>
                        <div class="grades">{buttons}</div>
                    </fieldset>
                </form>
            </details>
        </section>
    }
    .into_any()
}

/// The end of a session.
pub(super) fn enough(t: Language) -> impl IntoView + use<> {
    view! {
        <h2 class="says">{t.t("recall-enough")}</h2>
        <p>{t.t("recall-enough-text")}</p>
    }
}

fn saving_words(t: Language) -> SavingWords {
    SavingWords {
        saved: t.t("recall-saved").into(),
        waiting: t.t("recall-not-saved").into(),
        signed_out: t.t("recall-signed-out").into(),
        sign_in: t.t("sign-in").into(),
        overtaken: t.t("recall-overtaken").into(),
        reload: t.t("recall-reload").into(),
        gone: t.t("recall-gone").into(),
    }
}
