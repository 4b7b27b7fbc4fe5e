//! All checks of a module on one page; afterwards what the answers say.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{
    actions::{FIRST_FIELD, TakeTestOut},
    model::{Taken, TakenLesson, asking},
    store::{TestOut, find_test_out},
};
use crate::{
    error::{Error, Result},
    language::{Language, count},
    library::{Check, Lesson, Module},
    modules::{
        model::{checks, has_several, judge},
        pages::check::explained,
        phrasing::phrasing,
    },
    routes::to,
    ui::{Form, Page, Width, hidden, notice},
    visit::Visit,
};

pub async fn show_test_out(visit: Visit) -> Result<Page> {
    let library = visit.library();
    let module = library.module(&visit.param("module")?).ok_or(Error::NotFound)?;
    if asking(module).next().is_none() {
        return Err(Error::NotFound);
    }
    let permit = visit.actor()?.permit_learning();
    match find_test_out(visit.db().read(), &permit, &module.id).await? {
        TestOut::Taken(taken) => Ok(show_taken(&visit, module, &taken)),
        TestOut::Begun => Ok(Page::elsewhere(to::module(&module.id))),
        TestOut::Open => show_open(&visit, module).await,
    }
}

fn head(t: Language, module: &Module, lead: String) -> AnyView {
    view! {
        <div class="head">
            <p class="kicker"><a href=to::module(&module.id).into_string()>{module.title.get(t.locale).clone()}</a></p>
            <h1>{t.t("test-out")}</h1>
            <p class="lead">{lead}</p>
        </div>
    }
    .into_any()
}

async fn show_open(visit: &Visit, module: &Module) -> Result<Page> {
    let t = visit.language;
    let flash = visit.flash().await?;
    let form = Form { language: t, flash: &flash };
    let error = flash.error(FIRST_FIELD).map(|key| view! { <p class="error">{t.t(key)}</p> });
    let mut is_first = true;
    let lessons = asking(module).map(|lesson| {
        let version = hidden(&format!("versions[{}]", lesson.id), lesson.version.clone());
        let questions = checks(lesson).map(|check| question(t, lesson, check, std::mem::take(&mut is_first)));
        view! { {version} {questions.collect_view()} }.into_any()
    });
    let lessons: Vec<_> = lessons.collect();
    let body = view! {
        {head(t, module, t.t("test-out-lead").into_owned())}
        {visit.query("done").map(|_| notice(t.t("test-out-changed")))}
        {form.error_summary()}
        <form method="post" action=TakeTestOut::PATH>
            {hidden("form", Uuid::new_v4().to_string())}
            {hidden("test", Uuid::new_v4().to_string())}
            {hidden("module", module.id.clone())}
            {error}
            {lessons}
            <div class="turn">
                <button class="primary">{t.t("test-out-send")}</button>
                <a href=to::module(&module.id).into_string()>{t.t("test-out-rather-read")}</a>
            </div>
        </form>
    };
    Ok(Page::new(t.t("test-out"), Width::Reading, body))
}

/// One right option: radio buttons, with one more for who does not know; several: checkboxes.
fn question(t: Language, lesson: &Lesson, check: &Check, is_first: bool) -> AnyView {
    let (name, several) = (format!("answers[{}][{}][]", lesson.id, check.id), has_several(check));
    let kind = if several { "checkbox" } else { "radio" };
    let hint_id = format!("{}-{}-hint", lesson.id, check.id);
    let hint = several.then(|| view! { <p class="hint" id=hint_id.clone()>{t.t("lesson-check-several")}</p> });
    let options = check.options.iter().enumerate().map(|(position, option)| {
        let id = (is_first && position == 0).then_some(FIRST_FIELD);
        view! {
            <label class="option">
                <input id=id type=kind name=name.clone() value=position.to_string()/>
                <span inner_html=phrasing(option.text.get(t.locale))></span>
            </label>
        }
    });
    let unknown = (!several).then(|| {
        view! { <label class="option"><input type="radio" name=name.clone() value="" checked/><span>{t.t("test-out-unknown")}</span></label> }
    });
    view! {
        <fieldset class="question" aria-describedby=several.then_some(hint_id.clone())>
            <legend inner_html=phrasing(check.question.get(t.locale))></legend>
            {hint}
            <div class="options">{options.collect_view()} {unknown}</div>
        </fieldset>
    }
    .into_any()
}

fn show_taken(visit: &Visit, module: &Module, taken: &Taken) -> Page {
    let t = visit.language;
    let known = taken.0.values().filter(|lesson| lesson.is_known).count();
    let lead = t.with("test-out-known", &[("known", count(known)), ("total", count(taken.0.len()))]);
    let lessons = module.lessons.iter().filter_map(|lesson| Some(lesson_view(t, lesson, taken.0.get(&lesson.id)?)));
    let body = view! {
        {head(t, module, lead)}
        {lessons.collect_view()}
        <p class="actions"><a class="button primary" href=to::module(&module.id).into_string()>{t.t("test-out-to-module")}</a></p>
    };
    Page::new(t.t("test-out"), Width::Reading, body)
}

fn lesson_view(t: Language, lesson: &Lesson, taken: &TakenLesson) -> AnyView {
    let id = format!("lesson-{}", lesson.id);
    let key = if taken.is_known { "test-out-lesson-known" } else { "test-out-lesson-explains" };
    let words = t.t(key);
    let class = if taken.is_known { "done" } else { "meta" };
    // Of another version the positions may mean other options.
    let is_same = taken.version == lesson.version;
    let questions = checks(lesson).filter(|_| is_same).map(|check| answer_view(t, check, taken));
    view! {
        <section aria-labelledby=id.clone()>
            <h2 id=id.clone()><a href=to::lesson(&lesson.module, &lesson.id).into_string()>{lesson.title.get(t.locale).clone()}</a></h2>
            <p class=class>{words}</p>
            {questions.collect_view()}
        </section>
    }
    .into_any()
}

/// What was left open is not explained here: the lesson asks it again.
fn answer_view(t: Language, check: &Check, taken: &TakenLesson) -> AnyView {
    let answer = taken.answers.get(&check.id).and_then(|choices| {
        let choices: Option<Vec<u32>> = choices.iter().map(|choice| u32::try_from(*choice).ok()).collect();
        judge(check, &choices?)
    });
    let below = match answer {
        Some(answer) => explained(t, check, &answer),
        None => view! { <p class="meta">{t.t("test-out-left-open")}</p> }.into_any(),
    };
    view! { <h3 inner_html=phrasing(check.question.get(t.locale))></h3> {below} }.into_any()
}
