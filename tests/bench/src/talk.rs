//! Ways through the dialogues, as people would take them.

use app::{
    activity::model::item,
    drills::dialogue::model::{Event, Plot, PlotScene, State, join_events},
    library::{Dialogue, Library},
};

/// One way through one dialogue.
#[derive(Clone, Debug)]
pub struct Way {
    pub item: String,
    pub version: String,
    pub events: Vec<Event>,
    /// The scene that ends it; `None` where it was left before.
    pub ending: Option<String>,
}

impl Way {
    pub fn line(&self) -> String {
        join_events(&self.events)
    }
}

/// For each dialogue some ways to an ending, and one that was left half-way.
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

/// Chooses by `taste` (another one at each turn), and goes back once if it is odd.
fn way(drill: &Dialogue, taste: usize) -> Way {
    let plot = Plot::from(drill);
    let (mut state, mut events) = (State::start(&plot), Vec::new());
    while let Some(PlotScene::Talk(choices)) = plot.scenes.get(state.scene) {
        let turn = events.len();
        let event = match (taste % 2, turn) {
            (1, 1) => Event::Back,
            _ => Event::Choose((taste / 2 + turn * (taste % 3)) % choices.len().max(1)),
        };
        let Ok(next) = state.apply(&plot, event) else { break };
        state = next;
        events.push(event);
    }
    let ending = state.outcome(&plot).and_then(|_| plot_scene(drill, state.scene));
    Way { item: item(&drill.module, &drill.id), version: drill.version.clone(), events, ending }
}

fn plot_scene(drill: &Dialogue, scene: usize) -> Option<String> {
    drill.scenes.get(scene).map(|scene| scene.id.clone())
}
