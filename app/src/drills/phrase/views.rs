//! The parts of the page, as the server makes them: with gaps for what somebody writes.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{
    model::{LONGEST, State},
    parts::{Parts, gap},
};
use crate::{
    drills::{
        actions::RecordStep,
        pages::begin,
        phrase_book::KeepPhrase,
        playing::Played,
        written::content::{Model, Written},
    },
    language::{Language, Localized},
    routes::to,
    ui::{hidden, html},
};

/// Everything that the parts are made of.
pub struct Making<'a> {
    pub t: Language,
    pub written: &'a Written,
    pub played: &'a Played,
    pub state: &'a State,
}

impl Making<'_> {
    pub fn parts(&self) -> Parts {
        Parts {
            write: self.write().to_html(),
            mark: self.mark().to_html(),
            rewrite: self.rewrite().to_html(),
            done: self.done().to_html(),
            sign_in: self.sign_in().to_html(),
            empty: self.t.t("phrase-empty").into(),
            too_long: self.t.t("phrase-too-long").into(),
        }
    }

    fn write(&self) -> AnyView {
        let hint = self.longest("phrase-write-hint");
        self.form(self.field(("part", "phrase-write"), hint), "write", "phrase-next")
    }

    fn mark(&self) -> AnyView {
        let t = self.t;
        view! {
            <h2 id="part">{t.t("phrase-compare")}</h2>
            {self.mine("phrase-first", gap::FIRST)}
            {self.models()}
            {self.form(self.criteria(), "mark", "phrase-next")}
        }
        .into_any()
    }

    fn rewrite(&self) -> AnyView {
        let t = self.t;
        let ask = self.field(("ask", "phrase-rewrite-field"), self.longest("phrase-rewrite-hint"));
        view! {
            <h2 id="part">{t.t("phrase-rewrite")}</h2>
            {self.mine("phrase-first", gap::FIRST)}
            {self.met()}
            {self.form(ask, "rewrite", "phrase-finish")}
            {self.models_again()}
        }
        .into_any()
    }

    fn done(&self) -> AnyView {
        let t = self.t;
        let head = &self.written.head;
        let again = begin(head);
        view! {
            <h2 id="part">{t.t("phrase-done")}</h2>
            <div class=gap::IS_SAME.to_string()>{self.mine("phrase-first", gap::FIRST)}</div>
            {self.mine("phrase-better", gap::BETTER)}
            {self.keep()}
            <form method="post" action=RecordStep::PATH>
                {self.step_fields()}
                <button class="text" name="event" value="back">{t.t("phrase-change")}</button>
            </form>
            {self.models_again()}
            <p class="actions">
                <a href=again.into_string()>{t.t("drill-again")}</a>
                <a href=to::module(&head.module).into_string()>{t.t("drill-to-module")}</a>
                <a href=to::today().into_string()>{t.t("drill-enough")}</a>
            </p>
        }
        .into_any()
    }

    /// What is not stored goes along as a plain form, which the server keeps until after the sign-in.
    fn sign_in(&self) -> AnyView {
        let t = self.t;
        view! {
            <form method="post" action=RecordStep::PATH>
                {self.step_fields()}
                {hidden("event", gap::EVENT)}
                <p id="part" role="alert">{t.t("phrase-signed-out")}</p>
                <div class="actions"><button class="primary">{t.t("sign-in")}</button></div>
            </form>
        }
        .into_any()
    }

    /// A form of one step: what it asks, and the way on and back.
    fn form(&self, ask: AnyView, event: &'static str, go: &str) -> AnyView {
        let t = self.t;
        let ways = (event != "write").then(|| {
            view! {
                <button class="text" name="event" value="back" formnovalidate>{t.t("drill-back")}</button>
                <a href=to::today().into_string()>{t.t("drill-later")}</a>
            }
        });
        view! {
            <form method="post" action=RecordStep::PATH>
                {hidden("form", Uuid::new_v4().to_string())}
                {self.step_fields()}
                {ask}
                <div class="actions">
                    <button class="primary" name="event" value=event>{t.t(go)}</button>
                    {ways}
                </div>
            </form>
        }
        .into_any()
    }

    fn step_fields(&self) -> AnyView {
        view! {
            {hidden("attempt", self.played.attempt.clone())}
            {hidden("item", self.played.item.clone())}
            {hidden("version", self.played.version.clone())}
            {hidden("number", gap::NEXT)}
        }
        .into_any()
    }

    /// The field for one's own words; `id` is its label's.
    fn field(&self, (id, label): (&'static str, &str), hint: String) -> AnyView {
        view! {
            <div class="field">
                <label id=id for="said">{self.t.t(label)}</label>
                <p class="hint" id="said-hint">{hint}</p>
                <p class="error" id="said-error">{gap::FAULT.to_string()}</p>
                <textarea id="said" name="said" maxlength=LONGEST.to_string() required
                    aria-invalid=gap::IS_WRONG.to_string() aria-describedby="said-hint said-error"
                    inner_html=gap::FIELD.to_string()></textarea>
            </div>
        }
        .into_any()
    }

    fn criteria(&self) -> AnyView {
        let t = self.t;
        let option = |(number, criterion): (usize, &Localized<String>)| {
            let is_marked = self.state.marks.contains(&number);
            view! {
                <label class="option">
                    <input type="checkbox" name="marks[]" id=format!("mark-{number}") value=number.to_string() checked=is_marked/>
                    <span>{criterion.get(t.locale).clone()}</span>
                </label>
            }
        };
        view! {
            <fieldset class="options" aria-describedby="marks-hint">
                <legend>{self.written.criteria_title.get(t.locale).clone()}</legend>
                <p class="hint" id="marks-hint">{t.t("phrase-mark-hint")}</p>
                {self.written.criteria.iter().enumerate().map(option).collect_view()}
            </fieldset>
        }
        .into_any()
    }

    /// What one's own text has, and what it lacks, in words.
    fn met(&self) -> AnyView {
        let t = self.t;
        let lines = (gap::MET..).zip(&self.written.criteria).map(|(class, criterion)| {
            let class = char::from_u32(class).map(String::from);
            view! {
                <li class=class>
                    <strong class="if-has">{t.t("phrase-has")}</strong>
                    <strong class="if-lacks">{t.t("phrase-lacks")}</strong>
                    " " {criterion.get(t.locale).clone()}
                </li>
            }
        });
        view! { <ul class="met">{lines.collect_view()}</ul> }.into_any()
    }

    fn mine(&self, label: &str, text: char) -> AnyView {
        view! { <p class="meta">{self.t.t(label)}</p><p class="mine">{text.to_string()}</p> }.into_any()
    }

    /// The two models, one after another.
    fn models(&self) -> AnyView {
        let model = |model: &Model| {
            view! {
                <section class="model">
                    <h3>{model.title.get(self.t.locale).clone()}</h3>
                    <blockquote inner_html=model.says.get(self.t.locale).0.clone()></blockquote>
                    {html("prose", model.why.get(self.t.locale))}
                </section>
            }
        };
        view! { {model(&self.written.poor)} {model(&self.written.good)} }.into_any()
    }

    /// Once more, for whoever wants to look again.
    fn models_again(&self) -> AnyView {
        view! { <details><summary>{self.t.t("phrase-models")}</summary>{self.models()}</details> }.into_any()
    }

    /// Keeps the sentence among one's own; once it is there, says where it is found.
    fn keep(&self) -> AnyView {
        let t = self.t;
        view! {
            <div class=format!("keep {}", gap::IS_KEPT)>
                <form method="post" action=KeepPhrase::PATH>
                    {hidden("attempt", self.played.attempt.clone())}
                    {hidden("item", self.played.item.clone())}
                    {hidden("number", gap::LAST)}
                    {hidden("text", gap::BETTER)}
                    <div class="actions"><button class="primary" value="keep">{t.t("phrase-keep")}</button></div>
                </form>
                <p class="notice">{t.t("phrase-kept")} " " <a href=to::phrases().into_string()>{t.t("phrases-title")}</a></p>
            </div>
        }
        .into_any()
    }

    fn longest(&self, key: &str) -> String {
        let longest = i64::try_from(LONGEST).unwrap_or(i64::MAX);
        self.t.with(key, &[("longest", self.t.number(longest).into())])
    }
}
