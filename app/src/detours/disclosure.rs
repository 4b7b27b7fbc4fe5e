//! What is published of the ways that people take through a dialogue, and what chance does to it first, so that nothing follows about anybody.
//!
//! # What is protected, and from whom
//!
//! What one person said, in any scene. The attacker we reckon with
//!
//! - sees everything that any leader sees, and knows the dialogue and this method;
//! - knows every choice of everybody else, because she asked them, or because she is one of few; or she is an admin who invented people and
//!   played for all of them, so that one real person among them is left;
//! - puts scenes together: whoever passed one said what leads there, and is somewhere afterwards.
//!
//! # Why chance, and not rounding alone
//!
//! [`crate::uptake::disclosure`] protects the sums of groups by withholding some; a team of which all but one tell each other everything it
//! cannot protect. Steps of ten percent do not either: 4 of 10 and 5 of 10 differ, and who knows nine of them reads off the tenth. Wider steps
//! have edges too, withholding near an edge makes an edge of its own, and whatever follows from the counts alone and is not always the same
//! has one somewhere. (`rounding_alone_tells` shows it.)
//!
//! Therefore each count is shifted by chance before anything else is done: up by the heads that a fair coin shows before its first tail, and
//! down by those of another one. A shift by one more or one less is half or twice as likely, never more and never less. So whatever the page
//! shows, it could as well be if the person had said something else: the two counts that differ (one answer lost her, another one has her)
//! make it four times less likely at most. Where she lost the way, and where the ways part afterwards, counts for another factor each.
//!
//! - The shift is drawn once, when the quarter is closed, and not stored; figures are never made again, for an average would undo it.
//! - Everything else follows from shifted counts alone, so it tells no more than they do. Each one is shifted by itself: what people do adds
//!   up along the ways, what is shown does not.
//!
//! # The rules
//!
//! - **One each**: a person counts with one attempt a quarter at a drill, the first one, in the version that it was made against. Quarters
//!   are disjoint and closed once; there are no figures of sites and teams, which could be subtracted.
//! - **Size**: a drill is shown with at least twice the minimum size of a group and [`SMALLEST_DRILL`] people, a scene if at least the minimum
//!   size said something in it. Whether it is shown must not tell whether the last one was there: therefore the shifted count must reach
//!   [`MARGIN`] more than that as well, and with just as many as are needed it does so once in 192 times.
//! - **Steps**: shares of answers, endings and turns taken back in steps of ten percent with open ends ([`Share`]); people in bands ([`Band`]).
//! - What is not shown is stored nowhere.
//!
//! # What this does not cover
//!
//! - What the person said is a little likelier than what she did not say. `whoever_knows_all_others_still_guesses` measures the attacker: knowing
//!   all others and reckoning exactly, she guesses what the last one said first in about 47 of 100 cases among 25 people, in about 40 among
//!   a hundred; without the page, in 33. Whole ways, of which a dialogue has hundreds, she guesses less well than single answers, but what
//!   several scenes say about one of them adds up.
//! - Once in 192 times, where others are just one too few, that a drill or scene is shown tells that the last one was there.
//! - A figure about many tells something about each: where more than 90 % say the same, one may suppose it of anybody, counted or not.
//! - Each quarter and each drill is protected by itself: who says the same in every quarter is in as many figures.
//! - Of those who took part the attacker may know that they did; coaches see whether what they asked for is done.

#[cfg(test)]
mod attack;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use rand::{Rng, RngExt};
use serde::{Deserialize, Serialize};

/// However small groups may be, a drill with fewer people is not shown.
pub const SMALLEST_DRILL: i64 = 10;

/// So many more than the fewest there must seem to be after chance.
const MARGIN: i64 = 7;

/// How people went through a version of a drill in a quarter. It never leaves the server: [`publish`] decides what may.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub people: i64,
    /// By position; only where people choose.
    pub scenes: Vec<Option<SceneCounts>>,
    /// By the position of the ending that was reached first.
    pub endings: BTreeMap<usize, EndingCounts>,
    /// Those who reached none.
    pub unfinished: i64,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SceneCounts {
    /// Those who said something here.
    pub people: i64,
    /// What they said first.
    pub choices: Vec<i64>,
    /// Those who lost the way to a good ending here.
    pub lost: i64,
    /// Those who took back what they said here.
    pub taken_back: i64,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EndingCounts {
    pub people: i64,
    pub is_good: bool,
}

/// What is published of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    pub people: Band,
    /// Those who reached a good ending first, of all.
    pub good: Share,
    /// By position, of all.
    pub endings: BTreeMap<usize, Share>,
    pub unfinished: Share,
    /// By position; `None` where people do not choose, and where it is withheld.
    pub scenes: Vec<Option<Scene>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scene {
    pub people: Band,
    /// Of those who said something here.
    pub choices: Vec<Share>,
    /// Of all, so that scenes can be compared.
    pub lost: Share,
    /// Of those who said something here.
    pub taken_back: Share,
}

/// A share in steps of ten percent: [`Share::FEW`] stands for everything under ten, [`Share::NEARLY_ALL`] for everything over ninety.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Share(i64);

impl Share {
    pub const FEW: Share = Share(0);
    pub const NEARLY_ALL: Share = Share(100);

    fn of(part: i64, whole: i64) -> Share {
        match (part, whole) {
            _ if 10 * part < whole || whole <= 0 => Share::FEW,
            _ if 10 * part > 9 * whole => Share::NEARLY_ALL,
            // The nearest ten; halves go up.
            _ => Share((20 * part + whole) / (2 * whole) * 10),
        }
    }

    /// 10 to 90, and 0 and 100 for the open ends.
    pub fn percent(self) -> i64 {
        self.0
    }
}

/// About how many people, by the fewest of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Band(i64);

impl Band {
    /// The last one is open. Fewer than the first are never shown.
    const ALL: [Band; 3] = [Band(10), Band(20), Band(50)];

    fn of(people: i64) -> Band {
        Band::ALL.into_iter().rev().find(|band| band.0 <= people).unwrap_or(Band::ALL[0])
    }

    /// The fewest and the most.
    pub fn bounds(self) -> (i64, Option<i64>) {
        (self.0, Band::ALL.into_iter().find(|band| band.0 > self.0).map(|next| next.0 - 1))
    }
}

/// Decides once for a version of a drill in a quarter, whoever looks at it. `None`: nothing of it is shown.
pub fn publish(counts: &Counts, minimum: i64, random: &mut impl Rng) -> Option<Figures> {
    shift(counts, minimum, random).map(|shifted| round(&shifted))
}

/// The counts after chance; without the scenes that are withheld.
fn shift(counts: &Counts, minimum: i64, random: &mut impl Rng) -> Option<Counts> {
    let people = if_enough(counts.people, least(minimum), random)?;
    let mut scene = |scene: &SceneCounts| {
        let people = if_enough(scene.people, minimum, random)?;
        let choices = scene.choices.iter().map(|people| shifted(*people, random)).collect();
        let (lost, taken_back) = (shifted(scene.lost, random), shifted(scene.taken_back, random));
        Some(SceneCounts { people, choices, lost, taken_back })
    };
    let scenes = counts.scenes.iter().map(|counts| scene(counts.as_ref()?)).collect();
    let mut ending = |ending: &EndingCounts| EndingCounts { people: shifted(ending.people, random), ..ending.clone() };
    let endings = counts.endings.iter().map(|(place, counts)| (*place, ending(counts))).collect();
    Some(Counts { people, scenes, endings, unfinished: shifted(counts.unfinished, random) })
}

/// The fewest people that a drill is shown with.
pub fn least(minimum: i64) -> i64 {
    (2 * minimum).max(SMALLEST_DRILL)
}

fn round(counts: &Counts) -> Figures {
    let ended: i64 = counts.endings.values().map(|ending| ending.people).sum();
    let good: i64 = counts.endings.values().filter(|ending| ending.is_good).map(|ending| ending.people).sum();
    let all = ended + counts.unfinished;
    let scene = |scene: &SceneCounts| {
        let said: i64 = scene.choices.iter().sum();
        Scene {
            people: Band::of(scene.people),
            choices: scene.choices.iter().map(|people| Share::of(*people, said)).collect(),
            lost: Share::of(scene.lost, counts.people),
            taken_back: Share::of(scene.taken_back, scene.people),
        }
    };
    Figures {
        people: Band::of(counts.people),
        good: Share::of(good, all),
        endings: counts.endings.iter().map(|(place, ending)| (*place, Share::of(ending.people, all))).collect(),
        unfinished: Share::of(counts.unfinished, all),
        scenes: counts.scenes.iter().map(|counts| counts.as_ref().map(scene)).collect(),
    }
}

/// People after chance, if they are enough to be shown, before chance and after it.
fn if_enough(people: i64, least: i64, random: &mut impl Rng) -> Option<i64> {
    let shifted = people + chance(random);
    (people >= least && shifted >= least + MARGIN).then_some(shifted)
}

fn shifted(people: i64, random: &mut impl Rng) -> i64 {
    (people + chance(random)).max(0)
}

/// A third of the time nothing; each step away half as likely as the one before.
fn chance(random: &mut impl Rng) -> i64 {
    heads(random) - heads(random)
}

/// How often a coin shows heads before its first tail.
fn heads(random: &mut impl Rng) -> i64 {
    random.random::<u64>().trailing_ones().into()
}
