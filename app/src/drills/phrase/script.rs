//! A phrase drill in one language, for its page and its island.

use uuid::Uuid;

use super::{
    rehearsal::Rehearsal,
    scene::{ModelText, Script, Words},
};
use crate::{
    drills::{
        pages::saving_words,
        written::content::{Model, Written},
    },
    language::Language,
    routes::to,
};

/// Everything that rehearsing needs.
pub fn script(rehearsal: &Rehearsal, t: Language) -> Script {
    let Written { head, criteria_title, criteria, poor, good, .. } = rehearsal.written;
    Script {
        rules: rehearsal.rules(),
        criteria_title: criteria_title.get(t.locale).clone(),
        criteria: criteria.iter().map(|criterion| criterion.get(t.locale).clone()).collect(),
        poor: model_text(poor, t),
        good: model_text(good, t),
        words: words(rehearsal, t),
        keeps: rehearsal.keeps,
        again_url: to::drill(&head.module, &head.id).with("attempt", &Uuid::new_v4().to_string()).into_string(),
        module_url: to::module(&head.module).into_string(),
        phrases_url: to::phrases().into_string(),
    }
}

fn model_text(model: &Model, t: Language) -> ModelText {
    ModelText {
        title: model.title.get(t.locale).clone(),
        says: model.says.get(t.locale).0.clone(),
        why: model.why.get(t.locale).0.clone(),
    }
}

fn words(rehearsal: &Rehearsal, t: Language) -> Words {
    let longest = i64::try_from(rehearsal.longest).unwrap_or(i64::MAX);
    let longest = |key: &str| t.with(key, &[("longest", t.number(longest).into())]);
    Words {
        write: t.t(rehearsal.ask).into(),
        write_hint: longest("phrase-write-hint"),
        empty: t.t("phrase-empty").into(),
        too_long: t.t(rehearsal.too_long).into(),
        compare: t.t("phrase-compare").into(),
        mark_hint: t.t("phrase-mark-hint").into(),
        rewrite: t.t("phrase-rewrite").into(),
        rewrite_field: t.t("phrase-rewrite-field").into(),
        rewrite_hint: longest("phrase-rewrite-hint"),
        first: t.t("phrase-first").into(),
        better: t.t("phrase-better").into(),
        has: t.t("phrase-has").into(),
        lacks: t.t("phrase-lacks").into(),
        models: t.t("phrase-models").into(),
        next: t.t("phrase-next").into(),
        finish: t.t("phrase-finish").into(),
        back: t.t("drill-back").into(),
        later: t.t("drill-later").into(),
        done: t.t("phrase-done").into(),
        change: t.t("phrase-change").into(),
        keep: t.t("phrase-keep").into(),
        kept: t.t("phrase-kept").into(),
        phrases: t.t("phrases-title").into(),
        again: t.t("drill-again").into(),
        to_module: t.t("drill-to-module").into(),
        enough: t.t("drill-enough").into(),
        signed_out: t.t("phrase-signed-out").into(),
        saving: saving_words(t),
    }
}
