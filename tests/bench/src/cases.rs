//! What is asked of the server.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use app::routes::to;

use crate::{fill::Filled, load::Caller, talk::Way};

/// A page, and by how much the plain handler may be faster.
pub struct PageCase {
    pub name: &'static str,
    /// Asked in turn.
    pub requests: Arc<Vec<Vec<u8>>>,
    pub target: Option<f64>,
}

/// Name, requests and target of a [`PageCase`].
type Case = (&'static str, Vec<Vec<u8>>, Option<f64>);

/// The pages that are measured.
pub fn pages(server: SocketAddr, filled: &Filled, is_compressed: bool) -> Vec<PageCase> {
    let get = |path: &str, session: Option<&str>| get(server, path, session, is_compressed);
    let of = |sessions: &[String], path: &str| sessions.iter().map(|session| get(path, Some(session))).collect();
    let teams = filled.coaches.iter().map(|(coach, team)| get(to::team(team).as_str(), Some(coach))).collect();
    let lessons = filled.library.modules.iter().flat_map(|module| &module.lessons);
    let lesson = lessons.map(|lesson| to::lesson(&lesson.module, &lesson.id)).next().unwrap_or_else(to::modules);
    let cases: [Case; 7] = [
        ("sign-in page", vec![get(to::sign_in(None).as_str(), None)], Some(6.0)),
        ("today", of(&filled.employees, to::today().as_str()), Some(20.0)),
        ("lesson", of(&filled.employees, lesson.as_str()), Some(20.0)),
        ("team page", teams, Some(20.0)),
        ("team page, 25 people, 12 tasks", of(&filled.large_team_coach, to::team(&filled.large_team).as_str()), None),
        ("uptake, one site", of(&filled.site_leader, to::uptake().as_str()), Some(20.0)),
        ("uptake, all sites", of(&filled.leader, to::uptake().as_str()), Some(20.0)),
    ];
    cases.map(|(name, requests, target)| PageCase { name, requests: Arc::new(requests), target }).into()
}

/// As a browser asks.
fn get(server: SocketAddr, path: &str, session: Option<&str>, is_compressed: bool) -> Vec<u8> {
    let cookie = session.map(|session| format!("cookie: session={session}\r\n")).unwrap_or_default();
    let encoding = if is_compressed { "accept-encoding: gzip, deflate, br\r\n" } else { "" };
    format!(
        "GET {path} HTTP/1.1\r\nhost: {server}\r\naccept: text/html,application/xhtml+xml;q=0.9,*/*;q=0.8\r\naccept-language: de\r\n\
         {encoding}{cookie}user-agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\r\n\
         sec-fetch-site: same-origin\r\n\r\n"
    )
    .into_bytes()
}

/// Asks for one after the other.
pub struct Pages {
    requests: Arc<Vec<Vec<u8>>>,
    next: usize,
}

/// So many connections, each of which begins elsewhere.
pub fn pages_callers(requests: &Arc<Vec<Vec<u8>>>, connections: usize) -> Vec<Pages> {
    let begin = |connection| connection * requests.len() / connections;
    (0..connections).map(|connection| Pages { requests: Arc::clone(requests), next: begin(connection) }).collect()
}

/// The request that the plain handler is asked: with the same headers.
pub fn plain(address: SocketAddr) -> Arc<Vec<Vec<u8>>> {
    Arc::new(vec![get(address, "/", None, true)])
}

impl Caller for Pages {
    fn next_request(&mut self) -> &[u8] {
        self.next = (self.next + 1) % self.requests.len();
        &self.requests[self.next]
    }
}

/// Plays attempt after attempt to its end, each by another person, as the island records it: one step at a time.
pub struct Player {
    server: SocketAddr,
    sessions: Arc<Vec<String>>,
    ways: Arc<Vec<Way>>,
    /// Shared by all players: whose turn it is.
    turn: Arc<AtomicUsize>,
    session: String,
    way: Way,
    attempt: String,
    played: usize,
    request: Vec<u8>,
}

pub fn players(server: SocketAddr, sessions: &[String], ways: Vec<Way>, connections: usize) -> Vec<Player> {
    let (sessions, ways) = (Arc::new(sessions.to_vec()), Arc::new(ways));
    let turn = Arc::new(AtomicUsize::new(0));
    let player = |_| Player {
        server,
        session: String::new(),
        way: Way { item: String::new(), version: String::new(), events: Vec::new(), ending: None },
        sessions: Arc::clone(&sessions),
        ways: Arc::clone(&ways),
        turn: Arc::clone(&turn),
        attempt: String::new(),
        played: 0,
        request: Vec::new(),
    };
    (0..connections).map(player).collect()
}

impl Player {
    fn begin(&mut self) {
        let turn = self.turn.fetch_add(1, Ordering::Relaxed);
        self.session.clone_from(&self.sessions[turn % self.sessions.len()]);
        self.way = self.ways[turn % self.ways.len()].clone();
        self.attempt = uuid::Uuid::now_v7().to_string();
        self.played = 0;
    }
}

impl Caller for Player {
    fn next_request(&mut self) -> &[u8] {
        if self.played >= self.way.events.len() {
            self.begin();
        }
        let Way { item, version, events, .. } = &self.way;
        let (number, event) = (self.played + 1, encoded(&events[self.played]));
        let item = item.replace('/', "%2F");
        let body = format!("attempt={}&item={item}&version={version}&number={number}&event={event}", self.attempt);
        self.request = format!(
            "POST /api/drills/record-step HTTP/1.1\r\nhost: {}\r\naccept: application/json\r\ncookie: session={}\r\n\
             sec-fetch-site: same-origin\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
            self.server,
            self.session,
            body.len()
        )
        .into_bytes();
        self.played += 1;
        &self.request
    }
}

/// As a form's field.
fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
