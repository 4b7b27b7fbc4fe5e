//! An intention on its way from the form.

use chrono::NaiveDate;

use super::model::{PART_MAX, day_fault, sentence, tidy_then, tidy_when};
use crate::{language::Language, storage::Flash};

/// An intention as it was typed.
pub(super) struct Draft {
    pub ready: String,
    pub condition: String,
    pub deed: String,
    pub day: String,
}

impl Draft {
    /// The sentence and its day, or the way back with everything that was typed.
    pub fn read(self, t: Language, today: NaiveDate) -> Result<(String, NaiveDate), Flash> {
        let mut flash = Flash::default();
        let text = self.text(t, &mut flash);
        let day = self.day.parse().ok();
        if let Some(fault) = day_fault(day, today) {
            flash.refuse("day", fault);
        }
        match day {
            Some(day) if flash.is_empty() => Ok((text, day)),
            _ => {
                let typed =
                    [("ready", self.ready), ("condition", self.condition), ("deed", self.deed), ("day", self.day)];
                flash.values.extend(typed.map(|(name, value)| (name.to_owned(), value)));
                Err(flash)
            }
        }
    }

    /// A ready sentence, or one made of the two halves.
    fn text(&self, t: Language, flash: &mut Flash) -> String {
        if !self.ready.is_empty() {
            return self.ready.clone();
        }
        let (condition, deed) = (tidy_when(&self.condition), tidy_then(&self.deed));
        for (name, half) in [("condition", &condition), ("deed", &deed)] {
            if half.is_empty() {
                flash.refuse(name, &format!("field-{name}-missing"));
            } else if half.chars().count() > PART_MAX {
                flash.refuse(name, &format!("field-{name}-long"));
            }
        }
        sentence(t.with("field-sentence", &[("condition", condition.into()), ("deed", deed.into())]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Locale;

    const T: Language = Language { locale: Locale::De };

    fn draft(ready: &str, condition: &str, deed: &str, day: &str) -> Draft {
        let [ready, condition, deed, day] = [ready, condition, deed, day].map(str::to_owned);
        Draft { ready, condition, deed, day }
    }

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 18).unwrap()
    }

    #[test]
    fn two_halves_make_a_sentence() {
        let (text, day) =
            draft("", "Wenn jemand wartet,", "dann nicke ich zuerst.", "2026-11-19").read(T, today()).unwrap();
        assert_eq!(text, "Wenn jemand wartet, dann nicke ich zuerst.");
        assert_eq!(Some(day), today().succ_opt());
    }

    #[test]
    fn a_ready_sentence_is_taken_as_it_is() {
        let ready = "Wenn jemand sich beschwert, dann höre ich zuerst zu.";
        let (text, _) = draft(ready, "", "", "2026-11-18").read(T, today()).unwrap();
        assert_eq!(text, ready);
    }

    #[test]
    fn a_refused_intention_comes_back_as_it_was_typed() {
        let flash = draft("", "wenn", &"ü".repeat(PART_MAX + 1), "gestern").read(T, today()).unwrap_err();
        let fields: Vec<_> = flash.errors.keys().map(String::as_str).collect();
        assert_eq!(fields, ["day", "deed"]);
        assert_eq!([flash.value("condition"), flash.value("day")], [Some("wenn"), Some("gestern")]);
        let flash = draft("", " … ", "", "2026-11-19").read(T, today()).unwrap_err();
        assert_eq!(flash.error("condition"), Some("field-condition-missing"));
        assert_eq!(flash.error("deed"), Some("field-deed-missing"));
    }
}
