//! Handing in, and what leaders read.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{
    actions::HandInObstacle,
    store::{Obstacle, list_published},
};
use crate::{
    access::Role,
    drills::field::store::find_intention,
    error::{Error, Result},
    language::Language,
    routes::to,
    ui::{Control, Form, Page, Width, hidden, pages_nav},
    visit::Visit,
};

/// So many stand on a page.
const PER_PAGE: i64 = 50;

/// Says who will read it, lets the person edit, and hands it in. Without a note there is nothing to hand in.
pub async fn show_hand_in(visit: Visit) -> Result<Page> {
    let permit = visit.actor()?.permit_learning();
    let intention = find_intention(visit.db().read(), &permit, &visit.param("intention")?).await?;
    let url = to::intention(&intention.id);
    if intention.state.obstacle.is_empty() {
        return Ok(Page::elsewhere(url));
    }
    let flash = visit.flash().await?;
    let t = visit.language;
    let form = Form { language: t, flash: &flash };
    let text = Control {
        name: "text",
        label: "field-hand-in-words",
        hint: Some("field-hand-in-hint"),
        value: intention.state.obstacle.clone(),
        is_required: true,
        ..Control::default()
    };
    let body = view! {
        <div class="head">
            <p class="kicker"><a href=url.clone().into_string()>{t.t("field-intention")}</a></p>
            <h1>{t.t("field-hand-in")}</h1>
            <p class="lead">{t.t("field-hand-in-lead")}</p>
        </div>
        {form.error_summary()}
        {what_happens(&visit)}
        <form method="post" action=HandInObstacle::PATH>
            {hidden("form", Uuid::new_v4().to_string())}
            {hidden("obstacle", Uuid::new_v4().to_string())}
            {hidden("intention", intention.id)}
            {form.text_area(text)}
            <div class="actions">
                <button class="primary">{t.t("field-hand-in")}</button>
                <a href=url.into_string()>{t.t("field-hand-in-not")}</a>
            </div>
        </form>
    };
    Ok(Page::new(t.t("field-hand-in"), Width::Reading, body))
}

fn what_happens(visit: &Visit) -> AnyView {
    let t = visit.language;
    let minimum = t.number(visit.app.settings.minimum_group.into());
    let lines = [
        t.t("field-hand-in-who").into_owned(),
        t.with("field-hand-in-when", &[("minimum", minimum.into())]),
        t.t("field-hand-in-what").into_owned(),
        t.t("field-hand-in-own").into_owned(),
        t.t("field-hand-in-final").into_owned(),
    ];
    view! { <ul>{lines.map(|line| view! { <li>{line}</li> }).collect_view()}</ul> }.into_any()
}

/// What stopped people, by site.
pub async fn show_obstacles(visit: Visit) -> Result<Page> {
    let actor = visit.actor()?;
    actor.permit_leading()?;
    let scope = actor.scope(Role::Leader)?;
    let page: i64 = visit.query("page").map_or(Ok(1), |page| page.parse()).map_err(|_| Error::BadRequest)?;
    let page = page.clamp(1, 100_000);
    let part = ((page - 1) * PER_PAGE, PER_PAGE);
    let obstacles = list_published(visit.db().read(), &scope, part, visit.now).await?;
    let t = visit.language;
    let total = obstacles.first().map_or(0, |obstacle| obstacle.total);
    let content = match obstacles.is_empty() {
        true => view! { <p>{t.t("obstacles-none")}</p> }.into_any(),
        false => by_site(&obstacles),
    };
    let minimum = t.number(visit.app.settings.minimum_group.into());
    let body = view! {
        <div class="head">
            <p class="kicker"><a href=to::uptake().into_string()>{t.t("uptake-title")}</a></p>
            <h1>{t.t("obstacles-title")}</h1>
            <p class="lead">{t.t("obstacles-lead")}</p>
        </div>
        {content}
        {pages_nav(t, &to::obstacles(), page, (total + PER_PAGE - 1) / PER_PAGE)}
        {why(t, minimum)}
    };
    Ok(Page::new(t.t("obstacles-title"), Width::Reading, body))
}

fn by_site(obstacles: &[Obstacle]) -> AnyView {
    let site = |(number, site): (usize, &[Obstacle])| {
        let id = format!("site-{number}");
        let name = site.first().map(|first| first.site.clone());
        let texts =
            site.iter().map(|obstacle| view! { <li><blockquote><p>{obstacle.text.clone()}</p></blockquote></li> });
        view! {
            <section aria-labelledby=id.clone()>
                <h2 id=id.clone()>{name}</h2>
                <ul class="voices">{texts.collect_view()}</ul>
            </section>
        }
    };
    obstacles.chunk_by(|a, b| a.site == b.site).enumerate().map(site).collect_view().into_any()
}

fn why(t: Language, minimum: String) -> AnyView {
    view! {
        <div class="notice">
            <h2>{t.t("obstacles-why")}</h2>
            <p>{t.with("obstacles-why-few", &[("minimum", minimum.into())])}</p>
            <p>{t.t("obstacles-why-order")}</p>
            <p>{t.t("obstacles-why-reading")}</p>
            <p><a href=to::who_sees_what().into_string()>{t.t("who-sees-what")}</a></p>
        </div>
    }
    .into_any()
}
