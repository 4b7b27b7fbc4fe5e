//! Who is it? Denied by default: what needs no sign-in stands on one short list.

use std::{net::IpAddr, net::SocketAddr, sync::Arc};

use app::{
    error::Error,
    language::{Language, choose_locale},
    people::{
        password::hash_token,
        store::{self, SignedIn},
    },
    routes::{read_ahead, to},
    storage::Flash,
    visit::{Application, Arrival, LANGUAGE_COOKIE, Visit},
};
use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, Method, StatusCode, Uri, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};

use super::{door::Fields, log::RequestId, render};

/// What answering a request takes.
pub struct Server {
    pub app: Arc<Application>,
    /// Host (and port) of the public URL.
    pub public_host: Option<String>,
    pub trusted_proxies: Vec<IpAddr>,
}

/// All that is answered without signing in.
pub const PUBLIC: &[&str] = &["/sign-in", "/who-sees-what", "/api/people/sign-in", "/api/people/choose-language"];

/// All that somebody may do who signed in with a one-time code and has no new password yet.
const BEFORE_NEW_PASSWORD: &[&str] = &["/new-password", "/api/people/set-password", "/api/people/sign-out"];

/// A session is noted as in use again after so many milliseconds.
const TOUCHED_EVERY: i64 = 5 * 60 * 1000;

pub async fn admit(State(server): State<Arc<Server>>, mut request: Request, next: Next) -> Response {
    let now = chrono::Utc::now().timestamp_millis();
    let token = cookie(request.headers(), server.app.settings.session_cookie()).map(hash_token);
    let signed_in = match find_signed_in(&server.app, token, request.uri(), now).await {
        Ok(signed_in) => signed_in,
        Err(error) => return render::error(&server, request, error).await,
    };
    let visit = describe(&server, &request, signed_in, now);
    let path = request.uri().path();
    let is_public = PUBLIC.contains(&path);
    if visit.actor.is_none() && !is_public {
        return turn_away(visit, request).await;
    }
    if visit.must_renew && !is_public && !BEFORE_NEW_PASSWORD.contains(&path) {
        return Redirect::to(to::new_password().as_str()).into_response();
    }
    request.extensions_mut().insert(visit);
    next.run(request).await
}

/// Who holds the session. Without a session, or with one that has ended, nobody is signed in.
async fn find_signed_in(
    app: &Application,
    token_hash: Option<String>,
    uri: &Uri,
    now: i64,
) -> Result<Option<SignedIn>, Error> {
    let Some(token_hash) = token_hash else { return Ok(None) };
    let ahead = read_ahead(uri.path(), uri.query().unwrap_or_default(), now);
    let found = store::find_signed_in(app.db.read(), &token_hash, &ahead, now, app.settings.session_idle).await?;
    let Some(signed_in) = found else { return Ok(None) };
    if now - signed_in.seen_at > TOUCHED_EVERY {
        store::touch_session(&app.db, &signed_in.actor.session_id, now).await?;
    }
    Ok(Some(signed_in))
}

/// The visit of a request whose actor is known, or cannot be.
pub fn describe(server: &Server, request: &Request, signed_in: Option<SignedIn>, now: i64) -> Visit {
    let must_renew = signed_in.as_ref().is_some_and(|signed_in| signed_in.must_renew);
    let (actor, found) = signed_in.map(|signed_in| (signed_in.actor, signed_in.found)).unzip();
    let text = |name: header::HeaderName| request.headers().get(name).and_then(|value| value.to_str().ok());
    let accept_language = text(header::ACCEPT_LANGUAGE);
    let chosen = match &actor {
        Some(actor) => actor.language.as_deref(),
        None => cookie(request.headers(), LANGUAGE_COOKIE).filter(|language| matches!(*language, "de" | "en")),
    };
    let locale = choose_locale(chosen, accept_language, actor.as_ref().map(|actor| actor.region.as_str()));
    Visit::new(Arrival {
        app: Arc::clone(&server.app),
        language: Language { locale },
        now,
        request_id: request.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default(),
        path: request.uri().path().to_owned(),
        address: address(request, &server.trusted_proxies),
        agent: text(header::USER_AGENT).unwrap_or_default().to_owned(),
        must_renew,
        actor,
        found,
    })
}

/// A page leads to sign-in and back; a form comes back with what was sent; anything else is told 401.
async fn turn_away(visit: Visit, request: Request) -> Response {
    let wants_html = accepts_html(request.headers());
    if request.method() == Method::GET && wants_html {
        let asked = request.uri().path_and_query().map(|asked| asked.as_str());
        return Redirect::to(to::sign_in(asked).as_str()).into_response();
    }
    if !wants_html {
        // As a server function's client understands it.
        return (StatusCode::UNAUTHORIZED, "ServerError|401").into_response();
    }
    let mut flash = Flash::default();
    if let Some(Fields(fields)) = request.extensions().get::<Fields>() {
        flash.values.insert("resume_path".to_owned(), request.uri().path().to_owned());
        flash.values.insert("resume_body".to_owned(), serde_json::to_string(fields).unwrap_or_default());
    }
    render::sign_in_again(visit, request, flash).await
}

/// Whether a browser asks for a page (as opposed to an island, or a probe).
pub fn accepts_html(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|accepted| accepted.contains("text/html"))
}

fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(known, value)| *known == name && !value.is_empty()).map(|(_, value)| value)
}

/// The peer's address; behind trusted proxies, the last one in `X-Forwarded-For` that is not such a proxy.
fn address(request: &Request, trusted: &[IpAddr]) -> String {
    let Some(ConnectInfo(peer)) = request.extensions().get::<ConnectInfo<SocketAddr>>() else { return String::new() };
    let peer = peer.ip().to_canonical();
    if !trusted.contains(&peer) {
        return peer.to_string();
    }
    let forwarded = request.headers().get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let hops: Vec<IpAddr> =
        forwarded.flat_map(|line| line.split(',')).filter_map(|hop| hop.trim().parse().ok()).collect();
    hops.into_iter().rev().find(|hop| !trusted.contains(hop)).unwrap_or(peer).to_string()
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn from(peer: &str, forwarded: &str) -> String {
        let mut request = Request::new(Body::empty());
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(peer.parse().unwrap(), 1)));
        request.headers_mut().insert("x-forwarded-for", forwarded.parse().unwrap());
        address(&request, &["10.0.0.1".parse().unwrap()])
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        assert_eq!(from("203.0.113.9", "198.51.100.1"), "203.0.113.9");
        assert_eq!(from("10.0.0.1", "192.0.2.66, 198.51.100.1"), "198.51.100.1");
        assert_eq!(from("10.0.0.1", "198.51.100.1, 10.0.0.1"), "198.51.100.1");
        assert_eq!(from("10.0.0.1", "nonsense"), "10.0.0.1");
    }

    #[test]
    fn cookies_are_found_by_their_whole_name() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, "x-session=1; session=2; language=".parse().unwrap());
        assert_eq!(cookie(&headers, "session"), Some("2"));
        assert_eq!(cookie(&headers, "language"), None);
    }
}
