//! What came last.

use crate::{
    activity::model::Kind,
    library::Library,
    modules::model::{Finished, Part, parts},
};

/// The lessons and drills that were finished last, the latest first, with their moments.
pub fn latest<'a>(library: &'a Library, finished: &Finished, count: usize) -> Vec<(Part<'a>, i64)> {
    let all = library.modules.iter().flat_map(parts);
    let mut done: Vec<_> = all.filter_map(|part| Some((part, finished.part_at(part)?))).collect();
    done.sort_by_key(|(part, at)| (std::cmp::Reverse(*at), part.kind() == Kind::Drill));
    done.truncate(count);
    done
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::today::model::next::tests::{library, titles};

    #[test]
    fn the_latest_come_first() {
        let library = library();
        let mut finished = Finished::default();
        finished.insert(Kind::Lesson, "one/a", 1);
        finished.insert(Kind::Lesson, "one/b", 3);
        finished.insert(Kind::Drill, "one/talk", 2);
        finished.insert(Kind::Lesson, "gone/away", 9);
        assert_eq!(titles(&latest(&library, &finished, 2)), ["one/b", "one/talk"]);
    }
}
