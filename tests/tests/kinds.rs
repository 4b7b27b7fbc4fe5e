//! Every drill of the content, of whatever kind: random events come to the same through the pure rules and through the server.

use app::drills::{Drill, KINDS, Said, store::join_events};
use augenhoehe_tests::{Browser, Engine, RECORD_STEP, Stage, on_both_engines};
use rand::{RngExt, SeedableRng, rngs::StdRng};
use uuid::Uuid;

on_both_engines!(rules_and_server_agree);

/// So many attempts at every drill in `make test`; `make soak` says more.
const ATTEMPTS: usize = 3;
/// So many events are tried in an attempt.
const EVENTS: usize = 16;

async fn rules_and_server_agree(engine: Engine) {
    let stage = Stage::open(engine).await;
    let lena = stage.browser("lena").await;
    let asked: Option<usize> = std::env::var("SOAK_ATTEMPTS").ok().map(|number| number.parse().unwrap());
    // The same ones every day, others in every long run.
    let seed = asked.map_or(3, |_| rand::rng().random());
    println!("seed {seed}");
    let mut random = StdRng::seed_from_u64(seed);
    let drills = drills(&stage).await;
    for kind in KINDS {
        assert!(drills.iter().any(|drill| drill.kind().id == kind.id), "there is no drill of the kind {}", kind.id);
    }
    for _ in 0..asked.unwrap_or(ATTEMPTS) {
        for drill in &drills {
            let tried = (0..EVENTS).map(|_| random.random()).collect::<Vec<[u64; 4]>>();
            try_out(&stage, &lena, drill, &drills, &tried).await;
        }
    }
}

/// All drills, as the server has kept them.
async fn drills(stage: &Stage) -> Vec<Drill> {
    let rows = sqlx::query_as("SELECT kind, body FROM content_versions WHERE kind <> 'lesson' ORDER BY item");
    let rows: Vec<(String, String)> = rows.fetch_all(stage.db.read()).await.unwrap();
    let kind = |id: &str| KINDS.into_iter().find(|kind| kind.id == id);
    rows.iter().filter_map(|(id, body)| Some((kind(id)?.restore)(body).unwrap())).collect()
}

/// One attempt: mostly what is possible, but also what is taken back, repeated, meant for other drills, or nonsense.
async fn try_out(stage: &Stage, lena: &Browser, drill: &Drill, drills: &[Drill], tried: &[[u64; 4]]) {
    let attempt = Uuid::new_v4().to_string();
    let mut events: Vec<String> = Vec::new();
    for [choice, number, other, best] in tried {
        let of_another = &drills[*other as usize % drills.len()];
        let event = match choice % 10 {
            0 | 1 => Some("back".to_owned()),
            2 => events.last().cloned(),
            3 => of_another.any_event(&[], *number, best % 2 == 0),
            4 => Some(["", "nonsense", "99", "-1", "mark 99", "write", "\u{7f}"][*number as usize % 7].to_owned()),
            _ => drill.any_event(&events, *number, best % 2 == 0),
        };
        let event = event.unwrap_or_else(|| "back".to_owned());
        let stored = drill.event(&event, Said::default());
        let next = stored.as_ref().ok().map(|stored| [events.as_slice(), std::slice::from_ref(stored)].concat());
        let expected = match &next {
            None => 400,
            Some(next) if drill.follow(next).is_ok() => 200,
            Some(_) => 409,
        };
        let number = (events.len() + 1).to_string();
        let (item, version) = (drill.item(), &drill.head().version);
        let fields =
            [("attempt", &attempt), ("item", &item), ("version", version), ("number", &number), ("event", &event)];
        let fields = fields.map(|(name, value)| (name, value.as_str()));
        let status = lena.post_in_background(RECORD_STEP, &fields).await.unwrap().as_u16();
        assert_eq!(status, expected, "{item}: {event:?} after {events:?}");
        if let (200, Some(next)) = (status, next) {
            events = next;
        }
    }
    compare(stage, drill, &attempt, &events).await;
}

/// What is stored is what the rules say.
async fn compare(stage: &Stage, drill: &Drill, attempt: &str, events: &[String]) {
    let row = sqlx::query_as("SELECT events, last_number, ending FROM attempts WHERE id = $1");
    let row: Option<(String, i64, Option<String>)> = row.bind(attempt).fetch_optional(stage.db.read()).await.unwrap();
    if events.is_empty() {
        return assert_eq!(row, None);
    }
    let ending = drill.follow(events).unwrap();
    let id = ending.as_ref().map(|ending| ending.id.clone());
    assert_eq!(row, Some((join_events(events), events.len() as i64, id)));
    let said = sqlx::query_as("SELECT competency, score FROM evidence WHERE source = $1");
    let said: Vec<(String, i64)> = said.bind(attempt).fetch_all(stage.db.read()).await.unwrap();
    for evidence in ending.into_iter().flat_map(|ending| ending.evidence) {
        assert!(said.contains(&(evidence.competency.clone(), i64::from(evidence.score))), "{evidence:?} in {said:?}");
    }
}
