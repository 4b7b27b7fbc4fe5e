//! The server is killed while steps are recorded: whatever was acknowledged is there, exactly once.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use app::drills::store::join_events;
use augenhoehe_tests::{Browser, Engine, Stage, Talk, eventually, on_both_engines, people};

on_both_engines!(every_acknowledged_step_survives);

/// How often, in `make test`; `make soak` says more.
const ROUNDS: usize = 3;

/// A client that goes on for ever: a choice, taken back, the choice again …
struct Client {
    person: &'static str,
    talk: Talk,
    /// The last step that the server has acknowledged.
    acknowledged: i64,
}

impl Client {
    fn event(number: i64) -> &'static str {
        if number % 2 == 1 { "0" } else { "back" }
    }

    /// Sends one step after another until the server is gone.
    async fn send(&mut self, browser: Browser, all: Arc<AtomicUsize>) {
        loop {
            let number = self.acknowledged + 1;
            match self.talk.step(&browser, number, Self::event(number)).await {
                Ok(status) => assert_eq!(status, 200, "{} step {number}", self.person),
                Err(_) => return,
            }
            self.acknowledged = number;
            all.fetch_add(1, Ordering::Relaxed);
        }
    }
}

async fn every_acknowledged_step_survives(engine: Engine) {
    let rounds = std::env::var("SOAK_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(ROUNDS);
    let mut stage = Stage::open(engine).await;
    let talk = Talk::begin(&stage).await;
    let two = || people().chain(people());
    let mut clients: Vec<Client> = two().map(|person| Client { person, talk: talk.again(), acknowledged: 0 }).collect();
    for round in 0..rounds {
        let all = Arc::new(AtomicUsize::new(0));
        let mut browsers = Vec::new();
        for client in &clients {
            browsers.push(stage.browser(client.person).await);
        }
        let sending = clients.iter_mut().zip(browsers).map(|(client, browser)| client.send(browser, Arc::clone(&all)));
        let killing = async {
            // At another moment each round.
            let enough = 10 + round * 17 % 97;
            eventually("steps are acknowledged", || async { all.load(Ordering::Relaxed) >= enough }).await;
            stage.server.kill();
        };
        futures::future::join(futures::future::join_all(sending), killing).await;
        stage.restart().await;
        for client in &mut clients {
            check(&stage, client).await;
        }
        if rounds > ROUNDS && round % 50 == 49 {
            println!("{engine:?}: {} rounds, nothing lost", round + 1);
        }
    }
}

/// What was acknowledged is stored; at most one step more is, whose acknowledgement was on its way. It may be sent again.
async fn check(stage: &Stage, client: &Client) {
    let stored: Vec<(i64, String)> =
        sqlx::query_as("SELECT number, event FROM steps WHERE attempt_id = $1 ORDER BY number")
            .bind(&client.talk.attempt)
            .fetch_all(stage.db.read())
            .await
            .unwrap();
    let count = stored.len() as i64;
    assert!(
        (client.acknowledged..=client.acknowledged + 1).contains(&count),
        "{}: {} acknowledged, {count} stored",
        client.person,
        client.acknowledged
    );
    for (position, (number, event)) in (1..).zip(&stored) {
        assert_eq!((position, Client::event(position)), (*number, event.as_str()));
    }
    let row = sqlx::query_as("SELECT last_number, events FROM attempts WHERE id = $1");
    let row: Option<(i64, String)> = row.bind(&client.talk.attempt).fetch_optional(stage.db.read()).await.unwrap();
    let events: Vec<String> = stored.iter().map(|(_, event)| event.clone()).collect();
    assert_eq!(row.unwrap_or_default(), (count, join_events(&events)), "what is derived agrees with the steps");
}
