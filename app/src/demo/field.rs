//! What Lena means to try, and what stopped people at the two bigger sites.

use chrono::{Days, NaiveDate};
use rand::rngs::StdRng;

use super::organisation::{Plan, id};
use crate::{activity::model::monday_of, drills::field::model::Outcome};

pub struct Intention {
    pub id: String,
    pub text: &'static str,
    pub day: NaiveDate,
    pub outcome: Option<Outcome>,
    pub note: &'static str,
    pub obstacle: &'static str,
}

pub struct Obstacle {
    pub id: String,
    pub site: usize,
    pub week: NaiveDate,
    pub text: &'static str,
}

/// Days from today, what, and what came of it.
const INTENTIONS: [(i64, &str, Option<Outcome>, &str, &str); 4] = [
    (
        -9,
        "Wenn jemand an der Kasse ungeduldig wird, dann sage ich zuerst, wie lange es noch dauert.",
        Some(Outcome::Worked),
        "Danach war es ruhig, und ich auch.",
        "",
    ),
    (
        -5,
        "Wenn ich etwas nicht weiss, dann sage ich, wen ich jetzt frage.",
        Some(Outcome::NotYet),
        "",
        "Am Samstag war ich allein an der Theke.",
    ),
    (0, "Wenn jemand sich beschwert, dann sage ich zuerst in einem Satz, was ich verstanden habe.", None, "", ""),
    (3, "Wenn ein Gerät zurückkommt, dann danke ich zuerst fürs Vorbeikommen.", None, "", ""),
];

/// Site and words. The third site has too few for anything to be shown.
const OBSTACLES: [(usize, &str); 20] = [
    (0, "Am Samstag sind wir zu zweit, da bleibt keine Zeit zum Nachfragen."),
    (0, "Die Schlange hinter der Person schaut zu. Dann werde ich schnell."),
    (0, "Ich darf bis 20 Franken selbst entscheiden, aber das reicht fast nie."),
    (0, "Die Kollegin war schneller mit der Antwort."),
    (0, "Es kam niemand, auf den es gepasst hätte."),
    (0, "Das Telefon klingelt mitten ins Gespräch."),
    (0, "Nach acht Stunden fällt mir der gute Satz nicht mehr ein."),
    (0, "Ich wusste nicht, wer zuständig ist."),
    (0, "Im Lager ist kein Netz, nachschauen dauert ewig."),
    (1, "Die Umtauschfrist ist so eng, dass ich meist Nein sagen muss."),
    (1, "Ich habe es vergessen, es war viel los."),
    (1, "Wenn die Lieferung fehlt, weiß ich auch nicht mehr als die Kundschaft."),
    (1, "Zwischen zwei Leuten bleibt keine halbe Minute."),
    (1, "Mir war es unangenehm, vor anderen so zu sprechen."),
    (1, "Der Bildschirm zeigt der Person nicht, was ich sehe."),
    (1, "Ich bin noch neu und traue mich noch nicht."),
    (1, "Die Regel stand am Schild anders als bei uns im Ordner."),
    (2, "Die Pausen fallen oft aus."),
    (2, "Es fehlt ein Platz, an dem man in Ruhe reden kann."),
    (2, "Ich war die ganze Woche im Lager."),
];

pub fn intentions(random: &mut StdRng, today: NaiveDate) -> Vec<Intention> {
    let intentions = INTENTIONS.into_iter().map(|(days, text, outcome, note, obstacle)| {
        let day = today.checked_add_signed(chrono::TimeDelta::days(days)).unwrap_or(today);
        Intention { id: id(random), text, day, outcome, note, obstacle }
    });
    intentions.collect()
}

/// Handed in over some weeks that are closed by now.
pub fn obstacles(random: &mut StdRng, plan: &Plan) -> Vec<Obstacle> {
    let monday = monday_of(plan.today - Days::new(9));
    let obstacles = (0..).zip(OBSTACLES).map(|(number, (site, text))| {
        let week = monday - Days::new(7 * (number % 4));
        Obstacle { id: id(random), site, week, text }
    });
    obstacles.filter(|obstacle| obstacle.site < plan.sites.len()).collect()
}
