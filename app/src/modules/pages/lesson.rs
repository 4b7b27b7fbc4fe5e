//! A lesson, one step at a time.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{check::check_view, reflection::reflection_field, terms::explain};
use crate::{
    activity::model::item,
    error::{Error, Result},
    language::{Language, count},
    library::{Block, Lesson, Library, Module, Prose, Reflection},
    modules::{
        actions::{KeepReflection, ReadStep},
        model::clamp_step,
        store::{Said, find_said, find_step},
    },
    routes::{Url, to},
    storage::Flash,
    ui::{Form, Page, Width, hidden, html, notice, progress_line},
    visit::Visit,
};

/// A step as it is shown.
pub(super) struct Shown<'a> {
    pub t: Language,
    pub library: &'a Library,
    pub lesson: &'a Lesson,
    /// From 1.
    pub step: usize,
    pub said: Said,
    pub flash: Flash,
    /// The check that is to be answered once more.
    pub again: Option<String>,
}

pub async fn show_lesson(visit: Visit) -> Result<Page> {
    let library = visit.library();
    let module = library.module(&visit.param("module")?).ok_or(Error::NotFound)?;
    let id = visit.param("lesson")?;
    let position = module.lessons.iter().position(|lesson| lesson.id == id).ok_or(Error::NotFound)?;
    let lesson = module.lessons.get(position).ok_or(Error::NotFound)?;
    let shown = load(&visit, &library, lesson).await?;
    let title =
        format!("{}, {}", lesson.title.get(shown.t.locale), step_words(shown.t, shown.step, lesson.steps.len()));
    let blocks = lesson.steps.get(shown.step - 1).map_or(&[][..], |step| &step.blocks);
    let form = Form { language: shown.t, flash: &shown.flash };
    let body = view! {
        {head(&shown, module, position + 1)}
        {said_notice(&visit)}
        {form.error_summary()}
        {blocks.iter().map(|block| block_view(&shown, block, blocks)).collect_view()}
        {closing_form(&shown, blocks)}
    };
    Ok(Page::new(title, Width::Reading, body))
}

/// Asks the database for what the step needs alone: where to resume, unless a step is named; what was said, if anything is asked.
async fn load<'a>(visit: &Visit, library: &'a Library, lesson: &'a Lesson) -> Result<Shown<'a>> {
    let permit = visit.actor()?.permit_learning();
    let (db, item) = (visit.db().read(), item(&lesson.module, &lesson.id));
    let step = match visit.query("step") {
        Some(step) => step.parse().map_err(|_| Error::NotFound)?,
        None => find_step(db, &permit, &item).await?.unwrap_or(1),
    };
    let step = clamp_step(step, lesson);
    let asks = lesson
        .steps
        .get(step - 1)
        .is_some_and(|step| step.blocks.iter().any(|block| !matches!(block, Block::Prose(_))));
    let said = if asks { find_said(db, &permit, &item, &lesson.version).await? } else { Said::default() };
    let (flash, again) = (visit.flash().await?, visit.query("again"));
    Ok(Shown { t: visit.language, library, lesson, step, said, flash, again })
}

/// `Step 2 of 7`.
pub(super) fn step_words(t: Language, step: usize, total: usize) -> String {
    t.with("lesson-step", &[("step", count(step)), ("total", count(total))])
}

fn head(shown: &Shown, module: &Module, number: usize) -> AnyView {
    let t = shown.t;
    let total = shown.lesson.steps.len();
    let place = t.with("lesson-place", &[("number", count(number)), ("total", count(module.lessons.len()))]);
    view! {
        <div class="head">
            <p class="kicker">
                <a href=to::module(&module.id).into_string()>{module.title.get(t.locale).clone()}</a>{format!(" · {place}")}
            </p>
            <h1>{shown.lesson.title.get(t.locale).clone()}</h1>
            {progress_line(shown.step, total)}
            <p class="meta">{step_words(t, shown.step, total)}</p>
        </div>
    }
    .into_any()
}

fn said_notice(visit: &Visit) -> Option<AnyView> {
    let key = match visit.query("done")?.as_str() {
        "changed" => "lesson-changed",
        "kept" => "lesson-reflection-kept",
        _ => return None,
    };
    Some(notice(visit.language.t(key)))
}

fn block_view(shown: &Shown, block: &Block, blocks: &[Block]) -> AnyView {
    match block {
        Block::Prose(prose) => prose_view(shown, prose),
        Block::Check(check) => check_view(shown, check),
        Block::Reflection(reflection) if is_closing(reflection, blocks) => {
            reflection_field(shown, reflection, Some(CLOSING))
        }
        Block::Reflection(reflection) => {
            let t = shown.t;
            view! {
                <form method="post" action=KeepReflection::PATH>
                    {reflection_fields(shown, reflection)}
                    {reflection_field(shown, reflection, None)}
                    <div class="actions"><button>{t.t("lesson-keep")}</button></div>
                </form>
            }
            .into_any()
        }
    }
}

fn prose_view(shown: &Shown, prose: &Prose) -> AnyView {
    let t = shown.t;
    match &prose.explained {
        Some(explained) => html("prose", &explain(t, &shown.library.glossary, explained.get(t.locale))),
        None => html("prose", prose.html.get(t.locale)),
    }
}

/// The id of the form at the end of a step.
const CLOSING: &str = "turn";

/// The last reflection of a step goes with the form that leads on, so that nothing typed is lost by reading on.
fn closing_reflection(blocks: &[Block]) -> Option<&Reflection> {
    blocks
        .iter()
        .rev()
        .find_map(|block| if let Block::Reflection(reflection) = block { Some(reflection) } else { None })
}

fn is_closing(reflection: &Reflection, blocks: &[Block]) -> bool {
    closing_reflection(blocks).is_some_and(|closing| closing.id == reflection.id)
}

/// Which lesson and step a form of this page is about.
pub(super) fn place_fields(shown: &Shown) -> AnyView {
    let lesson = shown.lesson;
    view! {
        {hidden("place[module]", lesson.module.clone())}
        {hidden("place[lesson]", lesson.id.clone())}
        {hidden("place[version]", lesson.version.clone())}
        {hidden("place[step]", shown.step.to_string())}
    }
    .into_any()
}

fn reflection_fields(shown: &Shown, reflection: &Reflection) -> AnyView {
    view! {
        {hidden("form", Uuid::new_v4().to_string())}
        {place_fields(shown)}
        {hidden("reflection", reflection.id.clone())}
    }
    .into_any()
}

/// The form that leads on. What is asked on the step is kept with it, or passed over.
fn closing_form(shown: &Shown, blocks: &[Block]) -> AnyView {
    let t = shown.t;
    let is_last = shown.step == shown.lesson.steps.len();
    let [next, skip, keep] = match is_last {
        true => ["lesson-finish", "lesson-skip-finish", "lesson-keep-finish"],
        false => ["lesson-next", "lesson-skip", "lesson-keep-next"],
    };
    let has_open_check = blocks.iter().any(|block| matches!(block, Block::Check(check) if shown.is_open(&check.id)));
    // One primary button a page: an open check has it.
    let class = if has_open_check { "text" } else { "primary" };
    let back =
        (shown.step > 1).then(|| view! { <a href=shown.url(shown.step - 1).into_string()>{t.t("lesson-back")}</a> });
    match closing_reflection(blocks) {
        Some(reflection) => {
            let is_kept = shown.said.reflections.contains_key(&reflection.id);
            let skip = (!is_kept).then(|| view! { <button class="text" name="skip" value="true">{t.t(skip)}</button> });
            view! {
                <form id=CLOSING class="turn" method="post" action=KeepReflection::PATH>
                    {reflection_fields(shown, reflection)}
                    {hidden("goes_on", "true")}
                    <button class=class>{t.t(keep)}</button>
                    {skip}
                    {back}
                </form>
            }
            .into_any()
        }
        None => view! {
            <form id=CLOSING class="turn" method="post" action=ReadStep::PATH>
                {place_fields(shown)}
                <button class=class>{t.t(if has_open_check { skip } else { next })}</button>
                {back}
            </form>
        }
        .into_any(),
    }
}

impl Shown<'_> {
    /// Whether a check is still to be answered, or to be answered once more.
    pub fn is_open(&self, check: &str) -> bool {
        self.again.as_deref() == Some(check) || !self.said.answers.contains_key(check)
    }

    pub fn url(&self, step: usize) -> Url {
        to::lesson(&self.lesson.module, &self.lesson.id).with("step", &step.to_string())
    }
}
