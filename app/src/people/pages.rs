//! Signing in, a new password, and one's own account.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{
    actions::{EndSession, SetPassword, SignIn, SignOutEverywhere},
    store,
};
use crate::{
    error::{Error, Result},
    routes::to,
    storage::{Flash, take_flash},
    ui::{Control, Form, Page, Width, hidden, notice},
    visit::Visit,
};

pub async fn show_sign_in(visit: Visit) -> Result<Page> {
    let flash = visit.flash().await?;
    Ok(sign_in_page(&visit, &flash, visit.query("next")))
}

/// Also shown where a form was sent after the session had ended: `flash` then holds what was sent.
pub fn sign_in_page(visit: &Visit, flash: &Flash, next: Option<String>) -> Page {
    let t = visit.language;
    let form = Form { language: t, flash };
    let kept = |name: &str| flash.value(name).filter(|value| !value.is_empty()).map(|value| hidden(name, value));
    let is_resumed = flash.value("resume_path").is_some_and(|path| !path.is_empty());
    let demo = visit.app.settings.is_demo.then(|| view! { <p class="hint">{t.t("sign-in-demo")}</p> });
    let body = view! {
        <div class="head">
            <h1>{t.t("sign-in")}</h1>
            <p class="lead">{t.t(if is_resumed { "sign-in-to-go-on" } else { "sign-in-lead" })}</p>
        </div>
        {form.error_summary()}
        <form method="post" action=SignIn::PATH>
            {hidden("form", Uuid::new_v4().to_string())}
            {hidden("next", next.unwrap_or_default())}
            {kept("resume_path")}
            {kept("resume_body")}
            {form.input(Control {
                name: "name", label: "sign-in-name", autocomplete: Some("username"), is_required: true, ..Control::default()
            })}
            {form.input(Control {
                name: "password", label: "sign-in-password", kind: "password", autocomplete: Some("current-password"), is_required: true,
                ..Control::default()
            })}
            {demo}
            <div class="actions"><button class="primary">{t.t("sign-in")}</button></div>
            <p class="hint">{t.t("sign-in-help")}</p>
        </form>
    };
    Page::new(t.t("sign-in"), Width::Reading, body)
}

/// Sends again, at one tap, what was sent after the session had ended.
pub async fn show_resume(visit: Visit) -> Result<Page> {
    let id = visit.query("form").ok_or(Error::NotFound)?;
    let kept = take_flash(visit.db(), "resume", &id).await?.ok_or(Error::NotFound)?;
    let action = kept.value("path").filter(|path| path.starts_with("/api/")).ok_or(Error::BadRequest)?.to_owned();
    let body = kept.value("body").unwrap_or_default();
    let fields: Vec<(String, String)> = serde_json::from_str(body).map_err(|_| Error::BadRequest)?;
    let t = visit.language;
    let body = view! {
        <div class="head"><h1>{t.t("resume")}</h1></div>
        <p>{t.t("resume-text")}</p>
        <form method="post" action=action>
            {fields.into_iter().map(|(name, value)| hidden(&name, value)).collect_view()}
            <div class="actions"><button class="primary">{t.t("resume-send")}</button></div>
        </form>
    };
    Ok(Page::new(t.t("resume"), Width::Reading, body))
}

pub async fn show_new_password(visit: Visit) -> Result<Page> {
    let (sign_in_name, _) = store::find_own_account(visit.db().read(), &visit.actor()?.permit_learning()).await?;
    let flash = visit.flash().await?;
    let t = visit.language;
    let form = Form { language: t, flash: &flash };
    let body = view! {
        <div class="head"><h1>{t.t("new-password")}</h1><p class="lead">{t.t("new-password-lead")}</p></div>
        {form.error_summary()}
        {password_form(&visit, &form, sign_in_name)}
    };
    Ok(Page::new(t.t("new-password"), Width::Reading, body))
}

fn password_form(visit: &Visit, form: &Form, sign_in_name: String) -> AnyView {
    let t = visit.language;
    let current = (!visit.must_renew).then(|| {
        form.input(Control {
            name: "current",
            label: "password-current",
            kind: "password",
            autocomplete: Some("current-password"),
            is_required: true,
            ..Control::default()
        })
    });
    let fresh = |name, label, hint| {
        let autocomplete = Some("new-password");
        form.input(Control {
            name,
            label,
            hint,
            kind: "password",
            autocomplete,
            is_required: true,
            ..Control::default()
        })
    };
    view! {
        <form method="post" action=SetPassword::PATH>
            {hidden("form", Uuid::new_v4().to_string())}
            // Not sent: password managers learn from it whose password this is.
            <input type="text" autocomplete="username" value=sign_in_name readonly hidden/>
            {current}
            {fresh("password", "password-new", Some("password-hint"))}
            {fresh("repeated", "password-repeated", None)}
            <div class="actions"><button class="primary">{t.t("password-set")}</button></div>
        </form>
    }
    .into_any()
}

pub async fn show_account(visit: Visit) -> Result<Page> {
    let actor = visit.actor()?;
    let flash = visit.flash().await?;
    let (db, permit, idle) = (visit.db().read(), actor.permit_learning(), visit.app.settings.session_idle);
    let (sessions, (sign_in_name, _)) =
        tokio::try_join!(store::list_sessions(db, &permit, visit.now, idle), store::find_own_account(db, &permit))?;
    let t = visit.language;
    let form = Form { language: t, flash: &flash };
    let done = visit.query("done").map(|_| notice(t.t("password-changed")));
    let body = view! {
        <div class="head"><h1>{actor.name.clone()}</h1></div>
        {done}
        {form.error_summary()}
        <section aria-labelledby="sign-ins">
            <h2 id="sign-ins">{t.t("own-sign-ins")}</h2>
            <p>{t.t("own-sign-ins-text")}</p>
            <ul class="toc">{sessions.iter().map(|session| session_line(&visit, session)).collect_view()}</ul>
            <form method="post" action=SignOutEverywhere::PATH><button>{t.t("sign-out-everywhere")}</button></form>
        </section>
        <p><a href=to::recordings().into_string()>{t.t("recordings")}</a></p>
        <section aria-labelledby="password-change">
            <h2 id="password-change">{t.t("password-change")}</h2>
            {password_form(&visit, &form, sign_in_name)}
        </section>
    };
    Ok(Page::new(t.t("nav-account"), Width::Reading, body))
}

fn session_line(visit: &Visit, session: &store::Session) -> AnyView {
    let t = visit.language;
    let actor = visit.actor.as_ref();
    let zone = actor.map_or("UTC", |actor| &actor.time_zone);
    let is_this = actor.is_some_and(|actor| actor.session_id == session.id);
    let agent = if session.agent.is_empty() { t.t("agent-unknown").into_owned() } else { session.agent.clone() };
    let seen = t.with("session-seen", &[("moment", t.moment(session.seen_at, zone).into())]);
    let end = if is_this {
        view! { <p class="meta">{t.t("session-this")}</p> }.into_any()
    } else {
        view! {
            <form method="post" action=EndSession::PATH>
                {hidden("session", session.id.clone())}
                <button class="text" aria-label=format!("{}: {agent}", t.t("session-end"))>{t.t("session-end")}</button>
            </form>
        }
        .into_any()
    };
    view! { <li><span>{agent.clone()}</span><span class="meta">{seen}</span>{end}</li> }.into_any()
}
