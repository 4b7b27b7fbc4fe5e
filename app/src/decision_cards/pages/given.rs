//! Which card a team or a person has, on their page in the administration.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{job, to_all};
use crate::{
    decision_cards::{
        actions::GiveCard,
        model::COMMON,
        store::{Choice, Whose},
    },
    language::Bilingual,
    ui::{Control, Form, hidden},
    visit::Visit,
};

/// To choose the card of a team or a person in the admin's reach, who was given one or none of their own. Nothing while there is none for a job:
/// then everybody has the common one. A team has that without being given one; a person has the team's, and may be given the common one instead.
pub fn given_section(
    visit: &Visit,
    form: &Form,
    whose: Whose,
    given: Option<&str>,
    choices: &[Choice],
) -> Option<AnyView> {
    if choices.iter().all(|choice| choice.id == COMMON) {
        return None;
    }
    let t = visit.language;
    let (holder, is_team, without) = match whose {
        Whose::Team(id) => (format!("team:{id}"), true, job(t, &Bilingual::default())),
        Whose::Person(id) => (format!("person:{id}"), false, t.t("card-as-team").into_owned()),
    };
    let cards = choices.iter().filter(|choice| !is_team || choice.id != COMMON);
    let cards = cards.map(|choice| (choice.id.clone(), job(t, &choice.job)));
    let options = [(String::new(), without)].into_iter().chain(cards).collect();
    let control = Control {
        name: "given-card",
        sent_as: "card",
        label: "card-given",
        hint: Some("card-given-hint"),
        value: given.unwrap_or_default().to_owned(),
        ..Control::default()
    };
    Some(
        view! {
            <section aria-labelledby="card-head">
                <h2 id="card-head">{t.t("card-title")}</h2>
                <form method="post" action=GiveCard::PATH>
                    {hidden("form", Uuid::new_v4())}
                    {hidden("whose", holder)}
                    {form.select(control, vec![(String::new(), options)])}
                    <p class="actions">
                        <button>{t.t("admin-save")}</button>
                        {to_all(visit)}
                    </p>
                </form>
            </section>
        }
        .into_any(),
    )
}
