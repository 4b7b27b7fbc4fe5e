//! Ways through the drills, as people would take them.

use app::{
    drills::{Drill, store::join_events},
    library::Library,
};

/// One way through one drill.
#[derive(Clone, Debug)]
pub struct Way {
    pub item: String,
    pub version: String,
    pub events: Vec<String>,
    /// The scene that ends it; `None` where it was left before.
    pub ending: Option<String>,
}

impl Way {
    pub fn line(&self) -> String {
        join_events(&self.events)
    }
}

/// For each drill some ways to an ending, and one that was left half-way.
pub fn ways(library: &Library) -> Vec<Way> {
    let drills = library.modules.iter().flat_map(|module| &module.drills);
    let ways = drills.flat_map(|drill| {
        let whole: Vec<Way> = (0..8).map(|taste| way(drill, taste)).collect();
        let half = whole.first().map(|way| {
            let events = way.events[..way.events.len().div_ceil(2)].to_vec();
            Way { events, ending: None, ..way.clone() }
        });
        whole.into_iter().chain(half)
    });
    ways.filter(|way| !way.events.is_empty()).collect()
}

/// The whole ways alone.
pub fn whole_ways(library: &Library) -> Vec<Way> {
    ways(library).into_iter().filter(|way| way.ending.is_some()).collect()
}

/// Chooses by `taste` (another one at each turn).
fn way(drill: &Drill, taste: u64) -> Way {
    let (mut events, mut ending) = (Vec::new(), None);
    while let Some(event) = drill.any_event(&events, taste / 2 + events.len() as u64 * (taste % 3), false) {
        events.push(event);
        ending = drill.follow(&events).ok().flatten().map(|ending| ending.id);
        if ending.is_some() {
            break;
        }
    }
    Way { item: drill.item(), version: drill.head().version.clone(), events, ending }
}
