//! Figures and scenes in words.

use crate::{
    detours::{
        disclosure::{Band, Share},
        model::Quarter,
    },
    drills::dialogue::content::{Choice, Dialogue, Outcome, SceneKind},
    language::Language,
};

/// `3. Quartal 2026`.
pub fn quarter(t: Language, quarter: Quarter) -> String {
    let (number, year) = (i64::from(quarter.number), quarter.year.to_string());
    t.with("detours-quarter-name", &[("number", number.into()), ("year", year.into())])
}

/// `etwa 40 %`.
pub fn share(t: Language, share: Share) -> String {
    let (key, percent) = match share {
        Share::FEW => ("detours-under", 10),
        Share::NEARLY_ALL => ("detours-over", 90),
        share => ("detours-about", share.percent()),
    };
    t.with(key, &[("percent", t.percent(percent).into())])
}

/// Where it stands along the eye line.
pub fn place(share: Share) -> i64 {
    share.percent().clamp(5, 95)
}

/// `20 bis 49 Personen`.
pub fn people(t: Language, band: Band) -> String {
    let (least, most) = band.bounds();
    match most {
        Some(most) => t.with("detours-band", &[("least", least.into()), ("most", most.into())]),
        None => t.with("detours-band-open", &[("least", least.into())]),
    }
}

/// The names of scenes, in a row.
pub fn scenes(t: Language, dialogue: &Dialogue, places: &[usize]) -> String {
    let name = |place: &usize| {
        let title = dialogue.scenes.get(*place)?.title.get(t.locale);
        Some(t.with("detours-named", &[("title", title.as_str().into())]))
    };
    places.iter().filter_map(name).collect::<Vec<_>>().join(", ")
}

pub fn outcome(t: Language, outcome: Outcome) -> String {
    let key = match outcome {
        Outcome::Good => "detours-outcome-good",
        Outcome::Mixed => "detours-outcome-mixed",
        Outcome::Poor => "detours-outcome-poor",
    };
    t.t(key).into_owned()
}

/// What the author wrote that an answer does, and where it leads.
pub fn effect(t: Language, dialogue: &Dialogue, choice: &Choice) -> String {
    let change = |key, change: i8| {
        let sign = if change < 0 { "−" } else { "+" };
        let change = format!("{sign}{}", change.unsigned_abs());
        t.with(key, &[("change", change.into())])
    };
    let changes = [("detours-trust", choice.trust), ("detours-tension", choice.tension)];
    let mut words: Vec<String> =
        changes.into_iter().filter(|(_, by)| *by != 0).map(|(key, by)| change(key, by)).collect();
    if words.is_empty() {
        words.push(t.t("detours-no-effect").into_owned());
    }
    let targets = targets(dialogue, choice.to);
    let names = scenes(t, dialogue, &targets);
    words.push(match targets.len() {
        1 => t.with("detours-leads", &[("scene", names.into())]),
        _ => t.with("detours-leads-by-mood", &[("scenes", names.into())]),
    });
    words.join(" · ")
}

/// Where one can be after a scene has passed on by mood.
fn targets(dialogue: &Dialogue, to: usize) -> Vec<usize> {
    let (mut open, mut seen, mut targets) = (vec![to], Vec::new(), Vec::new());
    while let Some(place) = open.pop() {
        if seen.contains(&place) {
            continue;
        }
        seen.push(place);
        match dialogue.scenes.get(place).map(|scene| &scene.kind) {
            Some(SceneKind::Passage { branches }) => open.extend(branches.iter().rev().map(|branch| branch.to)),
            _ => targets.push(place),
        }
    }
    targets
}
