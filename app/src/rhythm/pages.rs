//! Choosing a rhythm, and how a week stands to it.

use leptos::{prelude::*, server_fn::ServerFn, tachys::view::any_view::AnyView};
use uuid::Uuid;

use super::{
    actions::ChooseRhythm,
    model::{Rhythm, Standing},
    store::find_rhythm,
};
use crate::{
    error::Result,
    language::Language,
    routes::to,
    ui::{Control, Form, Page, Width, hidden, notice},
    visit::Visit,
};

pub async fn show_rhythm(visit: Visit) -> Result<Page> {
    let rhythm = find_rhythm(visit.db().read(), &visit.actor()?.permit_learning()).await?;
    let t = visit.language;
    let flash = visit.flash().await?;
    let form = Form { language: t, flash: &flash };
    let options = Rhythm::all().map(|rhythm| (rhythm.times().to_string(), name(t, rhythm)));
    let chosen = rhythm.map_or_else(String::new, |rhythm| rhythm.times().to_string());
    let times = Control {
        name: "times",
        label: "rhythm-how-often",
        hint: Some("rhythm-hint"),
        value: chosen,
        ..Control::default()
    };
    let body = view! {
        <div class="head">
            <p class="kicker"><a href=to::today().into_string()>{t.t("nav-today")}</a></p>
            <h1>{t.t("rhythm-title")}</h1>
            <p class="lead">{t.t("rhythm-lead")}</p>
        </div>
        {visit.query("done").map(|_| notice(t.t("rhythm-kept")))}
        {form.error_summary()}
        <form method="post" action=ChooseRhythm::PATH>
            {hidden("form", Uuid::new_v4().to_string())}
            {form.radios(times, options.collect())}
            <div class="actions">
                <button class="primary">{t.t("rhythm-keep")}</button>
                <a href=to::receipt().into_string()>{t.t("receipt-title")}</a>
            </div>
        </form>
    };
    Ok(Page::new(t.t("rhythm-title"), Width::Reading, body))
}

fn name(t: Language, rhythm: Rhythm) -> String {
    match rhythm.times() {
        0 => t.t("rhythm-none").into_owned(),
        times => t.with("rhythm-times", &[("times", times.into())]),
    }
}

/// For Today, below the week: how it stands to the rhythm, by so many days of practice; for whoever has not chosen yet the way to do so, and
/// nothing for whoever chose none.
pub fn rhythm_line(t: Language, rhythm: Option<Rhythm>, practised: usize) -> Option<AnyView> {
    let words = match rhythm {
        None => None,
        Some(rhythm) => Some(match rhythm.compare(practised)? {
            Standing::Met => t.t("rhythm-met").into_owned(),
            Standing::Open { practised, times } => {
                t.with("rhythm-open", &[("practised", practised.into()), ("times", times.into())])
            }
        }),
    };
    let link = if words.is_some() { "rhythm-change" } else { "rhythm-choose" };
    let words = words.map(|words| format!("{words} "));
    Some(view! { <p class="meta">{words}<a href=to::rhythm().into_string()>{t.t(link)}</a></p> }.into_any())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Locale;

    #[test]
    fn whoever_chose_none_is_left_alone() {
        let t = Language { locale: Locale::En };
        let line = |times: Option<i64>, practised| {
            rhythm_line(t, times.and_then(Rhythm::new), practised).map(|line| line.to_html())
        };
        assert!(line(Some(0), 3).is_none());
        assert!(line(None, 3).is_some_and(|line| !line.contains('3')));
        assert!(line(Some(3), 1).is_some_and(|line| line.contains('1') && line.contains('3')));
        assert!(line(Some(3), 4).is_some_and(|line| !line.contains('4')));
    }
}
