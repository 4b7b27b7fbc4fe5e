//! Which card a team or a person has, on their page in the administration.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{choices, job};
use crate::{
    access::Role,
    decision_cards::{
        actions::GiveCard,
        model::{COMMON, Card},
        store::{Whose, find_given, list_cards},
    },
    error::Result,
    language::Language,
    routes::to,
    ui::{Control, Form, hidden},
    visit::Visit,
};

/// To choose the card of a team or a person in the admin's reach. Nothing while there is none to choose.
pub async fn given_section(visit: &Visit, form: &Form<'_>, whose: Whose<'_>) -> Result<Option<AnyView>> {
    let (scope, db) = (visit.actor()?.scope(Role::Admin)?, visit.db().read());
    let (cards, given) = tokio::try_join!(list_cards(db, &scope), find_given(db, &scope, &whose))?;
    let t = visit.language;
    let mut options = choices(t, &cards);
    if options.is_empty() {
        return Ok(None);
    }
    let (holder, first) = match whose {
        Whose::Team(id) => (format!("team:{id}"), vec![(String::new(), job(t, &Card::default()))]),
        Whose::Person(id) => (format!("person:{id}"), persons(t)),
    };
    options.splice(0..0, first);
    let control = Control {
        name: "given-card",
        sent_as: "card",
        label: "card-given",
        hint: Some("card-given-hint"),
        value: given,
        ..Control::default()
    };
    Ok(Some(
        view! {
            <section aria-labelledby="card-head">
                <h2 id="card-head">{t.t("card-title")}</h2>
                <form method="post" action=GiveCard::PATH>
                    {hidden("form", Uuid::new_v4())}
                    {hidden("whose", holder)}
                    {form.select(control, vec![(String::new(), options)])}
                    <p class="actions">
                        <button>{t.t("admin-save")}</button>
                        <a href=to::admin_cards().into_string()>{t.t("card-admin-link")}</a>
                    </p>
                </form>
            </section>
        }
        .into_any(),
    ))
}

/// A person has the team's card unless they were given another one, which may be the common one.
fn persons(t: Language) -> Vec<(String, String)> {
    vec![(String::new(), t.t("card-as-team").into_owned()), (COMMON.to_owned(), job(t, &Card::default()))]
}
