//! Signing in and out, and changes to one's own account.

use leptos::prelude::*;

use super::{
    model::{CODE_LASTS, describe_agent, password_fault, sign_in_key, wait_after},
    password, store,
};
use crate::{
    error::{Error, Result},
    routes::{Url, to},
    storage::Flash,
    visit::{Visit, act},
};

/// Signs in with a password, or with a one-time code, which a new password follows.
#[server(prefix = "/api", endpoint = "people/sign-in")]
pub async fn sign_in(
    form: String,
    name: String,
    password: String,
    #[server(default)] next: String,
    #[server(default)] resume_path: String,
    #[server(default)] resume_body: String,
) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let key = sign_in_key(&name);
        match open_session(&visit, &key, &password).await? {
            Some(must_renew) if must_renew => Ok(to::new_password()),
            Some(_) if !resume_path.is_empty() => resume(&visit, &form, resume_path, resume_body).await,
            Some(_) => Ok(Url::local(&next).unwrap_or_else(to::today)),
            None => {
                let mut flash = Flash::default();
                flash.refuse("name", "sign-in-failed");
                flash.values.extend([
                    ("name".to_owned(), name),
                    ("resume_path".to_owned(), resume_path),
                    ("resume_body".to_owned(), resume_body),
                ]);
                visit.back_to(to::sign_in(Url::local(&next).as_ref().map(Url::as_str)), &form, &flash).await
            }
        }
    })
    .await
}

/// Checks and, if right, begins a session: whether it must renew the password; `None` for a wrong name or password.
async fn open_session(visit: &Visit, key: &str, given: &str) -> Result<Option<bool>> {
    let db = visit.db();
    let (failures, last_at) = store::find_failures(db.read(), key, &visit.address, visit.now).await?;
    let wait = last_at + wait_after(failures) - visit.now;
    if failures > 0 && wait > 0 {
        return Err(Error::TooMany { retry_after: (wait / 1000).unsigned_abs().max(1) });
    }
    let account = store::find_account(db.read(), key, visit.now).await?;
    let hash = account.as_ref().and_then(|account| account.password_hash.clone());
    let by_password = password::verify_password(given.to_owned(), hash).await?;
    let code_hash = account.as_ref().and_then(|account| account.code_hash.clone());
    let by_code = !by_password
        && code_hash.is_some()
        && password::verify_password(password::normalise_code(given), code_hash).await?;
    let Some(account) = account.filter(|_| by_password || by_code) else {
        store::add_failure(db, key, &visit.address, visit.now).await?;
        return Ok(None);
    };
    let token = password::make_token();
    let lasts =
        if by_code { CODE_LASTS.min(visit.app.settings.session_lasts) } else { visit.app.settings.session_lasts };
    let session = store::NewSession {
        person_id: &account.person_id,
        account_key: key,
        address: &visit.address,
        token_hash: &password::hash_token(&token),
        agent: &describe_agent(&visit.agent),
        now: visit.now,
        expires_at: visit.now + lasts,
        must_renew: by_code,
    };
    store::begin_session(db, session).await?;
    visit.set_session_cookie(&token, lasts / 1000);
    Ok(Some(by_code))
}

/// Keeps what was sent while nobody was signed in, and leads to the page that sends it again.
async fn resume(visit: &Visit, form: &str, path: String, body: String) -> Result<Url> {
    let mut kept = Flash::default();
    kept.values.extend([("path".to_owned(), path), ("body".to_owned(), body)]);
    // The page is read with the new session, which only the next request has: the id alone is the key until then.
    crate::storage::keep_flash(visit.db(), "resume", form, &kept, visit.now).await?;
    Ok(to::resume().with("form", form))
}

#[server(prefix = "/api", endpoint = "people/sign-out")]
pub async fn sign_out() -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let actor = visit.actor()?;
        store::end_session(visit.db(), &actor.permit_learning(), &actor.session_id).await?;
        visit.forget_session();
        Ok(to::sign_in(None))
    })
    .await
}

#[server(prefix = "/api", endpoint = "people/sign-out-everywhere")]
pub async fn sign_out_everywhere() -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        store::end_all_sessions(visit.db(), &visit.actor()?.permit_learning()).await?;
        visit.forget_session();
        Ok(to::sign_in(None))
    })
    .await
}

/// Ends one of one's own sessions, on another device.
#[server(prefix = "/api", endpoint = "people/end-session")]
pub async fn end_session(session: String) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        store::end_session(visit.db(), &visit.actor()?.permit_learning(), &session).await?;
        Ok(to::account())
    })
    .await
}

/// Chooses `de` or `en`: kept with the person, or in a cookie before sign-in.
#[server(prefix = "/api", endpoint = "people/choose-language")]
pub async fn choose_language(language: String, #[server(default)] back: String) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        if !matches!(language.as_str(), "de" | "en") {
            return Err(Error::BadRequest);
        }
        if let Ok(actor) = visit.actor() {
            store::set_language(visit.db(), &actor.permit_learning(), &language).await?;
        }
        visit.set_language_cookie(&language);
        Ok(Url::local(&back).unwrap_or_else(to::home))
    })
    .await
}

/// Changes one's password; after a one-time code the current one is not asked for.
#[server(prefix = "/api", endpoint = "people/set-password")]
pub async fn set_password(
    form: String,
    #[server(default)] current: String,
    password: String,
    repeated: String,
) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let actor = visit.actor()?;
        let permit = actor.permit_learning();
        let (name, hash) = store::find_own_account(visit.db().read(), &permit).await?;
        let mut flash = Flash::default();
        if !visit.must_renew && !password::verify_password(current, hash).await? {
            flash.refuse("current", "password-wrong");
        }
        if let Some(fault) = password_fault(&password, &repeated, &name) {
            flash.refuse(if fault == "password-differs" { "repeated" } else { "password" }, fault);
        }
        if !flash.is_empty() {
            let page = if visit.must_renew { to::new_password() } else { to::account() };
            return visit.back_to(page, &form, &flash).await;
        }
        let hash = password::hash_password(password).await?;
        store::set_password(visit.db(), &permit, &actor.session_id, &hash).await?;
        Ok(if visit.must_renew { to::today() } else { to::account().with("done", "password") })
    })
    .await
}

/// Marks a notice as read.
#[server(prefix = "/api", endpoint = "people/see-notice")]
pub async fn see_notice(notice: String) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        store::see_notice(visit.db(), &visit.actor()?.permit_learning(), &notice, visit.now).await?;
        Ok(to::today())
    })
    .await
}
