//! Forms that come back as they were left: labels, hints, errors beside their fields, and a summary first.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use crate::{
    language::{Bilingual, Language},
    storage::Flash,
};

/// A form instance: what it says, and what it brings back after a mistake.
pub struct Form<'a> {
    pub language: Language,
    pub flash: &'a Flash,
}

/// A single-line field. `label`, `hint` are message keys.
#[derive(Default)]
pub struct Control<'a> {
    pub name: &'a str,
    /// What it is called when it is sent, where that is no id (`lines[0][what][de]`); `name` where empty.
    pub sent_as: &'a str,
    pub label: &'a str,
    pub hint: Option<&'a str>,
    /// `type` of the input; `text` where empty.
    pub kind: &'a str,
    /// Shown unless something typed comes back.
    pub value: String,
    pub autocomplete: Option<&'a str>,
    pub max_length: Option<u32>,
    pub is_required: bool,
    /// Whether the page opens here: only where somebody has just asked for this field.
    pub is_first: bool,
}

impl Control<'_> {
    fn sent_as(&self) -> String {
        if self.sent_as.is_empty() { self.name } else { self.sent_as }.to_owned()
    }
}

/// A hidden field.
pub fn hidden(name: &str, value: impl Into<String>) -> AnyView {
    let (name, value): (_, String) = (name.to_owned(), value.into());
    view! { <input type="hidden" name=name value=value/> }.into_any()
}

/// Text as the whole content of an element, for `inner_html`. Needed in a `textarea`, whose children leptos does not escape, and in a `title`,
/// where its marks between texts would be read as text.
pub fn plain(text: &str) -> String {
    html_escape::encode_text(text).into_owned()
}

impl Form<'_> {
    /// The list of errors, each leading to its field; nothing where there are none. Stands before the form.
    pub fn error_summary(&self) -> Option<AnyView> {
        if self.flash.is_empty() {
            return None;
        }
        let t = self.language;
        let lines = self.flash.errors.iter().map(|(field, message)| {
            view! { <li><a href=format!("#{field}")>{t.t(message)}</a></li> }
        });
        Some(
            view! {
                <div class="notice bad" role="alert" aria-labelledby="errors">
                    <h2 id="errors">{t.t("form-has-errors")}</h2>
                    <ul>{lines.collect_view()}</ul>
                </div>
            }
            .into_any(),
        )
    }

    /// What the form was made from, as the room knows it again. A form that comes back still says what it was first made from, so that nobody
    /// writes over words that they have not seen; only once they were told (`state`), it says what is there now.
    pub fn seen(&self, now: impl ToString) -> AnyView {
        self.made_from("seen", now)
    }

    /// The same in a field of another name, for a form that is made from two things.
    pub fn made_from(&self, name: &str, now: impl ToString) -> AnyView {
        let first = self.flash.value(name).filter(|_| self.flash.error("state").is_none());
        hidden(name, first.map_or_else(|| now.to_string(), str::to_owned))
    }

    fn value(&self, name: &str, default: String) -> String {
        self.flash.value(name).map_or(default, str::to_owned)
    }

    /// Hint and error of a field, the ids that describe it, and whether it is invalid.
    fn words(&self, name: &str, hint: Option<&str>) -> (Vec<AnyView>, Option<String>, bool) {
        let t = self.language;
        let (mut words, mut ids) = (Vec::new(), Vec::new());
        if let Some(hint) = hint {
            let id = format!("{name}-hint");
            words.push(view! { <p class="hint" id=id.clone()>{t.t(hint)}</p> }.into_any());
            ids.push(id);
        }
        let error = self.flash.error(name);
        if let Some(error) = error {
            let id = format!("{name}-error");
            words.push(view! { <p class="error" id=id.clone()>{t.t(error)}</p> }.into_any());
            ids.push(id);
        }
        (words, (!ids.is_empty()).then(|| ids.join(" ")), error.is_some())
    }

    /// One line: text, password, date, file …
    pub fn input(&self, control: Control) -> AnyView {
        let (words, described_by, is_invalid) = self.words(control.name, control.hint);
        let kind = if control.kind.is_empty() { "text" } else { control.kind }.to_owned();
        let is_secret = matches!(kind.as_str(), "password" | "file");
        let (name, sent_as) = (control.name.to_owned(), control.sent_as());
        let value = (!is_secret).then(|| self.value(control.name, control.value));
        let is_name = control.autocomplete == Some("username");
        view! {
            <div class="field">
                <label for=name.clone()>{self.language.t(control.label)}</label>
                {words}
                <input id=name.clone() name=sent_as type=kind value=value autocomplete=control.autocomplete.map(str::to_owned)
                    maxlength=control.max_length required=control.is_required aria-invalid=is_invalid.then_some("true")
                    aria-describedby=described_by autocapitalize=is_name.then_some("none") spellcheck=is_name.then_some("false")
                    autofocus=control.is_first/>
            </div>
        }
        .into_any()
    }

    /// Several lines, at most `max_length` characters.
    pub fn text_area(&self, control: Control) -> AnyView {
        let (words, described_by, is_invalid) = self.words(control.name, control.hint);
        let (name, sent_as) = (control.name.to_owned(), control.sent_as());
        let value = self.value(control.name, control.value);
        view! {
            <div class="field">
                <label for=name.clone()>{self.language.t(control.label)}</label>
                {words}
                // A line break right after the tag is not part of the text: keeps one that was typed.
                <textarea id=name.clone() name=sent_as maxlength=control.max_length required=control.is_required
                    aria-invalid=is_invalid.then_some("true") aria-describedby=described_by inner_html=plain(&format!("\n{value}"))></textarea>
            </div>
        }
        .into_any()
    }

    /// A text in German and one in English, each in a field of its own: id, name and label end in the language. The hint stands once.
    pub fn bilingual(
        &self,
        draw: impl Fn(&Self, Control) -> AnyView,
        control: Control,
        texts: &Bilingual,
    ) -> [AnyView; 2] {
        texts.each().map(|(language, text)| {
            let is_german = language == "de";
            let one = Control {
                name: &format!("{}-{language}", control.name),
                sent_as: &format!("{}[{language}]", control.sent_as()),
                label: &format!("{}-{language}", control.label),
                hint: control.hint.filter(|_| is_german),
                value: text.to_owned(),
                is_first: control.is_first && is_german,
                ..control
            };
            draw(self, one)
        })
    }

    /// A choice from a list: groups of (value, text); a group without a name stands by itself.
    pub fn select(&self, control: Control, groups: Vec<(String, Vec<(String, String)>)>) -> AnyView {
        let (words, described_by, is_invalid) = self.words(control.name, control.hint);
        let (name, sent_as) = (control.name.to_owned(), control.sent_as());
        let chosen = self.value(control.name, control.value);
        let options = groups.into_iter().map(|(group, options)| {
            let chosen = chosen.clone();
            let options = options.into_iter().map(move |(value, text)| {
                let is_chosen = value == chosen;
                view! { <option value=value selected=is_chosen>{text}</option> }
            });
            let options = options.collect_view();
            if group.is_empty() {
                options.into_any()
            } else {
                view! { <optgroup label=group>{options}</optgroup> }.into_any()
            }
        });
        view! {
            <div class="field">
                <label for=name.clone()>{self.language.t(control.label)}</label>
                {words}
                <select id=name.clone() name=sent_as required=control.is_required aria-invalid=is_invalid.then_some("true")
                    aria-describedby=described_by>{options.collect_view()}</select>
            </div>
        }
        .into_any()
    }

    /// One of a few, all in view: (value, text).
    pub fn radios(&self, control: Control, options: Vec<(String, String)>) -> AnyView {
        let (words, described_by, _) = self.words(control.name, control.hint);
        let chosen = self.value(control.name, control.value);
        view! {
            <fieldset class="field" id=control.name.to_owned() aria-describedby=described_by>
                <legend>{self.language.t(control.label)}</legend>
                {words}
                {choice_list("radio", control.name, options, &[chosen])}
            </fieldset>
        }
        .into_any()
    }
}

/// Radio buttons or checkboxes: (value, text), with the chosen ones marked.
pub fn choice_list(kind: &'static str, name: &str, options: Vec<(String, String)>, chosen: &[String]) -> AnyView {
    let option = |(value, text): (String, String)| {
        let is_chosen = chosen.contains(&value);
        view! {
            <label class="option"><input type=kind name=name.to_owned() value=value checked=is_chosen/><span>{text}</span></label>
        }
    };
    options.into_iter().map(option).collect_view().into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_says_what_it_was_first_made_from_until_its_writer_knows_better() {
        let language = Language { locale: crate::language::Locale::En };
        let seen = |flash: &Flash| Form { language, flash }.seen(9).to_html();
        assert!(seen(&Flash::default()).contains("value=\"9\""));
        let mut back = Flash::default().with("seen", 7);
        back.refuse("name", "sign-in-name");
        assert!(seen(&back).contains("value=\"7\""));
        back.refuse("state", "sign-in-name");
        assert!(seen(&back).contains("value=\"9\""), "told");
    }

    #[test]
    fn what_was_typed_comes_back_as_text() {
        let mut flash = Flash::default();
        flash.values.insert("note".to_owned(), "</textarea><script>alert(1)</script> & \"so\"".to_owned());
        let form = Form { language: Language { locale: crate::language::Locale::En }, flash: &flash };
        let html = form.text_area(Control { name: "note", label: "sign-in-name", ..Control::default() }).to_html();
        assert!(
            html.contains("\n&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; \"so\"</textarea>"),
            "{html}"
        );
    }
}
