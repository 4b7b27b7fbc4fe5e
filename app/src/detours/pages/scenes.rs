//! A dialogue scene by scene: what people say first, along lines and as a table.

use leptos::{prelude::*, tachys::view::any_view::AnyView};

use super::{drill::line, words};
use crate::{
    detours::{
        disclosure::{Figures, Scene, Share},
        model::{in_order, most_frequent},
    },
    drills::dialogue::{
        content::{Choice, Dialogue, SceneKind},
        model::Plot,
    },
    language::{Language, Localized},
    library::Html,
};

/// A scene that is shown, with its text.
struct Told<'a> {
    place: usize,
    title: &'a Localized<String>,
    says: &'a Localized<Html>,
    choices: &'a [Choice],
    figures: &'a Scene,
}

pub fn section(t: Language, dialogue: &Dialogue, figures: &Figures) -> AnyView {
    let (mut told, mut withheld) = (Vec::new(), Vec::new());
    for place in in_order(&Plot::from(dialogue)) {
        let Some(scene) = dialogue.scenes.get(place) else { continue };
        let SceneKind::Talk { says, choices, .. } = &scene.kind else { continue };
        match figures.scenes.get(place) {
            Some(Some(figures)) => told.push(Told { place, title: &scene.title, says, choices, figures }),
            _ => withheld.push(place),
        }
    }
    let withheld = (!withheld.is_empty()).then(|| {
        let names = words::scenes(t, dialogue, &withheld);
        view! { <p class="withheld">{t.with("detours-withheld", &[("scenes", names.into())])}</p> }
    });
    let table = (!told.is_empty()).then(|| table(t, dialogue, &told));
    view! {
        <section aria-labelledby="scenes">
            <h2 id="scenes">{t.t("detours-scenes")}</h2>
            <p>{t.t("detours-scenes-text")}</p>
            {told.iter().map(|told| scene(t, dialogue, told)).collect_view()}
            {withheld}
            {table}
        </section>
    }
    .into_any()
}

fn scene(t: Language, dialogue: &Dialogue, told: &Told) -> AnyView {
    let id = format!("scene-{}", told.place);
    let customer = t.with("drill-customer-says", &[("customer", dialogue.customer.name.get(t.locale).as_str().into())]);
    let lines = told.choices.iter().zip(&told.figures.choices).map(|(choice, share)| {
        let effect = words::effect(t, dialogue, choice);
        line(t, choice.says.get(t.locale).clone(), Some(effect), *share)
    });
    let known = known(t, told).into_iter().map(|line| format!("{line} ")).collect::<String>();
    view! {
        <section class="scene" aria-labelledby=id.clone()>
            <h3 id=id.clone()>{told.title.get(t.locale).clone()}</h3>
            <p class="meta">{customer} " · " {words::people(t, told.figures.people)}</p>
            <blockquote inner_html=told.says.get(t.locale).0.clone()></blockquote>
            <ul class="lines detours">{lines.collect_view()}</ul>
            <p>{known.trim_end().to_owned()}</p>
        </section>
    }
    .into_any()
}

/// What is known of a scene, and nothing that it may mean.
fn known(t: Language, told: &Told) -> Vec<String> {
    let most = match most_frequent(&told.figures.choices).and_then(|place| told.choices.get(place)) {
        Some(choice) => match choice.trust - choice.tension {
            ..=-1 => "detours-scene-worse",
            0 => "detours-scene-same",
            1.. => "detours-scene-better",
        },
        None => "detours-scene-even",
    };
    let if_many =
        |key, share: Share| (share > Share::FEW).then(|| t.with(key, &[("share", words::share(t, share).into())]));
    let lost = if_many("detours-scene-lost", told.figures.lost);
    let taken_back = if_many("detours-scene-back", told.figures.taken_back);
    [Some(t.t(most).into_owned()), lost, taken_back].into_iter().flatten().collect()
}

fn table(t: Language, dialogue: &Dialogue, told: &[Told]) -> AnyView {
    let columns = ["detours-scene", "detours-answer", "detours-effect", "detours-share"];
    let heads = columns.map(|key| {
        let class = if key == "detours-share" { "num" } else { "" };
        view! { <th scope="col" class=class>{t.t(key)}</th> }
    });
    let row = |told: &Told, choice: &Choice, share: Share| {
        view! {
            <tr>
                <th scope="row">{told.title.get(t.locale).clone()}</th>
                <td data-label=t.t("detours-answer")>{choice.says.get(t.locale).clone()}</td>
                <td data-label=t.t("detours-effect")>{words::effect(t, dialogue, choice)}</td>
                <td data-label=t.t("detours-share") class="num">{words::share(t, share)}</td>
            </tr>
        }
    };
    let rows = told.iter().flat_map(|told| {
        told.choices.iter().zip(&told.figures.choices).map(move |(choice, share)| row(told, choice, *share))
    });
    view! {
        <details>
            <summary>{t.t("detours-table")}</summary>
            <table class="stack" aria-describedby="why">
                <thead><tr>{heads.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </details>
    }
    .into_any()
}
