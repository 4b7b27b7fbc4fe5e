//! What readers send: a step read, a check answered, a reflection kept.

use std::sync::Arc;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{
    model::{Advance, REFLECTION_MAX, advance, checks, clamp_step, judge},
    records::{Deed, LessonRecord},
};
use crate::{
    error::{Error, Result},
    language::plain_text,
    library::{Block, Check, Lesson, Reflection},
    routes::{Url, to},
    storage::Flash,
    visit::{Visit, act},
};

/// Which step of a lesson a form is about.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Place {
    pub module: String,
    pub lesson: String,
    /// The version that was shown.
    pub version: String,
    /// From 1.
    pub step: u32,
}

impl Place {
    fn step(&self) -> usize {
        self.step as usize
    }
}

/// Notes that a step has been read and leads to the next one; the last one finishes the lesson.
#[server(prefix = "/api", endpoint = "modules/read-step")]
pub async fn read_step(place: Place) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let lesson = find_lesson(&visit, &place)?;
        let to = advance(place.step(), &place.version, &lesson);
        record(&visit, &lesson, vec![Deed::Read { step: place.step(), to }]).await?;
        Ok(after(&lesson, to))
    })
    .await
}

/// Answers a check; then every option is explained. The latest answer is kept.
#[server(prefix = "/api", endpoint = "modules/answer-check")]
pub async fn answer_check(
    form: String,
    place: Place,
    check: String,
    /// Positions; none where nothing was chosen.
    #[server(default)]
    choices: Vec<u32>,
) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let lesson = find_lesson(&visit, &place)?;
        let page = at_step(&lesson, place.step());
        if place.version != lesson.version {
            // The positions that were sent may mean other options now.
            return Ok(page.with("done", "changed"));
        }
        let check = find_check(&lesson, &check)?;
        let answer = judge(check, &choices).ok_or(Error::BadRequest)?;
        if answer.choices.is_empty() {
            let mut flash = Flash::default();
            flash.refuse(&field_of_check(check), "lesson-check-none");
            return visit.back_to(page.with("again", &check.id), &form, &flash).await;
        }
        record(&visit, &lesson, vec![Deed::Answered { check: check.id.clone(), answer }]).await?;
        Ok(page)
    })
    .await
}

/// Keeps what somebody wrote for themselves and reads on if asked to; `skip`: reads on and leaves what was kept as it is.
#[server(prefix = "/api", endpoint = "modules/keep-reflection")]
pub async fn keep_reflection(
    form: String,
    place: Place,
    reflection: String,
    #[server(default)] text: String,
    #[server(default)] goes_on: bool,
    #[server(default)] skip: bool,
) -> Result<(), ServerFnError> {
    act(async |visit: Visit| {
        let lesson = find_lesson(&visit, &place)?;
        let reflection = find_reflection(&lesson, &reflection)?;
        let text = plain_text(&text);
        if !skip && text.chars().count() > REFLECTION_MAX {
            let mut flash = Flash::default();
            flash.refuse(&field_of_reflection(reflection), "lesson-reflection-long");
            flash.values.insert(field_of_reflection(reflection), text.into_owned());
            return visit.back_to(at_step(&lesson, place.step()), &form, &flash).await;
        }
        let to = advance(place.step(), &place.version, &lesson);
        let kept = (!skip).then(|| Deed::Reflected { reflection: reflection.id.clone(), text: text.into_owned() });
        let read = goes_on.then_some(Deed::Read { step: place.step(), to });
        record(&visit, &lesson, kept.into_iter().chain(read).collect()).await?;
        Ok(if goes_on { after(&lesson, to) } else { at_step(&lesson, place.step()).with("done", "kept") })
    })
    .await
}

async fn record(visit: &Visit, lesson: &Arc<Lesson>, deeds: Vec<Deed>) -> Result<()> {
    visit.app.recorder.record(LessonRecord::new(visit, lesson, deeds)?).await
}

/// The page of a step.
fn at_step(lesson: &Lesson, step: usize) -> Url {
    to::lesson(&lesson.module, &lesson.id).with("step", &clamp_step(step, lesson).to_string())
}

/// Where a reader goes on: the next step, or the module, which says what has been read and what comes next.
fn after(lesson: &Lesson, advance: Advance) -> Url {
    match advance {
        Advance::To(step) => at_step(lesson, step),
        Advance::Finished => to::module(&lesson.module).with("read", &lesson.id),
    }
}

fn find_lesson(visit: &Visit, place: &Place) -> Result<Arc<Lesson>> {
    visit.library().lesson(&place.module, &place.lesson).cloned().ok_or(Error::NotFound)
}

fn blocks(lesson: &Lesson) -> impl Iterator<Item = &Block> {
    lesson.steps.iter().flat_map(|step| &step.blocks)
}

fn find_check<'a>(lesson: &'a Lesson, id: &str) -> Result<&'a Check> {
    checks(lesson).find(|check| check.id == id).ok_or(Error::NotFound)
}

fn find_reflection<'a>(lesson: &'a Lesson, id: &str) -> Result<&'a Reflection> {
    let all = blocks(lesson)
        .filter_map(|block| if let Block::Reflection(reflection) = block { Some(reflection) } else { None });
    all.into_iter().find(|reflection| reflection.id == id).ok_or(Error::NotFound)
}

/// The id of a check's first input on its page: where a mistake leads to.
pub(super) fn field_of_check(check: &Check) -> String {
    format!("check-{}", check.id)
}

/// The id of a reflection's field on its page.
pub(super) fn field_of_reflection(reflection: &Reflection) -> String {
    format!("reflection-{}", reflection.id)
}
