//! What answering in one's own words has in common, whatever comes before and after: a text of some length, and criteria to find in it.

use serde::{Deserialize, Serialize};

use crate::drills::Refused;

/// What the rules need to know of a drill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// How many criteria there are.
    pub criteria: usize,
    /// The most characters of a text.
    pub longest: usize,
}

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Empty,
    Long,
}

impl Rules {
    /// Whether a plain text can be taken.
    pub fn check(&self, text: &str) -> Result<(), Fault> {
        match text.chars().count() {
            0 => Err(Fault::Empty),
            count if count > self.longest => Err(Fault::Long),
            _ => Ok(()),
        }
    }

    /// Whether marks name criteria, each once and in order.
    pub fn are_marks(&self, marks: &[usize]) -> bool {
        marks.is_sorted_by(|one, next| one < next) && marks.iter().all(|mark| *mark < self.criteria)
    }

    /// The share of the criteria that were found, in percent.
    pub fn score(&self, marks: &[usize]) -> u32 {
        let all = self.criteria.max(1);
        u32::try_from((100 * marks.len() + all / 2) / all).unwrap_or(0)
    }
}

/// Every mark once and in order.
pub fn tidy_marks(mut marks: Vec<usize>) -> Vec<usize> {
    marks.sort_unstable();
    marks.dedup();
    marks
}

/// As they are stored: ` 0 2`.
pub fn write_marks(marks: &[usize]) -> String {
    marks.iter().map(|mark| format!(" {mark}")).collect()
}

/// Marks as they are stored, or as a form names them.
pub fn read_marks(stored: &str) -> Result<Vec<usize>, Refused> {
    let marks = stored.split(' ').filter(|mark| !mark.is_empty()).map(|mark| mark.parse().map_err(|_| Refused));
    Ok(tidy_marks(marks.collect::<Result<_, _>>()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: Rules = Rules { criteria: 3, longest: 5 };

    #[test]
    fn texts_have_a_length() {
        let faults = ["", "ähm", "länger"].map(|text| RULES.check(text).err());
        assert_eq!(faults, [Some(Fault::Empty), None, Some(Fault::Long)]);
    }

    #[test]
    fn marks_name_criteria_once() {
        assert_eq!(read_marks("2 0 2"), Ok(vec![0, 2]));
        assert_eq!(read_marks(&write_marks(&[0, 2])), Ok(vec![0, 2]));
        assert_eq!(read_marks("two"), Err(Refused));
        assert!(
            RULES.are_marks(&[]) && RULES.are_marks(&[0, 2]) && !RULES.are_marks(&[2, 0]) && !RULES.are_marks(&[3])
        );
        assert_eq!([RULES.score(&[]), RULES.score(&[1]), RULES.score(&[0, 1, 2])], [0, 33, 100]);
    }
}
