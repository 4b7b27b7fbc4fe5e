//! What is asked of a person's entry, and how people are found.

use crate::{
    admin::model::{SIGN_IN_NAME_MAX, TextFault, name_fault, text_fault, tidy},
    language::fold,
    storage::Flash,
    visit::Visit,
};

/// People on a page of the list.
pub const PAGE: i64 = 25;
/// Words of a search that are looked for one by one; any further ones stay together.
const WORDS: usize = 4;

/// A person's entry, tidied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub name: String,
    pub sign_in_name: String,
    pub team: String,
}

impl Entry {
    /// As the fields were filled in; the second part says what is wrong with them, and brings them back.
    pub fn read(name: String, sign_in_name: String, team: String) -> (Entry, Flash) {
        let mut flash = Flash::default();
        let entry = Entry { name: tidy(&name), sign_in_name: tidy(&sign_in_name), team };
        if let Some(fault) = name_fault(&entry.name) {
            flash.refuse("name", fault);
        }
        if let Some(fault) = sign_in_name_fault(&entry.sign_in_name) {
            flash.refuse("sign_in_name", fault);
        }
        let typed = [("name", name), ("sign_in_name", sign_in_name), ("team", entry.team.clone())];
        flash.values.extend(typed.map(|(field, value)| (field.to_owned(), value)));
        (entry, flash)
    }
}

/// The message key of what is wrong with a sign-in name, if anything.
pub fn sign_in_name_fault(name: &str) -> Option<&'static str> {
    text_fault(name, SIGN_IN_NAME_MAX).map(|fault| match fault {
        TextFault::Missing => "admin-sign-in-name-missing",
        TextFault::TooLong => "admin-sign-in-name-too-long",
        TextFault::Control => "admin-text-control",
    })
}

/// Which people the list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    #[default]
    Active,
    Inactive,
    All,
}

impl State {
    pub const ALL: [State; 3] = [State::Active, State::Inactive, State::All];

    pub fn id(self) -> &'static str {
        match self {
            State::Active => "active",
            State::Inactive => "inactive",
            State::All => "all",
        }
    }

    /// The values of `is_active` that it shows, from the least to the greatest.
    pub fn flags(self) -> (i64, i64) {
        match self {
            State::Active => (1, 1),
            State::Inactive => (0, 0),
            State::All => (0, 1),
        }
    }
}

/// A search as the address has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    pub words: String,
    pub site: String,
    pub team: String,
    pub state: State,
}

impl Search {
    pub fn read(visit: &Visit) -> Search {
        let state = visit.query("state").unwrap_or_default();
        Search {
            words: visit.query("q").unwrap_or_default().chars().take(200).collect(),
            site: visit.query("site").unwrap_or_default(),
            team: visit.query("team").unwrap_or_default(),
            state: State::ALL.into_iter().find(|known| known.id() == state).unwrap_or_default(),
        }
    }

    /// A `LIKE` pattern (escaped with `!`) for every word, to be held against the folded keys.
    pub fn patterns(&self) -> [String; WORDS] {
        let folded = fold(&self.words);
        let mut words = folded.splitn(WORDS, ' ');
        std::array::from_fn(|_| words.next().map_or("%".to_owned(), pattern))
    }
}

fn pattern(word: &str) -> String {
    let mut pattern = String::from("%");
    for sign in word.chars() {
        if matches!(sign, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(sign);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_comes_back_as_it_was_typed() {
        let (entry, flash) = Entry::read(" Lea  Brunner".into(), String::new(), "t".into());
        assert_eq!(entry.name, "Lea Brunner");
        assert_eq!(flash.error("name"), None);
        assert_eq!(flash.error("sign_in_name"), Some("admin-sign-in-name-missing"));
        assert_eq!(flash.value("name"), Some(" Lea  Brunner"));
        let (_, flash) = Entry::read("Lea".into(), "x".repeat(SIGN_IN_NAME_MAX + 1), "t".into());
        assert_eq!(flash.error("sign_in_name"), Some("admin-sign-in-name-too-long"));
    }

    #[test]
    fn a_search_is_folded_and_its_wildcards_are_plain_signs() {
        let search = |words: &str| Search { words: words.into(), ..Search::default() }.patterns();
        assert_eq!(search(""), ["%%", "%", "%", "%"]);
        assert_eq!(search("GROß 100%"), ["%gross%", "%100!%%", "%", "%"]);
        assert_eq!(search("a_b c d e f"), ["%a!_b%", "%c%", "%d%", "%e f%"]);
    }
}
