//! All of one's own intentions: what stands, and what is over.

use chrono::NaiveDate;
use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::{day_words, today};
use crate::{
    drills::field::{
        model::Asking,
        store::{Intention, list_open, list_past},
    },
    error::{Error, Result},
    language::Language,
    routes::to,
    ui::{Page, Width, notice, pages_nav},
    visit::Visit,
};

/// So many of those that are over stand on a page.
const PER_PAGE: i64 = 20;

pub async fn show_intentions(visit: Visit) -> Result<Page> {
    let (t, today) = (visit.language, today(&visit)?);
    let page: i64 = visit.query("page").map_or(Ok(1), |page| page.parse()).map_err(|_| Error::BadRequest)?;
    let page = page.clamp(1, 100_000);
    let (db, permit) = (visit.db().read(), visit.actor()?.permit_learning());
    let open = list_open(db, &permit).await?;
    let (past, total) = list_past(db, &permit, ((page - 1) * PER_PAGE, PER_PAGE)).await?;
    let body = view! {
        <div class="head">
            <h1>{t.t("field-intentions")}</h1>
            <p class="lead">{t.t("field-private")}" "<a href=to::who_sees_what().into_string()>{t.t("who-sees-what")}</a></p>
        </div>
        {visit.query("done").map(|_| notice(t.t("field-done-deleted")))}
        <p class="actions"><a class="button primary" href=to::new_intention().into_string()>{t.t("field-new-one")}</a></p>
        <section aria-labelledby="open">
            <h2 id="open">{t.t("field-open")}</h2>
            {rows(t, &open, today, "field-open-none")}
        </section>
        <section aria-labelledby="past">
            <h2 id="past">{t.t("field-past")}</h2>
            {rows(t, &past, today, "field-past-none")}
            {pages_nav(t, &to::intentions(), page, (total + PER_PAGE - 1) / PER_PAGE)}
        </section>
    };
    Ok(Page::new(t.t("field-intentions"), Width::Reading, body))
}

fn rows(t: Language, intentions: &[Intention], today: NaiveDate, none: &str) -> AnyView {
    if intentions.is_empty() {
        return view! { <p>{t.t(none)}</p> }.into_any();
    }
    let row = |intention: &Intention| {
        let url = to::intention(&intention.id).into_string();
        view! { <li><a href=url>{intention.text.clone()}</a><span class="meta">{state(t, intention, today)}</span></li> }
    };
    view! { <ul class="toc">{intentions.iter().map(row).collect_view()}</ul> }.into_any()
}

/// The day, and what came of it as far as somebody said.
fn state(t: Language, intention: &Intention, today: NaiveDate) -> String {
    let day = day_words(t, intention.state.day, today);
    match intention.state.outcome {
        Some(outcome) => format!("{} · {day}", t.t(&format!("field-outcome-{}", outcome.id()))),
        None if intention.asking(today) == Asking::Rests => format!("{} · {day}", t.t("field-rests")),
        None => day,
    }
}
