//! A person's absences, on the person's page.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{
    actions::{AddAbsence, RemoveAbsence},
    model::Span,
};
use crate::{
    admin::people::store::Person,
    ui::{Control, Form, hidden},
    visit::Visit,
};

pub fn section(visit: &Visit, form: &Form, person: &Person, absences: &[(String, Span)]) -> AnyView {
    let t = visit.language;
    let heads = ["admin-from", "admin-until", "admin-remove"];
    let table = (!absences.is_empty()).then(|| {
        view! {
            <table class="stack">
                <thead><tr>{heads.map(|key| view! { <th scope="col">{t.t(key)}</th> }).collect_view()}</tr></thead>
                <tbody>{absences.iter().map(|absence| line(visit, person, absence)).collect_view()}</tbody>
            </table>
        }
    });
    let day = |name, label| form.input(Control { name, label, kind: "date", is_required: true, ..Control::default() });
    view! {
        <section aria-labelledby="absences-head">
            <h2 id="absences-head">{t.t("admin-absences")}</h2>
            <p class="meta">{t.t("admin-absences-text")}</p>
            {table}
            <form class="row" method="post" action=AddAbsence::PATH aria-labelledby="absences-head">
                {hidden("form", Uuid::new_v4())}
                {hidden("absence", Uuid::now_v7())}
                {hidden("person", person.id.clone())}
                {day("first_day", "admin-from")}
                {day("last_day", "admin-until")}
                <button>{t.t("admin-absence-add")}</button>
            </form>
        </section>
    }
    .into_any()
}

fn line(visit: &Visit, person: &Person, (id, span): &(String, Span)) -> AnyView {
    let t = visit.language;
    let (first, last) = (t.day(span.first), t.day(span.last));
    let label = t.with("admin-absence-remove-label", &[("day", first.clone().into())]);
    view! {
        <tr>
            <th scope="row">{first}</th>
            <td data-label=t.t("admin-until")>{last}</td>
            <td>
                <form method="post" action=RemoveAbsence::PATH>
                    {hidden("absence", id.clone())}
                    {hidden("person", person.id.clone())}
                    <button class="text" aria-label=label>{t.t("admin-remove")}</button>
                </form>
            </td>
        </tr>
    }
    .into_any()
}
