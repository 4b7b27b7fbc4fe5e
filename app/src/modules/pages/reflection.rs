//! A question to oneself. Nobody else reads the answer.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::lesson::Shown;
use crate::{
    library::Reflection,
    modules::{actions::field_of_reflection, model::REFLECTION_MAX, phrasing::phrasing},
    routes::to,
    ui::plain,
};

/// The field; `form`: the id of the form that it belongs to, where it does not stand in it.
pub(super) fn reflection_field(shown: &Shown, reflection: &Reflection, form: Option<&'static str>) -> AnyView {
    let t = shown.t;
    let field = field_of_reflection(reflection);
    let (hint_id, error_id) = (format!("{field}-hint"), format!("{field}-error"));
    let error = shown.flash.error(&field).map(|key| view! { <p class="error" id=error_id.clone()>{t.t(key)}</p> });
    let is_invalid = error.is_some();
    let described_by = if is_invalid { format!("{hint_id} {error_id}") } else { hint_id.clone() };
    let kept = shown.said.reflections.get(&reflection.id).map(String::as_str);
    let text = shown.flash.value(&field).or(kept).unwrap_or_default();
    // A line break right after the tag is not part of the text: keeps one that was typed.
    let text = format!("\n{text}");
    view! {
        <div class="field">
            <label for=field.clone() inner_html=phrasing(reflection.prompt.get(t.locale))></label>
            <p class="hint" id=hint_id>
                {t.t("lesson-reflection-hint")}" "<a href=to::who_sees_what().into_string()>{t.t("who-sees-what")}</a>
            </p>
            {error}
            <textarea id=field.clone() name="text" rows="7" form=form maxlength=REFLECTION_MAX.to_string()
                aria-invalid=is_invalid.then_some("true") aria-describedby=described_by inner_html=plain(&text)></textarea>
        </div>
    }
    .into_any()
}
