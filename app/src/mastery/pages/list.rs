//! All competencies with their levels.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::{level_words, picture};
use crate::{
    activity::model::day_of,
    error::Result,
    library::Competency,
    mastery::{
        model::{Level, counted, level},
        store::find_evidence,
    },
    routes::to,
    ui::{Page, Width, own_tabs},
    visit::Visit,
};

pub async fn show_competencies(visit: Visit) -> Result<Page> {
    let actor = visit.actor()?;
    let library = visit.library();
    let (db, zone) = (visit.db().read(), &actor.time_zone);
    let evidence = find_evidence(db, &actor.permit_learning(), &library, zone, visit.now).await?;
    let (t, today) = (visit.language, day_of(visit.now, zone));
    let lines = library.competencies.iter().map(|competency| {
        let of = evidence.iter().filter(|one| one.competency == competency.id);
        line(&visit, competency, level(&counted(of, today)))
    });
    let body = view! {
        <div class="head">
            <h1>{t.t("mastery")}</h1>
            <p class="lead">{t.t("mastery-lead")}" "<a href=to::who_sees_what().into_string()>{t.t("who-sees-what")}</a></p>
        </div>
        {own_tabs(&visit)}
        <p>{t.t("mastery-text")}</p>
        <ul class="lines">{lines.collect_view()}</ul>
    };
    Ok(Page::new(t.t("mastery"), Width::Full, body))
}

fn line(visit: &Visit, competency: &Competency, level: Option<Level>) -> AnyView {
    let t = visit.language;
    view! {
        <li>
            <a href=to::competency(&competency.id).into_string()>{competency.title.get(t.locale).clone()}</a>
            {picture::line(level)}
            <span class="meta">{level_words(t, level)}</span>
        </li>
    }
    .into_any()
}
