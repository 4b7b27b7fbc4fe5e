//! What one invented person has practised: lessons read, drills done, minutes. The rules are the real ones.

use std::collections::{BTreeMap, HashMap};

use chrono::{Days, NaiveDate};
use rand::{RngExt, SeedableRng, rngs::StdRng};

use super::{
    cards::Cards,
    organisation::{Person, Plan, WEEKS, id},
};
use crate::{
    access::Role,
    activity::model::{Kind, credited_millis, day_of, item, monday_of, newly_finished, start_of, week_of},
    drills::{
        Drill, Ending,
        dialogue::{content::Dialogue, model::Event},
    },
    error::Result,
    library::{Audience, Lesson, Library, Module},
};

pub struct Attempt {
    pub id: String,
    pub item: String,
    pub version: String,
    /// Each with its moment.
    pub events: Vec<(String, i64)>,
    /// When and how it ended; open, if it has not.
    pub ended: Option<(i64, Ending)>,
}

pub struct Reading {
    pub item: String,
    pub version: String,
    /// Where one resumes, counted from 1; the first again once it has been read.
    pub step: usize,
    pub furthest: usize,
    pub at: i64,
    pub done_at: Option<i64>,
}

/// Everything that one person leaves behind.
pub struct History {
    pub attempts: Vec<Attempt>,
    pub readings: BTreeMap<String, Reading>,
    pub completions: HashMap<(Kind, String), i64>,
    /// Week -> milliseconds and the last submission.
    pub weeks: BTreeMap<String, (i64, i64)>,
    pub cards: Cards,
}

impl History {
    fn of(person: &str) -> History {
        let (attempts, readings, completions, weeks) = Default::default();
        History { attempts, readings, completions, weeks, cards: Cards::of(person) }
    }
}

/// Lessons that the one has read whom people try the demo as.
const LENA_HAS_READ: usize = 9;

struct Life<'a> {
    library: &'a Library,
    plan: &'a Plan,
    person: &'a Person,
    time_zone: &'a str,
    history: History,
}

/// Lives through all weeks since the person's first day.
pub fn live(random: &mut StdRng, library: &Library, plan: &Plan, person: &Person, now: i64) -> Result<History> {
    let time_zone = plan.sites[plan.teams[person.team].site].time_zone;
    let mut life = Life { library, plan, person, time_zone, history: History::of(&person.id) };
    for week in 0..=WEEKS {
        let monday = monday_of(plan.today - Days::new((WEEKS - week) * 7));
        if monday < person.since || !random.random_ratio(person.diligence, 100) {
            continue;
        }
        for _ in 0..random.random_range(1..=3) {
            let day = monday + Days::new(random.random_range(0..6));
            let is_here = person.absences.iter().all(|(first, last)| day < *first || day > *last);
            let at = moment(random, day, time_zone);
            if is_here && day >= person.since && at < now - 60 * 60 * 1000 {
                life.recall(at)?;
                life.try_at_work(at);
                life.practise(random, at);
            }
        }
    }
    Ok(life.history)
}

/// Some minute between opening and closing.
fn moment(random: &mut StdRng, day: NaiveDate, time_zone: &str) -> i64 {
    start_of(day, time_zone) + random.random_range(9 * 60..19 * 60) * 60 * 1000
}

impl Life<'_> {
    /// Mostly, what a module asks to try at work has been tried by the next sitting after its lessons. Drawn apart from everything else, which
    /// stays as it is without.
    fn try_at_work(&mut self, at: i64) {
        let mut random = StdRng::seed_from_u64(u64::try_from(at).unwrap_or(0));
        let is_read = |module: &&Module| {
            module.lessons.iter().all(|lesson| self.is_done(Kind::Lesson, &item(&lesson.module, &lesson.id)))
        };
        let drills = self.library.modules.iter().filter(is_read).flat_map(|module| &module.drills);
        let mut practices = drills.filter(|drill| !drill.is_rehearsed()).map(|drill| drill.item());
        let untried = practices.find(|item| !self.is_done(Kind::Drill, item));
        if let Some(item) = untried.filter(|_| random.random_ratio(2, 3)) {
            self.finish(Kind::Drill, item, at);
        }
    }

    /// One sitting: the next lesson while there is one, else a drill; only what the team has been asked for by then.
    fn practise(&mut self, random: &mut StdRng, at: i64) {
        let day = day_of(at, self.time_zone);
        let is_open = |name: &str| self.plan.open_since(self.person.team, name).is_none_or(|since| since <= day);
        let modules = || self.library.modules.iter().filter(|module| module.audience == Audience::Everyone);
        let lessons = modules().flat_map(|module| &module.lessons);
        let lessons = lessons.filter(|lesson| is_open(&item(&lesson.module, &lesson.id)));
        let unread = lessons.filter(|lesson| !self.is_done(Kind::Lesson, &item(&lesson.module, &lesson.id)));
        let unread: Vec<_> = unread.collect();
        let drills = modules().flat_map(|module| &module.drills);
        let drills: Vec<_> = drills.filter(|drill| drill.is_rehearsed() && is_open(&drill.item())).collect();
        // The one whom people try the demo as is in the middle of a lesson.
        let read = modules().map(|module| module.lessons.len()).sum::<usize>() - unread.len();
        let stops_here = self.person.sign_in_name == "lena" && read >= LENA_HAS_READ;
        match unread.first() {
            Some(lesson) if stops_here => {
                self.note_reading(lesson, 2.min(lesson.steps.len().saturating_sub(1)), at, false);
                self.rehearse(random, &drills, at);
            }
            Some(lesson) if random.random_ratio(2, 3) => self.read(random, lesson, at),
            _ => self.rehearse(random, &drills, at),
        }
    }

    /// A drill that was never finished, or any.
    fn rehearse(&mut self, random: &mut StdRng, drills: &[&Drill], at: i64) {
        let unplayed = drills.iter().find(|drill| !self.is_done(Kind::Drill, &drill.item()));
        let any = drills.get(random.random_range(0..drills.len().max(1)));
        let drill = if random.random_ratio(1, 2) { unplayed.or(any) } else { any };
        if let Some(drill) = drill.copied() {
            self.play(random, drill, at);
        }
    }

    /// Cards first; none today for the one whom people try the demo as, who would find them answered.
    fn recall(&mut self, at: i64) -> Result<()> {
        const BEFORE: i64 = 5 * 60 * 1000;
        let (at, today) = (at - BEFORE, day_of(at, self.time_zone));
        if self.person.sign_in_name == "lena" && today == self.plan.today {
            return Ok(());
        }
        let guides = self.person.roles.iter().any(|(role, _)| matches!(role, Role::Coach | Role::Leader));
        for moment in self.history.cards.sit_down(self.library, guides, today, at)? {
            self.spend(moment);
        }
        Ok(())
    }

    fn read(&mut self, random: &mut StdRng, lesson: &Lesson, mut at: i64) {
        let last = lesson.steps.len().saturating_sub(1);
        let until = if random.random_ratio(9, 10) { last } else { random.random_range(0..=last) };
        for step in 0..=until {
            at += random.random_range(15_000..70_000);
            self.note_reading(lesson, step, at, step == last);
        }
    }

    fn note_reading(&mut self, lesson: &Lesson, step: usize, at: i64, is_done: bool) {
        let name = item(&lesson.module, &lesson.id);
        let reading = Reading {
            item: name.clone(),
            version: lesson.version.clone(),
            step: if is_done { 1 } else { step + 1 },
            furthest: step + 1,
            at,
            done_at: is_done.then_some(at),
        };
        self.history.readings.insert(name.clone(), reading);
        self.spend(at);
        if is_done {
            self.finish(Kind::Lesson, name, at);
        }
    }

    fn play(&mut self, random: &mut StdRng, drill: &Drill, mut at: i64) {
        let (mut events, mut moments, mut ending) = (Vec::new(), Vec::new(), None);
        // People mostly see what serves well; not always.
        while let Some(event) = drill.any_event(&events, random.random(), random.random_ratio(1, 2)) {
            at += random.random_range(8_000..40_000);
            events.push(event);
            moments.push(at);
            self.spend(at);
            ending = drill.follow(&events).ok().flatten();
            if ending.is_some() || random.random_ratio(1, 90) {
                break;
            }
        }
        if drill.as_kind::<Dialogue>().is_some() {
            think_again(drill, &mut events, &mut moments);
        }
        if ending.is_some() {
            self.finish(Kind::Drill, drill.item(), at);
        }
        if events.is_empty() {
            return;
        }
        self.history.attempts.push(Attempt {
            id: id(random),
            item: drill.item(),
            version: drill.head().version.clone(),
            events: events.into_iter().zip(moments).collect(),
            ended: ending.map(|ending| (at, ending)),
        });
    }

    fn spend(&mut self, at: i64) {
        let week = self.history.weeks.entry(week_of(at, self.time_zone)).or_insert((0, i64::MIN));
        let last_at = (week.1 != i64::MIN).then_some(week.1);
        *week = (week.0 + credited_millis(last_at, at), at.max(week.1));
    }

    fn is_done(&self, kind: Kind, item: &str) -> bool {
        self.history.completions.contains_key(&(kind, item.to_owned()))
    }

    fn finish(&mut self, kind: Kind, item: String, at: i64) {
        if self.is_done(kind, &item) {
            return;
        }
        self.history.cards.note_finished(kind, &item, at);
        self.history.completions.insert((kind, item), at);
        for (kind, item) in newly_finished(self.library, |kind, item| self.is_done(kind, item)) {
            self.history.cards.note_finished(kind, &item, at);
            self.history.completions.insert((kind, item), at);
        }
    }
}

/// In one conversation out of three something else is said first somewhere, and taken back. Drawn apart from everything else, which stays as
/// it is without.
fn think_again(drill: &Drill, events: &mut Vec<String>, moments: &mut Vec<i64>) {
    let seed = moments.last().and_then(|moment| u64::try_from(*moment).ok()).unwrap_or(0);
    let mut random = StdRng::seed_from_u64(seed);
    if events.is_empty() || !random.random_ratio(1, 3) {
        return;
    }
    let place = random.random_range(0..events.len());
    let (before, after) = events.split_at(place);
    let other = drill.any_event(before, random.random(), false).filter(|other| after.first() != Some(other));
    let Some(other) = other else { return };
    let said = [before, &[other, Event::Back.to_string()], after].concat();
    if drill.follow(&said).is_ok() {
        let then = moments[place];
        *events = said;
        moments.splice(place..place, [then - 4_000, then - 2_000]);
    }
}
