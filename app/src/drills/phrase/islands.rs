//! The phrase drill as it reacts in the browser. Without wasm the same markup is plain forms.

use leptos::{ev::MouseEvent, html::Input, prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};

use super::{
    desk::{Desk, Entered},
    model::{Event, Phase, State},
    scene::{Script, after, before},
};
use crate::{
    drills::{
        actions::RecordStep,
        outbox::{Outbox, Refusal, Saving, link_on, saving_line},
        phrase_book::KeepPhrase,
        playing::{Played, focus},
    },
    library::Html,
};

/// `kept`: what stands there now is among one's own sentences already.
#[island]
pub fn PhrasePlayer(script: Script, played: Played, state: State, entered: Entered, kept: bool) -> impl IntoView {
    let number = played.last_number;
    let desk = Desk {
        fault: RwSignal::new(entered.fault.clone()),
        entered: StoredValue::new(entered),
        boxes: StoredValue::new(script.criteria.iter().map(|_| NodeRef::new()).collect()),
        script: StoredValue::new(script),
        played: StoredValue::new(played),
        state: RwSignal::new(state),
        number: RwSignal::new(number),
        kept: RwSignal::new(kept.then_some(number)),
        steps: Outbox::new(Refusal::EndsAll),
        keeping: Outbox::new(Refusal::EndsOne),
        top: NodeRef::new(),
        field: NodeRef::new(),
        note: NodeRef::new(),
    };
    // Apart from the rest of what is said about saving: what is drawn anew loses what was typed.
    let is_signed_out = Memo::new(move |_| desk.steps.saving().get() == Saving::SignedOut);
    view! {
        <section class="phrase" tabindex="-1" node_ref=desk.top aria-labelledby="part">
            {move || desk.script.with_value(|script| desk.state.with(|state| view! {
                {before(script, state)}
                {if is_signed_out.get() { desk.sign_in(script) } else { desk.next(script, state) }}
                {after(script, state)}
            }))}
        </section>
        <p class="meta" role="status">{move || desk.script.with_value(|script| {
            if is_signed_out.get() {
                return script.words.signed_out.clone().into_any();
            }
            let here = desk.played.with_value(|played| played.attempt_url.clone());
            saving_line(&script.words.saving, desk.saving(), here).into_any()
        })}</p>
    }
}

impl Desk {
    /// What is to be done next.
    fn next(self, script: &Script, state: &State) -> AnyView {
        let words = &script.words;
        match state.phase {
            Phase::Write => {
                let ask = self.text_field((&words.write, &words.write_hint), "part", &state.first);
                self.form(script, ask, ("write", &words.next), move || self.say(Event::Write))
            }
            Phase::Mark => self.form(script, self.criteria(script, state), ("mark", &words.next), move || self.mark()),
            Phase::Rewrite => {
                let ask = self.text_field((&words.rewrite_field, &words.rewrite_hint), "ask", state.draft());
                self.form(script, ask, ("rewrite", &words.finish), move || self.say(Event::Rewrite))
            }
            Phase::Done => self.ways(script, state),
        }
    }

    /// The session has ended: what is not stored goes along as a plain form, which the server keeps until after the sign-in.
    fn sign_in(self, script: &Script) -> AnyView {
        let Some(step) = self.steps.first() else { return ().into_any() };
        let number = step.number.to_string();
        let fields = [
            ("attempt", step.attempt),
            ("item", step.item),
            ("version", step.version),
            ("number", number),
            ("event", step.event),
        ];
        let fields = fields.map(|(name, value)| view! { <input type="hidden" name=name value=value/> });
        view! {
            <form method="post" action=RecordStep::PATH>
                {fields.into_iter().collect_view()}
                <div class="actions"><button class="primary">{script.words.saving.sign_in.clone()}</button></div>
            </form>
        }
        .into_any()
    }

    /// A form that also works by itself: what is asked, and the way on and back.
    fn form(
        self,
        script: &Script,
        ask: AnyView,
        (name, go): (&'static str, &str),
        act: impl Fn() + Copy + 'static,
    ) -> AnyView {
        let words = &script.words;
        let is_first = name == "write";
        let go_on = move |event: MouseEvent| {
            event.prevent_default();
            act();
        };
        let back = (!is_first).then(|| self.back(&words.back));
        let later = (!is_first).then(|| {
            let url = self.played.with_value(|played| played.today_url.clone());
            link_on("", words.later.clone(), url, self.steps.saving().into())
        });
        view! {
            <form method="post" action=RecordStep::PATH>
                {self.hidden_fields()}
                {ask}
                <div class="actions">
                    <button class="primary" name="event" value=name on:click=go_on>{go.to_owned()}</button>
                    {back}
                    {later}
                </div>
            </form>
        }
        .into_any()
    }

    fn hidden_fields(self) -> impl IntoView {
        let form = self.entered.with_value(|entered| entered.form.clone());
        view! {
            <input type="hidden" name="form" value=form/>
            {self.played.with_value(|played| played.fields(self.number.get_untracked() + 1))}
        }
    }

    fn back(self, words: &str) -> impl IntoView + use<> {
        let take_back = move |event: MouseEvent| {
            event.prevent_default();
            self.act(Event::Back);
        };
        let words = words.to_owned();
        view! { <button class="text" name="event" value="back" formnovalidate on:click=take_back>{words}</button> }
    }

    /// The field for one's own words; its label has the id `label`.
    fn text_field(self, (label, hint): (&str, &str), id: &'static str, text: &str) -> AnyView {
        let text = self.entered.with_value(|entered| entered.said.clone()).unwrap_or_else(|| text.to_owned());
        let fault = self.fault;
        let described_by = move || if fault.get().is_some() { "said-hint said-error" } else { "said-hint" };
        let longest = self.script.with_value(|script| script.rules.longest);
        view! {
            <div class="field">
                <label id=id for="said">{label.to_owned()}</label>
                <p class="hint" id="said-hint">{hint.to_owned()}</p>
                {move || fault.get().map(|fault| view! { <p class="error" id="said-error">{fault}</p> })}
                <textarea id="said" name="said" node_ref=self.field maxlength=longest.to_string() required
                    aria-invalid=move || fault.get().is_some().then_some("true") aria-describedby=described_by
                    inner_html=Html::of(&text).0></textarea>
            </div>
        }
        .into_any()
    }

    fn criteria(self, script: &Script, state: &State) -> AnyView {
        let option = |(number, (criterion, field)): (usize, (&String, NodeRef<Input>))| {
            let is_marked = state.marks.contains(&number);
            view! {
                <label class="option">
                    <input type="checkbox" name="marks[]" value=number.to_string() checked=is_marked node_ref=field/>
                    <span>{criterion.clone()}</span>
                </label>
            }
        };
        let options = script.criteria.iter().zip(self.boxes.get_value()).enumerate().map(option);
        view! {
            <fieldset class="options" aria-describedby="marks-hint">
                <legend>{script.criteria_title.clone()}</legend>
                <p class="hint" id="marks-hint">{script.words.mark_hint.clone()}</p>
                {options.collect_view()}
            </fieldset>
        }
        .into_any()
    }

    /// The end: keep it, do it again, or go.
    fn ways(self, script: &Script, state: &State) -> AnyView {
        let words = &script.words;
        let keep = script.keeps.then(|| self.keep(script, state));
        let link = |class, text: &str, url: String| {
            let saving = Signal::derive(move || self.saving());
            link_on(class, text.to_owned(), url, saving)
        };
        let class = if script.keeps { "" } else { "button primary" };
        let today = self.played.with_value(|played| played.today_url.clone());
        view! {
            {keep}
            <form method="post" action=RecordStep::PATH>
                {self.hidden_fields()}
                {self.back(&words.change)}
            </form>
            <p class="actions">
                {link(class, &words.again, script.again_url.clone())}
                {link("", &words.to_module, script.module_url.clone())}
                {link("", &words.enough, today)}
            </p>
        }
        .into_any()
    }

    /// Keeps the sentence among one's own; says so once it is there.
    fn keep(self, script: &Script, state: &State) -> AnyView {
        let call = self.played.with_value(|played| KeepPhrase {
            attempt: played.attempt.clone(),
            number: self.number.get_untracked(),
            item: played.item.clone(),
            text: state.better.clone(),
        });
        let fields = [("attempt", &call.attempt), ("item", &call.item), ("text", &call.text)]
            .map(|(name, value)| (name, value.clone()));
        let (number, words, url) = (call.number, script.words.clone(), script.phrases_url.clone());
        let keep = move |event: MouseEvent| {
            event.prevent_default();
            self.kept.set(Some(number));
            self.keeping.send(call.clone());
            focus(self.note);
        };
        let keep = StoredValue::new(keep);
        view! {
            {move || {
                if self.kept.get() == Some(number) {
                    let (kept, phrases) = (words.kept.clone(), words.phrases.clone());
                    return view! {
                        <p class="notice" tabindex="-1" node_ref=self.note>{kept} " " <a href=url.clone()>{phrases}</a></p>
                    }
                    .into_any();
                }
                let fields = fields.clone().map(|(name, value)| view! { <input type="hidden" name=name value=value/> });
                view! {
                    <form method="post" action=KeepPhrase::PATH>
                        {fields.into_iter().collect_view()}
                        <input type="hidden" name="number" value=number.to_string()/>
                        <div class="actions">
                            <button class="primary" on:click=move |event| keep.with_value(|keep| keep(event))>
                                {words.keep.clone()}
                            </button>
                        </div>
                    </form>
                }
                .into_any()
            }}
        }
        .into_any()
    }
}
