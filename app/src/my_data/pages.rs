//! Where a copy is offered.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use crate::{
    access::visibility::{KINDS, View},
    error::Result,
    language::Language,
    routes::{Url, to},
    ui::{Page, Width, own_tabs},
    visit::Visit,
};

pub async fn show_my_data(visit: Visit) -> Result<Page> {
    visit.actor()?;
    let t = visit.language;
    let kinds = KINDS.iter().filter(|kind| kind.person != View::No);
    let kinds = kinds.map(|kind| view! { <li>{t.t(&format!("data-{}", kind.id))}</li> }).collect_view();
    let body = view! {
        <div class="head">
            <h1>{t.t("my-data")}</h1>
            <p class="lead">{t.t("my-data-lead")}</p>
        </div>
        {own_tabs(&visit)}
        <ul class="toc">
            {download(t, to::my_data_html(), "my-data-html", "my-data-html-text")}
            {download(t, to::my_data_json(), "my-data-json", "my-data-json-text")}
        </ul>
        <p>{t.t("my-data-left-out")}</p>
        <section aria-labelledby="kinds">
            <h2 id="kinds">{t.t("my-data-kinds")}</h2>
            <ul>{kinds}</ul>
            <p><a href=to::who_sees_what().into_string()>{t.t("who-sees-what")}</a></p>
        </section>
    };
    Ok(Page::new(t.t("my-data"), Width::Reading, body))
}

fn download(t: Language, url: Url, name: &str, text: &str) -> AnyView {
    view! { <li><a href=url.into_string() download="">{t.t(name)}</a><p class="meta">{t.t(text)}</p></li> }.into_any()
}
