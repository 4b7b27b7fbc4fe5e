//! A field practice as one kind of drill among others. It is done outside: nothing is rehearsed here, and an intention completes it.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    content::FieldPractice,
    reading::{join, parse},
};
use crate::{
    drills::{
        DrillKind, Ending, Head, Kind, Refused, Run, Said, Showing, Unfit,
        pages::{kicker, minutes},
    },
    error::Error,
    language::{Language, Locale},
    library::{Paragraph, Voice, reading::pair},
    routes::to,
    ui::{Page, Width, html},
    visit::Visit,
};

pub static KIND: Kind = Kind {
    id: "field",
    is_rehearsed: false,
    read: |module, id, files, reader| {
        let (german, english) = pair::read(files, reader, parse)?;
        Some(Arc::new(join(module, id, german, english)))
    },
    restore: |json| Ok(Arc::new(serde_json::from_str::<FieldPractice>(json)?)),
};

impl DrillKind for FieldPractice {
    fn head(&self) -> &Head {
        &self.head
    }

    fn kind(&self) -> &'static Kind {
        &KIND
    }

    fn follow(&self, _: &[String]) -> Result<Option<Ending>, Refused> {
        Err(Refused)
    }

    fn event(&self, _: &str, _: Said) -> Result<String, Unfit> {
        Err(Unfit::Nonsense)
    }

    fn any_event(&self, _: &[String], _: u64, _: bool) -> Option<String> {
        None
    }

    fn description(&self, t: Language) -> String {
        t.t("field-description").into_owned()
    }

    /// Nothing here is to be found alone.
    fn paragraphs(&self, locale: Locale) -> [Vec<Paragraph>; 2] {
        let titles = [&self.head.title, &self.intentions_title].map(|title| Paragraph::label(title, locale));
        let intentions = self.intentions.iter().map(|intention| Paragraph::line(Voice::Told, intention, locale));
        [titles.into_iter().chain(Paragraph::told(&self.prompt, locale)).chain(intentions).collect(), Vec::new()]
    }

    fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }

    /// What to try, and the ready intentions: each leads to a form that makes it one's own.
    fn show_start(&self, visit: &Visit) -> Page {
        let t = visit.language;
        let title = self.head.title.get(t.locale).clone();
        let item = (self as &dyn DrillKind).item();
        let intentions = self.intentions.iter().enumerate().map(|(number, intention)| {
            let url = to::ready_intention(&item, number).into_string();
            view! { <li><a href=url>{intention.get(t.locale).clone()}</a></li> }
        });
        let body = view! {
            <div class="head">
                {kicker(visit, &self.head, KIND.name(t), minutes(t, &self.head))}
                <h1>{title.clone()}</h1>
            </div>
            {html("prose", self.prompt.get(t.locale))}
            <section aria-labelledby="intentions">
                <h2 id="intentions">{self.intentions_title.get(t.locale).clone()}</h2>
                <p class="meta">{t.t("field-choose")}</p>
                <ul class="toc">{intentions.collect_view()}</ul>
                <p><a href=to::new_intention_from(&item).into_string()>{t.t("field-write-own")}</a></p>
            </section>
        };
        Page::new(title, Width::Reading, body)
    }

    /// There are no attempts at it.
    fn show_run<'a>(&'a self, _: &'a Visit, _: Run) -> Showing<'a> {
        Box::pin(async { Err(Error::NotFound) })
    }
}
