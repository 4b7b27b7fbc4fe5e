//! A dialogue as one kind of drill among others.

use std::sync::Arc;

use super::{
    content::Dialogue,
    evidence::evidence,
    model::{Event, Plot, PlotScene, State},
    pages,
    paragraphs::{paragraphs, words_met},
    reading,
    report::report,
};
use crate::{
    drills::{DrillKind, Ending, Head, Kind, Refused, Run, Said, Showing, Unfit},
    language::{Language, Locale},
    library::{Paragraph, reading::pair},
    ui::Page,
    visit::Visit,
};

pub static KIND: Kind = Kind {
    id: "dialogue",
    is_rehearsed: true,
    read: |module, id, files, reader| {
        let (german, english) = pair::read(files, reader, reading::parse)?;
        Some(Arc::new(reading::join(module, id, german, english)?))
    },
    restore: |json| Ok(Arc::new(serde_json::from_str::<Dialogue>(json)?)),
};

impl Dialogue {
    /// Where the talk stands after stored events.
    pub fn replay(&self, plot: &Plot, events: &[String]) -> Result<State, Refused> {
        events.iter().try_fold(State::start(plot), |state, event| state.apply(plot, event.parse()?))
    }
}

impl DrillKind for Dialogue {
    fn head(&self) -> &Head {
        &self.head
    }

    fn kind(&self) -> &'static Kind {
        &KIND
    }

    fn follow(&self, events: &[String]) -> Result<Option<Ending>, Refused> {
        let plot = Plot::from(self);
        let state = self.replay(&plot, events)?;
        let ending = state.outcome(&plot).and_then(|_| self.scenes.get(state.scene));
        Ok(ending.map(|scene| Ending { id: scene.id.clone(), evidence: evidence(self, &state) }))
    }

    fn event(&self, name: &str, _: Said) -> Result<String, Unfit> {
        let event: Event = name.parse().map_err(|_| Unfit::Nonsense)?;
        Ok(event.to_string())
    }

    fn any_event(&self, events: &[String], number: u64, best: bool) -> Option<String> {
        let plot = Plot::from(self);
        let state = self.replay(&plot, events).ok()?;
        let Some(PlotScene::Talk(choices)) = plot.scenes.get(state.scene) else { return None };
        let calming = choices.iter().enumerate().max_by_key(|(_, effect)| effect.trust - effect.tension);
        let choice = match calming {
            Some((calming, _)) if best => calming,
            _ => usize::try_from(number).unwrap_or(0) % choices.len().max(1),
        };
        Some(Event::Choose(choice).to_string())
    }

    fn description(&self, t: Language) -> String {
        t.with("drill-dialogue-with", &[("customer", self.customer.name.get(t.locale).as_str().into())])
    }

    fn paragraphs(&self, locale: Locale) -> [Vec<Paragraph>; 2] {
        paragraphs(self, locale)
    }

    fn words_met(&self, locale: Locale) -> f64 {
        words_met(self, locale)
    }

    fn report(&self) -> Option<String> {
        Some(report(self))
    }

    fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }

    fn show_start(&self, visit: &Visit) -> Page {
        pages::show_start(visit, self)
    }

    fn show_run<'a>(&'a self, visit: &'a Visit, run: Run) -> Showing<'a> {
        Box::pin(async move { pages::show_run(visit, self, run) })
    }
}
