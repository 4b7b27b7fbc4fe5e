//! What is asked of whom, by when, with which words.

use chrono::{Days, Months, NaiveDate};

use crate::{
    activity::model::Kind,
    language::Locale,
    library::{Audience, Library, Module},
};

/// The longest note, in characters.
pub const NOTE_MAX: usize = 500;

/// Who is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    /// Everybody who is in the team, whoever that is at the time.
    Team,
    /// One person of the team.
    Person(String),
}

impl Whom {
    /// As it stands in forms: `team`, or a person's id.
    pub fn from_field(field: &str) -> Option<Whom> {
        match field {
            "" => None,
            "team" => Some(Whom::Team),
            person => Some(Whom::Person(person.to_owned())),
        }
    }

    pub fn person_id(&self) -> Option<&str> {
        match self {
            Whom::Team => None,
            Whom::Person(id) => Some(id),
        }
    }
}

/// A path, module or drill.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct What {
    pub kind: Kind,
    pub item: String,
}

impl What {
    fn new(kind: Kind, item: impl Into<String>) -> What {
        What { kind, item: item.into() }
    }

    /// As it stands in forms: `module:ID`.
    pub fn to_field(&self) -> String {
        format!("{}:{}", self.kind.id(), self.item)
    }

    /// What a form names, if it can be assigned.
    pub fn from_field(library: &Library, field: &str) -> Option<What> {
        let (kind, item) = field.split_once(':')?;
        let what = What::new(Kind::from_id(kind)?, item);
        assignable(library).contains(&what).then_some(what)
    }

    /// Its title; its id where authors have taken it away, so that a page never fails for it.
    pub fn title<'a>(&'a self, library: &'a Library, locale: Locale) -> &'a str {
        let title = match self.kind {
            Kind::Path => library.path(&self.item).map(|path| &path.title),
            Kind::Module => library.module(&self.item).map(|module| &module.title),
            Kind::Drill => {
                self.parts().and_then(|(module, drill)| library.drill(module, drill)).map(|drill| &drill.head().title)
            }
            Kind::Lesson => {
                self.parts().and_then(|(module, lesson)| library.lesson(module, lesson)).map(|lesson| &lesson.title)
            }
        };
        title.map_or(&self.item, |title| title.get(locale))
    }

    /// Module and part of a drill or lesson.
    pub fn parts(&self) -> Option<(&str, &str)> {
        self.item.split_once('/')
    }
}

/// All that can be assigned: paths, modules and drills for everyone that can be finished.
pub fn assignable(library: &Library) -> Vec<What> {
    let is_open = |module: &Module| module.audience == Audience::Everyone;
    let can_be_finished = |module: &Module| is_open(module) && !(module.lessons.is_empty() && module.drills.is_empty());
    let paths = library.paths.iter().filter(|path| {
        !path.modules.is_empty() && path.modules.iter().all(|id| library.module(id).is_some_and(can_be_finished))
    });
    let paths = paths.map(|path| What::new(Kind::Path, &path.id));
    let modules = library.modules.iter().filter(|module| can_be_finished(module));
    let modules = modules.map(|module| What::new(Kind::Module, &module.id));
    let drills = library
        .modules
        .iter()
        .filter(|module| is_open(module))
        .flat_map(|module| module.drills.iter().map(|drill| What::new(Kind::Drill, drill.item())));
    paths.chain(modules).chain(drills).collect()
}

/// What a coach asks for. Its id is made with the form, so that a form sent twice counts once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAssignment {
    pub id: String,
    pub team_id: String,
    pub whom: Whom,
    pub what: What,
    pub due: NaiveDate,
    pub note: String,
}

/// The due date that a form begins with: in a week.
pub fn usual_due(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(Days::new(7)).unwrap_or(today)
}

/// The message key of what is wrong with a due date, if anything. One that stays as it `was` is never wrong.
pub fn due_fault(due: Option<NaiveDate>, was: Option<NaiveDate>, today: NaiveDate) -> Option<&'static str> {
    let latest = today.checked_add_months(Months::new(12)).unwrap_or(today);
    match due {
        None => Some("assign-due-missing"),
        due if due == was => None,
        Some(due) if due < today => Some("assign-due-past"),
        Some(due) if due > latest => Some("assign-due-far"),
        Some(_) => None,
    }
}

/// The message key of what is wrong with a note, if anything.
pub fn note_fault(note: &str) -> Option<&'static str> {
    (note.chars().count() > NOTE_MAX).then_some("assign-note-long")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{language::Localized, library::Path};

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn words(text: &str) -> Localized<String> {
        Localized { de: text.into(), de_ch: text.into(), en: text.into() }
    }

    #[test]
    fn due_dates_lie_between_today_and_a_year_ahead() {
        let today = day(11, 21);
        assert_eq!(due_fault(None, None, today), Some("assign-due-missing"));
        assert_eq!(due_fault(Some(day(11, 20)), None, today), Some("assign-due-past"));
        assert_eq!(due_fault(Some(today), None, today), None);
        let in_a_year = NaiveDate::from_ymd_opt(2027, 11, 21).unwrap();
        assert_eq!(due_fault(Some(in_a_year), None, today), None);
        assert_eq!(due_fault(in_a_year.succ_opt(), None, today), Some("assign-due-far"));
        assert_eq!(due_fault(Some(usual_due(today)), None, today), None);
    }

    #[test]
    fn a_due_date_that_has_passed_may_stay_but_not_be_set() {
        let (was, today) = (day(11, 1), day(11, 21));
        assert_eq!(due_fault(Some(was), Some(was), today), None);
        assert_eq!(due_fault(Some(day(11, 2)), Some(was), today), Some("assign-due-past"));
        assert_eq!(due_fault(None, Some(was), today), Some("assign-due-missing"));
    }

    #[test]
    fn notes_are_counted_in_characters() {
        assert_eq!(note_fault(&"ß".repeat(NOTE_MAX)), None);
        assert_eq!(note_fault(&"ß".repeat(NOTE_MAX + 1)), Some("assign-note-long"));
    }

    #[test]
    fn only_what_can_be_finished_can_be_assigned() {
        let path = |id: &str, modules: &[&str]| Path {
            id: id.into(),
            title: words(id),
            summary: words(""),
            modules: modules.iter().map(|id| (*id).to_owned()).collect(),
            to_come: Vec::new(),
        };
        let library = Library { paths: vec![path("empty", &[]), path("unknown", &["nowhere"])], ..Library::default() };
        assert_eq!(assignable(&library), []);
        assert_eq!(What::from_field(&library, "path:empty"), None);
        assert_eq!(What::from_field(&library, "nonsense"), None);
        assert_eq!(What::new(Kind::Path, "empty").title(&library, Locale::De), "empty");
        assert_eq!(What::new(Kind::Drill, "gone/away").title(&library, Locale::De), "gone/away");
    }

    #[test]
    fn a_field_names_the_team_or_a_person() {
        assert_eq!(Whom::from_field(""), None);
        assert_eq!(Whom::from_field("team"), Some(Whom::Team));
        assert_eq!(Whom::from_field("p1").as_ref().and_then(Whom::person_id), Some("p1"));
    }
}
