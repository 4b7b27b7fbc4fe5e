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
    language::{Bilingual, Language},
    ui::{Control, Form, hidden},
    visit::Visit,
};

/// To choose the card of a team or a person in the admin's reach, who was given one or none of their own. Nothing while there is none to
/// choose.
pub fn given_section(
    visit: &Visit,
    form: &Form,
    whose: Whose,
    given: Option<&str>,
    choices: &[Choice],
) -> Option<AnyView> {
    if choices.is_empty() {
        return None;
    }
    let t = visit.language;
    let (holder, first) = match whose {
        Whose::Team(id) => (format!("team:{id}"), vec![(String::new(), common(t))]),
        Whose::Person(id) => (format!("person:{id}"), persons(t)),
    };
    let jobs = choices.iter().map(|choice| (choice.id.clone(), job(t, &choice.job)));
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
                    {form.select(control, vec![(String::new(), first.into_iter().chain(jobs).collect())])}
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

fn common(t: Language) -> String {
    job(t, &Bilingual::default())
}

/// A person has the team's card unless they were given another one, which may be the common one.
fn persons(t: Language) -> Vec<(String, String)> {
    vec![(String::new(), t.t("card-as-team").into_owned()), (COMMON.to_owned(), common(t))]
}
