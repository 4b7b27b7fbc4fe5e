//! How far somebody has come: by competency, and what came last.

use crate::{
    activity::model::Kind,
    library::Library,
    modules::model::{Finished, Part, Share, parts},
};

/// How much of what belongs to a competency is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompetencyShare {
    /// The competency's id.
    pub id: String,
    pub share: Share,
}

/// For every competency, in the authors' order, how many of the lessons and drills that name it somebody has finished. Each counts once and
/// alike, whatever was chosen in it: this measures practice, not ability. Competencies that nothing names yet are left out.
pub fn by_competency(library: &Library, finished: &Finished) -> Vec<CompetencyShare> {
    let all: Vec<Part> = library.modules.iter().flat_map(parts).collect();
    let shares = library.competencies.iter().map(|competency| {
        let named = all.iter().copied().filter(|part| part.competencies().contains(&competency.id));
        CompetencyShare { id: competency.id.clone(), share: Share::of(named, finished) }
    });
    shares.filter(|of| of.share.total > 0).collect()
}

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
    fn a_competency_is_practised_as_far_as_what_names_it_is_done() {
        let library = library();
        let mut finished = Finished::default();
        finished.insert(Kind::Lesson, "one/a", 1);
        finished.insert(Kind::Drill, "one/talk", 2);
        let shares = by_competency(&library, &finished);
        let shares: Vec<_> = shares.iter().map(|of| (of.id.as_str(), of.share.done, of.share.total)).collect();
        assert_eq!(shares, [("calm", 1, 2), ("tempo", 1, 4)], "what nothing names is left out");
    }

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
