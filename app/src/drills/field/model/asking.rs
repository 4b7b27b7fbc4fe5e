//! When Today asks how it went. Nothing nags: an intention that is not answered comes to rest in the list, where it can be found.

use chrono::NaiveDate;

/// After its day an intention is asked about on so many more days: not everybody is here every day.
const FEW_DAYS: u64 = 3;
/// So many days after its day it is asked about once more: the same weekday, on which many work again.
const ONCE_MORE: u64 = 7;

/// Whether an intention that was not answered is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// Its day is still to come.
    Later,
    /// On its day and the three days after it.
    Now,
    /// A week after its day, on that one day, for the last time.
    OnceMore,
    /// In between, and ever after.
    Rests,
}

impl Asking {
    pub fn is_asked(self) -> bool {
        matches!(self, Asking::Now | Asking::OnceMore)
    }

    pub fn on(today: NaiveDate, day: NaiveDate) -> Asking {
        match u64::try_from((today - day).num_days()) {
            Err(_) => Asking::Later,
            Ok(0..=FEW_DAYS) => Asking::Now,
            Ok(ONCE_MORE) => Asking::OnceMore,
            Ok(_) => Asking::Rests,
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::Days;

    use super::*;

    #[test]
    fn it_is_asked_for_a_few_days_then_once_more_then_never() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 18).unwrap();
        let asked: Vec<(u64, Asking)> = (0..400)
            .map(|later| (later, Asking::on(day + Days::new(later), day)))
            .filter(|(_, asking)| *asking != Asking::Rests)
            .collect();
        let now = [0, 1, 2, 3].map(|later| (later, Asking::Now));
        assert_eq!(asked, now.into_iter().chain([(7, Asking::OnceMore)]).collect::<Vec<_>>());
        assert_eq!(Asking::on(day - Days::new(1), day), Asking::Later);
    }
}
