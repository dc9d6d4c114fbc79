//! The entries of a file -> what happens on which dates, in the clinic's clock.
//!
//! An entry repeats in the clock of its own zone, each date then is put into the clinic's: a night shift ends at 7am by
//! the clock, also in the night of a change. A time without a zone is the clock on the wall. Older versions of an entry are
//! left out, dates that another entry stands for too.

use super::event::{End, Event, File};
use super::rule::Work;
use super::value::{Clock, Length, Moment, Stamp, later};
use super::zones::{self, UTC};
use super::{Brought, Group};
use crate::along::zone::Zone;
use crate::time::{DAY_MIN, Datelike, NaiveDate, Span, add_days};

/// Most days that are looked at.
const DAYS: i32 = 366;
/// Most groups; dates of others count as outside.
const GROUPS: usize = 2000;
/// Most days and dates that are looked at, over all entries.
const WORK: u32 = 4_000_000;

/// Whose clock, once it is known: `None` is that on the wall of the clinic.
type Wall = Option<Zone>;

/// Tells all entries of a file.
pub(super) fn gather(file: File, days: (NaiveDate, NaiveDate), zone: &str) -> Brought {
    let here = Zone::named(zone);
    let walls =
        file.zones.iter().map(|id| if id == zone { Some(None) } else { wall(zones::named(id, &file.described), here) });
    let mut told = Told {
        days: (days.0, days.1.min(add_days(days.0, DAYS - 1))),
        here,
        utc: wall(Some(UTC), here),
        walls: walls.collect(),
        marks: Vec::new(),
        last: 0,
        work: Work(WORK),
        brought: Brought { unread: file.more, ..Brought::default() },
    };
    let events = current(file.events);
    let others: Vec<&Event> = events.iter().filter(|event| event.instead_of.is_some()).collect();
    for event in events.iter().filter(|event| !event.cancelled) {
        if event.onwards || told.event(event, &others).is_none() {
            told.brought.unread += 1;
        }
    }
    told.done()
}

/// The clock of a zone beside the clinic's; `None` where either is not known.
fn wall(zone: Option<Zone>, here: Option<Zone>) -> Option<Wall> {
    let (zone, here) = (zone?, here?);
    let same = zone.standard_min == here.standard_min && zone.daylight.is_some() == here.daylight.is_some();
    Some((!same).then_some(zone))
}

/// Without older versions of the same entry.
fn current(mut events: Vec<Event>) -> Vec<Event> {
    let stands_for = |event: &Event| event.instead_of.map(|stamp| stamp.at);
    let older = |event: &Event| {
        let newer = |other: &Event| {
            other.version > event.version && other.id == event.id && stands_for(other) == stands_for(event)
        };
        !event.id.is_empty() && events.iter().any(newer)
    };
    let older: Vec<bool> = events.iter().map(older).collect();
    let mut older = older.into_iter();
    events.retain(|_| older.next() != Some(true));
    events
}

struct Told {
    days: (NaiveDate, NaiveDate),
    here: Option<Zone>,
    utc: Option<Wall>,
    walls: Vec<Option<Wall>>,
    /// For each group, on which of the days it is.
    marks: Vec<Vec<bool>>,
    /// The group that was last put to.
    last: usize,
    work: Work,
    brought: Brought,
}

impl Told {
    /// Tells one entry; `None` where it could not be understood, and then nothing of it.
    fn event(&mut self, event: &Event, others: &[&Event]) -> Option<()> {
        let start = event.start.filter(|_| !event.broken)?;
        let (wall, foreign) = self.wall(start.clock);
        let length = self.length(start, event.end, wall)?;
        let mut found = self.starts(event, start, length, wall)?;
        let nothing = found.is_empty();
        if event.instead_of.is_none() {
            self.leave_out(&mut found, event, start, wall, others)?;
        }
        let each = usize::try_from(length.0.clamp(0, DAYS)).ok()? + 1;
        self.work.spend(found.len().saturating_mul(each))?;
        let outside = self.brought.outside;
        let mut inside = 0;
        for (at, length) in &found {
            let end = later(*at, *length);
            inside += if start.whole_day {
                self.days(event, None, at.0, end.0)
            } else {
                self.timed(event, self.shown(*at, wall), self.shown(end, wall), *length)
            };
        }
        if event.repeats() {
            self.brought.outside = outside + u32::from(nothing || inside == 0 && !found.is_empty());
        }
        self.brought.foreign += u32::from(foreign && !start.whole_day);
        Some(())
    }

    /// When an entry starts by its own clock, and how long it takes each time: all that could touch the days that count, and
    /// every date that the file names.
    fn starts(&mut self, event: &Event, start: Stamp, length: Length, wall: Wall) -> Option<Vec<(Moment, Length)>> {
        let mut found: Vec<(Moment, Length)> = Vec::new();
        if !event.repeats() {
            found.push((start.at, length));
        }
        if event.instead_of.is_some() {
            return Some(found);
        }
        let days = (add_days(self.days.0, -length.0.saturating_add(2)), add_days(self.days.1, 2));
        for rule in &event.rules {
            let until = rule.until.map(|until| {
                let (date, min) = self.put(until, wall);
                if until.whole_day || start.whole_day || start.at.1 <= min { date } else { add_days(date, -1) }
            });
            let days = (days.0, until.map_or(days.1, |until| until.min(days.1)));
            rule.dates(start.at.0, days, &mut self.work, |date| found.push(((date, start.at.1), length)))?;
        }
        for (stamp, end) in &event.also {
            let at = if stamp.whole_day { (stamp.at.0, start.at.1) } else { self.put(*stamp, wall) };
            let own = Stamp { at, ..start };
            found.push((at, if end.is_some() { self.length(own, *end, wall)? } else { length }));
        }
        Some(found)
    }

    /// Takes out the dates that the entry leaves out, and those that another entry stands for.
    fn leave_out(
        &mut self,
        found: &mut Vec<(Moment, Length)>,
        event: &Event,
        start: Stamp,
        wall: Wall,
        others: &[&Event],
    ) -> Option<()> {
        let mut gone: Vec<(Moment, bool)> = Vec::new();
        let mut before = None;
        for stamp in &event.except {
            gone.push((self.put(*stamp, wall), stamp.whole_day));
        }
        for other in others.iter().filter(|other| !event.id.is_empty() && other.id == event.id) {
            let Some(stamp) = other.instead_of else { continue };
            let at = self.put(stamp, wall);
            if other.onwards {
                before = Some(before.map_or(at, |before: Moment| before.min(at)));
            } else {
                gone.push((at, stamp.whole_day));
            }
        }
        self.work.spend(found.len().saturating_mul(gone.len() / 16 + 1))?;
        found.retain(|(at, _)| {
            let is =
                |(out, whole_day): &(Moment, bool)| out.0 == at.0 && (*whole_day || start.whole_day || out.1 == at.1);
            before.is_none_or(|before| *at < before) && !gone.iter().any(is)
        });
        Some(())
    }

    /// Whose clock a time is of, and whether that is not known.
    fn wall(&self, clock: Clock) -> (Wall, bool) {
        let known = match clock {
            Clock::Any => Some(None),
            Clock::Utc => self.utc,
            Clock::Named(at) => self.walls.get(at).copied().flatten(),
        };
        (known.flatten(), known.is_none())
    }

    /// A time by another clock; as it is written where its own is not known.
    fn put(&self, stamp: Stamp, wall: Wall) -> Moment {
        let (own, foreign) = self.wall(stamp.clock);
        let (from, to) = (own.or(self.here), wall.or(self.here));
        match (from, to) {
            (Some(from), Some(to)) if from != to && !stamp.whole_day && stamp.clock != Clock::Any && !foreign => {
                let (date, min) = from.utc(stamp.at.0, stamp.at.1);
                to.clock(date, min)
            }
            _ => stamp.at,
        }
    }

    /// A time of that clock by the clinic's.
    fn shown(&self, at: Moment, wall: Wall) -> Moment {
        let Some((wall, here)) = wall.zip(self.here) else { return at };
        let (date, min) = wall.utc(at.0, at.1);
        here.clock(date, min)
    }

    /// How long something takes; `None` where that is no time at all, or ends before it starts.
    fn length(&self, start: Stamp, end: Option<End>, wall: Wall) -> Option<Length> {
        let length = match end {
            None => (i32::from(start.whole_day), 0),
            Some(End::After(length)) => length,
            Some(End::At(end)) => {
                let end = self.put(end, wall);
                let min = end.1 - start.at.1;
                (
                    end.0.num_days_from_ce() - start.at.0.num_days_from_ce() + min.div_euclid(DAY_MIN),
                    min.rem_euclid(DAY_MIN),
                )
            }
        };
        if start.whole_day {
            // A last day that is the first, as many write it, is one day.
            return (length.0 >= 0).then_some(((length.0 + i32::from(length.1 > 0)).max(1), 0));
        }
        (length > (0, 0)).then_some(length)
    }

    /// Puts down from when to when something is, cut into days where it is longer than one; says on how many that count.
    fn timed(&mut self, event: &Event, from: Moment, to: Moment, length: Length) -> u32 {
        // By a clock that was set back it can end before it begins.
        let to = if to > from { to } else { later(from, length) };
        let next = add_days(from.0, 1);
        let same = to.0 == from.0;
        if same || to.0 == next && to.1 <= from.1 {
            let span = Span { from: from.1, to: if same { to.1 } else { to.1 + DAY_MIN } };
            return self.days(event, Some(span), from.0, next);
        }
        let part = |from, to| Some(Span { from, to });
        let mut inside = self.days(event, part(from.1, DAY_MIN), from.0, next);
        inside += self.days(event, part(0, DAY_MIN), next, to.0);
        if to.1 > 0 {
            inside += self.days(event, part(0, to.1), to.0, add_days(to.0, 1));
        }
        inside
    }

    /// Puts down the same for every date before `next`; says on how many that count.
    fn days(&mut self, event: &Event, span: Option<Span>, from: NaiveDate, next: NaiveDate) -> u32 {
        let between = |from: NaiveDate, to: NaiveDate| (to.num_days_from_ce() - from.num_days_from_ce()).max(0);
        let (first, end) = (from.max(self.days.0), next.min(add_days(self.days.1, 1)));
        let at = between(self.days.0, first);
        let inside = between(first, end);
        let group = if inside > 0 { self.group(event, span) } else { None };
        let marks = group.and_then(|group| self.marks.get_mut(group));
        let put = if marks.is_some() { inside } else { 0 };
        for mark in
            marks.into_iter().flatten().skip(usize::try_from(at).unwrap_or(0)).take(usize::try_from(put).unwrap_or(0))
        {
            *mark = true;
        }
        self.brought.outside += u32::try_from(between(from, next) - put).unwrap_or(0);
        u32::try_from(put).unwrap_or(0)
    }

    /// The place of the group of that name and time; `None` where there would be too many.
    fn group(&mut self, event: &Event, span: Option<Span>) -> Option<usize> {
        let groups = &mut self.brought.groups;
        let is = |group: &Group| group.span == span && group.free == event.free && group.name == event.name;
        // Most dates of an entry are at one time of day.
        if groups.get(self.last).is_some_and(is) {
            return Some(self.last);
        }
        self.work.spend(groups.len() / 16)?;
        if let Some(at) = groups.iter().position(is) {
            self.last = at;
            return Some(at);
        }
        if groups.len() >= GROUPS {
            return None;
        }
        groups.push(Group { name: event.name.clone(), span, free: event.free, dates: Vec::new() });
        let days = usize::try_from(self.days.1.num_days_from_ce() - self.days.0.num_days_from_ce()).unwrap_or(0);
        self.marks.push(vec![false; days + 1]);
        Some(groups.len() - 1)
    }

    fn done(self) -> Brought {
        let mut brought = self.brought;
        for (group, marks) in brought.groups.iter_mut().zip(self.marks) {
            let on = (0..).zip(marks).filter_map(|(at, on)| on.then_some(at));
            group.dates = on.map(|at| add_days(self.days.0, at)).collect();
        }
        brought
    }
}
