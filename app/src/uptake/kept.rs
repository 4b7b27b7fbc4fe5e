//! Pages that somebody has seen. What leaders see changes when a week is closed or administration changes something, which is seldom, and
//! it is much to read and to write: until then the same page is shown again.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use super::store::Reach;
use crate::language::Locale;

/// So many pages are kept at most.
const MOST: usize = 200;

/// All that a page follows from, besides what is stored: the same key in the same state is the same page.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    pub reach: Reach,
    pub week: Option<String>,
    pub site: Option<String>,
    pub locale: Locale,
}

/// The pages of one state of what is stored.
#[derive(Debug, Default)]
pub struct KeptPages(Mutex<(String, HashMap<Key, Arc<str>>)>);

impl KeptPages {
    /// The page, if it was shown in this state before.
    pub fn find(&self, state: &str, key: &Key) -> Option<Arc<str>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        (kept.0 == state).then(|| kept.1.get(key).cloned()).flatten()
    }

    /// Keeps a page; those of another state are let go.
    pub fn keep(&self, state: &str, key: Key, html: Arc<str>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.0 != state || kept.1.len() >= MOST {
            *kept = (state.to_owned(), HashMap::new());
        }
        kept.1.insert(key, html);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(week: usize) -> Key {
        Key { reach: Reach::default(), week: Some(week.to_string()), site: None, locale: Locale::De }
    }

    #[test]
    fn a_page_is_found_in_its_own_state_alone() {
        let kept = KeptPages::default();
        kept.keep("one", asked(1), "a".into());
        assert_eq!(kept.find("one", &asked(1)).as_deref(), Some("a"));
        assert_eq!(kept.find("one", &asked(2)), None);
        assert_eq!(kept.find("two", &asked(1)), None);
        kept.keep("two", asked(2), "b".into());
        assert_eq!(kept.find("one", &asked(1)), None, "the other state's pages are gone");
    }

    #[test]
    fn it_does_not_grow_for_ever() {
        let kept = KeptPages::default();
        (0..=MOST).for_each(|week| kept.keep("one", asked(week), "a".into()));
        assert_eq!(kept.find("one", &asked(0)), None);
        assert!(kept.find("one", &asked(MOST)).is_some());
    }
}
